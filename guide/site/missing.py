"""What the site of a guide lacks, though it works without."""

from collections.abc import Iterator

from guide.english import plural
from guide.model.schema import Guide


def missing(guide: Guide) -> Iterator[str]:
    """What is missing and what it is for, each in a line."""
    head = guide.head
    if not head.about:
        yield "no 'about' in guide.yaml: search engines and previews of links have only the title"
    if not head.address:
        yield (
            "no 'address' in guide.yaml: no page names the place where it is published, such as "
            "https://guide.example.org/"
        )
    if guide.glance is None:
        yield "no glance.yaml: whoever answers nothing has no page to read"
    if not guide.terms:
        yield "no terms.yaml: no word is explained where it first appears"
    if unread := [source for source in guide.sources if not source.address]:
        yield f"{plural(len(unread), 'source')} without an address: nobody can go and look"
