"""Which letters a reader can write, what stands in one, and why one is refused."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guide.document.body import Items, Paragraph, Part, Quote, Span, parts
from guide.document.escape import markdown as escaped
from guide.model.conditions import applies
from guide.model.letters import BLANK, Letter, LetterParagraph, Letters
from guide.model.problems import did_you_mean
from guide.model.schema import Guide, Scenario
from guide.sales.form import LEFT_OUT, LetterForm, WantedLetter
from guide.sales.offered import refusing
from guide.user_error import UserError


class Refusal(NamedTuple):
    """Why a letter is not written, and what to send in its place."""

    why: str
    instead: str
    send: tuple[Letter, ...] = ()
    """The letters among that."""


class LetterPassage(NamedTuple):
    """A paragraph as it stands in the letter."""

    paragraph: LetterParagraph
    parts: tuple[Part, ...]
    source: str
    """The same as Markdown."""


def letters_of(guide: Guide) -> Letters:
    """The letters of a guide.

    Raises:
        UserError: if it has none.

    """
    if guide.letters is None:
        message = f"{guide.id} has no letters; its folder holds no letters.yaml"
        raise UserError(message)
    return guide.letters


def wanted(guide: Guide, kind: str, scenario: Scenario) -> WantedLetter:
    """The letter of this kind.

    Raises:
        UserError: if there is none, with those there are.

    """
    letters = letters_of(guide)
    letter = letters.letter(kind)
    if letter is None:
        known = [letter.id for letter in letters.letters]
        hint = did_you_mean(kind, known)
        message = f"no letter {kind[:40]!r}{hint}; there are {', '.join(known)}"
        raise UserError(message)
    return WantedLetter(guide, letters, letter, scenario)


def held(wanted: WantedLetter) -> tuple[str, ...]:
    """The ids of all that a letter can hold for this reader, or of the row that refuses it."""
    if row := refusing(wanted.guide, wanted.letter, wanted.scenario):
        return (row.id,)
    return tuple(p.id for p in wanted.letter.paragraphs if applies(p, wanted.scenario))


def refusal(wanted: WantedLetter) -> Refusal | None:
    """Why this letter is not written for this reader; None if it is."""
    row = refusing(wanted.guide, wanted.letter, wanted.scenario)
    if row is None:
        return None
    others = (wanted.letters.letter(name) for name in row.send)
    return Refusal(row.says, row.instead, tuple(filter(None, others)))


def refusal_of(form: LetterForm) -> Refusal | None:
    """The same, also for what was chosen in its fields."""
    if (choice := form.choice) is not None:
        return Refusal(choice.refuses, choice.instead)
    return refusal(form.wanted)


def passages(form: LetterForm) -> tuple[LetterPassage, ...]:
    """What stands in the letter; for a choice that is still to be made, its blank."""
    standing: list[LetterPassage] = []
    asked: set[str] = set()
    for paragraph in form.paragraphs:
        stands = form.stands(paragraph)
        if stands:
            body = tuple(_filled(part, form) for part in parts(paragraph.body))
            standing.append(
                LetterPassage(paragraph, body, fill(paragraph.body, form, markdown=True))
            )
        elif stands is None:
            name = next(name for name in paragraph.where if name not in form.entries)
            if name not in asked:
                asked.add(name)
                blank = shown_blank(form, name)
                part = Paragraph((Span(blank, strong=True),))
                standing.append(LetterPassage(paragraph, (part,), escaped(blank)))
    return tuple(standing)


def fill(text: str, form: LetterForm, *, markdown: bool = False) -> str:
    """A text with what stands in its blanks."""

    def filled(blank: re.Match[str]) -> str:
        entry = form.entries.get(blank[1])
        words = entry.words if entry else shown_blank(form, blank[1])
        if text.startswith(".", blank.end()):
            words = words.removesuffix(".")  # "Inc." at the end of a sentence, or a sentence typed
        return escaped(words) if markdown else words

    return BLANK.sub(filled, text)


def shown_blank(form: LetterForm, key: str) -> str:
    """An empty blank as a letter shows it: what goes in, between brackets."""
    slot = next((slot for slot in form.slots if slot.key == key), None)
    return f"[{slot.blank.label if slot else key}]"


def _filled(part: Part, form: LetterForm) -> Part:
    if isinstance(part, Paragraph):
        return Paragraph(tuple(span for s in part.spans for span in _spans(s, form)))
    if isinstance(part, Quote):
        return Quote(tuple(_filled(each, form) for each in part.parts))
    return Items(tuple(tuple(_filled(p, form) for p in item) for item in part.items), part.start)


def _spans(span: Span, form: LetterForm) -> Iterator[Span]:
    """The words of a span with what stands in its blanks; a blank that is open stands out."""
    at = 0
    for match in BLANK.finditer(span.text):
        if match[1] not in form.entries:
            yield span._replace(text=fill(span.text[at : match.start()], form))
            yield span._replace(text=fill(match[0], form), strong=True)
            at = match.end()
    yield span._replace(text=fill(span.text[at:], form))


def set_field(form: LetterForm, key: str, typed: str) -> dict[str, str]:
    """All that is typed, with this in one blank; an empty text empties it.

    Raises:
        UserError: if there is no such blank, or this can't stand in it.

    """
    if key == LEFT_OUT:
        return {**form.typed, f"{LEFT_OUT}.{form.wanted.letter.id}": _can_go(form, typed)}
    trial = form.with_typed({**form.typed, key: typed})
    known = [slot.key for slot in trial.slots]
    if key not in known:
        message = f"{form.wanted.letter.title} has no field {key[:60]!r}{did_you_mean(key, known)}"
        raise UserError(message)
    if why := trial.troubles.get(key):
        raise UserError(why)
    kept = trial.entries[key].kept if typed.strip() else ""
    return {name: text for name, text in {**form.typed, key: kept}.items() if text}


def _can_go(form: LetterForm, typed: str) -> str:
    """The names of paragraphs to leave out.

    Raises:
        UserError: if one of them must stand, or there is none of that name.

    """
    names = typed.replace(",", " ").split()
    free = [p.id for p in form.paragraphs if not p.must]
    for name in names:
        if any(p.id == name and p.must for p in form.paragraphs):
            message = f"{name!r} can't be left out: without it the letter would mislead"
            raise UserError(message)
        if name not in free:
            message = f"no paragraph {name[:60]!r} that can be left out{did_you_mean(name, free)}; "
            message += f"there are {', '.join(free)}"
            raise UserError(message)
    return " ".join(names)
