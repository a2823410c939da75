#!/usr/bin/env bash
# Builds what is released from the commit that is checked out, into artifacts/release:
#   release/build.sh [--native | --single] [RID...]
# RIDs: linux-x64 (default), linux-arm64, osx-arm64, win-x64. `tool` instead of a RID makes the package of dotnet tool.
# --native: native code, which only a machine of the same system can link (needs gcc or clang). --single: one program
# with the runtime inside, compiled ahead of time as far as the runtime allows. Otherwise native where the RID is this
# machine's, single elsewhere. DuckDB's library lies beside the program in both.
# Needs the .NET 10 SDK, git, GNU tar and gzip. Nothing uncommitted is in it. A program that can run here is run and
# its demo compared with the golden; what can't is built and said not to have run.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
forced=
case "${1:-}" in
  --native) forced=native; shift ;;
  --single) forced=single; shift ;;
esac
[[ $# -gt 0 ]] || set -- linux-x64

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TZ=UTC LC_ALL=C
commit=$(git -C "$here" rev-parse HEAD)
epoch=$(git -C "$here" log -1 --format=%ct)
[[ -z $(git -C "$here" status --porcelain) ]] || echo "uncommitted changes are not in this build" >&2

# The commit's own files, dated as the commit: recordings are packed with their dates.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git -C "$here" archive --format=tar "$commit" | tar -x -C "$work"
out=$here/artifacts/release
mkdir -p "$out"
common=(-c Release --nologo -v quiet -p:ContinuousIntegrationBuild=true "-p:PathMap=$work/=/_/"
  "-p:SourceRevisionId=$commit" -p:UseSharedCompilation=false -nodeReuse:false)
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$work/Directory.Build.props")

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) host=linux-x64 ;;
  Linux-aarch64) host=linux-arm64 ;;
  Darwin-arm64) host=osx-arm64 ;;
  *) host=none ;;
esac

# check PROGRAM: says its version, and its demo is the one that was read and approved.
check() {
  "$1" --version | grep -qF "$version"
  (cd "$work" && CI=true XDG_CONFIG_HOME="$work/none" "$1" demo --quiet --format json) >"$work/report.json"
  cmp "$work/report.json" "$work/scenarios/one-account/golden/report.json"
}

# describe FOLDER PROGRAM...: the manual and the completions, made by the program itself.
describe() {
  local folder=$1
  shift
  mkdir -p "$folder/man" "$folder/completions"
  "$@" man >"$folder/man/assay.1"
  "$@" completions bash >"$folder/completions/assay.bash"
  "$@" completions zsh >"$folder/completions/_assay"
  "$@" completions fish >"$folder/completions/assay.fish"
}

archive() {
  local rid=$1 name="assay-$version-$1"
  local folder=$work/$name program=$work/$name/assay form=single
  [[ $rid != "$host" ]] || form=native
  form=${forced:-$form}
  dotnet publish "$work/src/Assay.Cli" "${common[@]}" -r "$rid" "-p:ReleaseForm=$form" -o "$folder" >&2
  find "$folder" \( -name '*.pdb' -o -name '*.dbg' -o -name '*.dSYM' \) -prune -exec rm -rf {} +
  cp "$work/LICENSE" "$work/NOTICE" "$work/README.md" "$folder"
  [[ $rid != win-* ]] || program=$program.exe
  if [[ $rid == "$host" ]]; then
    check "$program"
    describe "$folder" "$program"
    echo "$name: runs here, and its demo equals the golden" >&2
  else
    [[ -f $work/portable/assay.dll ]] ||
      dotnet build "$work/src/Assay.Cli" "${common[@]}" -o "$work/portable" >&2
    describe "$folder" dotnet "$work/portable/assay.dll"
    echo "$name: built, not run: this machine is not $rid" >&2
  fi
  chmod -R u=rwX,go=rX "$folder"
  find "$folder" -type f ! -path "$program" -exec chmod a-x {} +
  tar --sort=name --format=ustar --mtime="@$epoch" --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" |
    gzip -9 -n >"$out/$name.tar.gz"
}

tool() {
  dotnet pack "$work/src/Assay.Cli" "${common[@]}" -p:ReleaseForm=tool -o "$work/packages" >&2
  cp "$work"/packages/*.nupkg "$out"
  dotnet tool install Assay.Cli --version "$version" --tool-path "$work/installed" --source "$out" >&2
  check "$work/installed/assay"
  echo "dotnet tool: installs and runs here, and its demo equals the golden" >&2
}

for each in "$@"; do
  case "$each" in
    linux-x64 | linux-arm64 | osx-arm64 | win-x64) archive "$each" ;;
    tool) tool ;;
    *) echo "release/build.sh: $each is none of linux-x64, linux-arm64, osx-arm64, win-x64, tool" >&2; exit 2 ;;
  esac
done

(cd "$out" && sha256sum -- *.tar.gz *.nupkg 2>/dev/null >SHA256SUMS || true; cat SHA256SUMS)
