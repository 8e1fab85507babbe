"""HTML: one self-contained file, to print or to mail. No script, no request."""

from collections.abc import Iterator
from pathlib import Path

from guide.document.html_page import document
from guide.document.html_parts import escape, tag
from guide.journey.code import write_code
from guide.journey.facts import fact_lines
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line
from guide.pages import advice as common
from guide.plan import words
from guide.plan.calendar import short
from guide.plan.due_dates import due_words
from guide.plan.records import CASES, Owned, Plan, Planned
from guide.plan.svg import draw

SUFFIX = ".html"
TITLE = "Web page (HTML)"

_SHEET = Path(__file__).parents[1] / "plan.css"


def render(plan: Plan, width: int) -> str:  # noqa: ARG001  the reader's window decides
    """The plan as HTML5: every text escaped, its style inside, nothing fetched."""
    title = f"{words.TITLE}: {plan.guide.title}"
    return document(title, "\n".join(filter(None, _page(plan))), _SHEET)


def _page(plan: Plan) -> Iterator[str]:
    guide = plan.guide
    yield tag("p", words.TITLE, class_="kind")
    yield tag("h1", escape(guide.title))
    pairs = [*scenario_pairs(guide, plan.scenario), *words.given(plan)]
    rows = "\n".join(f"{tag('dt', escape(f))}{tag('dd', escape(v))}" for f, v in pairs)
    yield tag("dl", f"\n{rows}\n", class_="scenario") if pairs else ""
    yield from (tag("p", escape(line), class_="answer") for line in words.summary(plan))
    if drawing := draw(plan):
        yield _section(words.CHART, [drawing])
    for route in plan.routes:
        about = tag("p", escape(route.way.about)) if route.way.about else ""
        known, phases = words.shown(plan, route)
        line = tag("p", escape(known)) if known else ""
        yield _section(route.way.title, [about, line, _table(phases)])
    if plan.tasks:
        yield _section(words.TASKS, list(_tasks(plan)))
    for part in words.parts(plan):
        yield _section(part.title, [_list(part.lines)])
    if plan.facts:
        verified = tag("p", escape(verified_line(guide, plan.today)))
        yield _section(common.CLAIMS_TITLE, [verified, _facts(plan)])
    code = tag("code", escape(write_code(guide, plan.scenario)))
    made = f"Made on {short(plan.today)}. Code: {code}"
    yield tag("footer", tag("p", made, class_="code"))


def _section(title: str, pieces: list[str]) -> str:
    inner = "\n".join(filter(None, [tag("h2", escape(title)), *pieces]))
    return tag("section", f"\n{inner}\n")


def _table(phases: tuple[Planned, ...]) -> str:
    heads = ("Phase", *(case.capitalize() for case in CASES))
    head = "".join(tag("th", text, scope="col") for text in heads)
    rows = "\n".join(row for one in phases for row in _rows(one))
    table = tag("table", f"\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n")
    return tag("div", table, class_="wide")


def _rows(one: Planned) -> Iterator[str]:
    """The cases of a phase, and below them what its length rests on."""
    why = words.length_grounds(one)
    name = tag("th", escape(one.phase.title), scope="row", rowspan="2" if why else "")
    told = [words.when(one, case) for case in CASES]
    same = len(set(told)) == 1
    wide = "3" if same else ""
    cells = [tag("td", _unbroken(text), colspan=wide) for text in (told[:1] if same else told)]
    yield tag("tr", name + "".join(cells), class_="split" if why else "")
    if why:
        yield tag("tr", tag("td", tag("small", escape(why)), colspan="3"))


def _unbroken(text: str) -> str:
    """The length and the days, each day on one line."""
    length, comma, days = text.partition(", ")
    if not comma:
        return escape(text)
    spans = (tag("span", escape(day), class_="day") for day in days.split(" to "))
    return f"{tag('strong', escape(length))}<br>{' to '.join(spans)}"


def _tasks(plan: Plan) -> Iterator[str]:
    for one in plan.phases:
        if one.tasks:
            yield tag("h3", escape(words.heading(one, plan.today)))
            rows = "\n".join(tag("li", _task(plan, one, owned)) for owned in one.tasks)
            yield tag("ul", f"\n{rows}\n", class_="tasks")


def _task(plan: Plan, one: Planned, owned: Owned) -> str:
    task, due = owned.task, due_words(plan, one, owned.task)
    told = [f"Owner: {owned.owner}", *[f"Due: {due}"] * bool(due)]
    told += [f"Proof: {task.evidence}"] * bool(task.evidence)
    details = "".join(tag("small", escape(line)) for line in told)
    return f"{escape(task.title)} {escape(words.source(task))}{details}"


def _list(lines: tuple[str, ...]) -> str:
    rows = "\n".join(tag("li", escape(line)) for line in lines)
    return tag("ul", f"\n{rows}\n")


def _facts(plan: Plan) -> str:
    rows = []
    for fact in plan.facts:
        lines = fact_lines(plan.guide, fact)
        details = "".join(tag("p", escape(line), class_="detail") for line in lines)
        name = tag("span", escape(fact.id), class_="id")
        rows.append(tag("li", f"{tag('p', f'{name} {escape(fact.says)}')}{details}"))
    inner = "\n".join(rows)
    return tag("ul", f"\n{inner}\n", class_="listing")
