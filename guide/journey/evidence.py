"""What a page rests on, in the order every format lists it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from guide.document.blocks import Run, Text
from guide.journey.advice import Advice, facts_under
from guide.journey.facts import check_words, fact_date, short_name
from guide.model.basic import Grounded
from guide.model.schema import Fact, Guide, Source


class Cites(Grounded, Protocol):
    """Something on a page that rests on facts or a judgement."""

    @property
    def id(self) -> str:
        """By which marks lead back to it."""
        ...


class Claim(NamedTuple):
    """A fact, and right below it the facts that correct it."""

    fact: Fact
    corrections: tuple[Fact, ...] = ()
    """Listed here."""
    elsewhere: tuple[str, ...] = ()
    """Ids of corrections that are listed under an earlier claim."""


class Judgement(NamedTuple):
    """Why the editors say something that no source says."""

    mark: str
    """What stands in the text: J1, J2 and so on; never the id of a fact."""
    section: str
    """The title of the section it belongs to."""
    why: str


class Cited(NamedTuple):
    """A source, and the mark by which the claims of this page name it."""

    mark: str
    source: Source


class Evidence(NamedTuple):
    """Everything a page rests on."""

    claims: tuple[Claim, ...]
    """In the order of ``facts.yaml``, corrections below what they correct."""
    judgements: tuple[Judgement, ...]
    """In the order of the page."""
    sources: dict[str, Cited]
    """Source id -> the source and its mark, in the order of ``facts.yaml``."""
    marks: dict[str, tuple[str, ...]]
    """Block id -> what stands in square brackets after the block."""

    def bare(self) -> "Evidence":
        """Nothing of it, for a page that names no sources."""
        return Evidence((), (), {}, dict.fromkeys(self.marks, ()))

    def under(self, correction: str) -> str:
        """The id of the claim below which this correction is listed."""
        return next(c.fact.id for c in self.claims if correction in (c.fact.id, *_ids(c)))

    def lines(self, fact: Fact) -> list[Text]:
        """What stands below a claim: who says so and when, and what our check came to."""
        names = self._names(fact.source) or (Run("not named"),)
        lines: list[Text] = [(Run("Source: "), *names, Run(f"; {fact_date(fact)}."))]
        if check := check_words(fact):
            lines.append(check)
        if fact.checked_against:
            names = self._names(fact.checked_against)
            lines.append((Run("Checked against: "), *names, Run(".")))
        return lines

    def _names(self, ids: tuple[str, ...]) -> tuple[Run, ...]:
        runs: list[Run] = []
        for source in ids:
            if cited := self.sources.get(source):
                runs += [Run(", ")] * bool(runs)
                mark = Run(cited.mark, href=f"#source-{source}")
                runs += [Run(f"{short_name(cited.source)} ["), mark, Run("]")]
        return tuple(runs)


def evidence(advice: Advice) -> Evidence:
    """What the page rests on, each fact, judgement and source once."""
    blocks = [
        (passage.block, section.section.title)
        for section in advice.sections
        for passage in section.blocks
    ]
    return _evidence(advice.guide, blocks)


def grounds_of(guide: Guide, things: Iterable["Cites"], title: str) -> Evidence:
    """The same for things that everybody sees, below one title."""
    return _evidence(guide, [(thing, title) for thing in things])


def _evidence(guide: Guide, things: "Sequence[tuple[Cites, str]]") -> Evidence:
    known = guide.fact
    letter = judgement_letter(known)
    judgements: dict[tuple[str, str], Judgement] = {}
    marks = {}
    for thing, title in things:
        own = [fact for fact in dict.fromkeys(thing.rests_on) if fact in known]
        if why := thing.judgement:
            new = Judgement(f"{letter}{len(judgements) + 1}", title, why)
            own.append(judgements.setdefault((title, why), new).mark)
        marks[thing.id] = tuple(own)
    facts = {fact.id: fact for thing, _ in things for fact in facts_under(guide, thing)}
    return Evidence(
        _claims(guide, facts), tuple(judgements.values()), _sources(guide, facts), marks
    )


def judgement_letter(facts: Iterable[str]) -> str:
    """What the mark of a judgement begins with."""
    return _letter("J", facts)


def _letter(wanted: str, facts: Iterable[str]) -> str:
    """The letter of a mark; no id starts with an underscore, so that one is always free."""
    taken = any(fact.startswith(wanted) and fact[1:].isdigit() for fact in facts)
    return f"_{wanted}" if taken else wanted


def _ids(claim: Claim) -> tuple[str, ...]:
    return tuple(fact.id for fact in claim.corrections)


def _sources(guide: Guide, facts: dict[str, Fact]) -> dict[str, Cited]:
    used = {key for fact in facts.values() for key in (*fact.source, *fact.checked_against)}
    letter = _letter("S", guide.fact)
    listed = [source for source in guide.sources if source.id in used]
    return {
        source.id: Cited(f"{letter}{number}", source) for number, source in enumerate(listed, 1)
    }


def _claims(guide: Guide, facts: dict[str, Fact]) -> tuple[Claim, ...]:
    on_page = {fact.id: fact for fact in guide.facts if fact.id in facts}
    corrections = {other for fact in on_page.values() for other in fact.corrected_by}
    first = [fact for fact in on_page.values() if fact.id not in corrections]
    listed: set[str] = set()
    # Every fact is tried: facts that correct one another have no first, and none may be lost.
    tried = (_claim(fact, on_page, listed) for fact in (*first, *on_page.values()))
    return tuple(claim for claim in tried if claim is not None)


def _claim(fact: Fact, on_page: dict[str, Fact], listed: set[str]) -> Claim | None:
    if fact.id in listed:
        return None
    listed.add(fact.id)
    known = [key for key in dict.fromkeys(fact.corrected_by) if key in on_page and key != fact.id]
    here = tuple(on_page[key] for key in known if key not in listed)
    elsewhere = tuple(key for key in known if key in listed)
    listed |= {correction.id for correction in here}
    return Claim(fact, here, elsewhere)
