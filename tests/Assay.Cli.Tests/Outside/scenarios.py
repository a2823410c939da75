"""What bundled accounts cost, reckoned from tokens and prices that are written here.

    scenarios.py RECORDING SCENARIO REPORT

Every token count must be the sum of one recorded series of CloudWatch, and every dollar must be in Assay's report.
Nothing of Assay is used but the bytes it recorded. Prices are in dollars a million tokens or an hour, written down from
the price book as it was on 2026-11-23: this judges the arithmetic, not the book.
"""
import datetime
import gzip
import json
import pathlib
import sys
from decimal import Decimal as D

folder, scenario, document = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
with open(document) as text:
    report = json.load(text, parse_float=D)
with open(folder / "manifest.json") as text:
    manifest = json.load(text)
BEGIN, END = (datetime.datetime.fromisoformat(manifest["window"][end]).timestamp() for end in ("from", "to"))
HOURS = D(14 * 24)
MONTH = 720 / HOURS
MILLION = D(1_000_000)

# Input, output, cache read, five-minute cache write; geo profiles cost 10 % more than global ones.
SONNET_4_5 = (D("3.30"), D("16.50"), D("0.33"), D("4.125"))
HAIKU_4_5 = (D("1.10"), D("5.50"), D("0.11"), D("1.375"))
OPUS_4_8 = (D("5.50"), D("27.50"), D("0.55"), D("6.875"))
OPUS_4_6_GLOBAL = (D(5), D(25), D("0.50"), D("6.25"))
HAIKU_5_5 = (D("0.11"), D("0.55"), D("0.011"), D("0.1375"))
METRICS = ("InputTokenCount", "OutputTokenCount", "CacheReadInputTokenCount", "CacheWriteInputTokenCount")
FIELDS = ("inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens")


def series(account, region):
    """The hourly sums of the window, as (metric, [(time, value)])."""
    for path in sorted((folder / account / region).glob("cloudwatch.GetMetricData.*")):
        with gzip.open(path) as body:
            results = json.load(body)["MetricDataResults"]
        times = {time for result in results for time in result["Timestamps"]}
        if times and any(result["Label"] == "Invocations" for result in results) and min(times) >= BEGIN:
            assert max(times) < END and all(time % 3600 == 0 for time in times)
            for result in results:
                yield result["Label"], list(zip(result["Timestamps"], result["Values"]))


def recorded(account, region, metric, total):
    found = [points for name, points in series(account, region) if name == metric and points
             and sum(value for _, value in points) == total]
    assert len(found) == 1, f"{metric} of {region}: {len(found)} series sum to {total:,}"
    return found[0]


def bill(tokens, prices):
    return sum(count * price for count, price in zip(tokens, prices)) / MILLION


def row(account, region, model):
    return next(each for each in report["models"]
                if (each["account"], each["region"], each["modelId"]) == (account, region, model))


def finding(check, region):
    return next(each for each in report["findings"]
                if each["check"] == check and each["subject"]["region"] == region)


def same(what, expected, said):
    assert abs(expected - said) < D("0.000001"), f"{what}: {expected} by hand, {said} in the report"


def costs(account, region, model, tokens, prices):
    """Input, output, read and written tokens: recorded, in the report, and multiplied."""
    for metric, field, count in zip(METRICS, FIELDS, tokens):
        if count:
            recorded(account, region, metric, count)
        assert (row(account, region, model)[field] or 0) == count, f"{field} of {model} in {region}"
    same(f"{model} in {region}", bill(tokens, prices), row(account, region, model)["costUsd"])


def saves(check, region, low, expected, high):
    alone = finding(check, region)["saving"]["standalone"]
    for end, dollars in (("low", low), ("expected", expected), ("high", high)):
        same(f"{check} {region} {end}", dollars, alone[end])


def idle(account, region, model, hourly, free_from):
    """One model unit: its price × 336 hours in the window, × 720 hours a month, saved when the commitment ends."""
    same(model, HOURS * hourly, row(account, region, model)["costUsd"])
    saves("provisioned-idle", region, 720 * hourly, 720 * hourly, 720 * hourly)
    assert finding("provisioned-idle", region)["saving"]["availableFrom"].startswith(free_from)


def support_bot():
    bot = (1_551_017_696, 42_960_514, 0, 0)
    costs("111122223333", "us-east-1", "s9upp0rtb0t1", bot, SONNET_4_5)
    # The prompt is paid at 1; of it 29.3 % are read at 0.1 and 68.5 % written at 1.25 as a chat service does, or 91.5 %
    # read and 8.5 % written as a coding agent does; expected is midway.
    prompt = bill(bot[:1], SONNET_4_5) * MONTH
    low = prompt * (1 - (D("0.293") * D("0.1") + D("0.685") * D("1.25") + D("0.022")))
    high = prompt * (1 - (D("0.915") * D("0.1") + D("0.085") * D("1.25")))
    saves("cache-missing", "us-east-1", low, (low + high) / 2, high)
    return "cache-missing"


