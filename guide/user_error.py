"""The one kind of error that is an answer to a person and no fault of the program."""


class UserError(Exception):
    """What was asked for can't be done: one line that says what, where, and the way out.

    Whatever derives from it may reach the top: each door shows the line and goes on or ends.
    """
