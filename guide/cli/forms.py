"""The form that a file's name asks for."""

from collections.abc import Callable, Iterable


def meant_by(path: str | None, names: Iterable[str], suffix_of: Callable[[str], str]) -> str | None:
    """The form whose files are named like this one; None if there is no file, or no such form."""
    if path is None:
        return None
    return next((name for name in names if path.lower().endswith(suffix_of(name))), None)
