"""The bytes of a guide's files to a guide, with every problem of every file."""

import datetime
from typing import Any

import msgspec

from guide.model.codes import Code
from guide.model.example import Example
from guide.model.glance import Glance, Term
from guide.model.letters import Letters
from guide.model.practice import Cases, SessionPlan
from guide.model.problems import Problem
from guide.model.recovery import Recovery
from guide.model.replies import Replies
from guide.model.schema import ADVICE, Block, Facet, Facts, Guide, Head, Place, Question
from guide.model.texts import grounded
from guide.reading.check_cases import check_cases
from guide.reading.check_examples import check_examples
from guide.reading.check_glance import check_glance
from guide.reading.check_letters import check_letters
from guide.reading.check_links import check_links, check_links_beside
from guide.reading.check_loops import check_loops
from guide.reading.check_plan import check_recovery
from guide.reading.check_renames import check_renames
from guide.reading.check_replies import check_replies
from guide.reading.check_text import check_markdown
from guide.reading.collector import Problems
from guide.reading.decode import Invalid, decode, decode_list
from guide.reading.folder import (
    ADVICE_FOLDER,
    CASES,
    EXAMPLES,
    FACETS,
    FACTS,
    GLANCE,
    HEAD,
    LETTERS,
    QUESTIONS,
    RECOVERY,
    REPLIES,
    SESSIONS,
    TERMS,
    Files,
    Reading,
)
from guide.reading.nodes import MAX_BYTES, Node, parse

_SHAPELESS = {
    Code.UNKNOWN_QUESTION,
    Code.UNKNOWN_FACET,
    Code.UNKNOWN_VALUE,
    Code.UNKNOWN_SECTION,
    Code.UNKNOWN_PART,
    Code.UNKNOWN_OPTION,
    Code.NO_WAY_ON,
    Code.LOOP,
}
"""References and routes without which there is nothing whole to be proven."""


def build(files: Files) -> Reading:
    """The guide in these bytes, and all that is wrong with it."""
    problems = files.problems
    problems.data = files.data
    head, whole = _head(files, problems)
    facets = _many(files, FACETS, Facet, problems)
    questions = _many(files, QUESTIONS, Question, problems)
    facts = _one(files, FACTS, Facts, problems)
    blocks: dict[str, tuple[Block, ...]] = {}
    for name in files.data:
        if name.startswith(f"{ADVICE_FOLDER}/"):
            section = name.removeprefix(f"{ADVICE_FOLDER}/").removesuffix(".yaml")
            blocks[section] = _many(files, name, Block, problems)
    examples: tuple[Example, ...] = ()
    if EXAMPLES in files.data:
        examples = _many(files, EXAMPLES, Example, problems)
    guide = Guide(
        head=head,
        facets=facets,
        questions=questions,
        blocks=blocks,
        facts=facts.facts if facts else (),
        sources=facts.sources if facts else (),
        recovery=_one(files, RECOVERY, Recovery, problems),
        glance=_one(files, GLANCE, Glance, problems),
        terms=_many(files, TERMS, Term, problems),
        cases=_one(files, CASES, Cases, problems),
        sessions=_many(files, SESSIONS, SessionPlan, problems),
        replies=_one(files, REPLIES, Replies, problems),
        letters=_one(files, LETTERS, Letters, problems),
        content_hash=files.content_hash,
    )
    check_links(guide, problems)
    check_loops(guide, problems)
    _miss_facts(guide, files, problems)
    lost, shapeless = _state(problems)
    check_links_beside(guide, problems)
    check_renames(guide, problems)
    check_recovery(guide, problems)
    check_glance(guide, problems)
    check_cases(guide, problems)
    check_replies(guide, problems)
    check_letters(guide, problems)
    check_markdown(guide, problems)
    check_examples(guide, examples, problems)
    return Reading(
        guide=guide if whole else None,
        problems=problems.sorted(),
        examples=examples,
        draft=guide,
        lost=lost,
        shapeless=shapeless,
        data=files.data,
    )


def _state(problems: Problems) -> tuple[frozenset[str], bool]:
    """The files of which something could not be read, and whether the questions form no graph."""
    every = problems.sorted()
    lost = frozenset(problem.at.file for problem in every if problem.code[0] in "FS")
    shape = any(file in (HEAD, FACETS, QUESTIONS) or _is_advice(file) for file in lost)
    return lost, shape or any(problem.code in _SHAPELESS for problem in every)


def _is_advice(file: str) -> bool:
    return file.startswith(ADVICE_FOLDER)


def _miss_facts(guide: Guide, files: Files, problems: Problems) -> None:
    """Report that there are no facts at all, once, if anything names one."""
    named = next((fact for thing in grounded(guide) for fact in thing.rests_on), None)
    reported = any(FACTS in (problem.at.file, _meant(problem)) for problem in problems.sorted())
    if named and FACTS not in files.data and not reported:
        message = f"no {FACTS} in this folder, and {named!r} is to be a fact in it; add it"
        problems.add(Code.MISSING_FILE, Place(FACTS, 1, 1), message)


def _meant(problem: Problem) -> str:
    """The name that a stray file was meant to have."""
    return problem.message.rpartition("did you mean ")[2].strip("'?")


def _head(files: Files, problems: Problems) -> tuple[Head, bool]:
    """What guide.yaml says, and whether it is all that a guide must say.

    What is missing is left empty, so that nothing is wrong with the rest for it.
    """
    node = _parsed(files, HEAD, problems)
    values: dict[str, Any] = {}
    try:
        if node is not None:
            return decode(node, Head, problems), True
    except Invalid as invalid:
        values = invalid.values
    if not values.keys() >= {"sections", "tones"}:
        problems.unread.add(HEAD)
    empty: dict[str, Any] = {"id": "", "title": "", "verified": datetime.date.max}
    empty |= {"start": ADVICE, "sections": ()}
    return Head(**(empty | values)), False


def _one(files: Files, name: str, kind: type[msgspec.Struct], problems: Problems) -> Any:
    node = _parsed(files, name, problems)
    try:
        return decode(node, kind, problems) if node is not None else None
    except Invalid:
        problems.unread.add(name)
        return None


def _many(files: Files, name: str, kind: Any, problems: Problems) -> Any:
    node = _parsed(files, name, problems)
    return decode_list(node, kind, problems) if node is not None else ()


def _parsed(files: Files, name: str, problems: Problems) -> Node | None:
    node = parse(files.data[name], name, problems) if name in files.data else None
    if node is None:
        problems.unread.add(name)
    if name in files.data and _only_comments(files.data[name]):
        problems.add(Code.EMPTY, Place(name, 1, 1), "nothing stands in this file")
    return node


def _only_comments(data: bytes) -> bool:
    lines = (line.strip() for line in data[:MAX_BYTES].splitlines())
    return len(data) <= MAX_BYTES and all(not line or line.startswith(b"#") for line in lines)
