"""The page of advice, and at its end what it rests on."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
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
    plain,
)
from guide.document.body import parts
from guide.document.formats import Page
from guide.english import listed, plural
from guide.journey.advice import Advice, AdviceSection, Passage
from guide.journey.code import write_code
from guide.journey.evidence import Claim, Evidence, Judgement, evidence
from guide.journey.facts import correction_words
from guide.journey.labels import scenario_pairs
from guide.journey.sharpen import sharpest_question
from guide.journey.terms import Linker
from guide.journey.verified import checked_line, verified_line
from guide.journey.walk import Step
from guide.model.schema import Fact, Guide
from guide.pages.advice_data import data
from guide.pages.terms import terms_section

CLAIMS_TITLE = "Where this comes from"
CLAIMS_INTRO = (
    "A mark in square brackets in the text above names what that part rests on: "
    "a statement listed here, or the editors' judgement."
)
CLAIMS_ELSEWHERE = "A mark in square brackets in the text above leads to what that part rests on: "
SOURCES_TITLE = "Sources"
JUDGEMENTS_TITLE = "The editors' judgement"
TRAIL_TITLE = "Your answers"
VERDICT = "Verdict"
"""What stands before a tone: alone it would not say what is guarded, or open."""
DOOR = "For a call: a one-page brief, with what they will ask and what to say."

Back = Callable[[str], Text]
"""A mark -> the ways to where it stands in the text."""


class Elsewhere(NamedTuple):
    """A file that lists all a guide rests on, where pages leave it to it."""

    file: str
    judgements: Mapping[tuple[str, str], str]
    """Title and words of each of the editors' judgements -> its mark in that file."""


class Frame(NamedTuple):
    """What a page says beside the advice itself."""

    today: date | None
    """For ages such as "6 months ago"; None: the page gives dates alone."""
    trail: tuple[Step, ...] = ()
    """The questions and answers that led here; empty where they are not known."""
    grounds: bool = True
    """Whether what the page rests on is there for whoever asks."""
    share: bool = False
    """Whether it is for others: without the answers, the code, and what is still open."""
    part: str = ""
    """What the page is a part of, in a sentence; empty: it is whole."""
    commands: bool = True
    """Whether it names commands for a terminal; a browser has none."""
    sources: Elsewhere | None = None
    """Where all it rests on is listed; None: at its own end."""


def advice_page(advice: Advice, frame: Frame) -> Page:
    """The page of a scenario, in every format."""
    return Page(lambda: document(advice, frame), lambda: data(advice))


def document(advice: Advice, frame: Frame) -> Document:
    """The page for people."""
    guide = advice.guide
    grounds = evidence(advice) if frame.grounds else evidence(advice).bare()
    marks, linker = Marks(grounds, frame.sources), Linker(guide)
    code = "" if frame.share else write_code(guide, advice.scenario)
    door = f"{DOOR} guide brief {code}" if code and frame.commands else ""
    body = tuple(advice_sections(advice, marks, linker, door))
    trail = () if frame.share else tuple(_trail(frame.trail))
    values = ", ".join(plain(value) for _, value in _pairs(advice, share=frame.share))
    return Document(
        guide.title,
        tuple(_head(advice, frame)),
        (
            *body,
            *trail,
            *terms_section(linker.linked, commands=frame.commands),
            *evidence_sections(guide, grounds, marks, frame.today, code if frame.commands else ""),
        ),
        kind=guide.head.kind,
        code=code,
        foot=checked_line(guide, frame.today),
        window=f"{guide.title} ({values})" if values else guide.title,
        contents=True,
    )


def _head(advice: Advice, frame: Frame) -> Iterator[Block]:
    if pairs := _pairs(advice, share=frame.share):
        yield Pairs(pairs)
    if (sharper := sharper_line(advice, commands=frame.commands)) and not frame.share:
        yield Line(sharper, "open")
    if frame.part:
        yield Line(frame.part, "open")


def _pairs(advice: Advice, *, share: bool) -> tuple[tuple[str, Text], ...]:
    """The scenario; for others only what is asked of everybody, which the page speaks of anyway."""
    guide = advice.guide
    kept = {
        facet: value
        for facet, value in advice.scenario.items()
        if not share or guide.facet[facet].kind == "spine"
    }
    return tuple(scenario_pairs(guide, kept))


def sharper_line(advice: Advice, *, commands: bool = True) -> str:
    """The one answer that would sharpen the page most, and how to give it; empty if none would."""
    question = sharpest_question(advice.guide, advice.scenario, advice.open)
    if question is None:
        return ""
    code = write_code(advice.guide, advice.scenario)
    how = f" To go on: guide ask {code} (or guide open, with the same code)." * commands
    return (
        f"This page goes by what you have answered so far. One more answer would sharpen it most: "
        f"{question.text}{how}"
    )


