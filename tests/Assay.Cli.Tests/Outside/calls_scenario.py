"""What the bundled invocation logs cost and waste, reckoned from the logs themselves.

    calls_scenario.py FOLDER REPORT

Reads the records with Python's own gzip and json. Prices are in dollars a million tokens, written down from the price
book as it was on 2026-11-26: this judges the arithmetic, not the book.
"""
import collections
import datetime
import gzip
import json
import pathlib
import sys
from decimal import Decimal as D

folder, document = pathlib.Path(sys.argv[1]), sys.argv[2]
with open(document) as text:
    report = json.load(text, parse_float=D)
records = []
for path in sorted(folder.glob("*.jsonl.gz")):
    with gzip.open(path, "rt") as lines:
        records += [json.loads(line) for line in lines]
records.sort(key=lambda record: record["timestamp"])
MILLION = D(1_000_000)
# Input, output, five-minute cache write. Nova Premier through a geographic profile, the others through the global one.
PRICES = {
    "claims-agent": (D(3), D(15), D("3.75")),
    "release-notes": (D(1), D(5), D("1.25")),
    "invoice-labels": (D(5), D(25), D("6.25")),
    "nightly-digest": (D("2.50"), D("12.50"), D(0)),
    "help-page": (D(1), D(5), D("1.25")),
}


def caller(record):
    return record["identity"]["arn"].split("/")[1]


def at(record):
    return datetime.datetime.fromisoformat(record["timestamp"].replace("Z", "+00:00"))


def cost(record, prices):
    tokens = (record["input"]["inputTokenCount"], record["output"]["outputTokenCount"],
              record["input"].get("cacheWriteInputTokenCount", 0))
    return sum(count * price for count, price in zip(tokens, prices)) / MILLION


def same(what, expected, said):
    assert abs(expected - said) < D("0.000001"), f"{what}: {expected} by hand, {said} in the report"


def finding(check, name):
    return next(each for each in report["findings"]
                if each["check"] == check and f"/{name}/" in (each["subject"]["workload"] or ""))


usage = collections.defaultdict(D)
for record in records:
    usage[caller(record)] += cost(record, PRICES[caller(record)])
for name, dollars in usage.items():
    row = next(each for each in report["workloads"] if f"/{name}/" in each["id"])
    assert row["calls"] == sum(caller(record) == name for record in records), name
    same(name, dollars, row["costUsd"])
same("all", sum(usage.values()), report["totals"]["costUsd"])
assert sum(each["invocations"] for each in report["models"]) == len(records)

first, last = at(records[0]), at(records[-1])
hours = D((last.replace(minute=0, second=0) + datetime.timedelta(hours=1)
           - first.replace(minute=0, second=0)).total_seconds()) / 3600
MONTH = 720 / hours

# Prompts of the help page that were answered within a day of the answer that is kept.
kept, repeated = {}, D(0)
for record in records:
    if caller(record) == "help-page":
        prompt = json.dumps(record["input"]["inputBodyJson"], sort_keys=True)
        if prompt in kept and at(record) - kept[prompt] <= datetime.timedelta(hours=24):
            repeated += cost(record, PRICES["help-page"])
        else:
            kept[prompt] = at(record)
same("calls-repeated", repeated * MONTH, finding("calls-repeated", "help-page")["saving"]["standalone"]["expected"])

# Flex is half of Nova Premier's price: all of the nightly calls, or every second.
alone = finding("flex-candidate", "nightly-digest")["saving"]["standalone"]
same("flex, all", usage["nightly-digest"] / 2 * MONTH, alone["high"])
assert abs(usage["nightly-digest"] / 4 * MONTH - alone["expected"]) < alone["high"] / 50, "flex, half"

# What is written to a cache and never read costs a quarter more than input: low takes the cache points out. With the time
# moved to the end the system prompt is written once a day for an hour, at twice the input price, and read by the other
# calls, which come every twelve minutes, at a tenth. Sizes of blocks are by bytes, so this holds within two in a hundred.
notes = [record for record in records if caller(record) == "release-notes"]
fronts = [record["input"]["cacheWriteInputTokenCount"] for record in notes]
alone = finding("cache-prefix-changes", "release-notes")["saving"]["standalone"]
same("without a cache", sum(fronts) * D("0.25") / MILLION * MONTH, alone["low"])
days = len({at(record).date() for record in notes})
left = (days * fronts[0] * 2 + (len(notes) - days) * fronts[0] * D("0.1")) / MILLION
moved = (sum(fronts) * D("1.25") / MILLION - left) * MONTH
assert abs(moved - alone["expected"]) < moved / 50, f"{moved} by hand, {alone['expected']} in the report"
