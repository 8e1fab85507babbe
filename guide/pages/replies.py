"""What others will ask, and what to answer: every question of one scenario, or those looked for."""

from collections.abc import Iterator, Sequence
from datetime import date

from guide.document.blocks import Block, Body, Document, Entries, Entry, Line, Pairs, Run, Section
from guide.document.body import Paragraph, Quote, Span
from guide.document.escape import markdown as escaped
from guide.document.formats import Page
from guide.english import listed, sentence
from guide.journey.code import write_code
from guide.journey.evidence import grounds_of
from guide.journey.labels import scenario_pairs
from guide.journey.verified import checked_line
from guide.model.replies import FIRST, NeverSay
from guide.model.schema import Guide, Scenario
from guide.pages.advice import Frame, Marks, evidence_sections
from guide.pages.advice_data import guide_data
from guide.sales.ready import ReadyReply, replies_of, sayable

TITLE = "What they will ask"
GROUPS = {
    ("buyer", True): "Likely questions",
    ("customer", True): "Likely from customers",
    ("buyer", False): "May be asked as well",
    ("customer", False): "May be asked by customers",
    ("board", True): "From your board",
    ("investor", True): "From investors and acquirers",
}
"""Who asks, and whether it is likely -> the heading; of the other two both are one."""
EMPTY = "Nobody asks about a report in this case: there is none to ask about yet."
INTERNAL = "Internal: not for forwarding."
HOW = "Say it once, then stop. Words in [brackets] are yours to fill."


def replies_page(
    guide: Guide, scenario: Scenario, ready: Sequence[ReadyReply], today: date, words: str = ""
) -> Page:
    """These replies of a scenario, all or those that some words look for, in every format."""
    return Page(
        lambda: document(guide, scenario, ready, Frame(today), words),
        lambda: data(guide, scenario, ready),
    )


def document(
    guide: Guide, scenario: Scenario, ready: Sequence[ReadyReply], frame: Frame, words: str = ""
) -> Document:
    """The page for people."""
    grounds = grounds_of(guide, ready, TITLE)
    marks = Marks(grounds, frame.sources)
    scenario = sayable(replies_of(guide), scenario)
    code = write_code(guide, scenario)
    pairs = tuple(scenario_pairs(guide, scenario))
    lead = Line(f"Asked in these words: {words}") if words else Line(HOW, "quiet")
    sections = _matching(ready, marks) if words else _all(ready, marks)
    return Document(
        TITLE,
        (*[Pairs(pairs)] * bool(pairs), lead if ready else Line(EMPTY)),
        (*sections, *evidence_sections(guide, grounds, marks, frame.today)),
        kind=replies_of(guide).title or guide.title,
        code=code,
        foot=f"{INTERNAL} {checked_line(guide, frame.today)}",
        contents=not words,
    )


def _matching(ready: Sequence[ReadyReply], marks: Marks) -> Iterator[Section]:
    return (reply_section(each, marks) for each in ready)


def _all(ready: Sequence[ReadyReply], marks: Marks) -> Iterator[Section]:
    for (asker, likely), title in GROUPS.items():
        group = [each for each in ready if group_of(each) == (asker, likely)]
        if group:
            blocks = tuple(reply_section(each, marks) for each in group)
            yield Section(title, blocks, f"{asker}-{'likely' if likely else 'more'}")


def group_of(ready: ReadyReply) -> tuple[str, bool]:
    """Who asks, and whether it is likely."""
    asker = ready.reply.asked_by
    return asker, asker in ("board", "investor") or ready.answer.rank == FIRST


def reply_section(ready: ReadyReply, marks: Marks | None = None) -> Section:
    """A question with its answer and what goes with it."""
    return Section(f"\u201c{ready.asked}\u201d", tuple(reply_blocks(ready, marks)), ready.reply.id)


def reply_blocks(ready: ReadyReply, marks: Marks | None = None) -> Iterator[Block]:
    """What to say, what to show, who says it, what not to say."""
    yield spoken(ready, marks)
    yield Pairs((("Show", sentence(ready.show)), ("Who", sentence(ready.who.label))))
    if ready.never:
        yield Entries(tuple(map(never_entry, ready.never)))


def spoken(ready: ReadyReply, marks: Marks | None = None) -> Body:
    """The words to say, as a quote."""
    return quoted(ready.says, marks.of(ready.id) if marks else (), ready.id)


def quoted(words: str, marks: tuple[Run, ...] = (), anchor: str = "") -> Body:
    """Words to say, a person's own among them, as a quote."""
    return Body((aloud(words),), marks, anchor, f"> \u201c{escaped(words)}\u201d")


def aloud(words: str) -> Quote:
    """Words to say, set apart and in quotation marks."""
    return Quote((Paragraph((Span(f"\u201c{words}\u201d"),)),))


def never_entry(row: NeverSay) -> Entry:
    """What not to say, why, and what to say instead."""
    return Entry((Run("Never ", "strong"), Run(never_words(row))))


def never_words(row: NeverSay) -> str:
    """The same in one line."""
    return f"{never_phrases(row)}: {sentence(row.why)} Instead: {sentence(row.instead)}"


def never_phrases(row: NeverSay, most: int = 2) -> str:
    """The first phrases of a row, without the star that stands for any ending."""
    return listed(f"\u201c{phrase.rstrip('*')}\u201d" for phrase in row.phrases[:most])


def data(guide: Guide, scenario: Scenario, ready: Sequence[ReadyReply]) -> dict[str, object]:
    """The page for programs."""
    return {
        **guide_data(guide),
        "scenario": sayable(replies_of(guide), scenario),
        "replies": [reply_data(each) for each in ready],
        "never": [never_data(row) for row in replies_of(guide).never],
    }


def reply_data(ready: ReadyReply) -> dict[str, object]:
    """One reply for programs."""
    reply = ready.reply
    return {
        "id": reply.id,
        "asked": reply.asked,
        "asked_by": reply.asked_by,
        "rank": ready.answer.rank,
        "who": ready.who.label,
        "answer": ready.id,
        "says": ready.says,
        "show": ready.show,
        "never": [never_data(row) for row in ready.never],
        "points": ready.points,
        "follow_ups": [name.text for name in reply.follow_ups],
        "rests_on": ready.rests_on,
        "judgement": ready.judgement or None,
    }


def never_data(row: NeverSay) -> dict[str, object]:
    """What not to say, for programs."""
    return {"phrases": row.phrases, "why": row.why, "instead": row.instead}
