"""What an author is told after single edits of the small guide."""

import pytest
from msgspec.structs import replace

from author.diff.conftest import Compare
from guide.author.diff.compare import compare
from guide.author.diff.result import GuideDiff
from guide.document.blocks import Block, Changed, Entries, Line, Section
from guide.document.worddiff import Run
from guide.model.schema import Condition, Guide, Test
from guide.pages.diff import condition_words, document

STEPS, VERDICT, NOTICES = "advice/steps.yaml", "advice/verdict.yaml", "advice/notices.yaml"
QUESTIONS = "questions.yaml"


BROKEN = (("*", "glass: cracked", "glass: broken"), ("facets.yaml", "id: cracked,", "id: broken,"))
"""A value that goes by another name everywhere."""


def blocks_of(diff: GuideDiff) -> list[Block]:
    """Everything on the page but headings."""
    page = document(diff, "a", "b")
    inside = [
        block for section in page.blocks if isinstance(section, Section) for block in section.blocks
    ]
    return [*page.head, *inside]


def items(diff: GuideDiff) -> list[str]:
    lists = [block.entries for block in blocks_of(diff) if isinstance(block, Entries)]
    return [str(entry.text) for entries in lists for entry in entries]


def kinds(diff: GuideDiff) -> list[tuple[str, str, str]]:
    return [
        (change.kind, change.old, change.new) for group in diff.groups for change in group.changes
    ]


def test_one_word(edited: Compare) -> None:
    diff = edited((STEPS, "Replace the glass.", "Repair the glass."))
    assert kinds(diff) == [("text", "steps-cracked", "steps-cracked")]
    (group,) = diff.groups
    assert group.title == "What to do next"
    assert group.who.tables == ((("glass", ("cracked",)),),)
    assert group.who.example == "tiny:flame=smoky,glass=cracked"
    assert group.changes[0].text == (
        Run("gone", "Replace"),
        Run("new", "Repair"),
        Run("same", "the glass."),
    )
    assert diff.pages is not None
    assert (group.pages, diff.pages.changed) == (2, 2)
    assert not diff.same


@pytest.mark.parametrize(
    "edit",
    [
        (STEPS, "Look at the lantern in daylight.", "Look at the lantern\n    in daylight."),
        (STEPS, "Look at the lantern in daylight.", "Look  at the lantern in   daylight."),
        (STEPS, "id: steps-cracked", "id: steps-broken"),
        ("facts.yaml", "sources:", "# a comment\nsources:"),
        ("guide.yaml", "  - unbreakable", "  - unbreakable\nsentence_words: 34"),
    ],
    ids=["reflowed", "spaces", "block renamed", "comment", "a limit for authors"],
)
def test_what_no_reader_sees_is_no_difference(edited: Compare, edit: tuple[str, str, str]) -> None:
    assert edited(edit).same


def test_a_condition_that_says_the_same_in_other_words(edited: Compare) -> None:
    edit = (STEPS, "when: {glass: cracked}", "unless: {glass: whole}")
    assert edited(edit).same


def test_a_fact_that_reads_otherwise_is_told_once_for_all_who_are_shown_it(
    edited: Compare,
) -> None:
    diff = edited(("facts.yaml", "name: The lantern keeper", "name: The old lantern keeper"))
    assert diff.groups == ()
    assert [change.fact for change in diff.facts] == ["F1", "F2", "C1"]
    first, second, _ = diff.facts
    assert [run.text for run in first.text if run.fate == "new"] == ["old"]
    assert second.who.tables == ((("glass", ("cracked",)),),)
    assert first.beside == ("recovery",)
    assert diff.pages is not None
    assert diff.pages.changed is not None
    assert diff.pages.changed >= max(change.pages or 0 for change in diff.facts) > 0
    assert not diff.same


def test_a_fact_that_is_taken_away_is_told_with_its_block(edited: Compare) -> None:
    diff = edited(
        (STEPS, "rests_on: [C1]", "rests_on: [C1, F1]"),
        ("facts.yaml", "A smoky flame leaves soot.", "A smoky flame leaves much soot."),
    )
    assert kinds(diff) == [("evidence", "steps-cracked", "steps-cracked")]
    assert [change.fact for change in diff.facts] == ["F1"]


