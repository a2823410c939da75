"""Signatures, permissions, faults, and the aws CLI."""
import datetime
import json
import os
import subprocess
import time
import unittest.mock

import boto3
import botocore
import botocore.exceptions
import botocore.parsers
from botocore.config import Config

from acceptance.support import (
    ACCOUNT, ENDPOINT, KEYS, NOVA, NOVA_INPUT, OTHER, UTC, check, client, control, data, day, dimensions, fails,
    faults, query,
)


def signatures():
    wrong = (KEYS[1][0], "not the secret")
    fails("wrong secret: CloudWatch", "SignatureDoesNotMatch", lambda: client("cloudwatch", wrong).list_metrics(), 403)
    fails("wrong secret: Bedrock", "InvalidSignatureException", lambda: client("bedrock", wrong).list_guardrails(), 403)
    fails("wrong secret: STS", "SignatureDoesNotMatch", lambda: client("sts", wrong).get_caller_identity(), 403)
    fails("wrong secret: quotas", "InvalidSignatureException",
          lambda: client("service-quotas", wrong).list_service_quotas(ServiceCode="bedrock"), 400)
    stranger = ("AKIASTRANGER00000001", "x")
    fails("unknown key: STS", "InvalidClientTokenId", lambda: client("sts", stranger).get_caller_identity(), 403)
    fails("unknown key: Bedrock", "UnrecognizedClientException",
          lambda: client("bedrock", stranger).list_guardrails(), 403)
    unsigned = Config(signature_version=botocore.UNSIGNED)
    anonymous = boto3.client("bedrock", endpoint_url=ENDPOINT, region_name="us-east-1", config=unsigned)
    fails("unsigned", "MissingAuthenticationTokenException", anonymous.list_guardrails, 403)
    for minutes, text in ((-16, "Signature expired"), (16, "Signature not yet current")):
        later = datetime.datetime.now(UTC) + datetime.timedelta(minutes=minutes)
        with unittest.mock.patch("botocore.auth.get_current_datetime", lambda when=later: when):
            fails(f"skew {minutes}", "InvalidSignatureException",
                  lambda: client("bedrock").list_guardrails(), 403, text)
    later = datetime.datetime.now(UTC) + datetime.timedelta(minutes=10)
    with unittest.mock.patch("botocore.auth.get_current_datetime", lambda: later):
        check("skew 10", len(client("bedrock").list_guardrails()["guardrails"]), 1)
    spaced = client("bedrock").list_custom_models(nameContains="a b+c/ü~*%")
    check("query with odd characters", spaced["modelSummaries"], [])


def permissions():
    narrow = client("cloudwatch", 2)
    check("allowed by pattern", len(narrow.list_metrics(MetricName="Odd")["Metrics"]), 1)
    fails("not allowed", "AccessDenied", lambda: data(narrow, [query("a", "Odd", NOVA)], day(20), day(23)), 403,
          f"User: arn:aws:iam::{ACCOUNT}:user/narrow is not authorized to perform: cloudwatch:GetMetricData")
    fails("not allowed: ce", "AccessDeniedException", lambda: client("ce", 2).get_dimension_values(
        TimePeriod={"Start": "2026-11-20", "End": "2026-11-23"}, Dimension="SERVICE"), 400, "ce:GetDimensionValues")
    check("identity needs no permission", client("sts", 2).get_caller_identity()["Account"], ACCOUNT)


def fault_kinds():
    cloudwatch, bedrock, sts = client("cloudwatch"), client("bedrock"), client("sts")
    quota = client("service-quotas")
    for kind, codes in {
            "deny": ("AccessDenied", "AccessDeniedException", "AccessDenied", "AccessDeniedException"),
            "throttle": ("Throttling", "ThrottlingException", "Throttling", "TooManyRequestsException"),
            "error500": ("InternalFailure", "InternalServerException", "InternalFailure", "InternalFailure"),
            "expiredToken": ("ExpiredToken", "ExpiredTokenException", "ExpiredToken", "ExpiredTokenException"),
            "optInRequired": ("OptInRequired",) * 4}.items():
        faults({"kind": kind})
        calls = (cloudwatch.list_metrics, bedrock.list_guardrails, sts.get_caller_identity,
                 lambda: quota.list_service_quotas(ServiceCode="bedrock"))
        for call, code in zip(calls, codes):
            fails(f"{kind}: {code}", code, call)
    faults({"kind": "throttle", "service": "bedrock"})
    fails("throttle: class", "ThrottlingException", bedrock.list_guardrails, 429,
          exception=bedrock.exceptions.ThrottlingException)
    faults({"kind": "error503html"})
    for name, call in (("bedrock", bedrock.list_guardrails), ("cloudwatch", cloudwatch.list_metrics)):
        try:
            call()
            check("503 with HTML", "no error")
        except botocore.exceptions.ClientError as error:
            check(f"503 with HTML: {name}", error.response["ResponseMetadata"]["HTTPStatusCode"], 503)
    # botocore reads half a JSON body as if it were empty, which is the very trap this fault is for.
    faults({"kind": "malformed"})
    check("malformed: JSON", "guardrails" in bedrock.list_guardrails(), False)
    try:
        sts.get_caller_identity()
        check("malformed: XML", "no error")
    except botocore.parsers.ResponseParserError:
        check("malformed: XML", True)


