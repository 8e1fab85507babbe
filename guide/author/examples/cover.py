"""Few ways through a guide that together touch everything wanted.

Each way is a scenario of one more guide: its options also settle, for each question, a facet that
remembers the answer. So all ways are one diagram (``states.sets``), and those that touch some
block or some option are a part of it.

The cover is greedy: a way must touch the rarest thing that is left, then the next one that can be
touched with it, and so on. The guide that ships takes 52, as few as an exact search found.
"""

from collections.abc import Callable, Collection, Iterator

from msgspec.structs import replace

from guide.author.examples.find import Reader, reader_of
from guide.model.letters import Letter, LetterParagraph, LetterRefusal, Letters
from guide.model.replies import Reply
from guide.model.schema import Block, Guide, Option, Question
from guide.sales.form import WantedLetter
from guide.sales.letters import held
from guide.sales.ready import ready_replies
from guide.states.graph import last_settled_first
from guide.states.reach import reach, where
from guide.states.sets import EMPTY, Set, Sets

Thing = str | tuple[str, str]
"""A block by its id, an answer by its question and option, a reply's answer behind ``REPLY``."""

Narrowings = dict[Thing, Callable[[Set], Set]]

REPLY = "reply"
"""No question has such an answer: what follows is the id of an answer to a buyer's question."""
LETTER = "letter"
"""Nor this one: what follows is the id of a paragraph of a letter, or of a refusal."""

_ANSWER = "?"
"""Before the id of a question: the facet that remembers its answer. No id begins like that."""


def cover(guide: Guide, done: Collection[Thing]) -> Iterator[Reader]:
    """Readers who touch every block and option that some reader can, and that is not done."""
    remembering = replace(guide, questions=tuple(map(_remembered, guide.questions)))
    sets = Sets(last_settled_first(remembering))
    ways = reach(sets, remembering).ends
    narrowed = _narrowings(sets, guide)
    left = {thing: narrow(ways) for thing, narrow in narrowed.items() if thing not in done}
    counts = {thing: sets.count(these) for thing, these in left.items() if these != EMPTY}
    waiting = sorted(counts, key=lambda thing: counts[thing])
    while waiting:
        these = ways
        for thing in waiting:
            fewer = narrowed[thing](these)
            these = fewer if fewer != EMPTY else these
        reader = reader_of(guide, _answers(sets.simplest(these)))
        yield reader
        touched = {placed.block.id for placed in reader.advice.blocks()} | reader.options
        touched |= replies_given(guide, reader) | letters_given(guide, reader)
        waiting = [thing for thing in waiting if thing not in touched]


def replies_given(guide: Guide, reader: Reader) -> set[tuple[str, str]]:
    """The answers to a buyer's questions that a reader is given."""
    if guide.replies is None:
        return set()
    return {(REPLY, ready.id) for ready in ready_replies(guide, reader.advice.scenario)}


def letters_given(guide: Guide, reader: Reader) -> set[tuple[str, str]]:
    """The paragraphs of letters that a reader can get, and what refuses the other letters."""
    letters = guide.letters
    if letters is None:
        return set()
    wanted = (
        WantedLetter(guide, letters, each, reader.advice.scenario) for each in letters.letters
    )
    return {(LETTER, name) for each in wanted for name in held(each)}


def _in_letters(sets: Sets, letters: Letters) -> Narrowings:
    """For each paragraph of a letter, and each refusal: some ways -> those that meet it."""

    def unrefused(letter: str, above: tuple[LetterRefusal, ...], these: Set) -> Set:
        for row in above:
            these = sets.minus(these, where(sets, these, row)) if letter in row.letters else these
        return these

    def holding(letter: Letter, paragraph: LetterParagraph) -> Callable[[Set], Set]:
        return lambda these: where(sets, unrefused(letter.id, letters.refuse, these), paragraph)

    def refusing(row: LetterRefusal, above: tuple[LetterRefusal, ...]) -> Callable[[Set], Set]:
        return lambda these: sets.all(
            where(sets, unrefused(name, above, these), row) for name in row.letters
        )

    every: Narrowings = {
        (LETTER, p.id): holding(each, p) for each in letters.letters for p in each.paragraphs
    }
    for place, row in enumerate(letters.refuse):
        every[LETTER, row.id] = refusing(row, letters.refuse[:place])
    return every


def _narrowings(sets: Sets, guide: Guide) -> Narrowings:
    """For each block and option: some ways -> those of them that touch it."""

    def showing(block: Block) -> Callable[[Set], Set]:
        return lambda these: where(sets, these, block)

    def taking(question: str, option: str) -> Callable[[Set], Set]:
        return lambda these: sets.having(these, _ANSWER + question, (option,))

    blocks = [block for section in guide.sections for block in guide.blocks.get(section.id, ())]
    options = [
        (question.id, option.id) for question in guide.questions for option in question.options
    ]
    replies = guide.replies.replies if guide.replies else ()

    def giving(reply: Reply, place: int) -> Callable[[Set], Set]:
        def narrow(these: Set) -> Set:
            these = where(sets, these, reply)
            for earlier in reply.answers[:place]:
                these = sets.minus(these, where(sets, these, earlier))
            return where(sets, these, reply.answers[place])

        return narrow

    return (
        {block.id: showing(block) for block in blocks}
        | {pair: taking(*pair) for pair in options}
        | {
            (REPLY, answer.id): giving(reply, place)
            for reply in replies
            for place, answer in enumerate(reply.answers)
        }
        | (_in_letters(sets, guide.letters) if guide.letters else {})
    )


def _remembered(question: Question) -> Question:
    """The question whose options also settle which of them was taken."""

    def also(option: Option) -> Option:
        return replace(option, settles={**option.settles, _ANSWER + question.id: option.id})

    return replace(question, options=tuple(map(also, question.options)))


def _answers(scenario: dict[str, str]) -> dict[str, str]:
    return {
        facet.removeprefix(_ANSWER): option
        for facet, option in scenario.items()
        if facet.startswith(_ANSWER)
    }
