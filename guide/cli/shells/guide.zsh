#compdef guide
# Add this line to ~/.zshrc, below compinit:  eval "$(guide completion zsh)"

_guide_completion() {
    local -a whole begun described
    local reply type value
    local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
    for reply in "${(@f)$(env COMP_WORDS="$line" _GUIDE_COMPLETE=zsh_complete $words[1] 2>/dev/null)}"; do
        type="${reply%%,*}" value="${reply#*,}"
        case $type in
            plain)
                if [[ $value == *$'\t'* ]]; then
                    described+=("${${value%%$'\t'*}//:/\\:}:${value#*$'\t'}")
                elif [[ $value == *= ]]; then
                    begun+=("$value")
                else
                    whole+=("$value")
                fi ;;
            dir) _path_files -/ ;;
            file) _path_files -f ;;
        esac
    done
    (( $#described )) && _describe -V unsorted described -U
    (( $#begun )) && compadd -U -S '' -V unsorted -a begun
    (( $#whole )) && compadd -U -V unsorted -a whole
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _guide_completion "$@"
else
    compdef _guide_completion guide
fi
