"""Checks that everything a guide refers to is there, and that every option leads on."""

from collections.abc import Iterable

from guide.model.basic import Grounded
from guide.model.codes import Code
from guide.model.conditions import Conditional, tests
from guide.model.problems import did_you_mean
from guide.model.schema import (
    ADVICE,
    UNSET,
    Block,
    Facet,
    Fact,
    Guide,
    Head,
    Option,
    Place,
    Question,
    Route,
    Section,
)
from guide.reading.collector import Named, Problems
from guide.reading.names import is_file_name


def check_links(guide: Guide, problems: Problems) -> None:
    """Report every reference into nothing.

    Nothing is said about references into what could not be read: that is its own problem.
    """
    _Links(guide, problems).check()


def check_conditions(guide: Guide, thing: Conditional, problems: Problems) -> None:
    """Report facets and values in the conditions of anything that are not there."""
    _Links(guide, problems).conditions(thing)


def check_facet(guide: Guide, name: str, at: Place, problems: Problems) -> None:
    """Report a facet that is not there."""
    _Links(guide, problems).facet(name, at)


def check_grounds(guide: Guide, thing: Grounded, called: str, problems: Problems) -> None:
    """Report facts that are not there, and what rests on nothing."""
    _Links(guide, problems).grounds(thing, called)


