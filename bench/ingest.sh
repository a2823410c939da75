#!/usr/bin/env bash
# Reading invocation logs: CPU seconds, wall, and peak memory of Assay and its peers on the same files, in one run.
# Every peer sums calls and tokens by model of the same folder; Assay also shapes prompts, and keeps them in a ledger.
#
#   bench/ingest.sh LOGS [RUNS]     LOGS: a folder of .json.gz, as of a log generator; RUNS: of each (default 3, best told)
#
# The floor is inflating alone: libdeflate-gunzip to nowhere, or where it is not installed the same library in a program
# of ours. What is released is native code, so that is what is measured; the same program on the runtime comes after it.
# Peers that this machine lacks are named. chDB is looked for in the node_modules of the folder that CHDB names.
set -euo pipefail
cd "$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
logs=${1:?a folder of logs}
runs=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ASSAY_HASH_KEY=0000000000000000000000000000000000000000000000000000000000000000

publish() { dotnet publish "$1" -c Release -p:ReleaseForm=native --artifacts-path "$work/aot" -o "$2" --nologo -v quiet >&2; }
publish src/Assay.Cli "$work/native"
publish bench/Assay.ReadBench "$work/read"
dotnet build src/Assay.Cli -c release --nologo -v quiet >&2
read_bench=$work/read/Assay.ReadBench
native=$work/native/assay
jit="dotnet artifacts/bin/Assay.Cli/release/assay.dll"
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
into() { measure "$1" $2 ingest "$logs" --ledger "$work/ledger" --threads "$3" --quiet; }
if [[ -n $(command -v libdeflate-gunzip) ]]; then
  measure 'floor: libdeflate-gunzip' bash -c "find '$logs' -name '*.gz' -print0 | xargs -0 libdeflate-gunzip -c >/dev/null"
fi
measure 'inflate only, in a program of ours' "$read_bench" "$logs" 1 inflate
measure 'Assay: values of records, 1 thread' "$read_bench" "$logs" 1 tape
measure 'Assay: calls with shapes, 1 thread' "$read_bench" "$logs" 1 full
measure 'Assay: calls with shapes, 2 threads' "$read_bench" "$logs" 2 full
measure 'Assay: the same with GZipStream, strict' "$read_bench" "$logs" 1 strict
into 'Assay: into a ledger, 1 thread' "$native" 1
into 'Assay: into a ledger, 2 threads' "$native" 2
into 'Assay on the runtime: into a ledger, 1 thread' "$jit" 1
into 'Assay on the runtime: into a ledger, 2 threads' "$jit" 2
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
  measure "DuckDB read_json with columns, $threads thread(s)" "$read_bench" --duckdb "$threads" "$query"
done
cat >"$work/peer.js" <<'JS'
const [folder, logs, threads] = process.argv.slice(2);
const { query } = require(require.resolve("chdb", { paths: [folder] }));
console.log(query(`select modelId, count(), sum(input.inputTokenCount), sum(output.outputTokenCount)
  from file('${logs}/**/*.gz', 'JSONEachRow', 'modelId String, input Tuple(inputTokenCount Nullable(Int64)),
    output Tuple(outputTokenCount Nullable(Int64))') group by 1
  settings input_format_skip_unknown_fields = 1, max_threads = ${threads}, max_parsing_threads = ${threads}`, "CSV"));
JS
for threads in 1 2; do
  if [[ -d ${CHDB:-.}/node_modules/chdb ]]; then
    measure "chDB JSONEachRow with columns, $threads thread(s)" node "$work/peer.js" "$(cd "${CHDB:-.}" && pwd)" \
      "$(cd "$logs" && pwd)" "$threads"
  else
    echo 'chDB: not run: not installed (npm install chdb in a folder, and CHDB=FOLDER)'
    break
  fi
done
