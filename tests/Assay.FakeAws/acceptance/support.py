"""What the parts of the acceptance share: clients, the enlarged world, and the judge of shapes."""
import copy
import datetime
import json
import pathlib
import sys
import urllib.error
import urllib.request

import boto3
import botocore.exceptions
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

UTC = datetime.timezone.utc
NOVA = {"ModelId": "amazon.nova-pro-v1:0"}
CLAUDE = {"ModelId": "us.anthropic.claude-sonnet-4-5-20250929-v1:0"}
ACCOUNT, OTHER = "111111111111", "222222222222"
# As the sample world says: from 6 o'clock on 10 calls and one more for every hour of the day, for three days.
NOVA_CALLS = 3 * sum(10 + hour for hour in range(6, 24))
NOVA_INPUT = 1000 * NOVA_CALLS + 7 * 3 * 18
ROLE = f"arn:aws:iam::{OTHER}:role/AssayReader"
AIP = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:application-inference-profile/a1b2c3d4e5f6"
KEYS = {n: (f"AKIASAMPLE000000000{n}", f"sample-secret-{n}") for n in (1, 2, 3)}
ENDPOINT = sys.argv[1].rstrip("/")
SAMPLE = json.loads((pathlib.Path(__file__).parent.parent / "sample-world.json").read_text())
KINDS = {"structure": dict, "map": dict, "list": list, "string": str, "boolean": bool, "integer": int, "long": int,
         "double": (int, float), "float": (int, float)}
passed, failed = [], []


def check(name, actual, expected=True):
    if actual == expected:
        passed.append(name)
    else:
        failed.append(name)
        print(f"FAILED {name}: expected {expected!r}, got {actual!r}")


def client(service, key=1, region="us-east-1", token=None, retries=1, **config):
    key_id, secret = KEYS[key] if isinstance(key, int) else key
    settings = Config(retries={"total_max_attempts": retries, "mode": "standard"}, **config)
    made = boto3.client(service, endpoint_url=ENDPOINT, region_name=region, aws_access_key_id=key_id,
                        aws_secret_access_key=secret, aws_session_token=token, config=settings)
    made.meta.events.register("before-parse", judge_shape)
    return made


def judge_shape(operation_model, response_dict, **_):
    """Every JSON answer must have only members of AWS's service model, of its types, and all required ones."""
    body = response_dict["body"]
    if response_dict["status_code"] != 200 or operation_model.service_model.resolved_protocol == "query":
        return
    try:
        answer = json.loads(body)
    except ValueError:
        return  # The malformed answers are judged where they are asked for.
    wrong = sorted(set(judge(operation_model.output_shape, answer, operation_model.name)))
    check(f"shape of {operation_model.name}", wrong, [])


def judge(shape, value, path):
    """What is wrong with a value, by the service model."""
    if shape.type_name == "timestamp":
        kind = str if shape.serialization.get("timestampFormat") == "iso8601" else (int, float)
    else:
        kind = KINDS[shape.type_name]
    if not isinstance(value, kind) and not (value == "NaN" and shape.type_name == "double"):
        yield f"{path} is {value!r}"
    elif shape.type_name == "structure":
        names = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        yield from (f"{path}.{name} is unknown" for name in set(value) - set(names))
        yield from (f"{path}.{name} is missing" for name in set(shape.required_members) - set(value))
        for name in set(value) & set(names):
            yield from judge(names[name], value[name], f"{path}.{name}")
    elif shape.type_name == "list":
        for item in value[:50]:
            yield from judge(shape.member, item, path + "[]")
    elif shape.type_name == "map":
        for item in value.values():
            yield from judge(shape.value, item, path + "{}")


