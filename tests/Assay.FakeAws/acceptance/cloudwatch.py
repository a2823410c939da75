"""CloudWatch: ListMetrics, GetMetricData, GetMetricStatistics."""
import datetime
import json

from acceptance.support import (
    ACCOUNT, CLAUDE, NOVA, NOVA_CALLS, NOVA_INPUT, OTHER, UTC, check, client, data, day, dimensions, fails, pages,
    query, series, total,
)


def list_metrics():
    cloudwatch = client("cloudwatch")
    found = list(cloudwatch.get_paginator("list_metrics").paginate(Namespace="AWS/Bedrock"))
    metrics = [m for page in found for m in page["Metrics"]]
    check("ListMetrics: pages of 500", [len(p["Metrics"]) for p in found], [500, 500, 210])
    check("ListMetrics: nothing twice", len({json.dumps(m, sort_keys=True) for m in metrics}), 1210)
    models = {d["Value"] for m in metrics for d in m["Dimensions"] if d["Name"] == "ModelId"}
    check("ListMetrics: nothing older than two weeks", "old.model-v1:0" in models, False)
    exact = cloudwatch.list_metrics(MetricName="InputTokenCount", Dimensions=dimensions(CLAUDE))["Metrics"]
    check("ListMetrics: richer sets are listed too", sorted(len(m["Dimensions"]) for m in exact), [1, 3])
    tiered = cloudwatch.list_metrics(Dimensions=[{"Name": "ServiceTier"}])["Metrics"]
    check("ListMetrics: a dimension by its name", len(tiered), 1)
    linked = cloudwatch.list_metrics(Namespace="AWS/BedrockMantle", IncludeLinkedAccounts=True)
    check("ListMetrics: owning accounts", linked["OwningAccounts"], [ACCOUNT])
    recent = cloudwatch.list_metrics(RecentlyActive="PT3H", MetricName="Odd")["Metrics"]
    check("ListMetrics: recently active", recent, [])
    europe = client("cloudwatch", region="eu-west-1").list_metrics()["Metrics"]
    check("ListMetrics: Regions are apart", len(europe), 1)
    fails("ListMetrics: foreign token", "InvalidParameterValue",
          lambda: cloudwatch.list_metrics(NextToken="bm90IG91cnM="),
          400, exception=cloudwatch.exceptions.InvalidParameterValueException)


def metric_data():
    cloudwatch = client("cloudwatch")
    start, end = day(20), day(23)
    expected = NOVA_CALLS
    got = data(cloudwatch, [
        query("calls", "Invocations", NOVA), query("input", "InputTokenCount", NOVA),
        query("daily", "Invocations", NOVA, period=86400), query("avg", "InvocationLatency", NOVA, "Average", 86400),
        query("n", "InputTokenCount", NOVA, "SampleCount"), query("max", "InputTokenCount", NOVA, "Maximum"),
        query("p99", "InputTokenCount", NOVA, "p99"), query("p50", "OutputTokenCount", NOVA, "p50"),
        query("none", "Invocations", {"ModelId": "nobody"}), query("unit", "Invocations", NOVA, unit="Bytes"),
        query("odd", "Odd", {"ModelId": "odd.values-v1:0"}), query("hidden", "Odd", NOVA, ReturnData=False),
        query("mantle", "Inferences", {"Model": "openai.gpt-oss-120b", "Project": "p1"}, namespace="AWS/BedrockMantle"),
    ], start, end)
    check("GetMetricData: sum", total(got["calls"]), expected)
    check("GetMetricData: hours without data are absent", len(got["calls"]), 54)
    check("GetMetricData: newest first", got["calls"][0][0], day(22, 23))
    check("GetMetricData: exact tokens", total(got["input"]), NOVA_INPUT)
    check("GetMetricData: days", [t for t, _ in got["daily"]], [day(22), day(21), day(20)])
    check("GetMetricData: days add up", total(got["daily"]), expected)
    check("GetMetricData: average weighs by samples", {v for _, v in got["avg"]}, {812.5})
    check("GetMetricData: sample count", total(got["n"]), expected)
    check("GetMetricData: maximum", {v for _, v in got["max"]}, {8000.0})
    check("GetMetricData: percentile", {v for _, v in got["p99"]}, {4100.5})
    check("GetMetricData: unknown percentile is empty", got["p50"], [])
    check("GetMetricData: unknown series is empty", got["none"], [])
    check("GetMetricData: another unit is empty", got["unit"], [])
    # botocore's JSON parser passes numbers through unread, so that the text "NaN" stays a text.
    check("GetMetricData: NaN stays NaN", [v for _, v in got["odd"]], [3.0, "NaN", 1.0])
    check("GetMetricData: ReturnData", "hidden" in got, False)
    check("GetMetricData: several dimensions", total(got["mantle"]), 144)
    check("GetMetricData: end is exclusive",
          total(data(cloudwatch, [query("a", "Invocations", CLAUDE)], day(22), day(22, 1))["a"]), 5)


