"""What an exit code means: an interface that scripts rely on."""

OK = 0
"""Done. Also when somebody quit, or closed the pipe because they had read enough."""
PROBLEMS = 1
"""The content that was checked has problems."""
USAGE = 2
"""It can't be done as asked: a wrong word, a file that can't be written, no terminal."""
CRASHED = 70
"""A fault of the program itself; the crash log has the details."""
HUNG_UP = 129
"""The terminal was closed."""
INTERRUPTED = 130
"""Ctrl-C."""
TERMINATED = 143
"""Told to end by the system. The app puts the terminal back first."""
