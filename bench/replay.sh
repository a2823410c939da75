#!/bin/sh
# Replays prompt caching over a million calls: the public Claude Code trace, again and again with its times and sessions
# moved on. Says calls a second of one core for the whole program, ledger included, and by how many MB memory grows from
# four copies to all of them, of replays and of the report.
# usage: bench/replay.sh [TRACE.calls.jsonl.gz] [FOLDER]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
trace=${1:-$here/../shared/data/traces/claude-code.calls.jsonl.gz}
folder=${2:-$(mktemp -d)}
# ASSAY names another program, such as the native one.
assay=${ASSAY:-dotnet $here/artifacts/bin/Assay.Cli/release/assay.dll}
mkdir -p "$folder"

# Copy N of the trace: six days later each, under sessions of its own.
python3 - "$trace" "$folder" 38 <<'PY'
import datetime, gzip, json, os, sys
trace, folder, copies = sys.argv[1], sys.argv[2], int(sys.argv[3])
calls = [json.loads(line) for line in gzip.open(trace, "rt")]
times = [datetime.datetime.fromisoformat(call["at"].replace("Z", "+00:00")) for call in calls]
step = max(times) - min(times) + datetime.timedelta(hours=2)
for copy in range(copies):
    path = f"{folder}/{copy:02}.calls.jsonl.gz"
    if os.path.exists(path):
        continue
    with gzip.open(path, "wt", compresslevel=1) as out:
        for call, time in zip(calls, times):
            at = (time + copy * step).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
            moved = dict(call, at=at, session=f"{call.get('session')}/{copy}")
            if moved.get("prefix", {}).get("scope") == "global":
                moved["prefix"] = dict(moved["prefix"], runs=[[a + copy * 10_000_000, n] for a, n in moved["prefix"]["runs"]])
            out.write(json.dumps(moved, separators=(",", ":")) + "\n")
PY

rm -f "$folder/peak.json"
for files in "0[0-3]" "[0-9][0-9]"; do
    ledger=$folder/$(echo "$files" | tr -d '[]-').duckdb
    # shellcheck disable=SC2086 # the pattern is meant to be expanded
    [ -f "$ledger" ] || $assay ingest $folder/$files.calls.jsonl.gz --ledger "$ledger" --quiet > /dev/null
    for levers in "prompt-caching:mode=ideal,ttl=5m" "prompt-caching:mode=placed,points=last,ttl=5m" all report; do
        if [ "$levers" = all ]; then
            set -- replay --lever deduplicate --lever model-right-sizing --lever routing-scope --lever prompt-caching \
                --lever output-cap --lever service-tier
        elif [ "$levers" = report ]; then
            set -- report
        else
            set -- replay --lever "$levers"
        fi
        python3 - "$folder/peak.json" "$levers" $assay "$@" --ledger "$ledger" --format json <<'PY'
import json, os, resource, subprocess, sys, time
peaks, levers, command = sys.argv[1], sys.argv[2], sys.argv[3:]
began = time.time()
out = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
wall = time.time() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = used.ru_utime + used.ru_stime
calls = out["calls"] if "calls" in out else sum(each["calls"] for each in out["workloads"])
peak = used.ru_maxrss / 1024
before = json.load(open(peaks)) if os.path.exists(peaks) else {}
grown = ""
if levers in before and calls > before[levers][0]:
    grown = f", {peak - before[levers][1]:+.0f} MB for {calls - before[levers][0]:,} calls more"
json.dump({**before, levers: (calls, peak)}, open(peaks, "w"))
print(f"{levers:45} {calls:>9,} calls  wall {wall:5.2f} s  cpu {cpu:5.2f} s  "
      f"{calls / cpu:>9,.0f} calls/s of a core  {peak:5.0f} MB{grown}")
PY
    done
done