def fails(name, code, call, status=None, message=None, exception=None):
    """The call must fail with this code, and with what else is given."""
    try:
        call()
    except botocore.exceptions.ClientError as error:
        check(name, error.response["Error"]["Code"], code)
        if status:
            check(name + ": status", error.response["ResponseMetadata"]["HTTPStatusCode"], status)
        if message:
            text = error.response["Error"]["Message"]
            check(f"{name}: message ({text})", message in text)
        if exception:
            check(name + ": class", isinstance(error, exception))
    else:
        check(name, "no error", code)


def control(method, path, value=None):
    data = None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(f"{ENDPOINT}/_fake/{path}", data, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def faults(*rules):
    control("PUT", "faults", list(rules))


def day(number, hour=0, month=11):
    return datetime.datetime(2026, month, number, hour, tzinfo=UTC)


def dimensions(values):
    return [{"Name": name, "Value": value} for name, value in values.items()]


def series(name, values, dims, start):
    return {"namespace": "AWS/Bedrock", "name": name, "dimensions": dims, "start": start, "values": values}


def enlarged():
    """The sample world with as many items as it takes to fill pages."""
    world = copy.deepcopy(SAMPLE)
    region = world["accounts"][0]["regions"]["us-east-1"]
    region["metrics"] += [series("Invocations", [1], {"ModelId": f"many.model-{i:04d}"}, "2026-11-22T20:00:00Z")
                          for i in range(1200)]
    # This one goes on for two days after the world's clock.
    region["metrics"].append(series("Invocations", [60] * 24 * 502, {"ModelId": "aged"}, "2025-07-11T00:00:00Z"))
    quota, product = region["quotas"][0], world["priceList"]["AmazonBedrock"][0]
    region["quotas"] += [{**quota, "QuotaCode": f"L-MORE{i:04d}"} for i in range(150)]
    world["priceList"]["AmazonBedrock"] += [product] * 148
    world["accounts"] += [{"id": f"4{i:011d}", "name": f"more-{i}", "email": f"{i}@example.com"} for i in range(41)]
    return world


def query(identity, name, dims, stat="Sum", period=3600, namespace="AWS/Bedrock", **more):
    metric = {"Namespace": namespace, "MetricName": name, "Dimensions": dimensions(dims)}
    unit = {"Unit": more.pop("unit")} if "unit" in more else {}
    return {"Id": identity, "MetricStat": {"Metric": metric, "Period": period, "Stat": stat, **unit}, **more}


def pages(cloudwatch, queries, start, end, **options):
    """All pages of GetMetricData, as they come."""
    paging = {"PageSize": options.pop("page")} if "page" in options else {}
    return list(cloudwatch.get_paginator("get_metric_data").paginate(
        MetricDataQueries=queries, StartTime=start, EndTime=end, PaginationConfig=paging, **options))


def data(cloudwatch, queries, start, end, **options):
    """Results by id, with pages put together."""
    merged = {}
    for page in pages(cloudwatch, queries, start, end, **options):
        for result in page["MetricDataResults"]:
            values = merged.setdefault(result["Id"], [])
            values += zip(result["Timestamps"], result["Values"])
    return merged


def total(points):
    return sum(value for _, value in points)


def raw(service, region, target, headers=None):
    """A call signed by botocore's signer for a Region that its client would not choose."""
    request = AWSRequest("POST", ENDPOINT + "/", data=b"{}", headers={
        "X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1", **(headers or {})})
    SigV4Auth(Credentials(*KEYS[1]), service, region).add_auth(request)
    send(request.prepare())


def send(request):
    plain = urllib.request.Request(request.url, request.body, dict(request.headers), method=request.method)
    try:
        urllib.request.urlopen(plain)
    except urllib.error.HTTPError as error:
        body = json.loads(error.read())
        text = body.get("message", body.get("Message"))
        code = error.headers.get("x-amzn-ErrorType", body.get("__type", "")).split(":")[0].split("#")[-1]
        parsed = {"Error": {"Code": code, "Message": text}, "ResponseMetadata": {"HTTPStatusCode": error.code}}
        raise botocore.exceptions.ClientError(parsed, "raw") from error
