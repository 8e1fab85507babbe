"""Checks that what examples name is there, and that a page could meet what they expect."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from guide.model.codes import Code
from guide.model.example import Example, Listed, Name, Pair
from guide.model.problems import did_you_mean
from guide.model.schema import UNSET, Guide, Place
from guide.reading.collector import Problems
from guide.reading.folder import (
    ADVICE_FOLDER,
    FACETS,
    FACTS,
    HEAD,
    LETTERS,
    QUESTIONS,
    REPLIES,
)

_NO_EXPECTATION = {"id", "about", "scenario", "answers", "confirmed", "at"}


def check_examples(guide: Guide, examples: Sequence[Example], problems: Problems) -> None:
    """Report what no run is needed to see.

    Nothing is said about names of what could not be read: that is its own problem.
    """
    check = _Check(guide, problems)
    problems.unique(examples)
    for example in examples:
        check.example(example)
        for only in example.letters:
            check.letter(only)


class _Check:
    def __init__(self, guide: Guide, problems: Problems) -> None:
        self.guide = guide
        self.problems = problems
        self.section_of = {b.id: s for s, blocks in guide.blocks.items() for b in blocks}
        self.all_blocks_read = not any(f.startswith(ADVICE_FOLDER) for f in problems.unread)

    def example(self, example: Example) -> None:
        for pair in example.scenario:
            self._facet(pair)
        for pair in example.answers:
            self._answer(pair)
        questions = [(name.text, name.at) for name in example.never_asks]
        questions += [(row.of, row.at) for row in (*example.asks, *example.answers_say)]
        for question, at in questions:
            self._question(question, at)
        for name in (*example.shows, *example.hides):
            self._block(name, self.section_of)
        self._replies(example)
        for only in example.only:
            self._only(only)
        for ground in example.rests_on:
            self._block(Name(ground.of, ground.at), self.section_of)
            self._facts(ground.items)
        self._facts(Name(row.of, row.at) for row in example.facts_say)
        for ground in example.corrected_by:
            self._facts((Name(ground.of, ground.at), *ground.items))
        keys = (key for key in example.__struct_fields__ if key not in _NO_EXPECTATION)
        if not any(getattr(example, key) for key in keys):
            message = f"{example.id!r} expects nothing; add 'shows', or another expectation"
            self.problems.add(Code.EXAMPLE_EXPECTS_NOTHING, example.at, message)
        self._contradictions(example)

    def _facet(self, pair: Pair) -> None:
        facets, code = self.guide.facet, Code.UNKNOWN_FACET
        if self.problems.knows(code, "no facet", pair.key, facets, pair.at, file=FACETS):
            what = f"{pair.key!r} has no value"
            known = [*(value.id for value in facets[pair.key].values), UNSET]
            self.problems.knows(Code.UNKNOWN_VALUE, what, pair.value, known, pair.at, file=FACETS)

    def _answer(self, pair: Pair) -> None:
        if self._question(pair.key, pair.at):
            known = [option.id for option in self.guide.question[pair.key].options]
            what, code = f"{pair.key!r} has no option", Code.EXAMPLE_ANSWER
            self.problems.knows(code, what, pair.value, known, pair.at, file=QUESTIONS)

    def _question(self, name: str, at: Place) -> bool:
        known, code = self.guide.question, Code.EXAMPLE_ANSWER
        return self.problems.knows(code, "no question", name, known, at, file=QUESTIONS)

    def _block(self, name: Name, known: Collection[str], where: str = "") -> None:
        if name.text in known or name.text in self.problems.broken or not self.all_blocks_read:
            return
        message = f"no block {name.text!r}{where}{did_you_mean(name.text, known)}"
        self.problems.add(Code.EXAMPLE_BLOCK, name.at, message)

    def _replies(self, example: Example) -> None:
        replies = self.guide.replies.replies if self.guide.replies else ()
        answers = [answer.id for reply in replies for answer in reply.answers]
        for name in (*example.replies, *example.likely):
            self._reply(name, "answer", answers)
        for name in example.unasked:
            self._reply(name, "reply", [reply.id for reply in replies])

    def _reply(self, name: Name, what: str, known: list[str]) -> None:
        if name.text not in known and not self.problems.is_excused(name.text, REPLIES):
            message = f"no {what} {name.text!r} in {REPLIES}{did_you_mean(name.text, known)}"
            self.problems.add(Code.EXAMPLE_BLOCK, name.at, message)

    def _only(self, only: Listed) -> None:
        sections, code = [section.id for section in self.guide.sections], Code.EXAMPLE_SECTION
        if self.problems.knows(code, "no section", only.of, sections, only.at, file=HEAD):
            here = [block.id for block in self.guide.blocks.get(only.of, ())]
            for name in only.items:
                self._block(name, here, f" in section {only.of!r}")

    def letter(self, only: Listed) -> None:
        """Report a letter, a paragraph or a refusal that is not there."""
        letters = self.guide.letters
        known = [letter.id for letter in letters.letters] if letters else []
        code = Code.LETTER_NAME
        self.problems.knows(code, "no letter", only.of, known, only.at, file=LETTERS)
        letter = letters.letter(only.of) if letters else None
        if letters is None or letter is None:
            return
        ids = [p.id for p in letter.paragraphs] + [row.id for row in letters.refuse]
        for name in only.items:
            if name.text not in ids and name.text not in self.problems.broken:
                message = f"no paragraph of {letter.id!r}, nor a refusal, is called {name.text!r}"
                message += did_you_mean(name.text, ids)
                self.problems.add(Code.LETTER_NAME, name.at, message)

    def _facts(self, facts: Iterable[Name]) -> None:
        for fact in facts:
            known, code = self.guide.fact, Code.UNKNOWN_FACT
            self.problems.knows(code, "no fact", fact.text, known, fact.at, file=FACTS)

    def _contradictions(self, example: Example) -> None:
        expected = example.expected
        phrases = {folded(phrase.text): phrase.at for phrase in example.says}
        for name in example.hides:
            self._both(name.text, expected.get(name.text), name.at)
        answered = {pair.key: pair.at for pair in example.answers}
        for name in example.never_asks:
            self._both(name.text, answered.get(name.text), name.at)
        planned = {folded(phrase.text): phrase.at for phrase in example.plan_says}
        for phrase in example.never_says:
            self._both(phrase.text, phrases.get(folded(phrase.text)), phrase.at)
        for phrase in example.plan_never_says:
            self._both(phrase.text, planned.get(folded(phrase.text)), phrase.at)
        only_in: Mapping[str, Listed] = {only.of: only for only in example.only}
        for block, at in expected.items():
            only = only_in.get(self.section_of.get(block, ""))
            if only and block not in {other.text for other in only.items}:
                message = f"'only' in line {only.at.line} leaves {block!r} out; keep one"
                self.problems.add(Code.EXAMPLE_CONTRADICTION, at, message)

    def _both(self, what: str, wanted: Place | None, at: Place) -> None:
        if wanted is not None:
            message = f"{what!r} is both expected, in line {wanted.line}, and ruled out; keep one"
            self.problems.add(Code.EXAMPLE_CONTRADICTION, at, message)


def folded(text: str) -> str:
    """The text as phrases are compared: case and the shape of quotation marks do not matter."""
    straight = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
    return " ".join(text.translate(straight).casefold().split())
