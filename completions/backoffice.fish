# Completion of backoffice in fish. In ~/.config/fish/config.fish:
#   backoffice completion fish | source
# or as the file ~/.config/fish/completions/backoffice.fish.

function __backoffice_complete
    set -l program backoffice
    set -l first (commandline -opc)[1]
    if string match -q -- '*/*' "$first"
        set program (string replace -r -- '^~/' "$HOME/" $first)
    end
    type -q -- $program; or return
    set -l line (commandline -cp)
    set -l offered ($program __complete fish "$line" 2>/dev/null </dev/null)
    # A file may be the value of --output=.
    set -l typed (commandline -ct)
    set -l option (string match -r -- '^--[^=]*=' $typed)
    set -l path (string replace -r -- '^--[^=]*=' '' $typed)
    switch "$offered[1]"
        case :files
            string replace -r -- '^' "$option" (__fish_complete_path "$path")
        case :folders
            string replace -r -- '^' "$option" (__fish_complete_directories "$path" '')
        case '*'
            string join -- \n $offered
    end
end

complete -c backoffice -e
complete -c backoffice -f -k -a '(__backoffice_complete)'