def test_a_judgement(edited: Compare) -> None:
    diff = edited((STEPS, "A careful keeper starts here.", "Every keeper starts here."))
    (group,) = diff.groups
    assert group.who.everyone
    assert [run.fate for run in group.changes[0].evidence[0]] == ["same", "gone", "new", "same"]


def test_a_tone_is_words_too(edited: Compare) -> None:
    diff = edited((VERDICT, "tone: wary", "tone: dark"))
    (group,) = diff.groups
    assert group.changes[0].kind == "text"
    assert Run("gone", "Take care.") in group.changes[0].text


def test_the_colour_of_a_tone_is_told_where_its_words_are_the_same(edited: Compare) -> None:
    diff = edited(
        ("guide.yaml", "label: Take care, colour: warning", "label: Take care, colour: error")
    )
    (change,) = diff.groups[0].changes
    assert change.colour == ("warning", "error")
    texts = items(diff)
    assert texts == ["verdict-smoky: the colour of its tone: warning -> error"]
    assert not [block for block in blocks_of(diff) if isinstance(block, Changed)]


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (("guide.yaml", "title: What to do next", "title: What to do now"), "section steps: title"),
        (("guide.yaml", "2026-01-15", "2026-02-15"), "the day of verification"),
    ],
)
def test_what_stands_around_the_advice_is_a_change_of_pages_too(
    edited: Compare, edit: tuple[str, str, str], what: str
) -> None:
    diff = edited(edit)
    assert [change.what for change in diff.around] == [what]
    lines = [block.text for block in blocks_of(diff) if isinstance(block, Line)]
    assert (
        "No advice changes for who could reach it before, and what stands around it does." in lines
    )
    assert f"Around the advice, on every page that has it: {what}." in lines


def test_a_question_that_counts_otherwise_is_a_difference(edited: Compare) -> None:
    diff = edited(("facets.yaml", "kind: follow-up", "kind: spine"))
    assert [change.what for change in diff.wordings] == ["facet wind: kind"]


def test_pages_that_only_changed_are_not_won_or_lost(edited: Compare) -> None:
    diff = edited((STEPS, "Replace the glass.", "Repair the glass."))
    assert diff.pages is not None
    assert (diff.pages.won, diff.pages.lost) == (0, 0)


def test_the_condition_named_is_the_most_telling_one(shipped: Guide) -> None:
    block = next(b for b in shipped.blocks["short-answer"] if b.id == "short-no-results")
    others = [b for b in shipped.blocks["short-answer"] if b is not block]
    other = replace(block, body=f"{block.body} Nothing else.")
    blocks = {**shipped.blocks, "short-answer": (*others, other)}
    (group,) = compare(shipped, replace(shipped, blocks=blocks)).groups
    assert group.who.tables == ((("obstacle", ("no-results",)),),)


def test_all_values_of_a_facet_are_told_as_settled(edited: Compare) -> None:
    diff = edited((NOTICES, "when: {wind: calm}", "when: {wind: [calm, storm]}"))
    assert condition_words(diff.new, ((("wind", ("calm", "storm")),),)) == "wind settled"


def test_another_verdict_is_told_as_a_replacement(edited: Compare) -> None:
    diff = edited(
        (
            VERDICT,
            "{flame: smoky, glass: whole}",
            "{flame: smoky, glass: whole, wind: [calm, unset]}",
        ),
        (
            VERDICT,
            "{flame: steady, glass: whole}",
            "[{flame: steady, glass: whole}, {wind: storm}]",
        ),
    )
    assert kinds(diff) == [("replaced", "verdict-smoky", "verdict-steady")]
    tables = diff.groups[0].who.tables
    assert tables == ((("flame", ("smoky",)), ("wind", ("storm",))),)


def test_blocks_that_appear_and_go(edited: Compare) -> None:
    diff = edited((NOTICES, "when: {wind: calm}", "when: {wind: storm}"))
    assert sorted(kinds(diff)) == [("appears", "", "notice-calm"), ("goes", "notice-calm", "")]


