# Completion of backoffice in bash. In ~/.bashrc:
#   eval "$(backoffice completion bash)"

_backoffice() {
    local program=${COMP_WORDS[0]} answer line before=
    COMPREPLY=()
    case $program in
        '~/'*) program=$HOME/${program#??} ;;
        */*) ;;
        *) program=backoffice ;;
    esac
    type "$program" >/dev/null 2>&1 || return 0
    answer=$(COLUMNS=${COLUMNS-} "$program" __complete bash "${COMP_LINE:0:$COMP_POINT}" 2>/dev/null </dev/null) || return 0
    # With nothing in COMPREPLY, readline goes on with files, folders or nothing. bash 3.2 has no compopt, and always offers files.
    case $answer in
        :files) return 0 ;;
        :folders) compopt +o default -o dirnames 2>/dev/null || :; return 0 ;;
        *) compopt +o default 2>/dev/null || : ;;
    esac
    [ -n "$answer" ] || return 0
    # --facet=desk is three words to readline, unless somebody took "=" out of COMP_WORDBREAKS.
    case ${2-} in --*=*) before=${2%%=*}= ;; esac
    while IFS= read -r line; do
        COMPREPLY+=("$before$line")
    done <<<"$answer"
    # What a word means is for lists (?, !, @) only, not for what is put into the command line.
    case ${#COMPREPLY[@]}:${COMP_TYPE-} in
        1:*) ;;
        *:63 | *:33 | *:64) return 0 ;;
    esac
    COMPREPLY=("${COMPREPLY[@]%% *}")
    return 0
}

complete -o bashdefault -o default -F _backoffice backoffice