class Marks:
    """Makes the marks in the text and remembers them for the way back."""

    def __init__(self, grounds: Evidence, elsewhere: Elsewhere | None = None) -> None:
        self.elsewhere = elsewhere
        """Where the statements stand; None: on the page itself."""
        self._grounds = grounds
        self._judgements = {
            each.mark: elsewhere.judgements[each.section, each.why] if elsewhere else each.mark
            for each in grounds.judgements
        }
        self._places: dict[str, list[str]] = defaultdict(list)

    def of(self, block: str) -> tuple[Run, ...]:
        """What stands in square brackets after a block."""
        return tuple(self._mark(mark, block) for mark in self._grounds.marks[block])

    def _mark(self, mark: str, block: str) -> Run:
        kind = "judgement" if mark in self._judgements else "fact"
        name = self._judgements.get(mark, mark)
        place = f"from-{block}-{name}"
        self._places[mark].append(place)
        file = self.elsewhere.file if self.elsewhere else ""
        return Run(name, href=f"{file}#{kind}-{name}", anchor=place)

    def facts(self) -> set[str]:
        """The facts that the text names."""
        return {*chain.from_iterable(self._grounds.marks.values())} - {*self._judgements}

    def back(self, mark: str) -> Text:
        """Ways to every place in the text that carries this mark."""
        places = self._places[mark]
        runs = [Run("In the text: ")] * bool(places)
        for number, place in enumerate(places, 1):
            runs += [Run(", ")] * (number > 1)
            label = f"{mark} in the text, place {number}"
            runs.append(Run(f"{number}", href=f"#{place}", label=label))
        return tuple(runs)


def bracketed(marks: Sequence[Run]) -> Text:
    """Marks in square brackets, with commas between them."""
    commas = [run for mark in marks for run in (Run(", "), mark)][1:]
    return (Run("["), *commas, Run("]"))


def advice_sections(
    advice: Advice, marks: Marks | None = None, linker: Linker | None = None, door: str = ""
) -> Iterator[Section]:
    """The advice itself; the door to the replies ends the section that says what to tell."""
    replies = advice.guide.replies
    telling = replies.opening.section.text if replies and door else ""
    for section in advice.sections:
        blocks = tuple(_passages(advice, section, marks, linker))
        blocks += (Line(door, "quiet"),) * (section.section.id == telling)
        yield Section(section.section.title, blocks, f"section-{section.section.id}")


def _passages(
    advice: Advice, section: AdviceSection, marks: Marks | None, linker: Linker | None
) -> Iterator[Block]:
    for passage in section.blocks:
        cited = marks.of(passage.block.id) if marks else ()
        yield from passage_blocks(advice.guide, passage, cited, linker)


def passage_blocks(
    guide: Guide, passage: Passage, marks: tuple[Run, ...] = (), linker: Linker | None = None
) -> Iterator[Block]:
    """One block of the guide, its tone above it."""
    block = passage.block
    if tone := guide.tone.get(block.tone):
        yield Tone(f"{VERDICT}: {tone.label}", tone.colour)
    body = parts(block.body)
    yield Body(linker.parts(body) if linker else body, marks, block.id, block.body)


def _trail(trail: tuple[Step, ...]) -> Iterator[Section]:
    if trail:
        entries = tuple(
            Entry((Run(f"{step.question.text} "), Run(step.option.label, "strong")))
            for step in trail
        )
        yield Section(TRAIL_TITLE, (Entries(entries, "numbers"),), "answers")


def evidence_sections(
    guide: Guide, grounds: Evidence, marks: Marks, today: date | None, code: str = ""
) -> Iterator[Section]:
    """What a page rests on, folded away: claims, the editors' judgement, sources."""
    if grounds.claims or grounds.judgements:
        blocks = tuple(_grounds(guide, grounds, marks, today))
        yield Section(CLAIMS_TITLE, blocks, "claims", instead=_behind(grounds, marks, code))


def _behind(grounds: Evidence, marks: Marks, code: str) -> str:
    """How much stands behind a page, and how to see it."""
    statements = len(marks.facts() if marks.elsewhere else grounds.claims)
    counts = [plural(statements, "statement")] * bool(statements)
    counts += [plural(len(grounds.judgements), "judgment")] * bool(grounds.judgements)
    listed_here = grounds.sources and not marks.elsewhere
    sources = f", from {plural(len(grounds.sources), 'source')}" if listed_here else ""
    how = " To see them, add --sources." if code else ""
    return f"Behind this page: {listed(counts)}{sources}.{how}"


def _grounds(guide: Guide, grounds: Evidence, marks: Marks, today: date | None) -> Iterator[Block]:
    checked = verified_line(guide, today)
    if marks.elsewhere:
        others = Run("the statements, sources and judgments", href=marks.elsewhere.file)
        yield Line((Run(f"{CLAIMS_ELSEWHERE}one of "), others, Run(f" of the guide. {checked}")))
        return
    yield Line(f"{CLAIMS_INTRO} {checked}")
    if grounds.claims:
        yield claim_entries(grounds, marks)
    if grounds.judgements:
        yield judgements_section(grounds.judgements, marks)
    if grounds.sources:
        yield Section(SOURCES_TITLE, (source_entries(grounds),), "sources")


def claim_entries(grounds: Evidence, marks: Marks) -> Entries:
    """The statements, each with who makes it and what our check of it came to."""
    return Entries(tuple(_claim(grounds, claim, marks.back) for claim in grounds.claims), "listing")


def judgements_section(judgements: Sequence[Judgement], marks: Marks) -> Section:
    """What the editors judge, each with its mark."""
    entries = tuple(_judgement(judgement, marks.back) for judgement in judgements)
    return Section(JUDGEMENTS_TITLE, (Entries(entries, "listing"),), "judgements")


def source_entries(grounds: Evidence) -> Entries:
    """The sources, each with its address."""
    entries = (
        Entry(
            cited.source.name,
            cited.mark,
            _address(cited.source.address),
            anchor=f"source-{cited.source.id}",
        )
        for cited in grounds.sources.values()
    )
    return Entries(tuple(entries), "listing")


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
