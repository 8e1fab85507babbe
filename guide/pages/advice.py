"""The page of advice, and at its end what it rests on."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from guide.document.addresses import web_address
from guide.document.blocks import (
    Block,
    Body,
    Document,
    Entries,
    Entry,
    Line,
    Pairs,
    Run,
    Section,
    Text,
    Tone,
)
from guide.document.body import parts
from guide.document.formats import Page
from guide.english import listed
from guide.journey.advice import Advice, Shown, ShownSection
from guide.journey.code import write_code
from guide.journey.evidence import Claim, Evidence, Judgement, evidence
from guide.journey.facts import correction_words, source_words
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line
from guide.journey.walk import Step
from guide.model.schema import Fact, Guide

MARKS_HINT = "Marks such as [{mark}] name what a part rests on; they are explained at the end."
CLAIMS_TITLE = "Where this comes from"
CLAIMS_INTRO = (
    "A mark in square brackets in the text above names what that part rests on: "
    "a statement listed here, or the editors' judgement."
)
SOURCES_TITLE = "Sources"
JUDGEMENTS_TITLE = "The editors' judgement"
TRAIL_TITLE = "Your answers"

Back = Callable[[str], Text]
"""A mark -> the ways to where it stands in the text."""


class Frame(NamedTuple):
    """What a page says beside the advice itself."""

    today: date
    """For ages such as "6 months ago"."""
    trail: tuple[Step, ...] = ()
    """The questions and answers that led here; empty where they are not known."""
    sources: bool = True
    """Whether the page names what it rests on, in marks and in the list at its end."""
    part: str = ""
    """What the page is a part of, in a sentence; empty: it is whole."""


def advice_page(advice: Advice, frame: Frame) -> Page:
    """The page of a scenario, in every format."""
    return Page(lambda: document(advice, frame), lambda: data(advice))


def document(advice: Advice, frame: Frame) -> Document:
    """The page for people."""
    guide = advice.guide
    grounds = evidence(advice) if frame.sources else evidence(advice).bare()
    marks = Marks(grounds)
    pairs = scenario_pairs(guide, advice.scenario)
    values = ", ".join(value for _, value in pairs)
    body = [*advice_sections(advice, marks), *_trail(frame.trail)]
    return Document(
        guide.title,
        tuple(_head(advice, frame, grounds, pairs)),
        (*body, *evidence_sections(grounds, marks)),
        kind=guide.head.kind,
        code=write_code(guide, advice.scenario),
        window=f"{guide.title} ({values})" if values else guide.title,
        contents=True,
    )


def _head(
    advice: Advice, frame: Frame, grounds: Evidence, pairs: list[tuple[str, str]]
) -> Iterator[Block]:
    yield from [Pairs(tuple(pairs))] * bool(pairs)
    if still_open := open_line(advice):
        yield Line(still_open, "open")
        yield Line(go_on_line(advice))
    yield Line(verified_line(advice.guide, frame.today), "quiet")
    yield from [Line(frame.part, "open")] * bool(frame.part)
    if hint := marks_line(grounds):
        yield Line(hint, "quiet")


def open_line(advice: Advice) -> str:
    """What is still to be settled, as a sentence; empty if the page is complete."""
    labels = [facet.label for facet in advice.guide.facets if facet.id in advice.open]
    if not labels:
        return ""
    certain = "only what holds whichever way that turns out" if advice.sections else "nothing yet"
    return f"Still open: {listed(labels)}. Until that is settled, this page shows {certain}."


def go_on_line(advice: Advice) -> str:
    """The open questions, and the commands that ask them; empty if the page is complete."""
    if not advice.open:
        return ""
    guide = advice.guide
    questions = (_asking(guide, facet.id) for facet in guide.facets if facet.id in advice.open)
    code = write_code(guide, advice.scenario)
    texts = " ".join(filter(None, questions))
    still = f"Still to answer: {texts} " if texts else ""
    return f"{still}To go on: guide ask {code} (or guide open, with the same code)."


def _asking(guide: Guide, facet: str) -> str:
    """The question that asks for a facet most directly: most of its answers settle it."""
    counts = {q.text: sum(facet in o.settles for o in q.options) for q in guide.questions}
    best = max(counts, key=lambda text: counts[text], default="")
    return best if counts.get(best) else ""


def marks_line(grounds: Evidence) -> str:
    """What the marks in the text are, by the example of the first; empty if there is none."""
    first = next((mark for marks in grounds.marks.values() for mark in marks), "")
    return MARKS_HINT.format(mark=first) if first else ""


class Marks:
    """Makes the marks in the text and remembers them for the way back."""

    def __init__(self, grounds: Evidence) -> None:
        self._grounds = grounds
        self._judgements = {judgement.mark for judgement in grounds.judgements}
        self._places: dict[str, list[str]] = defaultdict(list)

    def of(self, block: str) -> tuple[Run, ...]:
        """What stands in square brackets after a block."""
        return tuple(self._mark(mark, block) for mark in self._grounds.marks[block])

    def _mark(self, mark: str, block: str) -> Run:
        place = f"from-{block}-{mark}"
        self._places[mark].append(place)
        kind = "judgement" if mark in self._judgements else "fact"
        return Run(mark, href=f"#{kind}-{mark}", anchor=place)

    def back(self, mark: str) -> Text:
        """Ways to every place in the text that carries this mark."""
        places = self._places[mark]
        runs = [Run("In the text: ")] * bool(places)
        for number, place in enumerate(places, 1):
            runs += [Run(", ")] * (number > 1)
            label = f"{mark} in the text, place {number}"
            runs.append(Run(f"{number}", href=f"#{place}", label=label))
        return tuple(runs)


def advice_sections(advice: Advice, marks: Marks | None = None) -> Iterator[Section]:
    """The advice itself, section by section."""
    for section in advice.sections:
        blocks = tuple(_passages(advice, section, marks))
        yield Section(section.section.title, blocks, f"section-{section.section.id}")


def _passages(advice: Advice, section: ShownSection, marks: Marks | None) -> Iterator[Block]:
    for shown in section.blocks:
        yield from passage(advice.guide, shown, marks.of(shown.block.id) if marks else ())


def passage(guide: Guide, shown: Shown, marks: tuple[Run, ...] = ()) -> Iterator[Block]:
    """One block of the guide, its tone above it."""
    block = shown.block
    if tone := guide.tone.get(block.tone):
        yield Tone(tone.label, tone.colour)
    yield Body(parts(block.body), marks, block.id, block.body)


def _trail(trail: tuple[Step, ...]) -> Iterator[Section]:
    if trail:
        entries = tuple(
            Entry((Run(f"{step.question.text} "), Run(step.option.label, "strong")))
            for step in trail
        )
        yield Section(TRAIL_TITLE, (Entries(entries, "numbers"),), "answers")


def evidence_sections(grounds: Evidence, marks: Marks | None = None) -> Iterator[Section]:
    """What a page rests on: claims, the editors' judgement, sources."""
    back = marks.back if marks else lambda mark: ()  # noqa: ARG005
    if grounds.claims or grounds.judgements:
        intro = [Line(CLAIMS_INTRO)] * bool(marks)
        claims = tuple(_claim(grounds, claim, back) for claim in grounds.claims)
        listing = [Entries(claims, "listing")] * bool(claims)
        yield Section(CLAIMS_TITLE, (*intro, *listing), "claims")
    if grounds.judgements:
        entries = tuple(_judgement(judgement, back) for judgement in grounds.judgements)
        yield Section(JUDGEMENTS_TITLE, (Entries(entries, "listing"),), "judgements")
    if grounds.sources:
        entries = tuple(
            Entry(
                cited.source.name,
                cited.mark,
                _address(cited.source.address),
                anchor=f"source-{cited.source.id}",
            )
            for cited in grounds.sources.values()
        )
        yield Section(SOURCES_TITLE, (Entries(entries, "listing"),), "sources")


