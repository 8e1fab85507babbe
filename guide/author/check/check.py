"""All that is wrong with a guide: what reading found, what is proven, its language, its facts."""

import datetime
from typing import NamedTuple

from guide.author.check.cases import check_cases
from guide.author.check.facts import check_age, check_facts, check_future
from guide.author.check.language import check_text
from guide.author.check.prove import Figures, prove
from guide.author.check.spelling import check_spelling
from guide.model.codes import Code
from guide.model.problems import Problem
from guide.reading.collector import Problems
from guide.reading.folder import ADVICE_FOLDER, FACTS, LETTERS, RECOVERY, Reading

_UNSEEN = {Code.UNKNOWN_FACT, Code.RESTS_ON_NOTHING}
"""What may be the reason why no reader comes to a fact."""


class Findings(NamedTuple):
    """Every problem, by place, and what was counted."""

    problems: list[Problem]
    figures: Figures | None
    """None where the questions form no graph, or not all of them could be read."""


def check_reading(
    reading: Reading,
    today: datetime.date | None = None,
    as_of: datetime.date | None = None,
    words: frozenset[str] = frozenset(),
) -> Findings:
    """Check what was read as far as that goes: one problem hides no other.

    Args:
        reading: a guide's folder, as it was read.
        today: on which day; no date may be later.
        as_of: the day on which to ask what is due for review, if that is asked.
        words: the words that may be used, if spelling is to be checked.

    """
    guide = reading.draft
    if guide is None:
        return Findings(reading.problems, None)
    problems = Problems()
    problems.data.update(reading.data)
    check_text(guide, problems, reading.examples)
    if words:
        check_spelling(guide, words, problems)
    check_facts(guide, problems)
    if reading.guide is not None:  # else its own date may be the one that could not be read
        if as_of is not None:
            check_age(guide, as_of, problems)
        if today is not None:
            check_future(guide, max(today, as_of or today), problems)
    proof = None if reading.shapeless else prove(guide)
    if proof and proof.figures and not reading.lost:
        check_cases(proof.readers, problems)
    proven = [*problems.sorted(), *(proof.problems if proof else ())]
    own = [problem for problem in proven if not _follows(problem, reading)]
    every = sorted([*reading.problems, *own], key=lambda p: (p.at, p.code, p.message))
    return Findings(every, proof.figures if proof else None)


def _follows(problem: Problem, reading: Reading) -> bool:
    """Whether the problem may only be there because something could not be read."""
    lost = reading.lost
    if problem.code == Code.UNENDED_SENTENCE:
        cut = (
            problem_read.at.file
            for problem_read in reading.problems
            if problem_read.code == Code.CUT_SHORT
        )
        return problem.at.file in cut
    if problem.code == Code.UNREAD_FACET:
        return not lost.isdisjoint({RECOVERY, LETTERS})
    if problem.code == Code.UNSEEN_FACT:
        unread = any(file.startswith(ADVICE_FOLDER) for file in lost) or not lost.isdisjoint(
            {FACTS, RECOVERY, LETTERS}
        )
        return unread or any(problem.code in _UNSEEN for problem in reading.problems)
    if problem.code == Code.UNUSED_SOURCE:
        return FACTS in lost or any(p.code == Code.UNKNOWN_SOURCE for p in reading.problems)
    return False
