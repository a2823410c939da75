#!/usr/bin/env bash
# How long a scan of a large account takes as a whole process, against the floor: inflating the same files.
#   bench/scan.sh [MODELS] [REGIONS] [RUNS]
# Prints medians of whole-process wall time and their ratio to the floor, all from one run.
set -euo pipefail
cd "$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
models=${1:-50} regions=${2:-4} runs=${3:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build tools/Assay.Scenarios -c Release --nologo -v quiet >&2
dotnet build src/Assay.Cli -c Release --nologo -v quiet >&2
jit=(dotnet artifacts/bin/Assay.Cli/release/assay.dll)
dotnet artifacts/bin/Assay.Scenarios/release/Assay.Scenarios.dll "${jit[1]}" "$work/recording" scaled "$models" "$regions" prices >&2 || true
native=()
if dotnet publish src/Assay.Cli -c Release -p:PublishAot=true -p:SelfContained=true --artifacts-path "$work/aot" \
    -o "$work/native" --nologo -v quiet >&2; then
  native=("$work/native/assay")
fi

# median MILLISECONDS of RUNS runs of a command
median() {
  local i start end times=()
  for ((i = 0; i < runs; i++)); do
    start=${EPOCHREALTIME/./}
    "$@" >/dev/null 2>&1 || true
    end=${EPOCHREALTIME/./}
    times+=($(((end - start) / 1000)))
  done
  printf '%s\n' "${times[@]}" | sort -n | sed -n "$((runs / 2 + 1))p"
}

inflate() { find "$work/recording" -name '*.gz' -exec gzip -dc {} +; }
raw=$(inflate | wc -c)
floor=$(median inflate)
line() { printf '%-34s %6d ms   %5.1f x floor\n' "$1" "$2" "$(echo "$2 $floor" | awk '{print $1 / ($2 > 0 ? $2 : 1)}')"; }
printf '%s models x %s Regions x 14 days (and the 14 before): %d MB of responses, %d runs\n' "$models" "$regions" $((raw / 1000000)) "$runs"
line "floor: gzip -dc of the recording" "$floor"
line "scan --from, framework-dependent" "$(median "${jit[@]}" scan --from "$work/recording" --format json)"
[[ ${#native[@]} -gt 0 ]] && line "scan --from, native" "$(median "${native[@]}" scan --from "$work/recording" --format json)"
line "--help, framework-dependent" "$(median "${jit[@]}" --help)"
[[ ${#native[@]} -gt 0 ]] && line "--help, native" "$(median "${native[@]}" --help)"
line "demo, framework-dependent" "$(median "${jit[@]}" demo)"
[[ ${#native[@]} -gt 0 ]] && line "demo, native" "$(median "${native[@]}" demo)"
exit 0
