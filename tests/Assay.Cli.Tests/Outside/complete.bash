# complete.bash SCRIPT WORD...: what the completion that SCRIPT registers offers for the last word.
source "$1" || exit 1
shift
function=$(complete -p assay | sed 's/.*-F \([^ ]*\).*/\1/') || exit 1
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
"$function" assay "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\n' "${COMPREPLY[@]}"
