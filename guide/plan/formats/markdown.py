"""Markdown (CommonMark, with tables): for a ticket, a wiki, a document."""

from collections.abc import Iterator

from guide.document.escape import markdown as escaped
from guide.journey.code import write_code
from guide.journey.facts import fact_lines
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line
from guide.pages import advice as common
from guide.plan import words
from guide.plan.calendar import short
from guide.plan.due_dates import due_words
from guide.plan.records import CASES, Plan, Planned

SUFFIX = ".md"
TITLE = "Markdown"


def render(plan: Plan, width: int) -> str:  # noqa: ARG001  paragraphs are not broken
    """The plan as Markdown, every text escaped."""
    return "\n\n".join(_page(plan)) + "\n"


def _page(plan: Plan) -> Iterator[str]:
    guide = plan.guide
    yield f"# {escaped(f'{words.TITLE}: {guide.title}')}"
    pairs = [*scenario_pairs(guide, plan.scenario), *words.given(plan)]
    rows = [f"- {escaped(label)}: **{escaped(value)}**" for label, value in pairs]
    rows += [f"- Code: `{write_code(guide, plan.scenario)}`", f"- Made on {short(plan.today)}"]
    yield "\n".join(rows)
    yield from (f"**{escaped(line)}**" for line in words.summary(plan))
    for route in plan.routes:
        yield f"## {escaped(route.way.title)}"
        if route.way.about:
            yield escaped(route.way.about)
        known, phases = words.shown(plan, route)
        if known:
            yield escaped(known)
        yield "\n".join(_table(phases))
    if plan.tasks:
        yield f"## {words.TASKS}"
        yield from _tasks(plan)
    for part in words.parts(plan):
        yield f"## {escaped(part.title)}"
        yield "\n".join(f"- {escaped(line)}" for line in part.lines)
    if plan.facts:
        yield f"## {common.CLAIMS_TITLE}"
        yield escaped(verified_line(guide, plan.today))
        yield "\n".join(_facts(plan))


def _table(phases: tuple[Planned, ...]) -> Iterator[str]:
    yield "| Phase | Best | Likely | Worst | Why |"
    yield "|---|---|---|---|---|"
    for one in phases:
        told = [words.when(one, case) for case in CASES]
        cells = [one.phase.title, *told, words.length_grounds(one)]
        yield f"| {' | '.join(map(cell, cells))} |"


def cell(text: str) -> str:
    """A text within a table: a bar would end its cell."""
    return escaped(text).replace("|", "\\|")


def _tasks(plan: Plan) -> Iterator[str]:
    for one in plan.phases:
        if not one.tasks:
            continue
        yield f"### {escaped(words.heading(one, plan.today))}"
        lines = []
        for owned in one.tasks:
            task = owned.task
            title = escaped(f"{task.title}.")
            lines.append(f"- [ ] {title} {escaped(words.source(task))}".rstrip())
            lines.append(f"  - Owner: **{escaped(owned.owner)}**")
            if due := due_words(plan, one, task):
                lines.append(f"  - Due: {escaped(due)}")
            lines += [f"  - Proof: {escaped(task.evidence)}"] * bool(task.evidence)
        yield "\n".join(lines)


def _facts(plan: Plan) -> Iterator[str]:
    for fact in plan.facts:
        yield f"- **{fact.id}** {escaped(fact.says)}"
        yield from (f"  - {escaped(line)}" for line in fact_lines(plan.guide, fact))
