# complete.fish SCRIPT LINE: what fish offers at the end of the line.
source $argv[1]; or exit 1
complete -C $argv[2] | string split -f1 \t
exit 0
