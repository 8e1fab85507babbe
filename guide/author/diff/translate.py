"""A guide with the names of another: what was renamed goes by its new id everywhere."""

from typing import TypeVar

from msgspec.structs import replace

from guide.model.renames import Names
from guide.model.schema import (
    ADVICE,
    Block,
    Condition,
    Facet,
    Guide,
    Option,
    Question,
    Route,
    Test,
)

_Thing = TypeVar("_Thing", Block, Route)


def translate(guide: Guide, names: Names) -> Guide:
    """The same guide, in which everything renamed has its new id."""
    if not any(names):
        return guide
    return _Translator(names).guide(guide)


class _Translator:
    def __init__(self, names: Names) -> None:
        self.names = names

    def guide(self, guide: Guide) -> Guide:
        start = self.names.question(guide.head.start)
        return replace(
            guide,
            head=replace(guide.head, start=start),
            facets=tuple(map(self._facet, guide.facets)),
            questions=tuple(map(self._question, guide.questions)),
            blocks={
                section: tuple(
                    replace(self._conditions(block), id=self.names.block(block.id))
                    for block in blocks
                )
                for section, blocks in guide.blocks.items()
            },
        )

    def _facet(self, facet: Facet) -> Facet:
        values = tuple(replace(v, id=self.names.value(facet.id, v.id)) for v in facet.values)
        return replace(facet, id=self.names.facet(facet.id), values=values)

    def _question(self, question: Question) -> Question:
        return replace(
            question,
            id=self.names.question(question.id),
            options=tuple(self._option(question, option) for option in question.options),
            then=tuple(map(self._route, question.then)),
        )

    def _option(self, question: Question, option: Option) -> Option:
        return replace(
            option,
            id=self.names.option(question.id, option.id),
            settles={
                self.names.facet(facet): self.names.value(facet, value)
                for facet, value in option.settles.items()
            },
            then=tuple(map(self._route, option.then)),
        )

    def _route(self, route: Route) -> Route:
        go = route.go if route.go == ADVICE else self.names.question(route.go)
        return replace(self._conditions(route), go=go)

    def _conditions(self, thing: _Thing) -> _Thing:
        return replace(
            thing, when=self._condition(thing.when), unless=self._condition(thing.unless)
        )

    def _condition(self, condition: Condition | None) -> Condition | None:
        if condition is None:
            return None
        tables = tuple(tuple(map(self._test, table)) for table in condition.any_of)
        return Condition(tables, condition.at)

    def _test(self, test: Test) -> Test:
        values = tuple(self.names.value(test.facet, value) for value in test.values)
        return Test(self.names.facet(test.facet), values, test.at)
