"""Why two pages differ: every smallest set of answers that is enough, and none that is not."""

import pytest
from helpers.compared_pages import compared, page

from guide.compare.comparison import ComparedPages, compare_pages
from guide.compare.reasons import Between
from guide.model.schema import Block, Guide
from guide.pages.comparison import because, between_others, missing, nothing_own, open_lines

Q = "opinion=qualified,nature=admin,auditor=healthy"
GRAVE = "opinion=adverse,nature=failure,auditor=healthy"


def block(guide: Guide, name: str) -> Block:
    return next(b for blocks in guide.blocks.values() for b in blocks if b.id == name)


def whys(pages: ComparedPages, section: str) -> list[str]:
    part = next(part for part in pages.sections if part.section.id == section)
    return [because(pages.guide, change.reasons) for change in part.changes[0]]


def facets(guide: Guide, first: str, other: str, name: str) -> list[list[str]]:
    reasons = Between(page(guide, first), page(guide, other)).reasons(block(guide, name))
    return [[cause.facet for cause in some] for some in reasons]


def test_either_of_two_answers_that_are_each_enough_is_named(shipped: Guide) -> None:
    (why,) = whys(compared(shipped, Q, GRAVE), "notices")
    assert why == (
        "Because Opinion: Qualified → Adverse, or What went wrong: One small slip, late or "
        "unsigned → Control failure or pattern (each enough alone)"
    )


def test_the_other_way_round_both_are_needed(shipped: Guide) -> None:
    (why,) = whys(compared(shipped, GRAVE, Q), "notices")
    assert why == (
        "Because Opinion: Adverse → Qualified and What went wrong: Control failure or pattern → "
        "One small slip, late or unsigned"
    )


def test_what_both_pages_lack_is_no_reason_though_on_one_it_can_still_be_settled(
    shipped: Guide,
) -> None:
    unfinished, finished = "opinion=qualified", "obstacle=mixed"
    for pages in (compared(shipped, unfinished, finished), compared(shipped, finished, unfinished)):
        assert sorted(page.open for page in pages.pages) == [(), ("nature",)]
        ((*changed,),) = pages.changed
        assert [cause.facet for cause in changed] == ["opinion", "obstacle"]
        (why,) = whys(pages, "verdict")
        assert "What went wrong" not in why


def test_an_answer_that_one_page_does_not_have_yet_is_said_to_be_open(shipped: Guide) -> None:
    pages = compared(shipped, "opinion=qualified", Q)
    assert whys(pages, "verdict") == [
        "Because What went wrong: still open → One small slip, late or unsigned"
    ]
    assert whys(pages, "auditor") == ["Because Work with the auditor: no answer → Went well"]
    assert [*open_lines(pages)] == [
        "A goes by what is answered so far. Still open: What went wrong."
    ]


def test_an_answer_that_was_skipped_is_no_answer(shipped: Guide) -> None:
    pages = compared(shipped, Q, f"{Q},report=draft")
    assert whys(pages, "verdict") == ["Because Report: no answer → Draft only"]


def test_every_other_page_has_its_own_reasons(shipped: Guide) -> None:
    pages = compared(shipped, Q, f"{Q},report=draft", GRAVE)
    enough = (
        "Not on C, because Opinion: Qualified → Adverse, or What went wrong: One small "
        "slip, late or unsigned → Control failure or pattern (each enough alone)"
    )
    columns = (part.columns[0] for part in pages.sections)
    reasons = {missing(shipped, entry) for column in columns for entry in column}
    assert {enough, f"Not on B, because Report: no answer → Draft only. {enough}"} <= reasons


def test_pages_that_lack_something_for_one_reason_are_named_together(shipped: Guide) -> None:
    pages = compared(shipped, Q, f"{Q},report=draft", f"{Q},report=draft,months=3")
    part = next(part for part in pages.sections if part.section.id == "next-steps")
    assert [missing(shipped, entry) for entry in part.columns[0]] == [
        "Not on B and C, because Report: no answer → Draft only"
    ]


def test_two_pages_that_differ_from_the_first_are_compared_with_each_other(shipped: Guide) -> None:
    draft = Q + ",report=draft,deal={}"
    pages = compared(shipped, Q, draft.format("active"), draft.format("none"))
    others = {part.section.id: between_others(pages, part) for part in pages.sections}
    assert others.pop("telling-buyers") == [
        (
            "C also differs from B here, because Who needs to hear first: A buyer in a deal → "
            "Nobody yet."
        )
    ]
    assert others
    assert all(lines == ["B and C are the same here."] for lines in others.values())


def test_where_only_one_page_differs_from_the_first_nothing_is_said_of_the_others(
    tiny: Guide,
) -> None:
    pages = compared(tiny, "flame=smoky,glass=whole", "flame=smoky,glass=cracked")
    assert [between_others(pages, part) for part in pages.sections] == [[], []]


def test_a_column_without_words_says_whether_it_is_the_first_page_again(shipped: Guide) -> None:
    pages = compared(shipped, Q, Q.replace("healthy", "scope"), GRAVE)
    verdict = next(part for part in pages.sections if part.section.id == "verdict")
    assert pages.names[1] == "B"
    assert verdict.columns[1] == ()
    assert nothing_own(pages, verdict, 1) == "The same as A here."
    notices = next(part for part in compared(shipped, Q, GRAVE).sections if part.columns[1] == ())
    assert nothing_own(pages, notices, 1) == "Nothing beyond what A has."


@pytest.mark.parametrize(
    ("first", "other", "name", "expected"),
    [
        (Q, GRAVE, "verdict-qualified-admin", [["opinion"], ["nature"]]),
        (GRAVE, Q, "verdict-qualified-admin", [["opinion", "nature"]]),
    ],
)
def test_all_smallest_sets_are_found(
    shipped: Guide, first: str, other: str, name: str, expected: list[list[str]]
) -> None:
    assert facets(shipped, first, other, name) == expected


def test_a_change_that_no_reader_can_make_alone_gives_way_to_one_that_can_be_made(
    shipped: Guide,
) -> None:
    """Without its opinion a page is no reader's; with another report it is."""
    between = Between(page(shipped, f"{Q},report=type1"), page(shipped, "obstacle=mixed"))
    for blocks in shipped.blocks.values():
        for some_block in blocks:
            reasons = between.reasons(some_block) if on(between, some_block) else ()
            had = [some for some in reasons if between._somebody_has(some)]
            assert not had or len(had) == len(reasons)


def on(between: Between, some_block: Block) -> bool:
    """Whether only one of the pages shows it."""
    return (
        sum(
            some_block.id in {s.block.id for s in p.blocks()}
            for p in (between.first, between.other)
        )
        == 1
    )


def test_only_what_is_the_same_can_be_unfolded(tiny: Guide) -> None:
    pages = compared(tiny, "flame=smoky,glass=whole", "flame=smoky,glass=cracked")
    assert pages.folded
    assert [[passage.block.id for passage in part.alike] for part in pages.sections] == [
        [],
        ["steps-always"],
    ]
    assert not pages._replace(sections=pages.sections[:1]).folded


def test_differing_sections_come_first_and_equal_ones_keep_their_order(shipped: Guide) -> None:
    pages = (page(shipped, Q), page(shipped, Q.replace("healthy", "scope")))
    compared = compare_pages(pages)
    order = [section.id for section in shipped.sections]
    for sections in (compared.sections, compared.same):
        places = [order.index(part.section.id) for part in sections]
        assert places
        assert places == sorted(places)
