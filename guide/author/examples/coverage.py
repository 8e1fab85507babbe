"""What the examples of a guide touch, and what none of them does.

A question or an option is touched when it is on the way of an example. A block is touched when
an example expects it and sees it: to be on a page by chance proves nothing. A section is
touched with any of its blocks, or when an example says all that it holds. What a block rests on
is touched when an example says so, rightly.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from guide.author.examples.beside import letters_held
from guide.author.examples.expect import confirms
from guide.author.examples.find import Reader
from guide.model.example import Example
from guide.model.letters import LetterParagraph, LetterRefusal
from guide.model.schema import Guide, Place
from guide.reading.collector import Named


class Missed(NamedTuple):
    """Something that no example touches."""

    name: str
    at: Place
    part_of: str = ""
    """The question of an option, the section of a block."""
    seen_by: str = ""
    """For a block: an example on whose page it is, though it does not expect it."""


class Share(NamedTuple):
    """The coverage of one kind of thing."""

    total: int
    missed: tuple[Missed, ...]

    @property
    def covered(self) -> int:
        """How many are touched."""
        return self.total - len(self.missed)


class Coverage(NamedTuple):
    """How much of a guide its examples touch."""

    questions: Share
    options: Share
    blocks: Share
    sections: Share
    grounds: Share
    """Blocks that rest on facts: those whose facts some example confirms."""
    letters: Share
    """Paragraphs of letters, and refusals: those that some example says who gets."""
    replies: Share
    """Answers to a buyer's questions: those that some example expects and gets."""

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return not any(part.missed for part in self)


class Touched(NamedTuple):
    """What some examples touch."""

    options: frozenset[tuple[str, str]]
    blocks: frozenset[str]
    sections: frozenset[str]
    grounds: frozenset[str]
    """Blocks whose facts are confirmed."""
    letters: frozenset[str]
    """Paragraphs of letters, and refusals."""
    replies: frozenset[str]
    """Answers to a buyer's questions."""


def touched(pairs: Sequence[tuple[Example, Reader]]) -> Touched:
    """What these examples touch together."""
    options = {option for _, reader in pairs for option in reader.options}
    blocks: set[str] = set()
    sections: set[str] = set()
    grounds: set[str] = set()
    letters: set[str] = set()
    for example, reader in pairs:
        wanted = example.expected.keys()
        on_page = {placed.block.id: placed.block for placed in reader.advice.blocks()}
        grounds |= {
            ground.of
            for ground in example.rests_on
            if ground.of in on_page and confirms(ground, on_page[ground.of])
        }
        sections |= {only.of for only in example.only}
        for there in letters_held(reader.advice.guide, example, reader.advice.scenario).values():
            letters |= set(there)
        for part in reader.advice.sections:
            here = wanted & {on_page.block.id for on_page in part.blocks}
            blocks |= here
            if here:
                sections.add(part.section.id)
    return Touched(
        frozenset(options),
        frozenset(blocks),
        frozenset(sections),
        frozenset(grounds),
        frozenset(letters),
        frozenset(n.text for each, _ in pairs for n in (*each.replies, *each.likely)),
    )


def _letters(guide: Guide) -> list[LetterParagraph | LetterRefusal]:
    if guide.letters is None:
        return []
    return [p for each in guide.letters.letters for p in each.paragraphs] + [*guide.letters.refuse]


def measure(guide: Guide, pairs: Sequence[tuple[Example, Reader]]) -> Coverage:
    """What these examples touch of a guide, and what they miss."""
    done = touched(pairs)
    asked = {question for question, _ in done.options}
    seen_by: dict[str, str] = {}
    for example, reader in pairs:
        for placed in reader.advice.blocks():
            seen_by.setdefault(placed.block.id, example.id)
    options = [(q, option) for q in guide.questions for option in q.options]
    blocks = [(s, block) for s in guide.sections for block in guide.blocks.get(s.id, ())]
    grounded = [(section, block) for section, block in blocks if block.rests_on]
    replies = guide.replies.replies if guide.replies else ()
    answers = [(reply, answer) for reply in replies for answer in reply.answers]
    letters = _letters(guide)
    return Coverage(
        _share(((None, question) for question in guide.questions), asked),
        _share(options, done.options),
        _share(blocks, done.blocks, seen_by=seen_by),
        _share(((None, section) for section in guide.sections), done.sections),
        _share(grounded, done.grounds),
        _share(((None, each) for each in letters), done.letters),
        _share(answers, done.replies),
    )


def _share(
    things: Iterable[tuple[Named | None, Named]],
    done: Collection[str] | Collection[tuple[str, str]],
    seen_by: Mapping[str, str] = MappingProxyType({}),
) -> Share:
    """Of things, each with what it is a part of, those whose id, or whose pair, is not done."""
    every = [(owner.id if owner else "", thing) for owner, thing in things]
    return Share(
        len(every),
        tuple(
            Missed(thing.id, thing.at, owner, seen_by.get(thing.id, ""))
            for owner, thing in every
            if thing.id not in done and (owner, thing.id) not in done
        ),
    )
