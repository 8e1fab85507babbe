"""How old a guide is, in words."""

from datetime import date

from guide.english import age, long_date, short_date
from guide.model.schema import Guide


def verified_line(guide: Guide, today: date | None) -> str:
    """When the guide was last verified, whose date that is, and whether it is due for review.

    Without a day to count from, as on a page that is written once and read for years, the date.
    """
    head = guide.head
    by = f" by {head.verified_by}" if head.verified_by else ""
    line = f"Last verified{by} on {long_date(head.verified)}"
    if today is None:
        return f"{line}."
    line += f", {age(head.verified, today)}."
    if due_for_review(guide, today):
        line += f" Due for review: the date is more than {head.review_after_days} days old."
    return line


def checked_line(guide: Guide, today: date | None) -> str:
    """The same in a few words, for the end of a page; never as if the date were our own."""
    due = "; due for review" if today and due_for_review(guide, today) else ""
    by = f" (checked by {guide.head.verified_by})" if guide.head.verified_by else ""
    return f"Facts as of {long_date(guide.head.verified)}{by}{due}."


def age_words(guide: Guide, today: date) -> str:
    """The same for the corner of a screen."""
    due = " due for review" if due_for_review(guide, today) else ""
    return f"facts of {short_date(guide.head.verified)}{due}"


def due_for_review(guide: Guide, today: date) -> bool:
    """Whether the guide's date is older than its authors want it to get."""
    return guide.head.is_due(guide.head.verified, today)
