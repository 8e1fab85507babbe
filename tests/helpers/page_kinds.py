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
from guide.history.kept import Kept
from guide.journey.advice import advise
from guide.journey.code import locate, read_pairs
from guide.journey.walk import walk
from guide.model.basic import Said
from guide.model.example import Pair
from guide.model.glance import Glance, GlancePassage, GlanceRow, GlanceSection, GlanceTable, Term
from guide.model.practice import Case, CaseOption, Cases, SessionPlan, SessionStep, Topic
from guide.model.schema import Guide
from guide.pages.advice import Frame, advice_page
from guide.pages.book import book_page
from guide.pages.brief import brief_page
from guide.pages.comparison import comparison_page
from guide.pages.debrief import debrief_page
from guide.pages.decision import decision_page
from guide.pages.diff import States, diff_page
from guide.pages.glance import glance_page
from guide.pages.handout import handout_page
from guide.pages.history import walk_page
from guide.pages.letter import letter_page
from guide.pages.plan import plan_page
from guide.pages.practice import practice_page
from guide.pages.problem import files_page
from guide.pages.rehearsal import rehearsal_page
from guide.pages.replies import replies_page
from guide.pages.sessions import sessions_page
from guide.pages.terms import terms_page
from guide.pages.whatif import whatif_page
from guide.plan.inputs import Inputs
from guide.plan.make import make
from guide.plan.records import Plan
from guide.practice.debrief import debrief
from guide.practice.reviews import Review
from guide.practice.room import Action, Room, RoomNote, RoomState
from guide.sales.brief import make_brief
from guide.sales.ready import ready_replies
from guide.sales.rehearsal import rehearse
from helpers.small_replies import with_replies
from helpers.writing_letters import small_form

TODAY = datetime.date(2026, 11, 20)
CODES = ("flame=smoky,glass=whole,wind=storm", "flame=steady,glass=cracked", "flame=smoky")
_MORNING = datetime.datetime.combine(TODAY, datetime.time(8), datetime.UTC)
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


def _history(guide: Guide) -> Page:
    walk_id, day = "w" + "1" * 24, _MORNING
    kept = Kept(walk_id, guide.id, ANSWERS, CODES[0], True, day, day, "Northwind", "Call\nthem")  # noqa: FBT003
    return walk_page(kept, guide)


def _glance(guide: Guide) -> Page:
    passage = GlancePassage("in-short", "Look at the **lantern** first.", rests_on=("F1",))
    row = GlanceRow("smoky", ("Smoky", "Trim the wick"), judgement="As keepers do.")
    table = GlanceTable(("Flame", "What to do"), (row,))
    section = GlanceSection("short", "In short", (passage,), table)
    return glance_page(guide, Glance((section,)), TODAY)


def _terms(guide: Guide) -> Page:
    term = Term("wick", "wick", "What burns in a lantern.", ("tape",), "the oil", rests_on=("F1",))
    return terms_page(guide, [term], TODAY)


def _drilled(guide: Guide) -> Guide:
    """The guide with one case, and a session about it."""
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
    named = (Said("smoke"),)
    steps = (
        SessionStep(id="decide", kind="vote", title="Decide", minutes=2, cases=named),
        SessionStep(id="sort", kind="sort", title="Sort", minutes=2, by="flame", cases=named),
        SessionStep(id="end", kind="debrief", title="The end", minutes=1, shows="Go *home*."),
    )
    plan = SessionPlan("lamps", guide.title, "For keepers.", 5, steps, bring=("A lantern",))
    cases = Cases((Topic("wick", "Wicks"),), (case,))
    return replace(guide, cases=cases, sessions=(plan,))


def _practice(guide: Guide) -> Page:
    review = Review(guide.id, "smoke", _MORNING, "light", right=False)
    return practice_page(_drilled(guide), [review], TODAY)


def _sessions(guide: Guide) -> Page:
    return sessions_page(_drilled(guide))


def _handout(guide: Guide) -> Page:
    drilled = _drilled(guide)
    return handout_page(drilled, drilled.session["lamps"], TODAY)


def _debrief(guide: Guide) -> Page:
    drilled = _drilled(guide)
    counts = {"decide/smoke": {"light": 5, "trim": 3}}
    actions = (Action("Trim it", "Ana", "2026-12-01"), Action("Look again"))
    notes = (RoomNote("decide/smoke", "Nobody saw the **wick**."),)
    state = RoomState(
        drilled.id, "lamps", _MORNING, counts=counts, seconds={"decide": 75}, notes=notes,
        actions=actions,
    )  # fmt: skip
    return debrief_page(debrief(Room(drilled, state, lambda _state: None)))


def _letter(guide: Guide) -> Page:
    return letter_page(small_form(guide), sources=True)


def _brief(guide: Guide) -> Page:
    guide, scenario = with_replies(guide), read_pairs(guide, CODES[0])
    inputs = Inputs(TODAY - datetime.timedelta(days=30), months=3)
    return brief_page(make_brief(guide, scenario, TODAY, inputs), TODAY)


def _replies(guide: Guide) -> Page:
    guide, scenario = with_replies(guide), read_pairs(guide, CODES[0])
    return replies_page(guide, scenario, ready_replies(guide, scenario), TODAY)


def _rehearsal(guide: Guide) -> Page:
    guide, scenario = with_replies(guide), read_pairs(guide, CODES[0])
    return rehearsal_page(guide, scenario, rehearse(guide, scenario, 1), TODAY)


def _problem(guide: Guide) -> Page:
    words = [section.title for section in guide.sections]
    return files_page({guide.title: "\n".join(words)})


KINDS: dict[str, Callable[[Guide], Page]] = {
    "advice": _advice,
    "book": _book,
    "brief": _brief,
    "comparison": _comparison,
    "debrief": _debrief,
    "decision": _decision,
    "diff": _diff,
    "glance": _glance,
    "handout": _handout,
    "history": _history,
    "letter": _letter,
    "plan": _plan,
    "practice": _practice,
    "problem": _problem,
    "rehearsal": _rehearsal,
    "replies": _replies,
    "sessions": _sessions,
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
