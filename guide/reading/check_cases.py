"""Checks that cases and sessions hold together: names, options, lengths, minutes.

Whether a case agrees with the advice is proven in ``author.check.cases``.
"""

import re
from collections import Counter
from collections.abc import Iterable

from guide.model.basic import Name, Place
from guide.model.codes import Code
from guide.model.conditions import applies
from guide.model.example import Pair
from guide.model.practice import Case, HandsQuestion, SessionPlan, SessionStep, SpokenRound
from guide.model.problems import did_you_mean
from guide.model.schema import Guide
from guide.reading.check_links import check_facet
from guide.reading.collector import Problems
from guide.reading.folder import ADVICE_FOLDER, CASES, FACETS, REPLIES

SITUATION = (60, 90)
"""Words of a situation: enough to judge, and one breath of a room that reads together."""
OPTIONS = (3, 4)
_NEEDS = {"vote": "cases", "sort": "cases", "speak": "rounds", "open": "hands"}
"""What a step of this kind is made of."""


def check_cases(guide: Guide, problems: Problems) -> None:
    """Report what is wrong with ``cases.yaml`` and ``sessions.yaml``, as far as they are there."""
    check = _Check(guide, problems)
    if guide.cases is not None:
        problems.unique(guide.cases.topics)
        problems.unique(guide.cases.cases)
        for case in guide.cases.cases:
            check.case(case)
    problems.unique(guide.sessions)
    for session in guide.sessions:
        check.session(session)


