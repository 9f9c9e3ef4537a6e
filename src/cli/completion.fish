# Asks the engine in the current folder for completions of the last word.
function __dossier_words
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -l program dossier
    test -x node_modules/.bin/dossier; and set program node_modules/.bin/dossier
    test "$typed[1]" = npx; and set -e typed[1]
    $program completion --words $typed[2..] "$current" 2>/dev/null
end
complete -c dossier -a '(__dossier_words)'
complete -c npx -n 'test (commandline -opc)[2] = dossier 2>/dev/null' -a '(__dossier_words)'
