"""Old names to those of today: for scenario codes, stored walks and comparisons.

Everything here is a pure function of a guide's ``renamed`` tables. A name that was never changed
comes back as it was given, known or not.
"""

from typing import NamedTuple

from guide.model.schema import Answers, Guide, Scenario


class Names(NamedTuple):
    """Old name -> the name of today."""

    facets: dict[str, str]
    values: dict[tuple[str, str], str]
    """(facet as it is called today, old value) -> value."""
    questions: dict[str, str]
    options: dict[tuple[str, str], str]
    """(question as it is called today, old option) -> option."""
    blocks: dict[str, str]

    def facet(self, old: str) -> str:
        """The facet's name of today."""
        return self.facets.get(old, old)

    def value(self, facet: str, old: str) -> str:
        """The value's name of today; the facet by either name."""
        return self.values.get((self.facet(facet), old), old)

    def question(self, old: str) -> str:
        """The question's name of today."""
        return self.questions.get(old, old)

    def option(self, question: str, old: str) -> str:
        """The option's name of today; the question by either name."""
        return self.options.get((self.question(question), old), old)

    def block(self, old: str) -> str:
        """The block's name of today."""
        return self.blocks.get(old, old)


def names(guide: Guide) -> Names:
    """What the guide says was renamed."""
    renamed = guide.head.renamed
    return Names(
        facets={row.old: row.new for row in renamed.facets},
        values={(row.within, row.old): row.new for row in renamed.values},
        questions={row.old: row.new for row in renamed.questions},
        options={(row.within, row.old): row.new for row in renamed.options},
        blocks={row.old: row.new for row in renamed.blocks},
    )


def current_answers(guide: Guide, answers: Answers) -> dict[str, str]:
    """Stored answers by the names of today, in the order given.

    Where a question was answered under both its names, the answer under the new one stands.
    """
    known = names(guide)
    current: dict[str, str] = {}
    for question, option in answers.items():
        today = known.question(question)
        if today == question or today not in answers:
            current[today] = known.option(today, option)
    return current


def current_scenario(guide: Guide, scenario: Scenario) -> dict[str, str]:
    """A stored scenario by the names of today."""
    known = names(guide)
    return {known.facet(facet): known.value(facet, value) for facet, value in scenario.items()}
