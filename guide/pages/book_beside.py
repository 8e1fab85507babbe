"""What a book for review prints of replies and letters: every text, and who gets it."""

from collections.abc import Iterator

from guide.document.blocks import Block, Line, Pairs, Run, Section, body_of
from guide.english import listed, sentence
from guide.journey.condition_words import condition_words
from guide.model.conditions import Conditional
from guide.model.letters import Letter, LetterParagraph, Letters
from guide.model.replies import Reply
from guide.model.schema import Guide

_REPLIES = (
    "What others ask, and what to say. The question comes up for those named below it; of its "
    "answers a reader gets the first whose condition holds."
)
_LETTERS = (
    "Whoever one of the rows names is refused the letter, by the first that holds. All others get "
    "every passage whose condition holds, in this order."
)


def beside_sections(guide: Guide, boxes: Block) -> Iterator[Section]:
    """The replies and the letters, as far as the guide has them, with boxes for the reviewer."""
    if guide.replies:
        every = (_reply(guide, reply, boxes) for reply in guide.replies.replies)
        yield Section("The replies", (Line(_REPLIES), *every), "replies")
    if guide.letters:
        every = (_letter(guide, guide.letters, each, boxes) for each in guide.letters.letters)
        yield Section("The letters", (Line(_LETTERS), *every), "letters")


def _reply(guide: Guide, reply: Reply, boxes: Block) -> Section:
    blocks: list[Block] = [_who(guide, reply, "Comes up. ")]
    for answer in reply.answers:
        blocks += [_who(guide, answer), body_of(f"> {answer.says}"), _id(answer.id)]
    never = listed(f"\u201c{row.phrases[0]}\u201d" for row in reply.never)
    rows = [("Show", sentence(reply.show)), *[("Never say", sentence(never))] * bool(never)]
    return Section(
        f"\u201c{reply.asked[0]}\u201d", (*blocks, Pairs(tuple(rows)), boxes), f"reply-{reply.id}"
    )


def _letter(guide: Guide, letters: Letters, letter: Letter, boxes: Block) -> Section:
    blocks: list[Block] = [Line(letter.about)]
    for row in letters.refuse:
        if letter.id in row.letters:
            words = body_of(f"{row.says} {row.instead}")
            blocks += [_who(guide, row, "Refused. "), words, _id(row.id)]
    for paragraph in letter.paragraphs:
        where = _where(letters, paragraph)
        blocks += [
            _who(guide, paragraph),
            *where,
            body_of(paragraph.body),
            _id(paragraph.id),
            boxes,
        ]
    return Section(letter.title, tuple(blocks), f"letter-{letter.id}")


def _where(letters: Letters, paragraph: LetterParagraph) -> Iterator[Block]:
    """What is to be chosen in the letter's fields for the passage to stand."""
    fields = {field.id: field for field in letters.fields}
    for name, chosen in paragraph.where.items():
        labels = [each.label for each in fields[name].choices if each.id in chosen]
        yield Line(f"{fields[name].label}: {' or '.join(labels)}", "why")


def _who(guide: Guide, thing: Conditional, before: str = "") -> Line:
    return Line(f"{before}{condition_words(guide, thing) or 'Whatever was answered'}", "why")


def _id(name: str) -> Line:
    return Line((Run(name, "code"),), "quiet")
