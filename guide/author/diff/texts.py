"""Words beside the advice that read differently: questions, options, titles, labels."""

from collections.abc import Iterator

from guide.author.diff.other_parts import compare_beside
from guide.author.diff.readers import Ground
from guide.author.diff.result import Wording
from guide.document.worddiff import word_diff
from guide.english import long_date
from guide.model.renames import Names
from guide.model.schema import Option, Question
from guide.states.sets import EMPTY


def compare_wordings(ground: Ground, names: Names, sections: dict[str, str]) -> tuple[Wording, ...]:
    """Every text that stands around the advice and is not the same for all readers."""
    around = [*_on_pages(ground), *_sections(ground, sections)]
    asked = [*_shelf(ground), *_facets(ground), *_questions(ground)]
    pairs = [*asked, *compare_beside(ground.old, ground.new, names)]
    on_pages = [
        Wording(what, word_diff(old, new), on_pages=True) for what, old, new in around if old != new
    ]
    return (*on_pages, *[Wording(w, word_diff(old, new)) for w, old, new in pairs if old != new])


_Texts = Iterator[tuple[str, str, str]]


def _shelf(ground: Ground) -> _Texts:
    old, new = ground.old.head, ground.new.head
    yield "the guide's id", old.id, new.id
    yield "what the guide is about", old.about, new.about


def _on_pages(ground: Ground) -> _Texts:
    old, new = ground.old.head, ground.new.head
    yield "the guide's title", old.title, new.title
    yield "the guide's kind", old.kind, new.kind
    yield "the day of verification", long_date(old.verified), long_date(new.verified)
    yield "whose day of verification that is", old.verified_by, new.verified_by
    yield "days until a review", str(old.review_after_days), str(new.review_after_days)


def _sections(ground: Ground, names: dict[str, str]) -> _Texts:
    old = {names.get(one.id, one.id): one.title for one in ground.old.sections}
    new = {section.id: section.title for section in ground.new.sections}
    for name, title in new.items():
        if name in old:
            yield f"section {name}: title", old[name], title
    before = [name for name in old if name in new]
    after = [name for name in new if name in old]
    yield "order of the sections", ", ".join(before), ", ".join(after)


def _facets(ground: Ground) -> _Texts:
    for facet in ground.new.facets:
        before = ground.old.facet.get(facet.id)
        if before is None or not _seen(ground, facet.id):
            continue
        yield f"facet {facet.id}: label", before.label, facet.label
        yield f"facet {facet.id}: kind", before.kind, facet.kind
        for value in facet.values:
            other = before.value(value.id)
            if other is not None:
                yield f"facet {facet.id}={value.id}: label", other.label, value.label
    both = [f for f in ground.old.facet if f in ground.new.facet and _seen(ground, f)]
    now = [f for f in ground.new.facet if f in both]
    yield "order of the facets", ", ".join(both), ", ".join(now)


def _seen(ground: Ground, facet: str) -> bool:
    level = ground.sets.level[facet]
    return level in ground.sets.levels(ground.before.ends)


def _questions(ground: Ground) -> _Texts:
    for name in ground.after.order:
        asked = ground.after.before[name] != EMPTY
        if asked and ground.before.before.get(name, EMPTY) != EMPTY:
            yield from _question(ground.old.question[name], ground.new.question[name])


def _question(old: Question, new: Question) -> _Texts:
    where = f"question {new.id}"
    yield f"{where}: text", old.text, new.text
    yield f"{where}: why", old.why, new.why
    yield f"{where}: look", old.look, new.look
    for option in new.options:
        other = old.option(option.id)
        if other is not None:
            yield from _option(where, other, option)
    before = [option.id for option in old.options if new.option(option.id)]
    after = [option.id for option in new.options if old.option(option.id)]
    yield f"{where}: order of the options", ", ".join(before), ", ".join(after)


def _option(where: str, old: Option, new: Option) -> _Texts:
    yield f"{where}, option {new.id}: label", old.label, new.label
    yield f"{where}, option {new.id}: hint", old.hint, new.hint
    yield f"{where}, option {new.id}: can be skipped", _yes(old), _yes(new)


def _yes(option: Option) -> str:
    return "yes" if option.skip else "no"