def metric_data_minutes():
    cloudwatch = client("cloudwatch")
    hour = [query("calls", "Invocations", CLAUDE, period=60), query("tokens", "InputTokenCount", CLAUDE, period=60),
            query("five", "InputTokenCount", CLAUDE, period=300), query("flat", "InputTokenCount", NOVA, period=60)]
    got = data(cloudwatch, hour, day(22, 10), day(22, 11), ScanBy="TimestampAscending")
    minutes = {t.minute: v for t, v in got["tokens"]}
    check("minutes: pattern", sorted(minutes), [0, 1, 2, 30])
    check("minutes: sum is exact", sum(minutes.values()), 123456789)
    check("minutes: weights", minutes[30] > 2.9 * minutes[0])
    check("minutes: five of them", sum(v for t, v in got["five"] if t.minute == 0), sum(minutes[i] for i in (0, 1, 2)))
    check("minutes: flat is exact", total(got["flat"]), 20 * 1000 + 7)
    check("minutes: oldest first", [t.minute for t, _ in got["calls"]], [0, 1, 2, 30])


def metric_data_paging():
    cloudwatch = client("cloudwatch")
    queries = [query(f"q{i}", "Invocations", CLAUDE) for i in range(3)] + [query("e", "Odd", NOVA)]
    found = pages(cloudwatch, queries, day(20), day(23), page=50)
    check("paging: pages", [sum(len(r["Values"]) for r in p["MetricDataResults"]) for p in found], [50] * 4 + [16])
    states = [(r["Id"], r["StatusCode"]) for p in found for r in p["MetricDataResults"]]
    check("paging: states", states, [
        ("q0", "PartialData"), ("q0", "Complete"), ("q1", "PartialData"), ("q1", "Complete"), ("q2", "PartialData"),
        ("q2", "PartialData"), ("q2", "Complete"), ("e", "Complete")])
    check("paging: last state of each", {i: s for i, s in states}, dict.fromkeys(["q0", "q1", "q2", "e"], "Complete"))
    got = data(cloudwatch, queries, day(20), day(23), page=50)
    check("paging: sum", [total(got[f"q{i}"]) for i in range(3)], [360.0] * 3)
    check("paging: nothing twice", len({t for t, _ in got["q1"]}), 72)
    token = found[0]["NextToken"]
    fails("paging: token with other parameters", "InvalidNextToken", lambda: cloudwatch.get_metric_data(
        MetricDataQueries=queries[:1], StartTime=day(20), EndTime=day(23), NextToken=token),
        400, exception=cloudwatch.exceptions.InvalidNextToken)


def metric_data_big_page():
    cloudwatch = client("cloudwatch")
    queries = [query(f"q{i}", "Invocations", {"ModelId": "aged"}, period=60) for i in range(6)]
    found = pages(cloudwatch, queries, day(9), day(23))
    check("big page: 100,800 a page", [sum(len(r["Values"]) for r in p["MetricDataResults"]) for p in found],
          [100800, 6 * 14 * 1440 - 100800])


