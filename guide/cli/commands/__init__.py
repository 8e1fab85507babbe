"""One module per command, called as the command is; each holds ``command``.

The first line of a module is the command's line in ``guide --help``.

A module imports click and nothing heavier; what it needs to do its work is imported when it
does it, so that help and completion stay quick.
"""