class _Links:
    def __init__(self, guide: Guide, problems: Problems) -> None:
        self.guide = guide
        self.problems = problems

    def check(self) -> None:
        """Run every check."""
        self._reserved()
        self._unique(self.guide.questions)
        self._unique(self.guide.facets)
        self._unique(self.guide.facts)
        self._unique(self.guide.sources)
        self._unique(block for blocks in self.guide.blocks.values() for block in blocks)
        self._target(self.guide.head.start, self.guide.head.start_at)
        for question in self.guide.questions:
            self._question(question)
        self._sections()
        for blocks in self.guide.blocks.values():
            for block in blocks:
                self._block(block)
        for fact in self.guide.facts:
            self._fact(fact)

    def _reserved(self) -> None:
        for question in self.guide.questions:
            if question.id == ADVICE:
                message = f"no question can be called {ADVICE!r}: it ends the questions"
                self.problems.add(Code.RESERVED_ID, question.at, message)
            self._unique(question.options)
        for facet in self.guide.facets:
            self._unique(facet.values)
            for value in facet.values:
                if value.id == UNSET:
                    message = f"no value can be called {UNSET!r}: it means not answered"
                    self.problems.add(Code.RESERVED_ID, value.at, message)
        self._unique(self.guide.sections)
        self._unique(self.guide.head.tones)
        files: list[Head | Section] = [self.guide.head, *self.guide.sections]
        for thing in files:
            if not is_file_name(thing.id):
                message = f"{thing.id!r} can't be the name of a file on Windows; choose another"
                self.problems.add(Code.BAD_ID, self.problems.spot(thing.at, "id"), message)

    def _unique(self, things: Iterable[Named]) -> None:
        again = self.problems.unique(things)
        self.problems.broken |= {thing.id for thing in again}  # which is meant, nobody knows

    def _question(self, question: Question) -> None:
        self._routes(question.then)
        lost = [option.id for option in question.options if not option.then and not question.then]
        if lost:
            lead = "leads" if len(lost) == 1 else "lead"
            message = f"{', '.join(lost)}: {lead} nowhere; give {question.id!r} a 'then'"
            self.problems.add(Code.NO_WAY_ON, question.at, message)
        for option in question.options:
            self._routes(option.then)
            for facet, value in option.settles.items():
                self._value(facet, value, option.at, unset=False)
            self._same_as(question, option)

    def _same_as(self, question: Question, option: Option) -> None:
        others = [other.id for other in question.options if other.id != option.id]
        named = option.same_as
        if named and named not in others and named not in self.problems.broken:
            message = f"no other option {named!r} of {question.id!r}{did_you_mean(named, others)}"
            self.problems.add(Code.UNKNOWN_OPTION, option.at, message)

    def _routes(self, routes: tuple[Route, ...]) -> None:
        led_on = False
        for number, route in enumerate(routes, 1):
            self.conditions(route)
            self._target(route.go, route.at)
            always = route.when is None and route.unless is None
            last = number == len(routes)
            if always and not last:
                message = "this route always holds, so those below it are never taken"
                self.problems.add(Code.UNCONDITIONAL_EARLY, route.at, message)
                led_on = True
            if last and not always and not led_on:
                message = "the last route must always hold; add one without 'when'"
                self.problems.add(Code.NO_WAY_ON, route.at, message)

    def _known(self, name: str, file: str) -> bool:
        """Whether a name is excused: it, or the file it would be in, could not be read."""
        return name in self.problems.broken or file in self.problems.unread

    def _target(self, target: str, at: Place) -> None:
        if target == ADVICE or target in self.guide.question:
            return
        if self._known(target, "questions.yaml"):
            return
        known = [*self.guide.question, ADVICE]
        self.problems.add(
            Code.UNKNOWN_QUESTION, at, f"no question {target!r}{did_you_mean(target, known)}"
        )

    def conditions(self, thing: Conditional) -> None:
        for test in tests(thing):
            for value in test.values:
                self._value(test.facet, value, test.at, unset=True)

    def _value(self, facet_id: str, value: str, at: Place, *, unset: bool) -> None:
        facet = self.facet(facet_id, at)
        if facet is None:
            return
        known = [value.id for value in facet.values] + ([UNSET] if unset else [])
        if value not in known and not self._known(value, "facets.yaml"):
            message = f"{facet_id!r} has no value {value!r}{did_you_mean(value, known)}"
            self.problems.add(Code.UNKNOWN_VALUE, at, message)

    def facet(self, facet_id: str, at: Place) -> Facet | None:
        """The facet of this id; None where nothing can be said of its values."""
        if self._known(facet_id, "facets.yaml"):
            return None
        facet = self.guide.facet.get(facet_id)
        if facet is None:
            message = f"no facet {facet_id!r}{did_you_mean(facet_id, self.guide.facet)}"
            self.problems.add(Code.UNKNOWN_FACET, at, message)
        return facet

    def _sections(self) -> None:
        known = [section.id for section in self.guide.sections]
        for parted in self.guide.sections:
            self._unique(parted.parts)
            for part in parted.parts:
                self.conditions(part)
            for block in self.guide.blocks.get(parted.id, ()):
                self._part(parted, block)
        for section in self.guide.blocks:
            if section not in known and not self._known(section, "guide.yaml"):
                at = Place(f"advice/{section}.yaml", 1, 1)
                message = f"guide.yaml names no section {section!r}{did_you_mean(section, known)}"
                self.problems.add(Code.UNKNOWN_SECTION, at, message)

    def _part(self, section: Section, block: Block) -> None:
        known = [part.id for part in section.parts]
        if block.part in known or block.part in self.problems.broken or not (known or block.part):
            return
        if not block.part:
            message = f"{block.id!r} has no part; section {section.id!r} has {', '.join(known)}"
        else:
            message = f"section {section.id!r} has no part {block.part!r}"
            message += did_you_mean(block.part, known)
        self.problems.add(Code.UNKNOWN_PART, block.at, message)

    def _block(self, block: Block) -> None:
        self.conditions(block)
        self.grounds(block, f"{block.id!r}")
        if block.tone and block.tone not in self.guide.tone:
            hint = did_you_mean(block.tone, self.guide.tone)
            if not self._known(block.tone, "guide.yaml"):
                message = f"no tone {block.tone!r}{hint}"
                at = self.problems.spot(block.at, "tone")
                self.problems.add(Code.UNKNOWN_TONE, at, message)

    def grounds(self, thing: Grounded, called: str) -> None:
        for fact in thing.rests_on:
            self._fact_id(fact, thing.at, "rests_on")
        if not thing.rests_on and not thing.judgement:
            message = f"{called} rests on nothing; add 'rests_on', or 'judgement' with why"
            self.problems.add(Code.RESTS_ON_NOTHING, thing.at, message)

    def _fact(self, fact: Fact) -> None:
        for field in ("source", "checked_against"):
            for source in getattr(fact, field):
                if source not in self.guide.source and not self._known(source, "facts.yaml"):
                    message = f"no source {source!r}{did_you_mean(source, self.guide.source)}"
                    at = self.problems.item(fact.at, field, source)
                    self.problems.add(Code.UNKNOWN_SOURCE, at, message)
        for other in fact.corrected_by:
            self._fact_id(other, fact.at, "corrected_by")

    def _fact_id(self, fact: str, at: Place, field: str) -> None:
        if fact not in self.guide.fact and not self._known(fact, "facts.yaml"):
            message = f"no fact {fact!r}{did_you_mean(fact, self.guide.fact)}"
            self.problems.add(Code.UNKNOWN_FACT, self.problems.item(at, field, fact), message)
