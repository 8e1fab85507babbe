"""The page that says what differs between two or three scenarios, and why."""

from collections.abc import Iterable, Iterator
from datetime import date

from guide.compare.comparison import (
    ColumnPassage,
    ComparedPages,
    DifferingSection,
    PassageChange,
)
from guide.compare.reason_words import reasons_words, value_words, verdict_words
from guide.compare.reasons import Cause, Reasons, known
from guide.document.blocks import (
    Block,
    Changed,
    ChangedParagraph,
    Columns,
    Document,
    Line,
    Pairs,
    Run,
    Section,
    Text,
    Tone,
)
from guide.document.formats import Page
from guide.english import listed
from guide.journey.advice import Advice, Passage
from guide.journey.code import write_code
from guide.journey.labels import scenario_words
from guide.journey.verified import verified_line
from guide.model.schema import Block as GuideBlock
from guide.model.schema import Guide
from guide.pages.advice import passage_blocks
from guide.pages.advice_data import grounds_data, guide_data

TITLE = "What differs"
NOTHING = "The pages are the same, word for word."
WHO_SAYS = "What each part rests on stands on its page: guide advise CODE."


def comparison_page(compared: ComparedPages, today: date) -> Page:
    """The page that compares some pages, in every format."""
    return Page(lambda: document(compared, today), lambda: data(compared))


def document(compared: ComparedPages, today: date) -> Document:
    """The page for people."""
    guide = compared.guide
    return Document(
        f"{TITLE}: {guide.title}",
        (*head(compared), Line(verified_line(guide, today), "quiet")),
        (*differing(compared), *equal(compared)),
        foot=WHO_SAYS,
    )


def head(compared: ComparedPages, *, screen: bool = False) -> Iterator[Block]:
    """Which pages these are, in which answers they differ, and what the signs mean.

    For a screen it is short, without codes; signs stand in a margin there, not around words.
    """
    guide = compared.guide
    differ = {cause.facet for causes in compared.changed for cause in causes}
    facets = [facet for facet in guide.facets if facet.id in differ]
    cards = []
    for name, page in zip(compared.names, compared.pages, strict=True):
        answers = known(page)
        own = [
            f"{facet.label}: {value_words(guide, facet.id, answers[facet.id])}" for facet in facets
        ]
        cards.append(tuple(_card(name, page, own, codes=not screen)))
    yield Columns(tuple(cards), tuple(block for card in cards for block in card))
    shared = {f: value for f, value in compared.pages[0].scenario.items() if f not in differ}
    if facets and shared:
        yield Line(f"The same on {_every(compared)}: {scenario_words(guide, shared)}.", "quiet")
    yield from (Line(line, "open") for line in open_lines(compared))
    signs = _styles(compared) if screen else _signs(compared)
    yield Line(signs if compared.sections else NOTHING, "quiet")


def _card(name: str, page: Advice, own: list[str], *, codes: bool) -> Iterator[Block]:
    """What a page is called, and the answers that tell it from the others."""
    words = " · ".join(own) or scenario_words(page.guide, page.scenario)
    row = (name, (Run(words, "strong"),))
    code = ("Code", (Run(write_code(page.guide, page.scenario), "code"),))
    yield Pairs((row, code) if codes else (row,))
    if page.tone:
        yield Tone(f"Verdict: {page.tone.label}", page.tone.colour)
    else:
        yield Line(verdict_words(page), "quiet")


def _every(compared: ComparedPages) -> str:
    return "both pages" if len(compared.pages) == 2 else f"all {len(compared.pages)} pages"


def _signs(compared: ComparedPages) -> str:
    first, *others = compared.names
    if len(others) == 1:
        return f"[-Words-] stand only on {first}, {{+words+}} only on {others[0]}."
    return f"[-Words-] stand on {first} and not on the other; {{+words+}} only on the other."


def _styles(compared: ComparedPages) -> Text:
    first, *others = compared.names
    other = others[0] if len(others) == 1 else "another page"
    return (
        Run(f"Lines with - stand only on {first}, those with + only on {other}. In a line with ± "),
        Run("struck", "gone"),
        Run(f" words are only on {first}, "),
        Run("underlined", "new"),
        Run(f" ones only on {other}."),
    )


def open_lines(compared: ComparedPages) -> Iterator[str]:
    """For each page that is not finished, what is open."""
    for name, page in zip(compared.names, compared.pages, strict=True):
        labels = [facet.label for facet in compared.guide.facets if facet.id in page.open]
        if labels:
            yield f"{name} goes by what is answered so far. Still open: {listed(labels)}."


def differing(compared: ComparedPages, *, unfolded: bool = False) -> Iterator[Section]:
    """The sections that differ; unfolded, with their passages that are the same."""
    for section in compared.sections:
        once = _once(compared, section)
        columns = (tuple(_column(compared, section, index)) for index in range(len(compared.names)))
        blocks = [
            *[Line(f"{once}:", "why")] * bool(once),
            Columns(tuple(columns), tuple(_stacked(compared, section))),
            *(Line(line, "why") for line in between_others(compared, section)),
            *_alike(compared.guide, section, unfolded=unfolded),
        ]
        yield Section(section.section.title, tuple(blocks), f"section-{section.section.id}")


def _once(compared: ComparedPages, section: DifferingSection) -> str:
    """The reason that all of a section has, which stands above it then, and not again below."""
    reasons = {change.reasons for changes in section.changes for change in changes}
    if len(reasons) != 1 or len(compared.pages) > 2 or len(compared.changed[0]) == 1:
        return ""
    return because(compared.guide, *reasons)


def _why(compared: ComparedPages, section: DifferingSection, index: int, reasons: Reasons) -> str:
    """Why a page differs from the first; empty where that is said above, or one answer differs."""
    if len(compared.changed[index - 1]) == 1 or _once(compared, section):
        return ""
    return because(compared.guide, reasons)


