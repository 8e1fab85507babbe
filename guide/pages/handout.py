"""A session on paper: cards to cut out or to hand round, and one run sheet for who leads."""

from collections.abc import Iterator
from datetime import date

from guide.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Line,
    Pairs,
    Run,
    Section,
    Table,
    body_of,
)
from guide.document.formats import Page
from guide.english import plural, sentence
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
from guide.pages.advice import Marks, bracketed, evidence_sections
from guide.pages.advice_data import grounds_data, guide_data
from guide.pages.case import RIGHT, WRONG, page_lines, situation
from guide.pages.spoken import answer_blocks, round_words
from guide.practice.views import letter, piles

_EXIT_CARDS = 3
"""On a sheet: as many as fit with room to write by hand."""


def handout_page(guide: Guide, plan: SessionPlan, today: date, part: str = "") -> Page:
    """The handout, or only its ``cards``, what the ``leader`` has, or the ``sources``."""
    return Page(lambda: document(guide, plan, today, part), lambda: data(guide, plan))


def document(guide: Guide, plan: SessionPlan, today: date, part: str = "") -> Document:
    """The pages for people; each section begins on a new sheet of paper."""
    rounds = [spoken for step in plan.steps for spoken in step.rounds]
    cases = cases_of(guide.cases, plan.case_ids)
    grounds = grounds_of(guide, [*cases, *plan.hands, *rounds], plan.title)
    marks = Marks(grounds)
    leader = (
        Section("Plan", tuple(_plan(guide, plan)), "plan"),
        Section("For whoever leads", tuple(_run_sheet(guide, plan, marks)), "leader"),
    )
    first, last = (leader[:1], leader[1:]) if part in ("", "leader") else ((), ())
    cards = (*_cards(guide, plan),) if part in ("", "cards") else ()
    evidence = evidence_sections(guide, grounds, marks, today) if part in ("", "sources") else ()
    return Document(
        plan.title,
        (Line(plan.about), Pairs((("Lasts", plural(plan.minutes, "minute")),))),
        (*first, *cards, *last, *evidence),
        kind="Session",
        window=f"{plan.title}: {guide.title}",
        foot=f"All companies are invented. {checked_line(guide, today)}",
        contents=True,
        parted=True,
    )


def _plan(guide: Guide, plan: SessionPlan) -> Iterator[Block]:
    rows = []
    begins = 0
    for step in plan.steps:
        rows.append((f"{begins} to {begins + step.minutes}", step.title, _what(step)))
        begins += step.minutes
    yield Table(("Minutes", "Step", "What happens"), tuple(rows))
    bring = list(plan.bring)
    if letters := _letters(guide, plan):
        bring.append(f"Voting cards {letters[0]} to {letters[-1]}, a set for each person")
    if bring:
        yield Section("Have at hand", (Entries(tuple(map(Entry, bring)), "tasks"),))


def _letters(guide: Guide, plan: SessionPlan) -> list[str]:
    """The voting cards that the cases of a session take."""
    ids = [name.text for step in plan.steps if step.kind == "vote" for name in step.cases]
    most = max((len(case.options) for case in cases_of(guide.cases, ids)), default=0)
    return [letter(number) for number in range(most)]


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
    steps = [step for step in plan.steps if step.kind not in ("sort", "debrief")]
    if handed := [*_sheets(guide, steps)]:
        yield Section("Cards", tuple(handed), "cards")
    if letters := _letters(guide, plan):
        sheet = Section("Cut these apart", tuple(Section(a, (Line(f"Card {a}"),)) for a in letters))
        yield Section("Voting cards", (sheet,), "voting-cards")
    if sorted_ := [*_sheets(guide, [step for step in plan.steps if step.kind == "sort"])]:
        yield Section("Cards to sort", tuple(sorted_), "sort-cards")
    last = plan.steps[-1]
    if last.kind == "debrief" and not plan.alone:
        lines = [Line(f"{word}: {'_' * 40}") for word in ("What I will do", "Who", "By when")]
        shows = [body_of(last.shows)] * bool(last.shows)
        sheet = Section(last.title, (Section("My action", (*shows, *lines)),) * _EXIT_CARDS)
        yield Section("Exit cards", (sheet,), "exit-cards")


def _sheets(guide: Guide, steps: list[SessionStep]) -> Iterator[Section]:
    for step in steps:
        blocks: list[Block] = []
        if step.shows:
            blocks.append(body_of(step.shows))
        sorting = step.kind == "sort"
        cases = cases_of(guide.cases, [name.text for name in step.cases])
        blocks += [Section(c.title, tuple(_card(c, sorting=sorting))) for c in cases]
        if sorting and step.cases:
            rows = piles(guide, step, guide.case[step.cases[0].text])
            labels = tuple(Entry(row.label, letter(n)) for n, row in enumerate(rows))
            blocks.append(Section("The piles", (Entries(labels, "listing"),)))
        asked = (round_words(guide, step, spoken).asked for spoken in step.rounds)
        lines = tuple(Entry(f"“{words}”") for words in asked)
        blocks += [Section("The lines to read", (Entries(lines),))] if lines else []
        if blocks:
            yield Section(step.title, tuple(blocks))


def _card(case: Case, *, sorting: bool) -> Iterator[Block]:
    yield from situation(case)
    if not sorting:
        yield Line(case.question, "why")
        options = enumerate(case.options)
        yield Entries(tuple(Entry(o.label, letter(n)) for n, o in options), "listing")


def _run_sheet(guide: Guide, plan: SessionPlan, marks: Marks) -> Iterator[Block]:
    """Step by step: when, what to say, what is right and why, what to listen for."""
    if plan.notes:
        yield body_of(plan.notes)
    begins = 0
    for step in plan.steps:
        title = f"{begins} to {begins + step.minutes}: {step.title}"
        begins += step.minutes
        blocks: list[Block] = [Line(sentence(_what(step)), "quiet")]
        blocks += [body_of(step.notes)] if step.notes else []
        blocks += [_hands(question, marks) for question in step.hands]
        cases = cases_of(guide.cases, [name.text for name in step.cases])
        blocks += [Section(c.title, tuple(_answers(guide, step, c, marks))) for c in cases]
        blocks += [_spoken(guide, step, spoken, marks) for spoken in step.rounds]
        blocks += [Line((Run("To discuss: ", "strong"), Run(step.discuss)))] if step.discuss else []
        yield Section(title, tuple(blocks))


def _hands(question: HandsQuestion, marks: Marks) -> Section:
    right = Line((Run("Right: "), Run(question.right, "strong")))
    return Section(question.text, (right, _cited(question.reason, marks.of(question.id))))


def _answers(guide: Guide, step: SessionStep, case: Case, marks: Marks) -> Iterator[Block]:
    if step.kind == "sort":
        rows = piles(guide, step, case)
        right = [f"{letter(n)}, {row.label}" for n, row in enumerate(rows) if row.right]
        yield Line((Run("Pile: "), Run(" or ".join(right), "strong")))
        why = [Entry(row.label, details=(row.reason,)) for row in rows if row.reason]
        if why:
            yield Entries(tuple(why))
    else:
        yield Line(case.question, "why")
        options = enumerate(case.options)
        yield Entries(tuple(_explained(option, letter(n)) for n, option in options), "listing")
    yield _cited(f"To take away: {case.teaches}", marks.of(case.id))
    if case.notes:
        yield body_of(case.notes)
    for text in page_lines(guide, case):
        yield Line(text, "quiet")


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
    return Line((Run(f"{words} "), *bracketed(marks)))


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
