"""Few ways through a guide that together touch everything wanted.

Each way is a scenario of one more guide: its options also settle, for each question, a facet that
remembers the answer. So all ways are one diagram (``states.sets``), and those that touch some
block or some option are a part of it.

The cover is greedy: a way must touch the rarest thing that is left, then the next one that can be
touched with it, and so on. The guide that ships takes 52, as few as an exact search found.
"""

from collections.abc import Collection, Iterator

from guide.author.examples.find import Reader, reader_of
from guide.model.schema import Guide, Test
from guide.sales.form import WantedLetter
from guide.sales.letters import held
from guide.sales.ready import ready_replies
from guide.states.functions import NO, Function, Functions
from guide.states.graph import last_settled_first, remembered, remembering
from guide.states.reach import reach
from guide.states.sets import EMPTY, Sets

Thing = str | tuple[str, str]
"""A block by its id, an answer by its question and option, a reply's answer behind ``REPLY``."""

REPLY = "reply"
"""No question has such an answer: what follows is the id of an answer to a buyer's question."""
LETTER = "letter"
"""Nor this one: what follows is the id of a paragraph of a letter, or of a refusal."""


def cover(guide: Guide, done: Collection[Thing]) -> Iterator[Reader]:
    """Readers who touch every block and option that some reader can, and that is not done."""
    following = remembered(guide)
    sets = Sets(last_settled_first(following))
    ways = reach(sets, following).ends
    touching = _touching(sets.functions, guide)
    left = {t: sets.within(ways, condition) for t, condition in touching.items() if t not in done}
    counts = {thing: sets.count(these) for thing, these in left.items() if these != EMPTY}
    waiting = sorted(counts, key=lambda thing: counts[thing])
    while waiting:
        these = ways
        for thing in waiting:
            fewer = sets.within(these, touching[thing])
            these = fewer if fewer != EMPTY else these
        reader = reader_of(guide, _answers(guide, sets.simplest(these)))
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


def _touching(functions: Functions, guide: Guide) -> dict[Thing, Function]:
    """For each block, option, answer to a buyer and part of a letter: whose way touches it."""
    blocks = [block for section in guide.sections for block in guide.blocks.get(section.id, ())]
    touching: dict[Thing, Function] = {block.id: functions.condition(block) for block in blocks}
    for question in guide.questions:
        for option in question.options:
            answer = Test(remembering(question.id), (option.id,))
            touching[question.id, option.id] = functions.table([answer])
    for reply in guide.replies.replies if guide.replies else ():
        given = functions.in_order(reply.answers, functions.condition(reply))
        pairs = zip(reply.answers, given, strict=False)
        touching |= {(REPLY, each.id): condition for each, condition in pairs}
    letters = guide.letters
    for letter in letters.letters if letters else ():
        rows = [row for row in letters.refuse if letter.id in row.letters] if letters else []
        *refused, left = functions.in_order(rows)
        for row, condition in zip(rows, refused, strict=True):
            touching[LETTER, row.id] = functions.any(
                [condition, touching.get((LETTER, row.id), NO)]
            )
        for paragraph in letter.paragraphs:
            condition = functions.choose(functions.condition(paragraph), left, NO)
            touching[LETTER, paragraph.id] = condition
    return touching


def _answers(guide: Guide, scenario: dict[str, str]) -> dict[str, str]:
    names = {question: remembering(question) for question in guide.question}
    return {name: scenario[facet] for name, facet in names.items() if facet in scenario}
