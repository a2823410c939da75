"""Where the numbers in CallSize.cs and CacheShares.cs come from.

    trace_statistics.py calls FILE              a trace in the form of assay.calls/1 (JSON lines, gzip)
    trace_statistics.py spread FILE REGIONS     the same, with prefixes: shares of a five-minute cache
    trace_statistics.py servegen CHUNK.json     a client's chunk-N-dataset.json of alibaba/ServeGen
"""
import ast
import collections
import datetime
import gzip
import json
import sys

TTL = 300


def calls(path):
    with gzip.open(path, "rt") as lines:
        yield from map(json.loads, lines)


def prompt(call):
    return call["input"] + call.get("cacheRead", 0) + call.get("cacheWrite5m", 0) + call.get("cacheWrite1h", 0)


def describe(name, counts):
    total = sum(counts.values())

    def quantile(share):
        seen = 0
        for tokens in sorted(counts):
            seen += counts[tokens]
            if seen >= share * total:
                return tokens

    mean = sum(tokens * count for tokens, count in counts.items()) / total
    print(name, "mean", round(mean), "p50/p90/p99", [quantile(p) for p in (0.5, 0.9, 0.99)], "max", max(counts))


def sizes(path):
    inputs, outputs = collections.Counter(), collections.Counter()
    for call in calls(path):
        inputs[prompt(call)] += 1
        outputs[call["output"]] += 1
    describe("prompt", inputs)
    describe("output", outputs)


def spread(path, regions):
    """Every block boundary is a checkpoint, calls go to the Regions in turn, and each Region has its own cache."""
    used, read, write, total = {}, 0, 0, 0
    for number, call in enumerate(calls(path)):
        now = datetime.datetime.fromisoformat(call["at"].replace("Z", "+00:00")).timestamp()
        region, size = number % regions, call["prefix"]["size"]
        blocks = [first + i for first, count in call["prefix"]["runs"] for i in range(count)]
        hit = 0
        while hit < len(blocks) and used.get((region, blocks[hit]), -TTL - 1) >= now - TTL:
            hit += 1
        for block in blocks:
            used[(region, block)] = now
        read += min(call["input"], hit * size)
        write += min(call["input"], len(blocks) * size) - min(call["input"], hit * size)
        total += call["input"]
    print("read", round(read / total, 3), "write", round(write / total, 3))


def servegen(path):
    inputs, outputs = collections.Counter(), collections.Counter()
    with open(path) as file:
        for window in json.load(file).values():
            for key, counts in (("input_tokens", inputs), ("output_tokens", outputs)):
                for tokens, count in ast.literal_eval(window[key]).items():
                    counts[tokens] += count
    describe("prompt", inputs)
    describe("output", outputs)


match sys.argv[1:]:
    case ["calls", path]:
        sizes(path)
    case ["spread", path, regions]:
        spread(path, int(regions))
    case ["servegen", path]:
        servegen(path)
    case _:
        sys.exit(__doc__)
