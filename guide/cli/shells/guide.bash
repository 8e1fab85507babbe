# Add this line to ~/.bashrc:  eval "$(guide completion bash)"

_guide_completion() {
    local line="${COMP_LINE:0:COMP_POINT}" type value
    local word="${line##*[[:space:]]}" breaks="${COMP_WORDBREAKS//[^:=]/}" before=
    # Bash parts words at these signs: what stands before the last one is not its to replace.
    [[ -n $breaks ]] && before="${word%"${word##*[$breaks]}"}"
    COMPREPLY=()
    while IFS=, read -r type value; do
        value="${value%%$'\t'*}"
        case $type in
            plain) COMPREPLY+=("${value#"$before"}")
                   [[ $value == *= ]] && compopt -o nospace 2>/dev/null ;;
            dir) compopt -o dirnames 2>/dev/null ;;
            file) compopt -o default 2>/dev/null ;;
        esac
    done < <(env COMP_WORDS="$line" _GUIDE_COMPLETE=bash_complete "$1" 2>/dev/null)
    return 0
}
complete -o nosort -F _guide_completion guide 2>/dev/null ||
    complete -F _guide_completion guide  # before bash 4.4