def test_a_block_renamed_and_reworded(edited: Compare) -> None:
    diff = edited(
        (STEPS, "id: steps-cracked", "id: steps-broken"),
        (STEPS, "Replace the glass.", "Replace the whole glass."),
    )
    assert kinds(diff) == [("text", "steps-cracked", "steps-broken")]
    assert [(change.old, change.new, change.how) for change in diff.renamed] == [
        ("steps-cracked", "steps-broken", "nearly the same words")
    ]


def renames(diff: GuideDiff) -> list[tuple[str, str, str, str]]:
    return [(change.kind, change.old, change.new, change.how) for change in diff.renamed]


def test_a_value_whose_id_and_label_are_new_is_known_by_its_use(edited: Compare) -> None:
    diff = edited(*BROKEN, ("facets.yaml", "label: Cracked", "label: In pieces"))
    assert renames(diff) == [("value", "cracked", "broken", "same place")]
    assert not diff.groups
    assert diff.broken


def test_an_option_whose_id_and_label_are_new_is_known_by_what_it_does(edited: Compare) -> None:
    option = "{id: storm, label: Storm,"
    diff = edited((QUESTIONS, option, "{id: gale, label: It blows hard,"))
    assert renames(diff) == [("option", "storm", "gale", "same place")]
    assert not diff.groups


def test_an_option_that_does_something_else_is_another_one(edited: Compare) -> None:
    option = "{id: storm, label: Storm, settles: {wind: storm}}"
    diff = edited((QUESTIONS, option, "{id: gale, label: It blows hard, settles: {wind: calm}}"))
    assert renames(diff) == []


def test_an_option_that_leads_on_for_others_is_another_one(tiny: Guide) -> None:
    def with_one(option: str, glass: str) -> Guide:
        """The last question with one option that is known by nothing but its way."""
        asked = tiny.question["wind"]
        on = replace(asked.then[0], when=Condition(((Test("glass", (glass,)),),)))
        change = replace(
            asked.options[0], id=option, label=option, settles={}, then=(on, *asked.then)
        )
        changed = replace(asked, options=(change, *asked.options[1:]))
        return replace(tiny, questions=(*tiny.questions[:-1], changed))

    assert renames(compare(with_one("old", "whole"), with_one("new", "whole")))
    assert renames(compare(with_one("old", "whole"), with_one("new", "cracked"))) == []


def test_of_two_new_options_side_by_side_neither_is_taken_for_the_old_one(edited: Compare) -> None:
    option = "    - {id: storm, label: Storm, settles: {wind: storm}}\n"
    two = option.replace("storm, label: Storm", "gale, label: Gale")
    two += option.replace("storm, label: Storm", "squall, label: Squall")
    assert renames(edited((QUESTIONS, option, two))) == []


def test_a_question_whose_id_and_text_are_new_is_known_by_its_answers(edited: Compare) -> None:
    diff = edited(
        (QUESTIONS, "- id: wind\n  text: How is the wind?", "- id: gusts\n  text: Does it blow?"),
        (QUESTIONS, "{go: wind}", "{go: gusts}"),
    )
    assert renames(diff) == [("question", "wind", "gusts", "same place")]
    assert not diff.ways


def test_a_block_in_new_words_is_known_by_its_readers(edited: Compare) -> None:
    diff = edited(
        (STEPS, "id: steps-cracked", "id: steps-broken"),
        (STEPS, "Replace the glass.", "Buy another lantern."),
    )
    assert kinds(diff) == [("text", "steps-cracked", "steps-broken")]
    assert renames(diff) == [("block", "steps-cracked", "steps-broken", "same readers")]


def test_a_value_renamed_without_saying_so_breaks_codes(edited: Compare) -> None:
    diff = edited(*BROKEN)
    assert [(change.kind, change.within, change.old, change.new) for change in diff.broken] == [
        ("value", "glass", "cracked", "broken")
    ]
    assert not diff.groups
    assert not diff.same


def test_a_rename_not_declared_is_told_with_the_row_that_declares_it(edited: Compare) -> None:
    diff = edited(*BROKEN)
    (texts,) = [text for text in items(diff) if "renamed" in text]
    assert texts.endswith("renamed: {values: {glass: {cracked: broken}}}")


