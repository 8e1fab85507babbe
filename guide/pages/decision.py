"""A decision record with the fields of MADR 4 (adr.github.io/madr), filled from the guide."""

from collections.abc import Iterator

from guide.compare.reason_words import causes_words, verdict_words
from guide.decide.record import ConsideredOption, Decision, DecisionRecord, steps_of
from guide.document.blocks import (
    Block,
    Body,
    Document,
    Entries,
    Entry,
    Line,
    Run,
    Section,
    body_of,
    bullets,
)
from guide.document.formats import Page, Target, write
from guide.english import listed, long_date, plural, short_date
from guide.journey.advice import Advice, AdviceSection
from guide.journey.code import write_code
from guide.journey.evidence import Evidence, evidence
from guide.journey.labels import scenario_pairs, scenario_words
from guide.journey.verified import verified_line
from guide.model.schema import Block as GuideBlock
from guide.pages.advice import Marks, evidence_sections
from guide.plan.records import CASES, Plan

KIND = "Decision record"
BLANK_DECISION = "To be filled in: what was decided, and why."
BLANK_CHOICE = "To be filled in: which of the options was chosen."
BLANK_CONFIRMATION = "To be filled in: how it will be seen that this was done."
BLANK_DECIDERS = "To be filled in"
NOTHING_FOLLOWS = "To be filled in: what follows. The page names no next steps."
LONGEST_TITLE = 80
"""Characters of a title taken from the decision itself."""
SITUATION = "the situation above"
ALONE = "No other scenario was compared with it."


def write_decision(record: DecisionRecord, name: str, target: Target = Target()) -> str:  # noqa: B008  a tuple, never changed
    """The record in the format of this name; it is kept, so it always says what it rests on."""
    return write(decision_page(record), name, target._replace(sources=True))


def decision_page(record: DecisionRecord) -> Page:
    """The record, in every format."""
    return Page(lambda: document(record), lambda: data(record))


def document(record: DecisionRecord) -> Document:
    """The record for people: its sections as MADR calls them, in MADR's order."""
    grounds = evidence(record.quoted)
    marks = Marks(grounds)
    outcome = (
        *_outcome(record),
        Section("Consequences", tuple(_consequences(record, marks))),
        Section("Confirmation", tuple(_confirmation(record))),
    )
    options = tuple(
        Section(_option_title(record, option), tuple(_pros_and_cons(record, option)))
        for option in record.options
    )
    sections = {
        "Context and Problem Statement": tuple(_context(record, marks)),
        "Decision Drivers": (bullets(_drivers(record)),),
        "Considered Options": (bullets(map(_option_line, record.options)),),
        "Decision Outcome": outcome,
        "Pros and Cons of the Options": options,
        # Last: by then it is known where each mark stands.
        "More Information": (*_more(record), *_evidence(record, grounds, marks)),
    }
    return Document(
        _title(record),
        (),
        tuple(Section(title, blocks) for title, blocks in sections.items()),
        kind=KIND,
        front=tuple(_front(record.decision)),
    )


def _front(decision: Decision) -> Iterator[tuple[str, str]]:
    yield "status", decision.status
    yield "date", decision.date.isoformat()
    yield "decision-makers", decision.deciders or BLANK_DECIDERS
    for key, people in (("consulted", decision.consulted), ("informed", decision.informed)):
        if people:
            yield key, people


def _title(record: DecisionRecord) -> str:
    """What the record is called: as somebody named it, by the decision, or by the situation."""
    decision = record.decision
    if decision.title:
        return decision.title
    first = decision.text.partition("\n")[0]
    if len(first) > LONGEST_TITLE:
        cut = first[:LONGEST_TITLE]
        return f"{cut.rpartition(' ')[0] or cut}…"
    return first or f"{record.guide.title} {_scenario(record.page)}"


