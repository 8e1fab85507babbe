"""Words beside the advice that read differently: questions, options, titles, labels."""

from collections.abc import Iterator

from guide.author.diff.other_parts import compare_other_parts
from guide.author.diff.readers import SharedReaders
from guide.author.diff.result import TextChange
from guide.document.worddiff import word_diff
from guide.english import long_date
from guide.model.renames import Names
from guide.model.schema import Option, Question
from guide.states.sets import EMPTY


def compare_wordings(
    readers: SharedReaders, names: Names, sections: dict[str, str]
) -> tuple[TextChange, ...]:
    """Every text that stands around the advice and is not the same for all readers."""
    around = [*_on_pages(readers), *_sections(readers, sections)]
    asked = [*_shelf(readers), *_facets(readers), *_questions(readers)]
    pairs = [*asked, *compare_other_parts(readers.old, readers.new, names)]
    on_pages = [
        TextChange(what, word_diff(old, new), on_pages=True)
        for what, old, new in around
        if old != new
    ]
    return (*on_pages, *[TextChange(w, word_diff(old, new)) for w, old, new in pairs if old != new])


_Texts = Iterator[tuple[str, str, str]]


def _shelf(readers: SharedReaders) -> _Texts:
    old, new = readers.old.head, readers.new.head
    yield "the guide's id", old.id, new.id
    yield "what the guide is about", old.about, new.about


def _on_pages(readers: SharedReaders) -> _Texts:
    old, new = readers.old.head, readers.new.head
    yield "the guide's title", old.title, new.title
    yield "the guide's kind", old.kind, new.kind
    yield "the day of verification", long_date(old.verified), long_date(new.verified)
    yield "whose day of verification that is", old.verified_by, new.verified_by
    yield "address of the website", old.address, new.address
    yield "days until a review", str(old.review_after_days), str(new.review_after_days)


def _sections(readers: SharedReaders, names: dict[str, str]) -> _Texts:
    old = {names.get(section.id, section.id): section.title for section in readers.old.sections}
    new = {section.id: section.title for section in readers.new.sections}
    for name, title in new.items():
        if name in old:
            yield f"section {name}: title", old[name], title
    before = [name for name in old if name in new]
    after = [name for name in new if name in old]
    yield "order of the sections", ", ".join(before), ", ".join(after)


def _facets(readers: SharedReaders) -> _Texts:
    for facet in readers.new.facets:
        before = readers.old.facet.get(facet.id)
        if before is None or not _seen(readers, facet.id):
            continue
        yield f"facet {facet.id}: label", before.label, facet.label
        yield f"facet {facet.id}: kind", before.kind, facet.kind
        for value in facet.values:
            other = before.value(value.id)
            if other is not None:
                yield f"facet {facet.id}={value.id}: label", other.label, value.label
    both = [f for f in readers.old.facet if f in readers.new.facet and _seen(readers, f)]
    now = [f for f in readers.new.facet if f in both]
    yield "order of the facets", ", ".join(both), ", ".join(now)


def _seen(readers: SharedReaders, facet: str) -> bool:
    level = readers.sets.level[facet]
    return level in readers.sets.levels(readers.before.ends)


def _questions(readers: SharedReaders) -> _Texts:
    for name in readers.after.order:
        asked = readers.after.before[name] != EMPTY
        if asked and readers.before.before.get(name, EMPTY) != EMPTY:
            yield from _question(readers.old.question[name], readers.new.question[name])


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
