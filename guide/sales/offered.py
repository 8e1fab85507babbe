"""Which letters a reader is offered, and in which order: cheap, since each page names them."""

from guide.journey.labels import scenario_pairs
from guide.journey.matching import asked_words, stem
from guide.model.conditions import applies
from guide.model.letters import Letter, LetterRefusal
from guide.model.schema import Guide, Scenario


def in_order(guide: Guide, scenario: Scenario) -> list[Letter]:
    """Every letter: those that can be written first, of these the ones for whoever is to hear.

    A letter is for them if its title has a word of the reader's answers: the board, a customer.
    """
    labels = (label for _, label in scenario_pairs(guide, scenario))
    answered = {stem(word) for label in labels for word in asked_words(label)}

    def place(letter: Letter) -> tuple[bool, bool]:
        titled = map(stem, asked_words(letter.title))
        return refusing(guide, letter, scenario) is not None, answered.isdisjoint(titled)

    return sorted(guide.letters.letters if guide.letters else (), key=place)


def refusing(guide: Guide, letter: Letter, scenario: Scenario) -> LetterRefusal | None:
    """The row that refuses this letter to a reader; None if none does."""
    rows = guide.letters.refuse if guide.letters else ()
    fitting = (row for row in rows if letter.id in row.letters and applies(row, scenario))
    return next(fitting, None)