def fault_counts():
    faults({"kind": "throttle", "operation": "ListMetrics", "times": 2})
    control("DELETE", "calls")
    check("throttling is retried", len(client("cloudwatch", retries=4).list_metrics(MetricName="Odd")["Metrics"]), 1)
    calls = control("GET", "calls")
    check("calls are logged", [(c["operation"], c["status"], c["account"], c["region"]) for c in calls],
          [("ListMetrics", s, ACCOUNT, "us-east-1") for s in (400, 400, 200)])
    check("calls are numbered", [c["order"] - calls[0]["order"] for c in calls], [0, 1, 2])
    faults({"kind": "throttle", "operation": "ListServiceQuotas", "times": 1})
    quota = client("service-quotas", retries=3)
    check("TooManyRequestsException is retried", len(quota.list_service_quotas(ServiceCode="bedrock")["Quotas"]), 100)
    faults({"kind": "error503html", "times": 1}, {"kind": "closeConnection", "times": 1})
    check("503 and a lost connection are retried", len(client("bedrock", retries=3).list_guardrails()["guardrails"]), 1)
    faults({"kind": "deny", "operation": "ListMetrics", "after": 1})
    try:
        list(client("cloudwatch").get_paginator("list_metrics").paginate())
        check("second page denied", "no error")
    except botocore.exceptions.ClientError as error:
        check("second page denied", error.response["Error"]["Code"], "AccessDenied")
    faults({"kind": "deny", "region": "eu-west-1"}, {"kind": "throttle", "account": OTHER})
    check("other Regions go on", len(client("bedrock").list_guardrails()["guardrails"]), 1)
    fails("one Region denied", "AccessDeniedException", client("bedrock", region="eu-west-1").list_guardrails)
    fails("one account throttled", "ThrottlingException", client("bedrock", 3).list_guardrails)
    faults({"kind": "delay", "delayMs": 300})
    begin = time.monotonic()
    client("bedrock").list_guardrails()
    check("delay", time.monotonic() - begin >= 0.3)
    faults({"kind": "hang"})
    try:
        client("bedrock", read_timeout=1).list_guardrails()
        check("hang", "no error")
    except botocore.exceptions.ReadTimeoutError:
        check("hang", True)
    faults({"kind": "closeConnection"})
    try:
        client("bedrock").list_guardrails()
        check("closeConnection", "no error")
    except (botocore.exceptions.ConnectionClosedError, botocore.exceptions.EndpointConnectionError):
        check("closeConnection", True)
    faults()


def command_line():
    environment = {**os.environ, "AWS_ACCESS_KEY_ID": KEYS[1][0], "AWS_SECRET_ACCESS_KEY": KEYS[1][1],
                   "AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": ENDPOINT, "AWS_CONFIG_FILE": os.devnull}

    def aws(*words):
        done = subprocess.run(["aws", *words, "--output", "json"], env=environment, capture_output=True, text=True)
        return json.loads(done.stdout) if done.returncode == 0 else done.stderr

    check("aws: sum of datapoints", aws(
        "cloudwatch", "get-metric-statistics", "--namespace", "AWS/Bedrock", "--metric-name", "InputTokenCount",
        "--dimensions", f"Name=ModelId,Value={NOVA['ModelId']}", "--start-time", "2026-11-20T00:00:00Z", "--end-time",
        "2026-11-23T00:00:00Z", "--period", "3600", "--statistics", "Sum", "--query", "sum(Datapoints[].Sum)"),
        NOVA_INPUT)
    check("aws: list-metrics", aws("cloudwatch", "list-metrics", "--query", "length(Metrics)"), 1211)
    check("aws: inference profiles", aws("bedrock", "list-inference-profiles", "--query",
                                         "length(inferenceProfileSummaries)"), 3)
    check("aws: caller", aws("sts", "get-caller-identity", "--query", "Account"), ACCOUNT)
    check("aws: accounts", aws("organizations", "list-accounts", "--query", "length(Accounts)"), 44)


PARTS = (signatures, permissions, fault_kinds, fault_counts, command_line)
