#compdef backoffice
# Completion of backoffice in zsh. In ~/.zshrc, below compinit:
#   eval "$(backoffice completion zsh)"
# or as a file _backoffice in a folder of $fpath.

_backoffice() {
  local program=$words[1] answer
  local -a offered
  case $program in
    '~/'*) program=$HOME/${program#??} ;;
    */*) ;;
    *) program=backoffice ;;
  esac
  whence -- $program >/dev/null || return 1
  answer=$($program __complete zsh "${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" 2>/dev/null </dev/null)
  if [[ $PREFIX == --*=* ]]; then compset -P '*='; fi
  case $answer in
    '') return 1 ;;
    :files) _files ;;
    :folders) _files -/ ;;
    *)
      offered=("${(@f)answer}")
      _describe -V backoffice offered
      ;;
  esac
}

if [[ ${funcstack[1]-} == _backoffice ]]; then
  _backoffice "$@"
elif (( ${+functions[compdef]} )); then
  compdef _backoffice backoffice
else
  print -u2 'backoffice: completion in zsh needs "autoload -Uz compinit && compinit" above its line in ~/.zshrc'
fi