def _claim(grounds: Evidence, claim: Claim, back: Back) -> Entry:
    fact = claim.fact
    elsewhere = [
        (
            Run("See also "),
            Run(other, href=f"#fact-{other}"),
            Run(f", under {grounds.under(other)}."),
        )
        for other in claim.elsewhere
    ]
    corrections = tuple(
        _fact(grounds, correction, f"{correction_words(fact)} ", back)
        for correction in claim.corrections
    )
    entry = _fact(grounds, fact, "", back)
    return entry._replace(details=(*entry.details, *elsewhere), entries=corrections)


def _fact(grounds: Evidence, fact: Fact, before: str, back: Back) -> Entry:
    return Entry(
        f"{before}{fact.says}",
        fact.id,
        tuple(grounds.lines(fact)),
        back=back(fact.id),
        anchor=f"fact-{fact.id}",
    )


def _judgement(judgement: Judgement, back: Back) -> Entry:
    mark = judgement.mark
    text = f"{judgement.section}: {judgement.why}"
    return Entry(text, mark, back=back(mark), anchor=f"judgement-{mark}")


def _address(address: str) -> tuple[Text, ...]:
    if not address:
        return ()
    return ((Run(address, href=web_address(address)),),)


def data(advice: Advice) -> dict[str, object]:
    """The page for programs: a contract. Keys and their order do not change."""
    guide = advice.guide
    return {
        "guide": guide.id,
        "verified": guide.head.verified.isoformat(),
        "content_hash": guide.content_hash,
        "scenario": advice.scenario,
        "open": advice.open,
        "sections": [_section_data(section) for section in advice.sections],
        "facts": {fact.id: _fact_data(guide, fact) for fact in advice.facts()},
    }


def _section_data(section: ShownSection) -> dict[str, object]:
    return {
        "id": section.section.id,
        "title": section.section.title,
        "blocks": [
            {
                "id": shown.block.id,
                "body": shown.block.body,
                "because": shown.because,
                "rests_on": shown.block.rests_on,
                "judgement": shown.block.judgement or None,
            }
            for shown in section.blocks
        ],
    }


def _fact_data(guide: Guide, fact: Fact) -> dict[str, object]:
    return {
        "says": fact.says,
        "source": source_words(guide, fact),
        "verified": fact.verified.isoformat() if fact.verified else None,
    }
