#!/usr/bin/env bash
# Reading invocation logs: CPU seconds, wall, and peak memory of Assay and its peers on the same files, in one run.
# Every peer sums calls and tokens by model of the same folder; Assay also shapes prompts, and keeps them in a ledger.
#
#   bench/ingest.sh LOGS [RUNS]     LOGS: a folder of .json.gz, as of a log generator; RUNS: of each (default 3, best told)
#
# The floor is inflating alone, by libdeflate in one thread without parsing. Peers that this machine lacks are named.
set -euo pipefail
cd "$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
logs=${1:?a folder of logs}
runs=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ASSAY_HASH_KEY=0000000000000000000000000000000000000000000000000000000000000000

dotnet build src/Assay.Cli -c release --nologo -v quiet >&2
dotnet build bench/Assay.ReadBench -c release --nologo -v quiet >&2
read_bench=artifacts/bin/Assay.ReadBench/release/Assay.ReadBench.dll
assay=artifacts/bin/Assay.Cli/release/assay.dll
floor=0

# Runs a command some times; prints the run with the least CPU, and its ratio to the floor.
measure() {
  local name=$1 best='' cpu
  shift
  for ((i = 0; i < runs; i++)); do
    rm -rf "$work"/ledger*
    if ! /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" >"$work/out" 2>"$work/err"; then
      printf '%-44s not run: %s\n' "$name" "$(head -n 1 "$work/err")"
      return 0
    fi
    cpu=$(awk '{printf "%.2f %s %.0f", $2 + $3, $1, $4 / 1024}' "$work/time")
    if [[ -z $best ]] || awk -v a="$cpu" -v b="$best" 'BEGIN {split(a, x); split(b, y); exit !(x[1] < y[1])}'; then best=$cpu; fi
  done
  read -r c w m <<<"$best"
  if [[ $floor == 0 ]]; then floor=$c; fi
  printf '%-44s cpu %6.2f s  wall %6.2f s  %5d MB  %5.2f x floor\n' "$name" "$c" "$w" "$m" \
    "$(awk -v a="$c" -v b="$floor" 'BEGIN {print a / b}')"
}

echo "$(find "$logs" -name '*.gz' | wc -l) files, $(du -shL "$logs" | cut -f1) compressed"
measure 'floor: inflate only (libdeflate), 1 thread' dotnet $read_bench "$logs" 1 inflate
measure 'Assay: values of records, 1 thread' dotnet $read_bench "$logs" 1 tape
measure 'Assay: calls with shapes, 1 thread' dotnet $read_bench "$logs" 1 full
measure 'Assay: calls with shapes, 2 threads' dotnet $read_bench "$logs" 2 full
measure 'Assay: the same with GZipStream, strict' dotnet $read_bench "$logs" 1 strict
measure 'Assay: into a ledger, 1 thread' dotnet $assay ingest "$logs" --ledger "$work/ledger" --threads 1 --quiet
measure 'Assay: into a ledger, 2 threads' dotnet $assay ingest "$logs" --ledger "$work/ledger" --threads 2 --quiet
cat >"$work/peer.py" <<'PY'
import glob, gzip, sys, collections, orjson
sums = collections.defaultdict(lambda: [0, 0, 0])
for path in sorted(glob.glob(sys.argv[1] + "/**/*.gz", recursive=True)):
    for line in gzip.open(path):
        record = orjson.loads(line)
        row = sums[record["modelId"]]
        row[0] += 1
        row[1] += record["input"].get("inputTokenCount") or 0
        row[2] += record["output"].get("outputTokenCount") or 0
print(len(sums))
PY
measure 'Python, gzip and orjson, 1 thread' python3 "$work/peer.py" "$logs"
query="select modelId, count(*), sum(\"input\".inputTokenCount), sum(\"output\".outputTokenCount) from read_json('$logs/**/*.gz', format='newline_delimited', columns={modelId: 'varchar', \"input\": 'struct(inputTokenCount bigint)', \"output\": 'struct(outputTokenCount bigint)'}) group by 1"
for threads in 1 2; do
  measure "DuckDB read_json with columns, $threads thread(s)" dotnet $read_bench --duckdb "$threads" "$query"
done
