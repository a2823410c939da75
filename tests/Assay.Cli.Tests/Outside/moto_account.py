"""
Puts Bedrock metrics of two accounts and three Regions into moto, adds up by itself what a report of the window must
say, in decimal arithmetic with prices written here by hand, and prints that as JSON.

Prices are dollars a million tokens: input, output, cache read, five-minute cache write.
"""
import datetime
import json
import random
import sys
from decimal import Decimal

import boto3
from botocore.config import Config

endpoint, start_text, end_text, other = sys.argv[1:5]
start, end = (datetime.datetime.fromisoformat(text) for text in (start_text, end_text))
before = start - (end - start)
rng = random.Random(11)
config = Config(disable_request_compression=True)
keys = dict(aws_access_key_id="AKIATESTTESTTEST0001", aws_secret_access_key="any")

SONNET_GEO = ("3.30", "16.50", "0.33", "4.125")
SONNET_GLOBAL = ("3", "15", "0.30", "3.75")
HAIKU_GEO = ("1.10", "5.50", "0.11", "1.375")
NOVA_PRO = {"us-east-1": ("0.80", "3.20", "0.20", "0"), "eu-west-1": ("0.92", "3.68", "0.23", "0"),
            "ap-southeast-2": ("0.84", "3.36", "0.21", "0")}
SONNET = "anthropic.claude-sonnet-4-5-20250929-v1:0"
HAIKU = "anthropic.claude-haiku-4-5-20251001-v1:0"
NEW, OLD = ("CacheReadInputTokenCount", "CacheWriteInputTokenCount"), ("CacheReadInputTokens", "CacheWriteInputTokens")

# Region: model id -> (price, or None where nobody knows the model; names of the cache metrics; calls an hour).
MODELS = {
    "us-east-1": {
        "us." + SONNET: (SONNET_GEO, NEW, 30), "global." + SONNET: (SONNET_GLOBAL, NEW, 2),
        "us." + HAIKU: (HAIKU_GEO, OLD, 30), "amazon.nova-pro-v1:0": (NOVA_PRO["us-east-1"], None, 2),
        "us.meta.llama3-1-8b-instruct-v1:0": (("0.22", "0.22", None, None), None, 2),
        "amazon.titan-embed-text-v2:0": (("0.02", None, None, None), None, 2),
        "us.anthropic.claude-saga-9-v1:0": (None, NEW, 2),
    },
    "eu-west-1": {
        "eu." + SONNET: (SONNET_GEO, NEW + OLD, 2), "eu.amazon.nova-pro-v1:0": (NOVA_PRO["eu-west-1"], None, 2),
    },
    "ap-southeast-2": {
        "au." + SONNET: (SONNET_GEO, NEW, 2), "amazon.nova-pro-v1:0": (NOVA_PRO["ap-southeast-2"], None, 2),
    },
}
TIERED = ("us-east-1", "amazon.nova-pro-v1:0")
FLEX = ("0.40", "1.60", None, None)  # Flex is half of the standard price.

hours = [start + datetime.timedelta(hours=h) for h in range(-5, 72, 11)]
edges = [start - datetime.timedelta(minutes=1), start, end - datetime.timedelta(minutes=1), end,
         before, before - datetime.timedelta(minutes=1)]
series = {}  # (account, region, model, metric, further dimensions) -> [(time, value)]


def put(account, region, model, metric, when, value, **more):
    series.setdefault((account, region, model, metric, tuple(sorted(more.items()))), []).append((when, value))


def fill(account, region, model, price, cache, calls):
    for when in hours + edges:
        put(account, region, model, "Invocations", when, rng.randrange(calls, 2 * calls))
        put(account, region, model, "InputTokenCount", when, calls * rng.randrange(3000, 9000))
        if price is None or price[1] is not None:
            put(account, region, model, "OutputTokenCount", when, calls * rng.randrange(100, 900))
        for name in cache or ():
            # Less is read than written, which is a finding of its own.
            most = 20000 if name.startswith("CacheRead") else 50000
            put(account, region, model, name, when, calls * rng.randrange(1, most))


def split(account, region, model):
    """A part of what the total holds was served at another tier; the caller's wish says nothing about it."""
    for when in hours:
        for metric, value in (("Invocations", 1), ("InputTokenCount", 1500), ("OutputTokenCount", 70)):
            put(account, region, model, metric, when, value, ServiceTier="flex", ResolvedServiceTier="flex")


def noise(account, region, model):
    """Series that a reader must leave out: other dimensions beside the model, and a model without a total."""
    put(account, region, model, "InputTokenCount", start, 10**9, ImageSize="1024", BucketedStepSize="30")
    put(account, region, "amazon.nova-canvas-v1:0", "InputTokenCount", start, 10**9, ImageSize="512")
    put(account, region, model, "EstimatedTPMQuotaUsage", start, 10**9)


