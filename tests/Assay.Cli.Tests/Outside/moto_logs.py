"""Puts a folder into a bucket as it is and, if named, the lines of a file into a log group of Bedrock's."""
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import boto3
from botocore.config import Config

endpoint, bucket, folder, *events = sys.argv[1:]


def client(service):
    return boto3.client(service, endpoint_url=endpoint, region_name="us-east-1",
                        aws_access_key_id="AKIATESTTESTTEST0001", aws_secret_access_key="any",
                        config=Config(disable_request_compression=True, max_pool_connections=8))


s3 = client("s3")
s3.create_bucket(Bucket=bucket)
files = [os.path.join(path, name) for path, _, names in os.walk(folder) for name in names]


def put(path):
    extra = {"ContentEncoding": "gzip"} if path.endswith(".gz") else {}
    with open(path, "rb") as body:
        s3.put_object(Bucket=bucket, Key=os.path.relpath(path, folder), Body=body.read(), **extra)


with ThreadPoolExecutor(8) as pool:
    list(pool.map(put, files))

if events:
    group, lines = events
    import json

    logs = client("logs")
    logs.create_log_group(logGroupName=group)
    stream = "aws/bedrock/modelinvocations"
    logs.create_log_stream(logGroupName=group, logStreamName=stream)
    found = []
    with open(lines, encoding="utf-8") as text:
        for line in text:
            time = datetime.fromisoformat(json.loads(line)["timestamp"].replace("Z", "+00:00"))
            found.append({"timestamp": int(time.timestamp() * 1000), "message": line.rstrip("\n")})
    found.sort(key=lambda event: event["timestamp"])
    first = {"timestamp": found[0]["timestamp"] - 1000,
             "message": "Permissions are correctly set for Amazon Bedrock logs."}
    for at in range(0, len(found) + 1, 500):
        logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=([first] + found)[at:at + 500])