def test_a_value_renamed_and_declared_is_no_difference(edited: Compare) -> None:
    diff = edited(
        *BROKEN,
        ("guide.yaml", "forbidden:", "renamed: {values: {glass: {cracked: broken}}}\nforbidden:"),
    )
    assert diff.same
    assert [change.how for change in diff.renamed] == ["declared"]


def test_routes_that_win_and_lose_scenarios(edited: Compare) -> None:
    diff = edited(
        (
            "questions.yaml",
            "{when: {glass: cracked}, go: advice}",
            "{when: {glass: whole}, go: advice}",
        )
    )
    assert diff.lost is not None
    assert diff.lost.tables == ((("glass", ("whole",)), ("wind", ("calm", "storm"))),)
    assert diff.won is not None
    assert diff.won.tables == ((("glass", ("cracked",)), ("wind", ("calm", "storm"))),)
    leads = [(change.option, change.before, change.after) for change in diff.ways]
    assert leads == [("whole", "wind", "advice"), ("cracked", "advice", "wind")]


def test_words_beside_the_advice(edited: Compare) -> None:
    diff = edited(
        ("questions.yaml", "A smoky flame says", "A smoky flame tells"),
        ("facets.yaml", "label: Cracked", "label: Broken"),
        ("guide.yaml", "2026-01-15", "2026-02-15"),
    )
    assert [change.what for change in diff.wordings] == [
        "the day of verification",
        "facet glass=cracked: label",
        "question flame: why",
    ]
    assert (diff.changed, diff.groups) == (0, ())
    assert not diff.same


def test_the_plan_beside_the_advice(edited: Compare) -> None:
    diff = edited(
        ("recovery.yaml", "A new glass", "Another glass"),
        ("facts.yaml", "A smoky flame leaves soot.", "A smoky flame leaves much soot."),
    )
    texts = [change.what for change in diff.wordings]
    assert texts == ["recovery, ways replace, title"]
    assert [(change.fact, change.beside) for change in diff.facts] == [("F1", ("recovery",))]


def test_a_plan_that_is_new(tiny: Guide) -> None:
    diff = compare(replace(tiny, recovery=None), tiny)
    assert [change.what for change in diff.wordings] == ["recovery"]


def test_the_guide_that_ships_is_compared_whole(shipped: Guide) -> None:
    block = shipped.blocks["buyers"][0]
    other = replace(block, body=f"{block.body} Nothing else.")
    blocks = {**shipped.blocks, "buyers": (other, *shipped.blocks["buyers"][1:])}
    diff = compare(shipped, replace(shipped, blocks=blocks))
    (group,) = diff.groups
    assert diff.shared == diff.before == diff.after
    assert 0 < group.who.scenarios < diff.shared
    assert diff.pages is not None
    assert diff.pages.changed == group.pages
    assert (diff.pages.won, diff.pages.lost) == (0, 0)
    assert compare(shipped, shipped).same


def test_a_section_with_another_id_and_title_is_the_same_if_its_blocks_are(tiny: Guide) -> None:
    sections = [
        replace(change, id="todo", title="To do") if change.id == "steps" else change
        for change in tiny.sections
    ]
    blocks = {{"steps": "todo"}.get(name, name): some for name, some in tiny.blocks.items()}
    head = replace(tiny.head, sections=tuple(sections))
    diff = compare(tiny, replace(tiny, head=head, blocks=blocks))
    assert diff.groups == ()
    assert [change.what for change in diff.around] == ["section todo: title"]


def test_a_block_in_another_section_has_moved(shipped: Guide) -> None:
    first, *rest = shipped.blocks["pitfalls"]
    blocks = {**shipped.blocks, "pitfalls": (*rest,)}
    blocks["buyers"] = (*shipped.blocks["buyers"], first)
    diff = compare(shipped, replace(shipped, blocks=blocks))
    texts = items(diff)
    assert texts == [
        f"{first.id} comes from section What people get wrong",
        f"{first.id} goes to section How buyers will read it",
    ]
