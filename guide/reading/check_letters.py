"""Checks that ``letters.yaml`` holds together: its names, its blanks, what rests on what."""

from collections.abc import Iterable

from guide.model.codes import Code
from guide.model.length import read_length
from guide.model.letters import (
    Letter,
    LetterBlank,
    LetterChoice,
    LetterField,
    LetterParagraph,
    LetterRefusal,
    Letters,
    blanks,
)
from guide.model.schema import Guide, Place
from guide.reading.collector import Named, Problems


def check_letters(guide: Guide, problems: Problems) -> None:
    """Report what is wrong with the guide's ``letters.yaml``, if it has one."""
    if guide.letters is not None:
        _Check(guide, guide.letters, problems).check()


class _Check:
    def __init__(self, guide: Guide, letters: Letters, problems: Problems) -> None:
        self.guide, self.letters, self.problems = guide, letters, problems
        self.fields = {field.id: field for field in letters.fields}
        self.used: set[str] = set()
        """Fields that some letter asks for."""

    def check(self) -> None:
        letters = self.letters
        paragraphs = [each for letter in letters.letters for each in letter.paragraphs]
        self.problems.unique(letters.fields)
        self.problems.unique(letters.letters)
        named: list[Named] = [*paragraphs, *letters.refuse]
        self.problems.unique(named)
        for field in letters.fields:
            self._field(field)
        for letter in letters.letters:
            self._letter(letter)
        for refusal in letters.refuse:
            self._refusal(refusal)
        strangers = self.used.difference(self.fields)
        for field in letters.fields if not strangers else ():  # it may be meant by one of them
            if field.id not in self.used:
                message = f"no letter asks for {field.id!r}; name it in a text, or remove it"
                self.problems.add(Code.LETTER_UNUSED, field.at, message)

    def _name(self, name: str, known: Iterable[str], what: str, at: Place) -> None:
        self.problems.knows(Code.LETTER_NAME, f"no {what}", name, [*known], at)

    def _field(self, field: LetterField) -> None:
        self.problems.unique(field.columns)
        for blank in (field, *field.columns):
            self._kind(blank, field)
        for name in filter(None, (*field.since, *field.until, *field.follows, field.not_of)):
            self._name(name, self.fields, "field", field.at)
        for known in field.known if field.kind == "choice" else ():
            self._name(known.value, [choice.id for choice in field.choices], "choice", known.at)
        for length in filter(None, (field.longest, field.within)):
            if read_length(length.text) is None:
                message = f"{length.text[:60]!r} is no length of time; write it as '14 weeks'"
                self.problems.add(Code.LETTER_KIND, length.at, message)

    def _kind(self, blank: LetterBlank, field: LetterField) -> None:
        self.problems.unique(blank.choices)
        columns = field.columns if blank is field else ()
        if bool(blank.choices) != (blank.kind == "choice"):
            message = f"{blank.id!r} is a {blank.kind}; a choice, and nothing else, has 'choices'"
            self.problems.add(Code.LETTER_KIND, blank.at, message)
        if bool(columns) != (blank.kind == "rows"):
            message = f"{blank.id!r} is a {blank.kind}; what has rows, and nothing else, "
            self.problems.add(Code.LETTER_KIND, blank.at, f"{message}has 'columns'")
        for choice in blank.choices:
            self._choice(choice, field)
        if blank.at_most:
            self._name(blank.at_most, [each.id for each in field.columns], "column", blank.at)

    def _choice(self, choice: LetterChoice, field: LetterField) -> None:
        if choice.no_later:
            self._name(choice.no_later, [each.id for each in field.columns], "column", choice.at)
        for name, options in choice.beside.items():
            self._name(name, self._choosable(), "choice field", choice.at)
            known = [each.id for each in self._choosable().get(name, ())]
            for option in options if known else ():
                self._name(option, known, f"choice of {name!r}:", choice.at)

    def _choosable(self) -> dict[str, tuple[LetterChoice, ...]]:
        """The choices of every field, and of every column as ``field.column``."""
        fields = {field.id: field.choices for field in self.letters.fields if field.choices}
        columns = {
            f"{field.id}.{column.id}": column.choices
            for field in self.letters.fields
            for column in field.columns
            if column.choices
        }
        return fields | columns

    def _letter(self, letter: Letter) -> None:
        self._blanks(letter.heading, letter.at)
        for line in letter.head:
            self._blanks(line.text, line.at)
        self.problems.unique(letter.parts)
        for paragraph in letter.paragraphs:
            self._paragraph(letter, paragraph)

    def _paragraph(self, letter: Letter, paragraph: LetterParagraph) -> None:
        self._blanks(paragraph.body, paragraph.at)
        for name, choices in paragraph.where.items():
            self._use(name, "choice", paragraph.at)
            known = [choice.id for choice in self._choices(name)]
            for choice in choices:
                self._name(choice, known, f"choice of {name!r}:", paragraph.at)
        if paragraph.rows:
            self._use(paragraph.rows, "rows", paragraph.at)
        field = self.fields.get(paragraph.rows)
        for column in paragraph.columns:
            known = [each.id for each in field.columns] if field else []
            self._name(column, known, "column", paragraph.at)
        if paragraph.part:
            self._name(paragraph.part, [part.id for part in letter.parts], "part", paragraph.at)
        if paragraph.part and (paragraph.where or not paragraph.must):
            message = f"{paragraph.id!r} is what part {paragraph.part!r} promises to everyone; "
            message += "let it be 'must', without 'where'"
            self.problems.add(Code.LETTER_PROMISE, paragraph.at, message)

    def _choices(self, name: str) -> tuple[LetterChoice, ...]:
        field = self.fields.get(name)
        return field.choices if field else ()

    def _blanks(self, text: str, at: Place) -> None:
        for name in blanks(text):
            self._use(name, "", at)

    def _use(self, name: str, kind: str, at: Place) -> None:
        """A field that a letter names; with a kind, only one of that kind will do."""
        self.used.add(name)
        self._name(name, self.fields, "field", at)
        field = self.fields.get(name)
        if field is not None and (field.kind == "rows") != (kind == "rows"):
            message = f"{name!r} is a {field.kind}; 'rows' names what has rows, and a text does not"
            self.problems.add(Code.LETTER_KIND, at, message)
        if field is not None and kind == "choice" and field.kind != kind:
            message = f"{name!r} is a {field.kind}; 'where' asks what was chosen"
            self.problems.add(Code.LETTER_KIND, at, message)

    def _refusal(self, refusal: LetterRefusal) -> None:
        known = [letter.id for letter in self.letters.letters]
        for name in (*refusal.letters, *refusal.send):
            self._name(name, known, "letter", refusal.at)