def _context(record: DecisionRecord, marks: Marks) -> Iterator[Block]:
    yield Line(f"{record.guide.title} These are the answers that describe the situation:")
    answers = tuple(
        Entry((Run(f"{step.question.text} "), Run(step.option.label, "strong")))
        for step in record.trail
        if not step.option.skip
    )
    yield Entries(answers, "numbers")
    yield Line(f"In short: {_scenario(record.page)}")
    yield Line(verdict_words(record.page), "answer")
    yield from _bodies(record.verdict, marks)
    for section in record.notices:
        yield Line((Run(section.section.title, "strong"),))
        yield from _bodies((section,), marks)


def _drivers(record: DecisionRecord) -> Iterator[str]:
    guide, page = record.guide, record.page
    yield verdict_words(page)
    yield from (f"{facet}: {value}" for facet, value in scenario_pairs(guide, page.scenario))
    if count := sum(len(section.blocks) for section in record.notices):
        yield f"{plural(count, 'notice')} to check first, quoted above."
    for option in record.options[1:]:
        yield f"{option.name} differs from A in {causes_words(guide, option.changed)}."


def _outcome(record: DecisionRecord) -> Iterator[Block]:
    if record.chosen is not None:
        yield Line(f'Chosen option: "{_option_title(record, record.chosen)}", because:')
    elif len(record.options) > 1:
        yield _blank(BLANK_CHOICE)
    lines = [line for line in record.decision.text.split("\n") if line.strip()]
    yield from map(Line, lines)
    if not lines:
        yield _blank(BLANK_DECISION)


def _consequences(record: DecisionRecord, marks: Marks) -> Iterator[Block]:
    """What follows: with the option chosen, if that is another than the first, and with that."""
    chosen = record.chosen
    if chosen is not None and chosen is not record.options[0]:
        yield from _consequences_of(chosen)
    if record.next_steps:
        yield Line("For the situation above (A) the guide says what follows:")
        yield from _bodies(record.next_steps, marks)
    else:
        yield _blank(NOTHING_FOLLOWS)


def _consequences_of(option: ConsideredOption) -> Iterator[Block]:
    steps = steps_of(option.page)
    if not steps:
        yield _blank(NOTHING_FOLLOWS)
        return
    yield Line(f"With {option.name}, the option chosen, the guide says what follows:")
    yield from _bodies(steps)
    yield Line((Run("What this rests on: "), _command(option.page), Run(".")))


def _confirmation(record: DecisionRecord) -> Iterator[Block]:
    yield _blank(BLANK_CONFIRMATION)
    lines = [*_plan_lines(record.plan)] if record.plan else []
    yield from [bullets(lines)] * bool(lines)


def _plan_lines(plan: Plan) -> Iterator[str]:
    """When each phase is likely to run and when a new report may come; nothing without days."""
    if plan.nothing:
        yield plan.nothing.says
    if not plan.routes:
        return
    if plan.inputs.report_date:
        yield f"The report in hand: {short_date(plan.inputs.report_date)}."
    for planned in plan.phases:
        span = planned.spans["likely"]
        if span.start and span.end and not planned.done_before:
            days = f"{short_date(span.start)} to {short_date(span.end)}"
            yield f"{planned.phase.title}: likely {days}."
    for route in plan.routes:
        if route.ends:
            ends = ", ".join(f"{case} {short_date(route.ends[case])}" for case in CASES)
            yield f"{route.way.title}, its end: {ends}. An estimate, not a promise."
    if plan.no_end:
        yield plan.no_end.says
    yield from (f"Missing: {line}" for line in plan.missing)


def _pros_and_cons(record: DecisionRecord, option: ConsideredOption) -> Iterator[Block]:
    yield Line((Run("Code: "), Run(_code(option.page), "code")))
    if option is not record.options[0]:
        yield bullets(f"Neutral, because {line}" for line in _neutral(record.page, option))
        return
    yield Line(verdict_words(option.page))
    others = [other.name for other in record.options[1:]]
    verb = "is" if len(others) == 1 else "are"
    yield Line(f"{listed(others)} below {verb} compared with it." if others else ALONE)


