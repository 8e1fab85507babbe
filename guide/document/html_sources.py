"""The end of an HTML page: what it rests on, linked from the text and back."""

from collections import defaultdict
from collections.abc import Iterator

from guide.document.html_parts import escape, link, tag
from guide.journey.evidence import Cited, Claim, Evidence, Judgement
from guide.journey.facts import check_words, correction_words, fact_date, short_name
from guide.model.schema import Fact
from guide.pages import advice as words


class References:
    """Writes the marks in the text and remembers them for the way back."""

    def __init__(self, found: Evidence) -> None:
        self._evidence = found
        self._judgements = {one.mark for one in found.judgements}
        self._used: dict[str, list[str]] = defaultdict(list)

    def marks(self, block_id: str) -> str:
        """The small links that stand after a block, in square brackets."""
        marks = self._evidence.marks[block_id]
        links = ", ".join(self._mark(mark, block_id) for mark in marks)
        return tag("sup", f"[{links}]", class_="marks") if links else ""

    def _mark(self, mark: str, block_id: str) -> str:
        name = f"from-{block_id}-{mark}"
        self._used[mark].append(name)
        kind = "judgement" if mark in self._judgements else "fact"
        return tag("a", escape(mark), href=f"#{kind}-{mark}", id=name)

    def back(self, mark: str) -> str:
        """Links to every place in the text that carries this mark."""
        used = self._used[mark]
        if not used:
            return ""
        links = ", ".join(
            tag("a", str(number), href=f"#{name}", aria_label=f"{mark} in the text, place {number}")
            for number, name in enumerate(used, 1)
        )
        return tag("p", f"In the text: {links}", class_="detail back")


def render(found: Evidence, references: References) -> Iterator[str]:
    """The sections at the end of the page; none where there is nothing to list."""
    if found.claims or found.judgements:
        items = [_claim(found, claim, references) for claim in found.claims]
        yield _listing("claims", words.CLAIMS_TITLE, items, words.CLAIMS_INTRO)
    if found.judgements:
        items = [_judgement(one, references) for one in found.judgements]
        yield _listing("judgements", words.JUDGEMENTS_TITLE, items)
    if found.sources:
        items = [_source(cited) for cited in found.sources.values()]
        yield _listing("sources", words.SOURCES_TITLE, items)


def _listing(name: str, title: str, items: list[str], intro: str = "") -> str:
    inner = [tag("h2", escape(title)), tag("p", escape(intro)) if intro else ""]
    inner.append(tag("ul", _lines(items), class_="listing") if items else "")
    return tag("section", _lines(inner), id=name)


def _claim(found: Evidence, claim: Claim, references: References) -> str:
    fact = claim.fact
    inner = [*_fact(found, fact, "", references)]
    for other in claim.elsewhere:
        there = tag("a", escape(other), href=f"#fact-{other}")
        under = escape(found.under(other))
        inner.append(tag("p", f"See also {there}, under {under}.", class_="detail"))
    for correction in claim.corrections:
        written = _lines([*_fact(found, correction, correction_words(fact), references)])
        inner.append(tag("div", written, class_="correction", id=f"fact-{correction.id}"))
    return tag("li", _lines(inner), id=f"fact-{fact.id}")


def _fact(found: Evidence, fact: Fact, before: str, references: References) -> Iterator[str]:
    label = tag("span", escape(fact.id), class_="id")
    yield tag("p", " ".join(filter(None, [label, escape(before), escape(fact.says)])))
    sources = _names(found, fact.source) or "not named"
    yield tag("p", f"Source: {sources}; {escape(fact_date(fact))}.", class_="detail")
    if check := check_words(fact):
        yield tag("p", escape(check), class_="detail")
    if fact.checked_against:
        checked = _names(found, fact.checked_against)
        yield tag("p", f"Checked against: {checked}.", class_="detail")
    yield references.back(fact.id)


def _names(found: Evidence, ids: tuple[str, ...]) -> str:
    cited = [found.sources[one] for one in ids if one in found.sources]
    return ", ".join(
        f"{escape(short_name(one.source))} "
        f"[{tag('a', escape(one.mark), href=f'#source-{one.source.id}')}]"
        for one in cited
    )


def _judgement(one: Judgement, references: References) -> str:
    label = tag("span", one.mark, class_="id")
    text = tag("p", f"{label} {escape(one.section)}: {escape(one.why)}")
    return tag("li", _lines([text, references.back(one.mark)]), id=f"judgement-{one.mark}")


def _source(cited: Cited) -> str:
    source = cited.source
    label = tag("span", cited.mark, class_="id")
    name = tag("p", f"{label} {escape(source.name)}")
    address = tag("p", link(source.address), class_="detail") if source.address else ""
    return tag("li", _lines([name, address]), id=f"source-{source.id}")


def _lines(pieces: list[str]) -> str:
    return "\n".join(["", *filter(None, pieces), ""])