class _Check:
    def __init__(self, guide: Guide, problems: Problems) -> None:
        self.guide = guide
        self.problems = problems
        self.topics = [topic.id for topic in guide.cases.topics] if guide.cases else []
        self.blocks = [block.id for blocks in guide.blocks.values() for block in blocks]
        self.all_blocks_read = not any(f.startswith(ADVICE_FOLDER) for f in problems.unread)

    def case(self, case: Case) -> None:
        self._known("topic", case.topic, self.topics, self.problems.spot(case.at, "topic"))
        self._options(case)
        self._length(case)
        for pair in (*case.scenario, *(pair for option in case.options for pair in option.claims)):
            self._pair(pair)
        for name in (name for option in case.options for name in option.blocks):
            if self.all_blocks_read:
                self._known("block", name.text, self.blocks, name.at)

    def session(self, session: SessionPlan) -> None:
        self.problems.unique(session.steps)
        self.problems.unique(session.hands)
        self.problems.unique(row for step in session.steps for row in step.rounds)
        for step in session.steps:
            self._step(step)
        total = sum(step.minutes for step in session.steps)
        if total != session.minutes:
            message = f"{session.id!r} lasts {session.minutes} minutes, and its steps {total}"
            at = self.problems.spot(session.at, "minutes")
            self.problems.add(Code.SESSION_MINUTES, at, f"{message}; make them agree")

    def _options(self, case: Case) -> None:
        self.problems.unique(case.options)
        low, high = OPTIONS
        if not low <= len(case.options) <= high:
            message = f"{case.id!r} has {len(case.options)} options; give it {low} or {high}"
        elif not case.right:
            message = f"no option of {case.id!r} is right; mark one with 'right: true'"
        elif len(case.right) == len(case.options):
            message = f"every option of {case.id!r} is right; there is nothing to decide"
        else:
            return
        self.problems.add(Code.CASE_OPTIONS, self.problems.spot(case.at, "options"), message)

    def _length(self, case: Case) -> None:
        low, high = SITUATION
        count = len(re.findall(r"[\w$]\S*", case.situation))
        if not low <= count <= high:
            message = f"the situation of {case.id!r} has {count} words; write {low} to {high}"
            self.problems.add(Code.CASE_LENGTH, self.problems.spot(case.at, "situation"), message)

    def _pair(self, pair: Pair) -> None:
        check_facet(self.guide, pair.key, pair.at, self.problems)
        facet = self.guide.facet.get(pair.key)
        known = [value.id for value in facet.values] if facet else [pair.value]
        if pair.value not in known and not self._excused(pair.value, FACETS):
            message = f"{pair.key!r} has no value {pair.value!r}{did_you_mean(pair.value, known)}"
            self.problems.add(Code.UNKNOWN_VALUE, pair.at, message)

    def _step(self, step: SessionStep) -> None:
        needed = _NEEDS.get(step.kind)
        if needed and not getattr(step, needed):
            message = f"{step.id!r} is to {step.kind}, and has no {needed!r}; add them"
            self.problems.add(Code.SESSION_STEP, step.at, message)
        for question in step.hands:
            self._hands(question)
        for pair in step.scenario:
            self._pair(pair)
        for spoken in step.rounds:
            self._round(step, spoken)
        self._cases(step.cases)
        if step.kind == "sort":
            self._piles(step)
        minutes = sum(self.guide.case[n.text].minutes for n in step.cases if self._has(n))
        if step.kind == "vote" and minutes > step.minutes:
            message = f"the cases of {step.id!r} take {minutes} minutes, and it has {step.minutes}"
            self.problems.add(Code.SESSION_MINUTES, step.at, f"{message}; leave one out")

    def _round(self, step: SessionStep, spoken: SpokenRound) -> None:
        replies = self.guide.replies.replies if self.guide.replies else ()
        reply = next((reply for reply in replies if reply.id == spoken.reply), None)
        if spoken.reply:
            at = self.problems.spot(spoken.at, "reply")
            self._known("reply", spoken.reply, [reply.id for reply in replies], at, REPLIES)
        if (spoken.asked and spoken.answer) or (spoken.reply and reply is None):
            return
        if reply is None or not any(applies(row, step.facets) for row in reply.answers):
            message = f"nothing is asked or answered in {spoken.id!r}; add 'asked' and 'answer', "
            message += "or a 'reply' that fits the step's 'scenario'"
            self.problems.add(Code.SESSION_STEP, spoken.at, message)

    def _hands(self, question: HandsQuestion) -> None:
        if question.right not in question.answers:
            hint = did_you_mean(question.right, question.answers)
            message = f"{question.right!r} is none of the answers{hint}"
            at = self.problems.spot(question.at, "right")
            self.problems.add(Code.SESSION_STEP, at, message)

    def _cases(self, names: tuple[Name, ...]) -> None:
        for name in names:
            self._known("case", name.text, self.guide.case, name.at, CASES)
        for text, count in Counter(name.text for name in names).items():
            if count > 1:
                at = next(name.at for name in reversed(names) if name.text == text)
                self.problems.add(Code.DUPLICATE_ID, at, f"{text!r} stands here twice; keep one")

    def _piles(self, step: SessionStep) -> None:
        if not step.by:
            message = f"{step.id!r} is to sort, and has no 'by'; name the facet of the piles"
            self.problems.add(Code.SESSION_STEP, step.at, message)
            return
        at = self.problems.spot(step.at, "by")
        check_facet(self.guide, step.by, at, self.problems)
        if step.by not in self.guide.facet:
            return
        values = [value.id for value in self.guide.facet[step.by].values]
        for name in step.cases:
            for pile in self.guide.case[name.text].piles if self._has(name) else ():
                if pile.id not in values:
                    message = f"{step.by!r} has no value {pile.id!r}{did_you_mean(pile.id, values)}"
                    self.problems.add(Code.UNKNOWN_VALUE, pile.at, message)
            if self._has(name) and step.by not in self.guide.case[name.text].facets:
                message = f"the scenario of {name.text!r} settles no {step.by!r}, so no pile is "
                self.problems.add(
                    Code.SESSION_STEP, name.at, f"{message}right for it; leave it out"
                )

    def _has(self, name: Name) -> bool:
        return name.text in self.guide.case

    def _known(self, kind: str, name: str, known: Iterable[str], at: Place, file: str = "") -> None:
        if name not in known and not self._excused(name, file):
            message = f"no {kind} {name!r}{did_you_mean(name, known)}"
            self.problems.add(Code.PRACTICE_NAME, at, message)

    def _excused(self, name: str, file: str) -> bool:
        """Whether it, or the file it would be in, is there and could not be read."""
        problems = self.problems
        return name in problems.broken or (file in problems.unread and file in problems.data)
