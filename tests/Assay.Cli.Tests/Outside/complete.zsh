# complete.zsh SCRIPT LINE: what zsh offers at the end of the line, asked of an interactive zsh in a pseudo-terminal.
# Its compadd is wrapped to tell every match.
zmodload zsh/zpty || exit 1
script=$1 line=$2
asked() {
  zpty -w shell "$1"
  zpty -r -m shell reply "*READY*" || exit 1
}
zpty shell env TERM=dumb zsh -f -i
zpty -w shell 'PS1= PS2= RPS1=; unsetopt prompt_cr prompt_sp; autoload -Uz compinit && compinit -u -D'
zpty -w shell "source ${(q)script}"
zpty -w shell 'compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
  local -a found; builtin compadd -A found "$@"
  local each; for each in $found; do print -r -- "<$each>" >> $told; done
  builtin compadd "$@"; }'
told=$(mktemp)
zpty -w shell "told=${(q)told}; finish() { print -n REA''DY; zle kill-buffer }; zle -N finish; bindkey '^X' finish"
zpty -w shell "bindkey '^I' complete-word; print REA''DY"
zpty -r -m shell reply '*READY*' || exit 1
zpty -w -n shell "$line"$'\t\x18'
zpty -r -m shell reply '*READY*' || exit 1
zpty -d shell
sed 's/^<\(.*\)>$/\1/' "$told" | sort -u
rm -f "$told"
