"""One paragraph of plain text in lines, for a dialogue; ``layout`` does the same for pages."""

import textwrap


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """One paragraph in lines of this width, the first and the rest with what they start with.

    Long words (addresses, scenario codes) are never broken, so that they can be copied.
    """
    return textwrap.wrap(
        text,
        max(width, len(first) + 20),
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
