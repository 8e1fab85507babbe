"""Checks that everything a guide refers to is there, and that every option leads on."""

from collections.abc import Iterable

from guide.model.basic import ForSome, Grounded
from guide.model.codes import Code
from guide.model.conditions import Conditional, tests
from guide.model.practice import SpokenRound
from guide.model.problems import did_you_mean
from guide.model.replies import SpokenAnswer
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
from guide.model.texts import things_beside
from guide.reading.collector import Named, Problems
from guide.reading.folder import FACETS, FACTS, HEAD, QUESTIONS
from guide.reading.names import is_file_name


def check_links(guide: Guide, problems: Problems) -> None:
    """Report every reference into nothing.

    Nothing is said about references into what could not be read: that is its own problem.
    """
    _Links(guide, problems).check()


def check_links_beside(guide: Guide, problems: Problems) -> None:
    """Report what stands beside the advice and names a facet, value or fact that is not there."""
    links = _Links(guide, problems)
    for thing in things_beside(guide):
        if isinstance(thing, ForSome):
            links.conditions(thing)
        rests_elsewhere = isinstance(thing, SpokenAnswer) or (  # on what its whole reply rests on
            isinstance(thing, SpokenRound) and bool(thing.reply) and not thing.answer
        )
        if hasattr(thing, "rests_on") and (thing.rests_on or not rests_elsewhere):
            links.grounds(thing, repr(thing.id) if hasattr(thing, "id") else "this")


def check_facet(guide: Guide, name: str, at: Place, problems: Problems) -> None:
    """Report a facet that is not there."""
    _Links(guide, problems).facet(name, at)


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

    def _target(self, target: str, at: Place) -> None:
        known = [*self.guide.question, ADVICE]
        code = Code.UNKNOWN_QUESTION
        self.problems.knows(code, "no question", target, known, at, file=QUESTIONS)

    def conditions(self, thing: Conditional) -> None:
        for test in tests(thing):
            for value in test.values:
                self._value(test.facet, value, test.at, unset=True)

    def _value(self, facet_id: str, value: str, at: Place, *, unset: bool) -> None:
        facet = self.facet(facet_id, at)
        if facet is not None and facet_id not in self.problems.broken:
            known = [value.id for value in facet.values] + ([UNSET] if unset else [])
            what = f"{facet_id!r} has no value"
            self.problems.knows(Code.UNKNOWN_VALUE, what, value, known, at, file=FACETS)

    def facet(self, facet_id: str, at: Place) -> Facet | None:
        """The facet of this id, if there is one."""
        known = self.guide.facet
        self.problems.knows(Code.UNKNOWN_FACET, "no facet", facet_id, known, at, file=FACETS)
        return known.get(facet_id)

    def _sections(self) -> None:
        known = [section.id for section in self.guide.sections]
        for parted in self.guide.sections:
            self._unique(parted.parts)
            for part in parted.parts:
                self.conditions(part)
            for block in self.guide.blocks.get(parted.id, ()):
                self._part(parted, block)
        for section in self.guide.blocks:
            at = Place(f"advice/{section}.yaml", 1, 1)
            what = "guide.yaml names no section"
            self.problems.knows(Code.UNKNOWN_SECTION, what, section, known, at, file=HEAD)

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
            at = self.problems.spot(block.at, "tone")
            known, code = self.guide.tone, Code.UNKNOWN_TONE
            self.problems.knows(code, "no tone", block.tone, known, at, file=HEAD)

    def grounds(self, thing: Grounded, called: str) -> None:
        for fact in thing.rests_on:
            self._fact_id(fact, thing.at, "rests_on")
        if not thing.rests_on and not thing.judgement:
            message = f"{called} rests on nothing; add 'rests_on', or 'judgement' with why"
            self.problems.add(Code.RESTS_ON_NOTHING, thing.at, message)

    def _fact(self, fact: Fact) -> None:
        for field in ("source", "checked_against"):
            for source in getattr(fact, field):
                known, code = self.guide.source, Code.UNKNOWN_SOURCE
                if source not in known:
                    at = self.problems.item(fact.at, field, source)
                    self.problems.knows(code, "no source", source, known, at, file=FACTS)
        for other in fact.corrected_by:
            self._fact_id(other, fact.at, "corrected_by")

    def _fact_id(self, fact: str, at: Place, field: str) -> None:
        known = self.guide.fact
        if fact not in known:
            spot = self.problems.item(at, field, fact)
            self.problems.knows(Code.UNKNOWN_FACT, "no fact", fact, known, spot, file=FACTS)
