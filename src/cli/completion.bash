# Asks the engine in the current folder for completions of the last word; falls back to file names.
_dossier() {
  local program=dossier words=("${COMP_WORDS[@]:1:COMP_CWORD}") IFS=$'\n'
  if [[ ${COMP_WORDS[0]} == npx ]]; then
    [[ $COMP_CWORD -gt 1 && ${words[0]} == dossier ]] || return
    words=("${words[@]:1}")
  fi
  [[ -x node_modules/.bin/dossier ]] && program=node_modules/.bin/dossier
  COMPREPLY=($("$program" completion --words "${words[@]}" 2>/dev/null))
}
complete -o default -F _dossier dossier npx