def split_cache():
    usage = {
        "us-east-1": (12_037_492, 14_895_418, 64_048_508, 412_033_949),
        "us-east-2": (11_277_109, 14_420_754, 61_233_735, 442_557_741),
        "us-west-1": (12_025_490, 14_976_966, 62_259_589, 425_393_015),
        "us-west-2": (11_286_735, 14_475_446, 65_408_420, 440_869_447),
    }
    lost = D(0)
    for region, tokens in usage.items():
        costs("111122223333", region, "us.anthropic.claude-sonnet-4-5-20250929-v1:0", tokens, SONNET_4_5)
        # Written tokens cost $4.125 - $3.30 too much, read ones save $3.30 - $0.33.
        net = (tokens[3] * D("0.825") - tokens[2] * D("2.97")) / MILLION
        alone = finding("cache-writes-unread", region)["saving"]["standalone"]
        same(region, net * MONTH, alone["low"])
        same(region, net * MONTH, alone["expected"])
        lost += net
    same("lost by caching", -lost, report["totals"]["realisedCacheSavingUsd"])
    return "cache-writes-unread"


def frontier_classifier():
    tokens = (374_930_580, 9_492_016, 0, 0)
    costs("111122223333", "us-east-1", "t1cketr0ut1n", tokens, OPUS_4_8)
    # All calls on Claude Haiku 5.5 at most, three in ten expected, none at least.
    high = (bill(tokens, OPUS_4_8) - bill(tokens, HAIKU_5_5)) * MONTH
    saves("model-oversized", "us-east-1", D(0), high * D("0.3"), high)
    return "model-oversized"


def idle_throughput():
    idle("111122223333", "us-east-1", "arn:aws:bedrock:us-east-1:111122223333:provisioned-model/s3archpt0001",
         D("6.76"), "2026-12-04")
    idle("111122223333", "us-west-2", "arn:aws:bedrock:us-west-2:111122223333:provisioned-model/r3wr1t3pt001",
         D("13.08"), "2027-03-04")
    same("can be saved before December",
         sum(each["saving"]["inSequence"]["expected"] for each in report["findings"]
             if each["saving"] and each["saving"]["availableFrom"] is None), report["totals"]["saving"]["expected"])
    assert report["findings"][0]["subject"]["region"] == "us-east-1", "what renews in eleven days comes first"
    return "provisioned-idle"


def nightly_batch():
    tokens = (1_538_996_402, 119_269_679, 0, 0)
    costs("111122223333", "us-east-1", "n1ghtlyt4gs0", tokens, HAIKU_4_5)
    calls = recorded("111122223333", "us-east-1", "Invocations", 1_632_205)
    assert {datetime.datetime.fromtimestamp(time, datetime.UTC).hour for time, _ in calls} == {2}
    assert len(calls) == 14, "once a night"
    return "batch-candidate"


def mixed_organization():
    costs("111122223333", "us-east-1", "s9upp0rtb0t1", (1_771_740_076, 49_078_166, 0, 0), SONNET_4_5)
    costs("111122223333", "us-east-1", "us.anthropic.claude-opus-4-8", (224_960_065, 5_695_263, 0, 0), OPUS_4_8)
    costs("444455556666", "eu-west-1", "c0d1ngag3nt1", (0, 11_656_923, 3_098_320_497, 288_950_390), OPUS_4_6_GLOBAL)
    costs("444455556666", "eu-west-1", "d0cs1nd3x001", (1_456_405_439, 119_700_180, 0, 0), HAIKU_4_5)
    idle("111122223333", "us-west-2", "arn:aws:bedrock:us-west-2:111122223333:provisioned-model/s3archpt0001",
         D("20.30"), "2026-12-04")
    # Eleven hours a day, 28 − 14 days, 900 calls an hour of 12,035 tokens and 343 of answer, at $0.15 and $0.60.
    calls = 11 * 14 * 900
    same("Qwen3 32B", bill((calls * 12_035, calls * 343), (D("0.15"), D("0.60"))),
         row("777788889999", "us-east-1", "qwen.qwen3-32b")["costUsd"])
    assert row("777788889999", "us-east-1", "us.anthropic.claude-saga-6-v1:0")["costUsd"] is None
    absent = [each for each in report["coverage"]["sources"] if each["status"] == "absent"]
    assert absent and {(each["account"], each["region"]) for each in absent} == {("777788889999", "ap-southeast-2")}
    return "provisioned-idle"


first = {
    "support-bot": support_bot,
    "split-cache": split_cache,
    "frontier-classifier": frontier_classifier,
    "idle-throughput": idle_throughput,
    "nightly-batch": nightly_batch,
    "mixed-organization": mixed_organization,
}[scenario]()
said = report["findings"][0]["check"]
assert first in (None, said), f"the owner should act on {first} first, and reads {said}"
same("rows", sum(each["costUsd"] or 0 for each in report["models"]), report["totals"]["costUsd"])