def metric_data_errors():
    cloudwatch = client("cloudwatch")

    def get(queries, start=day(20), end=day(23), **more):
        return lambda: cloudwatch.get_metric_data(MetricDataQueries=queries, StartTime=start, EndTime=end, **more)

    many = [query(f"q{i}", "Invocations", NOVA) for i in range(501)]
    check("500 queries", len(cloudwatch.get_metric_data(
        MetricDataQueries=many[:500], StartTime=day(20), EndTime=day(23))["MetricDataResults"]), 500)
    fails("501 queries", "ValidationError", get(many), 400)
    fails("expression", "ValidationError", get([{"Id": "e", "Expression": "SUM(METRICS())"}]), 400)
    fails("id", "ValidationError", get([query("Upper", "Invocations", NOVA)]))
    fails("same id", "ValidationError", get([query("a", "Invocations", NOVA)] * 2))
    fails("period", "ValidationError", get([query("a", "Invocations", NOVA, period=90)]))
    fails("statistic", "ValidationError", get([query("a", "Invocations", NOVA, "Median")]))
    fails("times", "ValidationError", get([query("a", "Invocations", NOVA)], day(23), day(20)))
    fails("datapoints", "ValidationError", get([query("a", "Invocations", NOVA)], MaxDatapoints=100801))
    foreign = get([query("a", "Invocations", NOVA, AccountId=OTHER)])()["MetricDataResults"][0]
    check("another account's data", (foreign["StatusCode"], foreign["Values"]), ("Forbidden", []))


def retention():
    cloudwatch = client("cloudwatch")
    wanted = [query("s60", "Invocations", {"ModelId": "aged"}, period=60),
              query("s300", "Invocations", {"ModelId": "aged"}, period=300),
              query("s3600", "Invocations", {"ModelId": "aged"}, period=3600)]

    def counts(start, end):
        got = data(cloudwatch, wanted, start, end)
        return [len(got[i]) for i in ("s60", "s300", "s3600")]

    check("retention: yesterday", counts(day(22, 0), day(22, 1)), [60, 12, 1])
    check("retention: 20 days", counts(day(3, 0), day(3, 1)), [0, 12, 1])
    check("retention: 80 days", counts(day(4, 0, 9), day(4, 1, 9)), [0, 0, 1])
    year = datetime.datetime(2025, 8, 1, tzinfo=UTC)
    check("what is still to come", counts(day(22, 23), day(25)), [60, 12, 1])
    check("retention: 479 days", counts(year, year + datetime.timedelta(hours=1)), [0, 0, 0])


def statistics():
    cloudwatch = client("cloudwatch")

    def get(name, dims, **more):
        options = {"StartTime": day(20), "EndTime": day(23), "Period": 3600, "Statistics": ["Sum"], **more}
        return cloudwatch.get_metric_statistics(
            Namespace="AWS/Bedrock", MetricName=name, Dimensions=dimensions(dims),
            **{k: v for k, v in options.items() if v is not None})

    points = get("InputTokenCount", NOVA, Statistics=["Sum", "Average", "SampleCount", "Minimum", "Maximum"])
    check("GetMetricStatistics: label", points["Label"], "InputTokenCount")
    check("GetMetricStatistics: sum", sum(p["Sum"] for p in points["Datapoints"]), NOVA_INPUT)
    check("GetMetricStatistics: all statistics", set(points["Datapoints"][0]) - {"Timestamp", "Unit"},
          {"Sum", "Average", "SampleCount", "Minimum", "Maximum"})
    times = [p["Timestamp"] for p in points["Datapoints"]]
    check("GetMetricStatistics: in no order", times != sorted(times) and times != sorted(times)[::-1])
    extended = get("InputTokenCount", NOVA, Statistics=None, ExtendedStatistics=["p99", "p12"])["Datapoints"]
    check("GetMetricStatistics: percentiles", [p["ExtendedStatistics"] for p in extended], [{"p99": 4100.5}] * 54)
    odd = get("Invocations", CLAUDE, StartTime=day(22) + datetime.timedelta(minutes=15), EndTime=day(22, 3))
    check("GetMetricStatistics: periods begin at StartTime", {p["Timestamp"].minute for p in odd["Datapoints"]}, {15})
    fails("GetMetricStatistics: 1,440", "InvalidParameterCombination", lambda: get("Invocations", NOVA, Period=60),
          400, "exceeds the limit of 1,440", cloudwatch.exceptions.InvalidParameterCombinationException)
    fails("GetMetricStatistics: no statistic", "InvalidParameterCombination",
          lambda: get("Invocations", NOVA, Statistics=None))


PARTS = (list_metrics, metric_data, metric_data_minutes, metric_data_paging, metric_data_big_page,
         metric_data_errors, retention, statistics)
