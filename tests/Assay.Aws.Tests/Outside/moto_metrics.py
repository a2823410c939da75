"""Puts metrics of two accounts and two Regions into moto and prints their sums by account, Region, model and metric."""
import datetime
import json
import random
import sys

import boto3
from botocore.config import Config

endpoint, now_text, other = sys.argv[1:4]
now = datetime.datetime.fromisoformat(now_text)
start = now - datetime.timedelta(days=2)
rng = random.Random(7)
config = Config(disable_request_compression=True)
keys = dict(aws_access_key_id="AKIATESTTESTTEST0001", aws_secret_access_key="any")
METRICS = ["Invocations", "InputTokenCount", "OutputTokenCount", "CacheReadInputTokens", "InvocationThrottles"]
MODELS = ["amazon.nova-pro-v1:0", "us.anthropic.claude-sonnet-4-5-20250929-v1:0"]

role = boto3.client("sts", endpoint_url=endpoint, region_name="us-east-1", **keys).assume_role(
    RoleArn=f"arn:aws:iam::{other}:role/reader", RoleSessionName="put")["Credentials"]
sessions = {
    "123456789012": keys,
    other: dict(aws_access_key_id=role["AccessKeyId"], aws_secret_access_key=role["SecretAccessKey"],
                aws_session_token=role["SessionToken"]),
}
sums = {}
for account, credentials in sessions.items():
    for region in ["us-east-1", "eu-west-1"]:
        client = boto3.client("cloudwatch", endpoint_url=endpoint, region_name=region, config=config, **credentials)
        data = []
        for model in MODELS:
            for metric in METRICS:
                for _ in range(40):
                    when = now - datetime.timedelta(minutes=rng.randrange(1, 3 * 24 * 60))
                    value = rng.randrange(1, 100000)
                    data.append(dict(MetricName=metric, Dimensions=[dict(Name="ModelId", Value=model)],
                                     Timestamp=when, Value=value, Unit="Count"))
                    if when >= start:
                        key = f"{account} {region} {model} {metric}"
                        sums[key] = sums.get(key, 0) + value
        for first in range(0, len(data), 200):
            client.put_metric_data(Namespace="AWS/Bedrock", MetricData=data[first:first + 200])
print(json.dumps(sums))
