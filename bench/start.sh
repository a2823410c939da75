#!/usr/bin/env bash
# How long programs take to start and to do a little, one after the other in turns, so that all meet the same machine.
#   bench/start.sh RUNS PROGRAM...      a PROGRAM may be "dotnet path/to/assay.dll"
# Prints the medians of wall and of processor milliseconds, and their ratios to the first program.
set -euo pipefail
runs=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CI=true XDG_CONFIG_HOME=$work TIMEFORMAT='%R %U %S'
jobs=("--version" "prices show --model amazon.nova-pro-v1:0 --region us-east-1" "demo --quiet --format json")

median() { sort -n "$1" | sed -n "$((runs / 2 + 1))p"; }

for job in "${jobs[@]}"; do
  for ((run = 0; run < runs; run++)); do
    for ((i = 1; i <= $#; i++)); do
      # A program and its options are several words.
      { time ${!i} $job >/dev/null 2>&1; } 2>"$work/took"
      read -r wall user system <"$work/took"
      awk -v a="$wall" 'BEGIN {print a * 1000}' >>"$work/wall.$i"
      awk -v a="$user" -v b="$system" 'BEGIN {print (a + b) * 1000}' >>"$work/cpu.$i"
    done
  done
  echo "assay $job"
  for ((i = 1; i <= $#; i++)); do
    printf '  %s %s %s %s %s\n' "$(median "$work/wall.$i")" "$(median "$work/cpu.$i")" "$(median "$work/wall.1")" \
      "$(median "$work/cpu.1")" "$i" |
      awk '{printf "  %6.0f ms wall (%.2f)  %6.0f ms processor (%.2f)  program %d\n", $1, $1 / $3, $2, $2 / $4, $5}'
  done
  rm -f "$work"/wall.* "$work"/cpu.*
done
