"""One page of every kind, of any guide that has the questions of the small one.

A new kind of page is added to ``KINDS``, and so to every test of all kinds.
"""

import datetime
import importlib
import inspect
import pkgutil
from collections.abc import Callable

from msgspec.structs import replace

from guide import pages
from guide.author.diff.compare import compare
from guide.compare.comparison import compare_pages
from guide.compare.neighbors import what_if
from guide.decide.record import Decision, decision_record
from guide.document.formats import Page
from guide.journey.advice import advise
from guide.journey.code import locate, read_pairs
from guide.journey.walk import walk
from guide.model.example import Pair
from guide.model.glance import Glance, GlanceRow, GlanceSection, GlanceTable, Passage, Term
from guide.model.practice import Case, CaseOption, Cases, Topic
from guide.model.schema import Guide
from guide.pages.advice import Frame, advice_page
from guide.pages.book import book_page
from guide.pages.comparison import comparison_page
from guide.pages.decision import decision_page
from guide.pages.diff import States, diff_page
from guide.pages.glance import glance_page
from guide.pages.letter import letter_page
from guide.pages.plan import plan_page
from guide.pages.practice import practice_page
from guide.pages.problem import files_page
from guide.pages.terms import terms_page
from guide.pages.whatif import whatif_page
from guide.plan.inputs import Inputs
from guide.plan.make import make
from guide.plan.records import Plan
from guide.practice.reviews import Review
from helpers.writing_letters import small_form

TODAY = datetime.date(2026, 11, 20)
CODES = ("flame=smoky,glass=whole,wind=storm", "flame=steady,glass=cracked", "flame=smoky")
ANSWERS = {"flame": "unsure", "soot": "yes", "glass": "whole", "wind": "storm"}


def _advice(guide: Guide) -> Page:
    steps = walk(guide, ANSWERS)
    return advice_page(advise(guide, steps.scenario), Frame(TODAY, steps.trail))


def _comparison(guide: Guide) -> Page:
    places = [locate(guide, read_pairs(guide, code)) for code in CODES]
    compared = compare_pages(tuple(advise(guide, p.scenario, p.open) for p in places))
    return comparison_page(compared, TODAY)


def _whatif(guide: Guide) -> Page:
    return whatif_page(what_if(guide, ANSWERS), TODAY)


def _made(guide: Guide) -> Plan:
    month = datetime.timedelta(days=30)
    inputs = Inputs(TODAY - month, months=3, by=TODAY + 12 * month, owners={"": "Ana"})
    return make(guide, read_pairs(guide, CODES[0]), inputs, TODAY)


def _plan(guide: Guide) -> Page:
    return plan_page(_made(guide))


def _decision(guide: Guide) -> Page:
    steps = walk(guide, ANSWERS)
    page, other = advise(guide, steps.scenario), advise(guide, read_pairs(guide, CODES[1]))
    decision = Decision("Trim the wick.", "Ana", TODAY, chosen="B")
    record = decision_record(page, steps.trail, (other,), decision, plan=_made(guide), note="Oil.")
    return decision_page(record)


def _diff(guide: Guide) -> Page:
    asked = tuple(replace(question, text=f"Now: {question.text}") for question in guide.questions)
    gone = {**guide.blocks, "steps": ()}
    other = replace(guide, questions=asked, blocks=gone)
    return diff_page(compare(guide, other), States("v1", "v2"))


def _book(guide: Guide) -> Page:
    return book_page(guide, TODAY)


def _glance(guide: Guide) -> Page:
    passage = Passage("in-short", "Look at the **lantern** first.", rests_on=("F1",))
    row = GlanceRow("smoky", ("Smoky", "Trim the wick"), judgement="As keepers do.")
    table = GlanceTable(("Flame", "What to do"), (row,))
    section = GlanceSection("short", "In short", (passage,), table)
    return glance_page(guide, Glance((section,)), TODAY)


def _terms(guide: Guide) -> Page:
    term = Term("wick", "wick", "What burns in a lantern.", ("tape",), "the oil", rests_on=("F1",))
    return terms_page(guide, [term], TODAY)


def _practice(guide: Guide) -> Page:
    options = (
        CaseOption("light", "Light it", "It smokes.", right=False),
        CaseOption("trim", "Trim the wick", "Then it burns.", right=True),
    )
    case = Case(
        id="smoke",
        title=guide.title,
        topic="wick",
        level="easy",
        minutes=2,
        situation="It **smokes**.",
        question="What now?",
        options=options,
        teaches="Trim first",
        rests_on=("F1",),
        scenario=(Pair("flame", "smoky"),),
    )
    drilled = replace(guide, cases=Cases((Topic("wick", "Wicks"),), (case,)))
    when = datetime.datetime.combine(TODAY, datetime.time(8), datetime.UTC)
    return practice_page(drilled, [Review(guide.id, "smoke", when, "light", right=False)], TODAY)


def _letter(guide: Guide) -> Page:
    return letter_page(small_form(guide), sources=True)


def _problem(guide: Guide) -> Page:
    words = [section.title for section in guide.sections]
    return files_page({guide.title: "\n".join(words)})


KINDS: dict[str, Callable[[Guide], Page]] = {
    "advice": _advice,
    "book": _book,
    "comparison": _comparison,
    "decision": _decision,
    "diff": _diff,
    "glance": _glance,
    "letter": _letter,
    "plan": _plan,
    "practice": _practice,
    "problem": _problem,
    "terms": _terms,
    "whatif": _whatif,
}
"""By the name of the module in ``guide.pages``."""


def page_modules() -> list[str]:
    """The modules of ``guide.pages`` that make a page."""
    names = [module.name for module in pkgutil.iter_modules(pages.__path__)]
    return [name for name in names if _makes_page(f"{pages.__name__}.{name}")]


def _makes_page(name: str) -> bool:
    functions = inspect.getmembers(importlib.import_module(name), inspect.isfunction)
    own = (function for _, function in functions if function.__module__ == name)
    return any(function.__annotations__.get("return") in (Page, "Page") for function in own)
