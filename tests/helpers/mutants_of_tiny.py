"""Pairs of small guides: two that have nothing to do with each other, or one and its mutant."""

from hypothesis import strategies as st
from msgspec.structs import replace

from guide.author.diff.translate import translate
from guide.model.renames import Names
from guide.model.schema import Block, Guide, Option, Question
from helpers.small_guides import FACETS, VALUES, conditions, guides

BODIES = ("One.", "Two words.", "Three small words.")


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Guide, Guide]:
    """An old guide and a new one."""
    old = draw(_worded())
    new = draw(st.one_of(_worded(), _mutants(old)))
    if draw(st.booleans()):
        new = _with_another_facet(draw, new)
    return old, new


@st.composite
def _worded(draw: st.DrawFn) -> Guide:
    guide = draw(guides(blocks=True))
    return _each_block(guide, lambda block: replace(block, body=draw(st.sampled_from(BODIES))))


@st.composite
def _mutants(draw: st.DrawFn, guide: Guide) -> Guide:
    """The guide after one to three edits."""
    for _ in range(draw(st.integers(1, 3))):
        edit = draw(st.sampled_from(_EDITS))
        guide = edit(draw, guide)
    return guide


def _each_block(guide: Guide, change) -> Guide:  # type: ignore[no-untyped-def]  # noqa: ANN001
    blocks = {name: tuple(map(change, found)) for name, found in guide.blocks.items()}
    return replace(guide, blocks=blocks)


def _one_block(draw: st.DrawFn, guide: Guide, change) -> Guide:  # type: ignore[no-untyped-def]  # noqa: ANN001
    ids = [block.id for blocks in guide.blocks.values() for block in blocks]
    if not ids:
        return guide
    chosen = draw(st.sampled_from(ids))
    return _each_block(guide, lambda block: change(block) if block.id == chosen else block)


def _words(draw: st.DrawFn, guide: Guide) -> Guide:
    body = draw(st.sampled_from(BODIES))
    return _one_block(draw, guide, lambda block: replace(block, body=body))


def _judgement(draw: st.DrawFn, guide: Guide) -> Guide:
    return _one_block(draw, guide, lambda block: replace(block, judgement="We think so."))


def _condition(draw: st.DrawFn, guide: Guide) -> Guide:
    when, unless = draw(conditions()), draw(conditions())
    return _one_block(draw, guide, lambda block: replace(block, when=when, unless=unless))


def _name(draw: st.DrawFn, guide: Guide) -> Guide:
    return _one_block(draw, guide, lambda block: replace(block, id=f"{block.id}-renamed"))


def _order(draw: st.DrawFn, guide: Guide) -> Guide:
    blocks = {name: tuple(draw(st.permutations(found))) for name, found in guide.blocks.items()}
    return replace(guide, blocks=blocks)


def _fewer(_draw: st.DrawFn, guide: Guide) -> Guide:
    return replace(guide, blocks={name: found[1:] for name, found in guide.blocks.items()})


def _more(draw: st.DrawFn, guide: Guide) -> Guide:
    name = draw(st.sampled_from([*guide.blocks]))
    new = Block(
        f"more-{sum(map(len, guide.blocks.values()))}",
        draw(st.sampled_from(BODIES)),
        when=draw(conditions()),
    )
    return replace(guide, blocks={**guide.blocks, name: (*guide.blocks[name], new)})


def _route(draw: st.DrawFn, guide: Guide) -> Guide:
    def change(option: Option) -> Option:
        if not option.then:
            return option
        first, *others = option.then
        return replace(option, then=(replace(first, when=draw(conditions())), *others, first))

    return _one_option(draw, guide, change)


def _settling(draw: st.DrawFn, guide: Guide) -> Guide:
    settles = {draw(st.sampled_from(FACETS)): draw(st.sampled_from(VALUES))}
    return _one_option(draw, guide, lambda option: replace(option, settles=settles))


def _other_option(draw: st.DrawFn, guide: Guide) -> Guide:
    """An option that can only be known by what it does."""
    return _one_option(draw, guide, lambda one: replace(one, id=f"{one.id}-new", label="New"))


def _no_option(draw: st.DrawFn, guide: Guide) -> Guide:
    question = draw(st.sampled_from(guide.questions))
    return _one_question(guide, question, question.options[:1])


def _one_option(draw: st.DrawFn, guide: Guide, change) -> Guide:  # type: ignore[no-untyped-def]  # noqa: ANN001
    question = draw(st.sampled_from(guide.questions))
    chosen = draw(st.sampled_from(question.options))
    options = tuple(change(o) if o is chosen else o for o in question.options)
    return _one_question(guide, question, options)


def _one_question(guide: Guide, question: Question, options: tuple[Option, ...]) -> Guide:
    new = replace(question, options=options)
    return replace(guide, questions=tuple(new if q is question else q for q in guide.questions))


def _with_another_facet(draw: st.DrawFn, guide: Guide) -> Guide:
    """A facet goes by another name, and perhaps by another label as well."""
    nothing: dict[str, str] = {}
    guide = translate(guide, Names({"f2": "g2"}, {}, nothing, {}, nothing))
    if draw(st.booleans()):
        return guide
    facets = tuple(replace(f, label="Other") if f.id == "g2" else f for f in guide.facets)
    return replace(guide, facets=facets)


_EDITS = (
    *(_words, _judgement, _condition, _name, _order, _fewer, _more, _route, _settling),
    _no_option,
    _other_option,
)
