"""A session on paper: cards to cut out or to hand round, the answer key, notes for who leads."""

from collections.abc import Iterator
from datetime import date

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
    Table,
    Text,
)
from guide.document.body import parts
from guide.document.formats import Page
from guide.english import plural
from guide.journey.evidence import grounds_of
from guide.journey.verified import checked_line
from guide.model.practice import (
    Case,
    CaseOption,
    HandsQuestion,
    SessionPlan,
    SessionStep,
    SpokenRound,
    cases_of,
)
from guide.model.schema import Guide
from guide.pages.advice import Marks, evidence_sections
from guide.pages.advice_data import grounds_data, guide_data
from guide.pages.case import RIGHT, WRONG, page_command, situation
from guide.pages.spoken import answer_blocks, round_words
from guide.practice.views import letter, piles


def handout_page(guide: Guide, plan: SessionPlan, today: date) -> Page:
    """The handout, in every format."""
    return Page(lambda: document(guide, plan, today), lambda: data(guide, plan))


def document(guide: Guide, plan: SessionPlan, today: date) -> Document:
    """The pages for people; each part begins on a new sheet of paper."""
    cases = cases_of(guide.cases, plan.case_ids)
    rounds = [spoken for step in plan.steps for spoken in step.rounds]
    grounds = grounds_of(guide, [*cases, *plan.hands, *rounds], plan.title)
    marks = Marks(grounds)
    body = (
        Section("Plan", tuple(_plan(plan)), "plan"),
        Section("Cards", tuple(_cards(guide, plan)), "cards"),
        Section("Answer key", tuple(_key(guide, plan, marks)), "answer-key"),
        Section("For whoever leads", tuple(_notes(plan, cases)), "notes"),
        *evidence_sections(guide, grounds, marks, today),
    )
    return Document(
        plan.title,
        (Line(plan.about), Pairs((("Lasts", plural(plan.minutes, "minute")),))),
        body,
        kind="Session",
        window=f"{plan.title}: {guide.title}",
        foot=f"All companies are invented. {checked_line(guide, today)}",
        contents=True,
        parted=True,
    )


def _plan(plan: SessionPlan) -> Iterator[Block]:
    rows = []
    begins = 0
    for step in plan.steps:
        rows.append((f"{begins} to {begins + step.minutes}", step.title, _what(step)))
        begins += step.minutes
    yield Table(("Minutes", "Step", "What happens"), tuple(rows))
    if plan.bring:
        yield Section("Have at hand", (Entries(tuple(map(Entry, plan.bring)), "tasks"),))


def _what(step: SessionStep) -> str:
    counts = {
        "open": plural(len(step.hands), "question"),
        "vote": f"{plural(len(step.cases), 'case')}, decided alone, then together",
        "sort": f"{plural(len(step.cases), 'card')}, laid on piles in pairs",
        "speak": f"{plural(len(step.rounds), 'line')}, answered aloud in pairs",
        "debrief": "what changes from tomorrow on",
    }
    return counts[step.kind]


def _cards(guide: Guide, plan: SessionPlan) -> Iterator[Section]:
    """What people hold in their hands: nothing on it gives an answer away."""
    for step in plan.steps:
        blocks: list[Block] = []
        if step.shows:
            blocks.append(Body(parts(step.shows)))
        sorting = step.kind == "sort"
        cases = cases_of(guide.cases, [name.text for name in step.cases])
        blocks += [Section(c.title, tuple(_card(c, sorting=sorting))) for c in cases]
        if sorting and step.cases:
            rows = piles(guide, step, guide.case[step.cases[0].text])
            labels = tuple(Entry(row.label) for row in rows)
            blocks.append(Section("The piles", (Entries(labels),)))
        asked = (round_words(guide, step, spoken).asked for spoken in step.rounds)
        lines = tuple(Entry(f"“{words}”") for words in asked)
        blocks += [Section("The lines to read", (Entries(lines),))] if lines else []
        if blocks and step.kind != "debrief":
            yield Section(step.title, tuple(blocks))