def _neutral(first: Advice, option: ConsideredOption) -> Iterator[str]:
    """What the option brings; whether that is good is for people to say."""
    here, there = first.tone, option.page.tone
    if here and there and option.rank:
        order = "better" if option.rank < 0 else "worse"
        yield (
            f"nobody chooses a verdict: it would be {there.label} (with A it is "
            f"{here.label}), the {order} of the two in the guide's own order."
        )
    elif here and there:
        yield f"the verdict is {there.label}, as with A."
    yield from (f"it brings a notice to check: {text}" for text in option.gained)
    yield from (f"a notice goes: {text}" for text in option.lost)
    if option.sections:
        yield f"these parts of the page read differently: {', '.join(option.sections)}."
    else:
        yield "its page is the same, word for word."


def _more(record: DecisionRecord) -> Iterator[Block]:
    guide, day = record.guide, record.decision.date
    yield bullets(
        [
            f"Guide: {guide.title} ({guide.id})",
            (Run("Content hash: "), Run(guide.content_hash, "code")),
            verified_line(guide, day),
            f"This record is of {long_date(day)}.",
            (Run("The page again: "), _command(record.page)),
        ]
    )
    if record.note:
        yield Line("Noted on this walk:")
        yield bullets(line for line in record.note.split("\n") if line.strip())


def _evidence(record: DecisionRecord, grounds: Evidence, marks: Marks) -> Iterator[Section]:
    """What the record rests on: never folded away, for a record is kept."""
    day = record.decision.date
    for section in evidence_sections(record.guide, grounds, marks, day):
        yield section._replace(instead="")


def _blank(text: str) -> Line:
    return Line(text, "open")


def _bodies(sections: tuple[AdviceSection, ...], marks: Marks | None = None) -> Iterator[Body]:
    for block in _blocks_of(sections):
        yield body_of(block.body, marks.of(block.id) if marks else ())


def _blocks_of(sections: tuple[AdviceSection, ...]) -> list[GuideBlock]:
    return [passage.block for section in sections for passage in section.blocks]


def _option_line(option: ConsideredOption) -> str:
    return f"{option.name}: {_scenario(option.page)}"


def _option_title(record: DecisionRecord, option: ConsideredOption) -> str:
    """An option's name and what tells it from A; the whole of it stands in the list of options."""
    if option is record.options[0]:
        return f"{option.name}: {SITUATION}"
    if not option.changed:
        return _option_line(option)
    return f"{option.name}: {causes_words(record.guide, option.changed)}"


def _scenario(page: Advice) -> str:
    return scenario_words(page.guide, page.scenario)


def _code(page: Advice) -> str:
    return write_code(page.guide, page.scenario)


def _command(page: Advice) -> Run:
    return Run(f"guide advise {_code(page)}", "code")


def data(record: DecisionRecord) -> dict[str, object]:
    """The record for programs: a contract; null where only a person can say it, and nobody did."""
    decision = record.decision
    return {
        "guide": record.guide.id,
        "content_hash": record.guide.content_hash,
        "title": decision.title or None,
        "status": decision.status,
        "date": decision.date.isoformat(),
        "decision_makers": decision.deciders or None,
        "consulted": decision.consulted or None,
        "informed": decision.informed or None,
        "decision": decision.text or None,
        "chosen": record.chosen.name if record.chosen else None,
        "answers": {step.question.id: step.option.id for step in record.trail},
        "options": [
            {
                "name": option.name,
                "code": _code(option.page),
                "scenario": option.page.scenario,
                "verdict": option.page.tone.id if option.page.tone else None,
                "rank": option.rank,
                "sections": option.sections,
                "notices_gained": option.gained,
                "notices_lost": option.lost,
            }
            for option in record.options
        ],
        "notices": _bodies_data(record.notices),
        "next_steps": _bodies_data(record.next_steps),
        "days": [*_plan_lines(record.plan)] if record.plan else [],
        "note": record.note or None,
    }


def _bodies_data(sections: tuple[AdviceSection, ...]) -> list[dict[str, object]]:
    return [
        {"id": block.id, "body": block.body, "rests_on": block.rests_on}
        for block in _blocks_of(sections)
    ]
