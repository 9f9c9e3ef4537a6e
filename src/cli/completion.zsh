#compdef dossier npx
_dossier() {
  local program=dossier
  local -a typed=("${(@)words[2,CURRENT]}") found
  if [[ $words[1] == npx ]]; then
    if [[ $CURRENT -lt 3 || $words[2] != dossier ]]; then
      _files
      return
    fi
    shift typed
  fi
  [[ -x node_modules/.bin/dossier ]] && program=node_modules/.bin/dossier
  found=(${(f)"$("$program" completion --words "${typed[@]}" 2>/dev/null)"})
  if (( $#found )); then compadd -a found; else _files; fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
compdef _dossier dossier npx