role = boto3.client("sts", endpoint_url=endpoint, region_name="us-east-1", **keys).assume_role(
    RoleArn=f"arn:aws:iam::{other}:role/reader", RoleSessionName="put")["Credentials"]
assumed = dict(aws_access_key_id=role["AccessKeyId"], aws_secret_access_key=role["SecretAccessKey"],
               aws_session_token=role["SessionToken"])
sessions = {"123456789012": keys, other: assumed}
for account in sessions:
    for region, models in MODELS.items():
        for model, (price, cache, calls) in models.items():
            # Findings need a hundred calls; two models of the first account and one of the other have them.
            calls = calls if account != other else 30 if model == "au." + SONNET else 2
            fill(account, region, model, price, cache, calls)
            if (region, model) == TIERED:
                split(account, region, model)
            noise(account, region, model)

for account, credentials in sessions.items():
    for region in MODELS:
        client = boto3.client("cloudwatch", endpoint_url=endpoint, region_name=region, config=config, **credentials)
        data = [dict(MetricName=metric, Timestamp=when, Value=value, Unit="Count",
                     Dimensions=[dict(Name="ModelId", Value=model)] + [dict(Name=n, Value=v) for n, v in more])
                for (owner, place, model, metric, more), points in series.items()
                if (owner, place) == (account, region)
                for when, value in points]
        for first in range(0, len(data), 500):
            client.put_metric_data(Namespace="AWS/Bedrock", MetricData=data[first:first + 500])


def by_hour(key, first, last):
    sums = {}
    for when, value in series.get(key, []):
        if first <= when < last:
            hour = when.replace(minute=0)
            sums[hour] = sums.get(hour, 0) + value
    return sums


def count(account, region, model, names, more, first, last):
    """Two spellings of one metric: in each hour the larger counts."""
    columns = [by_hour((account, region, model, name, more), first, last) for name in names]
    return sum(max(column.get(hour, 0) for column in columns) for hour in set().union(*columns))


FIELDS = {"invocations": ("Invocations",), "inputTokens": ("InputTokenCount",), "outputTokens": ("OutputTokenCount",),
          "cacheReadTokens": (NEW[0], OLD[0]), "cacheWriteTokens": (NEW[1], OLD[1])}


def counts(account, region, model, more, first, last):
    return {field: count(account, region, model, names, more, first, last) for field, names in FIELDS.items()}


def cost(row, price):
    if price is None:
        return None
    kinds = ("inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens")
    return sum((Decimal(row[kind]) * Decimal(rate or 0) / 1_000_000 for kind, rate in zip(kinds, price)), Decimal(0))


def rows(first, last):
    for account in sessions:
        for region, models in MODELS.items():
            for model, (price, _, _) in models.items():
                whole = counts(account, region, model, (), first, last)
                flex = counts(account, region, model,
                              (("ResolvedServiceTier", "flex"), ("ServiceTier", "flex")), first, last)
                for tier, row, rate in ((None, {f: whole[f] - flex[f] for f in FIELDS}, price), ("flex", flex, FLEX)):
                    if any(row.values()):
                        yield dict(account=account, region=region, modelId=model, tier=tier,
                                   cost=cost(row, rate), **row)


def text(value):
    return None if value is None else format(value.normalize(), "f")


def demand(region, model, price):
    """Both accounts' tokens by the minute over the window, silent minutes too; a month at its rate costs so much."""
    minutes = [0] * int((end - start).total_seconds() // 60)
    usd = Decimal(0)
    for (_, place, name, metric, more), points in series.items():
        rate = {"InputTokenCount": price[0], "OutputTokenCount": price[1]}.get(metric)
        if (place, name) == (region, model) and rate is not None and more == ():
            for when, value in points:
                if start <= when < end:
                    minutes[int((when - start).total_seconds() // 60)] += value
                    usd += Decimal(value) * Decimal(rate) / 1_000_000
    ranked = sorted(minutes)
    rank = -(-len(ranked) * 95 // 100) - 1
    return dict(region=region, modelId=model, windows=len(minutes), most=ranked[-1], p95=ranked[rank],
                total=sum(minutes), usd=text(usd * (30 * 24 * 60) / len(minutes)))


window, previous = list(rows(start, end)), list(rows(before, start))
print(json.dumps({
    "rows": [dict(row, cost=text(row["cost"])) for row in window],
    "cost": text(sum(row["cost"] for row in window if row["cost"] is not None)),
    "previous": text(sum(row["cost"] for row in previous if row["cost"] is not None)),
    "credentials": assumed,
    "demand": demand("ap-southeast-2", "amazon.nova-pro-v1:0", NOVA_PRO["ap-southeast-2"]),
}))