def _stacked(compared: ComparedPages, section: DifferingSection) -> Iterator[Block]:
    first, *others = compared.names
    for index, changes in enumerate(section.changes, 1):
        blocks = _under_reasons(
            (_why(compared, section, index, change.reasons), change.paragraphs)
            for change in changes
        )
        if changes and len(others) > 1:
            yield Section(f"{compared.names[index]} beside {first}", tuple(blocks))
        else:
            yield from blocks


def _column(compared: ComparedPages, section: DifferingSection, index: int) -> Iterator[Block]:
    yield Line((Run(compared.names[index], "strong"),))
    passages = section.columns[index]
    if not passages:
        yield Line(nothing_own(compared, section, index), "quiet")
    several = len(compared.pages) > 2
    for_first = (missing(compared.guide, passage) if several else "" for passage in passages)
    for_others = (_why(compared, section, index, passage.reasons) for passage in passages)
    whys = for_others if index else for_first
    yield from _under_reasons(
        (why, passage.paragraphs) for why, passage in zip(whys, passages, strict=True)
    )


def _under_reasons(
    passages: Iterable[tuple[str, tuple[ChangedParagraph, ...]]],
) -> Iterator[Block]:
    """Each text below its reason; one that several in a row share stands once."""
    above = ""
    for reason, paragraphs in passages:
        if reason and reason != above:
            yield Line(f"{reason}:", "why")
        above = reason
        yield Changed(paragraphs)


def _alike(guide: Guide, section: DifferingSection, *, unfolded: bool) -> Iterator[Block]:
    """The passages of a section that differs which are the same: counted, or in full."""
    if count := len(section.alike):
        words = f"{count} other passage{' is' if count == 1 else 's are'} the same"
        yield Line(f"{words}{':' if unfolded else '.'}", "quiet")
    yield from _passages(guide, section.alike if unfolded else ())


def equal(compared: ComparedPages, *, unfolded: bool = False) -> Iterator[Block]:
    """The sections that are the same: named on one line; unfolded, in full below it."""
    if not compared.same:
        return
    titles = [beside.section.title for beside in compared.same]
    yield Line(f"The same on {_every(compared)}: {', '.join(titles)}.")
    for beside in compared.same if unfolded else ():
        yield Section(beside.section.title, tuple(_passages(compared.guide, beside.pages[0])))


def _passages(guide: Guide, blocks: tuple[Passage, ...]) -> Iterator[Block]:
    for block in blocks:
        yield from passage_blocks(guide, block)


def because(guide: Guide, reasons: Reasons) -> str:
    """Why something differs between the first page and another."""
    return f"Because {reasons_words(guide, reasons)}"


def missing(guide: Guide, passage: ColumnPassage) -> str:
    """Why something stands on the first page and not on others; empty: it does."""
    names: dict[str, list[str]] = {}
    for name, reasons in passage.missing:
        names.setdefault(reasons_words(guide, reasons), []).append(name)
    return ". ".join(f"Not on {listed(some)}, because {why}" for why, some in names.items())


def between_others(compared: ComparedPages, section: DifferingSection) -> list[str]:
    """Where two pages differ from the first: whether, and why, they differ from each other."""
    if section.others is None:
        return []
    second, third = compared.names[1:]
    if not section.others:
        return [f"{second} and {third} are the same here."]
    reasons = (reasons_words(compared.guide, reasons) for reasons in section.others)
    first, *more = dict.fromkeys(reasons)
    return [
        f"{third} also differs from {second} here, because {first}.",
        *(f"In another passage, because {reason}." for reason in more),
    ]


def nothing_own(compared: ComparedPages, section: DifferingSection, index: int) -> str:
    """What to say in a column without a passage."""
    if not index:
        return "Nothing that another page lacks."
    first = compared.names[0]
    differs = section.changes[index - 1]
    return f"Nothing beyond what {first} has." if differs else f"The same as {first} here."


def data(compared: ComparedPages) -> dict[str, object]:
    """The comparison for programs: a contract. Keys and their order do not change."""
    others = compared.names[1:]
    pages = zip(compared.names, compared.pages, strict=True)
    return {
        **guide_data(compared.guide),
        "pages": [_page_data(name, page) for name, page in pages],
        "changed": {
            name: [_cause_data(cause) for cause in causes]
            for name, causes in zip(others, compared.changed, strict=True)
        },
        "sections": [
            {
                "id": section.section.id,
                "title": section.section.title,
                "differences": {
                    name: [_change_data(change) for change in changes]
                    for name, changes in zip(others, section.changes, strict=True)
                },
            }
            for section in compared.sections
        ],
        "same": [beside.section.id for beside in compared.same],
    }


def _page_data(name: str, page: Advice) -> dict[str, object]:
    return {
        "name": name,
        "code": write_code(page.guide, page.scenario),
        "scenario": page.scenario,
        "open": page.open,
        "verdict": page.tone.id if page.tone else None,
    }


def _change_data(change: PassageChange) -> dict[str, object]:
    return {
        "old": _block_data(change.old),
        "new": _block_data(change.new),
        "because": [[_cause_data(cause) for cause in causes] for causes in change.reasons],
        "words": [
            {
                "lead": paragraph.lead,
                "runs": [[piece.fate, piece.text] for piece in paragraph.pieces],
            }
            for paragraph in change.paragraphs
        ],
    }


def _block_data(block: GuideBlock | None) -> dict[str, object] | None:
    if block is None:
        return None
    return {"id": block.id, "body": block.body, **grounds_data(block)}


def _cause_data(cause: Cause) -> dict[str, str | None]:
    return {"facet": cause.facet, "here": cause.here, "there": cause.there}
