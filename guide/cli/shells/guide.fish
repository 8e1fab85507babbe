# Run once:  guide completion fish > ~/.config/fish/completions/guide.fish

function _guide_completion
    for reply in (env COMP_WORDS=(commandline -cp) _GUIDE_COMPLETE=fish_complete guide 2>/dev/null)
        set -l parts (string split -m 1 , -- $reply)
        switch $parts[1]
            case dir
                __fish_complete_directories $parts[2]
            case file
                __fish_complete_path $parts[2]
            case plain
                echo $parts[2]
        end
    end
end

complete --no-files --command guide --arguments "(_guide_completion)"
