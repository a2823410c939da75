#!/usr/bin/env bash
# How long a price takes to find, against a look-up in a dictionary by text, and how long the compiled book takes to
# read for the first time in a process, against the JSONC it was made of.
#   bench/prices.sh [RUNS]
# Prints medians and their ratios, all from one run.
set -euo pipefail
cd "$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
runs=${1:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build tools/Assay.PriceCompiler -c Release --nologo -v quiet >&2
compiler=(dotnet artifacts/bin/Assay.PriceCompiler/release/Assay.PriceCompiler.dll prices "$work/prices.bin")
"${compiler[@]}"

# median COLUMN MEASURE
median() {
  local i
  for ((i = 0; i < runs; i++)); do "${compiler[@]}" "$2"; done | awk -v c="$1" '{print $c}' | sort -n | sed -n "$((runs / 2 + 1))p"
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }
find=$(median 1 find) floor=$(median 2 find) binary=$(median 1 binary) jsonc=$(median 1 jsonc)
printf '%d bytes of JSONC, %d bytes compiled, %d runs\n' "$(cat prices/*.jsonc | wc -c)" "$(wc -c <"$work/prices.bin")" "$runs"
printf 'find a price           %8.1f ns   %s x a look-up by text (%s ns)\n' "$find" "$(ratio "$find" "$floor")" "$floor"
printf 'first reading, binary  %8.2f ms   %s x JSONC (%s ms)\n' "$binary" "$(ratio "$binary" "$jsonc")" "$jsonc"
