"""
Makes in moto an organization, a role in its second account, metrics, a log in a bucket, and one user for each variant
of a policy: all of its actions, and all but one. Prints the users' keys by the action that is missing.

Moto takes the name a request is signed for as the prefix of an action, and asks every service but S3 for the resource
"*"; the policy is translated so, and changed in nothing else.
"""
import datetime
import json
import sys

import boto3
from botocore.config import Config

endpoint, policy_file, member, *judged = sys.argv[1:]
policy = json.load(open(policy_file))
keys = dict(endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
account = boto3.client("sts", **keys).get_caller_identity()["Account"]
trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]}


def translated(without):
    statements = []
    for statement in policy["Statement"]:
        actions = [a.replace("cloudwatch:", "monitoring:") for a in statement["Action"] if a != without]
        resource = statement["Resource"] if actions and actions[0].startswith("s3:") else "*"
        if actions:
            statements.append(dict(statement, Action=actions, Resource=resource))
    return json.dumps(dict(policy, Statement=statements))


organizations = boto3.client("organizations", **keys)
organizations.create_organization(FeatureSet="ALL")
created = organizations.create_account(AccountName="member", Email="member@example.com")
other = created["CreateAccountStatus"]["AccountId"]
session = boto3.client("sts", **keys).assume_role(
    RoleArn=f"arn:aws:iam::{other}:role/any", RoleSessionName="make")["Credentials"]
there = dict(keys, aws_access_key_id=session["AccessKeyId"], aws_secret_access_key=session["SecretAccessKey"],
             aws_session_token=session["SessionToken"])
remote = boto3.client("iam", **there)
remote.create_role(RoleName=member, AssumeRolePolicyDocument=json.dumps(trust))
remote.put_role_policy(RoleName=member, PolicyName="reader", PolicyDocument=translated(None))

s3 = boto3.client("s3", **keys)
s3.create_bucket(Bucket="assay-logs")
s3.put_object(Bucket="assay-logs", Body=b"{}",
              Key=f"AWSLogs/{account}/BedrockModelInvocationLogs/us-east-1/2026/11/19/06/a.json.gz")
boto3.client("cloudwatch", config=Config(disable_request_compression=True), **keys).put_metric_data(
    Namespace="AWS/Bedrock", MetricData=[dict(
        MetricName="Invocations", Value=3, Unit="Count", Timestamp=datetime.datetime.now(datetime.timezone.utc),
        Dimensions=[dict(Name="ModelId", Value="amazon.nova-pro-v1:0")])])

iam = boto3.client("iam", **keys)
users = {}
for i, without in enumerate(["", *judged]):
    iam.create_user(UserName=f"user{i}")
    iam.put_user_policy(UserName=f"user{i}", PolicyName="reader", PolicyDocument=translated(without))
    key = iam.create_access_key(UserName=f"user{i}")["AccessKey"]
    users[without] = [key["AccessKeyId"], key["SecretAccessKey"]]
print(json.dumps(users))
