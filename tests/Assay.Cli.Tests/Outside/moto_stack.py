"""Makes a stack of a template in moto and prints the role's policy and whom it trusts, as IAM holds them."""
import ast
import json
import sys

import boto3

endpoint, template = sys.argv[1:3]
keys = dict(endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
boto3.client("cloudformation", **keys).create_stack(
    StackName="assay", TemplateBody=open(template).read(), Capabilities=["CAPABILITY_NAMED_IAM"],
    Parameters=[dict(ParameterKey="TrustedAccount", ParameterValue="444455556666"),
                dict(ParameterKey="ExternalId", ParameterValue="secret-handshake")])
iam = boto3.client("iam", **keys)
policy = iam.get_role_policy(RoleName="assay-reader", PolicyName="assay-reader")["PolicyDocument"]
trust = iam.get_role(RoleName="assay-reader")["Role"]["AssumeRolePolicyDocument"]
# Moto gives back a policy that came as YAML as Python's text.
policy, trust = (ast.literal_eval(each) if isinstance(each, str) else each for each in (policy, trust))
print(json.dumps({"policy": policy, "trust": trust}))
