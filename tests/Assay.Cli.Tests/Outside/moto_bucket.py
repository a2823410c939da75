"""Prints which of the two permissions on the bucket of logs a user has."""
import sys

import boto3
from botocore.exceptions import ClientError

endpoint, key, secret = sys.argv[1:]
s3 = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id=key,
                  aws_secret_access_key=secret)
log = "AWSLogs/123456789012/BedrockModelInvocationLogs/us-east-1/2026/11/19/06/a.json.gz"
for action, ask in (("s3:ListBucket", lambda: s3.list_objects_v2(Bucket="assay-logs")),
                    ("s3:GetObject", lambda: s3.head_object(Bucket="assay-logs", Key=log))):
    try:
        ask()
        print(action)
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] != 403:
            raise
