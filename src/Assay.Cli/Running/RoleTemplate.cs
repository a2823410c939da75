using Assay.Aws.Permissions;

namespace Assay.Cli.Running;

/// <summary>The role that is read, which trusts the account that Assay runs in.</summary>
internal static class RoleTemplate
{
    public static string Terraform(ReaderPolicy policy) => $$"""
        variable "trusted_account" {
          type        = string
          description = "The account that Assay runs in."
        }

        variable "external_id" {
          type        = string
          description = "Given to assay with --external-id."
        }

        data "aws_partition" "current" {}

        resource "aws_iam_role" "assay_reader" {
          name = "{{policy.RoleName}}"
          assume_role_policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${var.trusted_account}:root" }
              Condition = { StringEquals = { "sts:ExternalId" = var.external_id } }
            }]
          })
        }

        resource "aws_iam_role_policy" "assay_reader" {
          name   = "{{policy.RoleName}}"
          role   = aws_iam_role.assay_reader.id
          policy = <<JSON
        {{PolicyJson.Document(policy.Statements)}}
        JSON
        }

        output "role_arn" {
          value = aws_iam_role.assay_reader.arn
        }
        """;

    /// <summary>YAML, which takes the policy's JSON as it is.</summary>
    public static string CloudFormation(ReaderPolicy policy) => $$"""
        AWSTemplateFormatVersion: "2010-09-09"
        Description: A role that lets Assay read how Amazon Bedrock is used. It can change nothing.
        Parameters:
          TrustedAccount:
            Type: String
            Description: The account that Assay runs in.
            AllowedPattern: "[0-9]{12}"
          ExternalId:
            Type: String
            Description: Given to assay with --external-id.
            MinLength: 2
        Resources:
          AssayReader:
            Type: AWS::IAM::Role
            Properties:
              RoleName: {{policy.RoleName}}
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                    Principal:
                      AWS: !Sub "arn:${AWS::Partition}:iam::${TrustedAccount}:root"
                    Condition:
                      StringEquals:
                        sts:ExternalId: !Ref ExternalId
              Policies:
                - PolicyName: {{policy.RoleName}}
                  PolicyDocument:
        {{Indented(PolicyJson.Document(policy.Statements), 12)}}
        Outputs:
          RoleArn:
            Description: Given to assay with --role.
            Value: !GetAtt AssayReader.Arn
        """;

    private static string Indented(string text, int by) =>
        string.Join('\n', text.Split('\n').Select(line => new string(' ', by) + line.TrimEnd('\r')));
}