def _card(case: Case, *, sorting: bool) -> Iterator[Block]:
    yield from situation(case)
    if not sorting:
        yield Line(case.question, "why")
        options = enumerate(case.options)
        yield Entries(tuple(Entry(o.label, letter(n)) for n, o in options), "listing")


def _key(guide: Guide, plan: SessionPlan, marks: Marks) -> Iterator[Section]:
    for step in plan.steps:
        blocks: list[Block] = [_hands(question, marks) for question in step.hands]
        cases = cases_of(guide.cases, [name.text for name in step.cases])
        blocks += [Section(c.title, tuple(_answers(guide, step, c, marks))) for c in cases]
        blocks += [_spoken(guide, step, spoken, marks) for spoken in step.rounds]
        if blocks:
            yield Section(step.title, tuple(blocks))


def _hands(question: HandsQuestion, marks: Marks) -> Section:
    right = Line((Run("Right: "), Run(question.right, "strong")))
    return Section(question.text, (right, _cited(question.reason, marks.of(question.id))))


def _answers(guide: Guide, step: SessionStep, case: Case, marks: Marks) -> Iterator[Block]:
    if step.kind == "sort":
        right = [row.label for row in piles(guide, step, case) if row.right]
        yield Line((Run("Pile: "), Run(" or ".join(right), "strong")))
    else:
        options = enumerate(case.options)
        yield Entries(tuple(_explained(option, letter(n)) for n, option in options), "listing")
    yield _cited(f"To take away: {case.teaches}", marks.of(case.id))
    if command := page_command(guide, case):
        yield Line((Run("Its page: "), Run(command, "code")), "quiet")


def _explained(option: CaseOption, lead: str) -> Entry:
    style, sign = ("strong", RIGHT) if option.right else ("", WRONG)
    return Entry((Run(option.label, style),), lead, (f"{sign}. {option.reason}",))


def _spoken(guide: Guide, step: SessionStep, spoken: SpokenRound, marks: Marks) -> Section:
    words = round_words(guide, step, spoken)
    blocks = [*answer_blocks(words)]
    if cited := marks.of(spoken.id):
        blocks.append(_cited("It rests on", cited))
    return Section(f"“{words.asked}”", tuple(blocks))


def _cited(words: str, marks: tuple[Run, ...]) -> Line:
    """A paragraph, and in square brackets what it rests on."""
    if not marks:
        return Line(words)
    between: list[Run] = [run for mark in marks for run in (Run(", "), mark)][1:]
    text: Text = (Run(f"{words} ["), *between, Run("]"))
    return Line(text)


def _notes(plan: SessionPlan, cases: tuple[Case, ...]) -> Iterator[Block]:
    if plan.notes:
        yield Body(parts(plan.notes))
    begins = 0
    for step in plan.steps:
        title = f"{begins} to {begins + step.minutes}: {step.title}"
        begins += step.minutes
        blocks: list[Block] = [Body(parts(step.notes))] if step.notes else []
        blocks += [Line((Run("To discuss: ", "strong"), Run(step.discuss)))] if step.discuss else []
        ids = {name.text for name in step.cases}
        for case in cases:
            if case.id in ids and case.notes:
                blocks.append(Section(case.title, (Body(parts(case.notes)),)))
        if blocks:
            yield Section(title, tuple(blocks))


def data(guide: Guide, plan: SessionPlan) -> dict[str, object]:
    """The page for programs."""
    return {
        **guide_data(guide),
        "session": plan.id,
        "title": plan.title,
        "minutes": plan.minutes,
        "steps": [
            {
                "id": step.id,
                "kind": step.kind,
                "title": step.title,
                "minutes": step.minutes,
                "cases": [name.text for name in step.cases],
            }
            for step in plan.steps
        ],
        "cases": [
            {
                "id": case.id,
                "title": case.title,
                "situation": case.situation,
                "question": case.question,
                "options": [
                    {"id": o.id, "label": o.label, "right": o.right, "reason": o.reason}
                    for o in case.options
                ],
                "teaches": case.teaches,
                "scenario": case.facets,
                **grounds_data(case),
            }
            for case in cases_of(guide.cases, plan.case_ids)
        ],
    }
