"""What an author is told after single edits of the small guide."""

import pytest
from helpers.blocks import every_block, items, lines
from msgspec.structs import replace

from author.diff.conftest import Compare
from guide.author.diff.compare import compare
from guide.author.diff.result import Crowd, GuideDiff
from guide.document.blocks import Changed, Piece
from guide.model.schema import ADVICE, Condition, Guide, Route, Test
from guide.pages.diff import States, document
from guide.states.graph import Graph
from guide.states.pages import list_pages

STEPS, VERDICT, NOTICES = "advice/steps.yaml", "advice/verdict.yaml", "advice/notices.yaml"
QUESTIONS = "questions.yaml"
STATES = States("a", "b")


BROKEN = (("*", "glass: cracked", "glass: broken"), ("facets.yaml", "id: cracked,", "id: broken,"))
"""A value that goes by another name everywhere."""


def kinds(found: GuideDiff) -> list[tuple[str, str, str]]:
    return [(one.kind, one.old, one.new) for group in found.groups for one in group.changes]


def test_one_word(edited: Compare) -> None:
    found = edited((STEPS, "Replace the glass.", "Repair the glass."))
    assert kinds(found) == [("text", "steps-cracked", "steps-cracked")]
    (group,) = found.groups
    assert group.title == "What to do next"
    assert group.who.tables == ((("glass", ("cracked",)),),)
    assert group.who.example == "tiny:flame=smoky,glass=cracked"
    assert group.changes[0].text == (
        Piece("gone", "Replace"),
        Piece("new", "Repair"),
        Piece("same", "the glass."),
    )
    assert found.pages is not None
    assert (group.pages, found.pages.changed) == (2, 2)
    assert not found.same


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
    found = edited(("facts.yaml", "name: The lantern keeper", "name: The old lantern keeper"))
    assert found.groups == ()
    assert [one.fact for one in found.facts] == ["F1", "F2", "C1"]
    first, second, _ = found.facts
    assert [run.text for run in first.text if run.fate == "new"] == ["old"]
    assert second.who.tables == ((("glass", ("cracked",)),),)
    assert first.beside == ("recovery",)
    assert found.pages is not None
    assert found.pages.changed is not None
    assert found.pages.changed >= max(one.pages or 0 for one in found.facts) > 0
    assert not found.same


def test_a_fact_that_is_taken_away_is_told_with_its_block(edited: Compare) -> None:
    found = edited(
        (STEPS, "rests_on: [C1]", "rests_on: [C1, F1]"),
        ("facts.yaml", "A smoky flame leaves soot.", "A smoky flame leaves much soot."),
    )
    assert kinds(found) == [("evidence", "steps-cracked", "steps-cracked")]
    assert [one.fact for one in found.facts] == ["F1"]


def test_a_judgement(edited: Compare) -> None:
    found = edited((STEPS, "A careful keeper starts here.", "Every keeper starts here."))
    (group,) = found.groups
    assert group.who.everyone
    assert [run.fate for run in group.changes[0].evidence[0]] == ["same", "gone", "new", "same"]


def test_a_tone_is_words_too(edited: Compare) -> None:
    found = edited((VERDICT, "tone: wary", "tone: dark"))
    (group,) = found.groups
    assert group.changes[0].kind == "text"
    assert Piece("gone", "Take care.") in group.changes[0].text


def test_the_colour_of_a_tone_is_told_where_its_words_are_the_same(edited: Compare) -> None:
    found = edited(
        ("guide.yaml", "label: Take care, colour: warning", "label: Take care, colour: error")
    )
    (change,) = found.groups[0].changes
    assert change.colour == ("warning", "error")
    assert items(document(found, STATES)) == [
        "verdict-smoky: the colour of its tone: warning -> error"
    ]
    blocks = every_block(document(found, STATES))
    assert not [block for block in blocks if isinstance(block, Changed)]


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
    found = edited(edit)
    assert [one.what for one in found.around] == [what]
    summary = lines(document(found, STATES))
    assert (
        "No advice changes for who could reach it before, and what stands around it does."
        in summary
    )
    assert f"Around the advice, on every page that has it: {what}." in summary


def test_a_question_that_counts_otherwise_is_a_difference(edited: Compare) -> None:
    found = edited(("facets.yaml", "kind: follow-up", "kind: spine"))
    assert [one.what for one in found.wordings] == ["facet wind: kind"]


def test_pages_that_only_changed_are_not_won_or_lost(edited: Compare) -> None:
    found = edited((STEPS, "Replace the glass.", "Repair the glass."))
    assert found.pages is not None
    assert (found.pages.won, found.pages.lost) == (0, 0)


@pytest.mark.parametrize("obstacle", ["ended", "exposed", "replaced"])
def test_the_condition_named_is_the_most_telling_one(shipped: Guide, obstacle: str) -> None:
    block = next(b for b in shipped.blocks["short-answer"] if b.id == f"short-{obstacle}")
    others = [b for b in shipped.blocks["short-answer"] if b is not block]
    other = replace(block, body=f"{block.body} Nothing else.")
    blocks = {**shipped.blocks, "short-answer": (*others, other)}
    (group,) = compare(shipped, replace(shipped, blocks=blocks)).groups
    assert group.who.tables == ((("obstacle", (obstacle,)),),)


def test_all_values_of_a_facet_are_told_as_settled(edited: Compare) -> None:
    found = edited((NOTICES, "when: {wind: calm}", "when: {wind: [calm, storm]}"))
    found = found._replace(won=Crowd(2, ((("wind", ("calm", "storm")),),), "tiny"))
    summary = lines(document(found, STATES))
    assert "Only now possible: 2 sets of answers, for Wind: settled, as tiny." in summary


def test_another_verdict_is_told_as_a_replacement(edited: Compare) -> None:
    found = edited(
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
    assert kinds(found) == [("replaced", "verdict-smoky", "verdict-steady")]
    tables = found.groups[0].who.tables
    assert tables == ((("flame", ("smoky",)), ("wind", ("storm",))),)


def test_blocks_that_appear_and_go(edited: Compare) -> None:
    found = edited((NOTICES, "when: {wind: calm}", "when: {wind: storm}"))
    assert sorted(kinds(found)) == [("appears", "", "notice-calm"), ("goes", "notice-calm", "")]


def test_a_block_renamed_and_reworded(edited: Compare) -> None:
    found = edited(
        (STEPS, "id: steps-cracked", "id: steps-broken"),
        (STEPS, "Replace the glass.", "Replace the whole glass."),
    )
    assert kinds(found) == [("text", "steps-cracked", "steps-broken")]
    assert [(one.old, one.new, one.how) for one in found.renamed] == [
        ("steps-cracked", "steps-broken", "nearly the same words")
    ]


def renames(found: GuideDiff) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.old, one.new, one.how) for one in found.renamed]


def test_a_value_whose_id_and_label_are_new_is_known_by_its_use(edited: Compare) -> None:
    found = edited(*BROKEN, ("facets.yaml", "label: Cracked", "label: In pieces"))
    assert renames(found) == [("value", "cracked", "broken", "same place")]
    assert not found.groups
    assert found.broken


def test_an_option_whose_id_and_label_are_new_is_known_by_what_it_does(edited: Compare) -> None:
    option = "{id: storm, label: Storm,"
    found = edited((QUESTIONS, option, "{id: gale, label: It blows hard,"))
    assert renames(found) == [("option", "storm", "gale", "same place")]
    assert not found.groups


def test_an_option_that_does_something_else_is_another_one(edited: Compare) -> None:
    option = "{id: storm, label: Storm, settles: {wind: storm}}"
    found = edited((QUESTIONS, option, "{id: gale, label: It blows hard, settles: {wind: calm}}"))
    assert renames(found) == []


def test_an_option_that_leads_on_for_others_is_another_one(tiny: Guide) -> None:
    def with_one(option: str, glass: str) -> Guide:
        """The last question with one option that is known by nothing but its way."""
        asked = tiny.question["wind"]
        on = replace(asked.then[0], when=Condition(((Test("glass", (glass,)),),)))
        one = replace(asked.options[0], id=option, label=option, settles={}, then=(on, *asked.then))
        changed = replace(asked, options=(one, *asked.options[1:]))
        return replace(tiny, questions=(*tiny.questions[:-1], changed))

    assert renames(compare(with_one("old", "whole"), with_one("new", "whole")))
    assert renames(compare(with_one("old", "whole"), with_one("new", "cracked"))) == []


def test_of_two_new_options_side_by_side_neither_is_taken_for_the_old_one(edited: Compare) -> None:
    option = "    - {id: storm, label: Storm, settles: {wind: storm}}\n"
    two = option.replace("storm, label: Storm", "gale, label: Gale")
    two += option.replace("storm, label: Storm", "squall, label: Squall")
    assert renames(edited((QUESTIONS, option, two))) == []


def test_a_question_whose_id_and_text_are_new_is_known_by_its_answers(edited: Compare) -> None:
    found = edited(
        (QUESTIONS, "- id: wind\n  text: How is the wind?", "- id: gusts\n  text: Does it blow?"),
        (QUESTIONS, "{go: wind}", "{go: gusts}"),
    )
    assert renames(found) == [("question", "wind", "gusts", "same place")]
    assert not found.ways


def test_a_block_in_new_words_is_known_by_its_readers(edited: Compare) -> None:
    found = edited(
        (STEPS, "id: steps-cracked", "id: steps-broken"),
        (STEPS, "Replace the glass.", "Buy another lantern."),
    )
    assert kinds(found) == [("text", "steps-cracked", "steps-broken")]
    assert renames(found) == [("block", "steps-cracked", "steps-broken", "same readers")]


def test_a_value_renamed_without_saying_so_breaks_codes(edited: Compare) -> None:
    found = edited(*BROKEN)
    assert [(one.kind, one.within, one.old, one.new) for one in found.broken] == [
        ("value", "glass", "cracked", "broken")
    ]
    assert not found.groups
    assert not found.same


def test_a_rename_not_declared_is_told_with_the_row_that_declares_it(edited: Compare) -> None:
    found = edited(*BROKEN)
    (item,) = [item for item in items(document(found, STATES)) if "renamed" in item]
    assert item.endswith("renamed: {values: {glass: {cracked: broken}}}")


def test_a_value_renamed_and_declared_is_no_difference(edited: Compare) -> None:
    found = edited(
        *BROKEN,
        ("guide.yaml", "forbidden:", "renamed: {values: {glass: {cracked: broken}}}\nforbidden:"),
    )
    assert found.same
    assert [one.how for one in found.renamed] == ["declared"]


def test_routes_that_win_and_lose_scenarios(edited: Compare) -> None:
    found = edited(
        (
            "questions.yaml",
            "{when: {glass: cracked}, go: advice}",
            "{when: {glass: whole}, go: advice}",
        )
    )
    assert found.lost is not None
    assert found.lost.tables == ((("glass", ("whole",)), ("wind", ("calm", "storm"))),)
    assert found.won is not None
    assert found.won.tables == ((("glass", ("cracked",)), ("wind", ("calm", "storm"))),)
    leads = [(one.option, one.before, one.after) for one in found.ways]
    assert leads == [("whole", "wind", "advice"), ("cracked", "advice", "wind")]


def test_words_beside_the_advice(edited: Compare) -> None:
    found = edited(
        ("questions.yaml", "A smoky flame says", "A smoky flame tells"),
        ("facets.yaml", "label: Cracked", "label: Broken"),
        ("guide.yaml", "2026-01-15", "2026-02-15"),
    )
    assert [one.what for one in found.wordings] == [
        "the day of verification",
        "facet glass=cracked: label",
        "question flame: why",
    ]
    assert (found.changed, found.groups) == (0, ())
    assert not found.same


def test_the_plan_beside_the_advice(edited: Compare) -> None:
    found = edited(
        ("recovery.yaml", "A new glass", "Another glass"),
        ("facts.yaml", "A smoky flame leaves soot.", "A smoky flame leaves much soot."),
    )
    told = [one.what for one in found.wordings]
    assert told == ["recovery, ways replace, title"]
    assert [(one.fact, one.beside) for one in found.facts] == [("F1", ("recovery",))]


def test_a_plan_that_is_new(tiny: Guide) -> None:
    found = compare(replace(tiny, recovery=None), tiny)
    assert [one.what for one in found.wordings] == ["recovery"]


def test_the_guide_that_ships_is_compared_whole(shipped: Guide) -> None:
    found = compare(shipped, _with_one_sentence_more(shipped))
    (group,) = found.groups
    assert found.shared == found.before == found.after
    assert 0 < group.who.scenarios < found.shared
    assert (found.pages is None) == (list_pages(Graph(shipped)) is None)
    assert compare(shipped, shipped).same


def test_the_pages_of_a_large_guide_are_counted(shipped: Guide) -> None:
    """The guide that ships, which ends sooner: whole it has more pages than are counted."""
    end = (Route(go=ADVICE),)
    questions = [replace(q, then=end) if q.id == "deal" else q for q in shipped.questions]
    guide = replace(shipped, questions=tuple(questions))
    counted = compare(guide, _with_one_sentence_more(guide))
    (group,) = counted.groups
    assert counted.pages is not None
    assert counted.pages.old == counted.pages.new > 10_000
    assert group.pages is not None
    assert 0 < group.pages < counted.pages.old
    assert counted.pages.changed == group.pages
    assert (counted.pages.won, counted.pages.lost) == (0, 0)


def _with_one_sentence_more(guide: Guide) -> Guide:
    first, *others = guide.blocks["buyers"]
    other = replace(first, body=f"{first.body} Nothing else.")
    return replace(guide, blocks={**guide.blocks, "buyers": (other, *others)})


def test_a_section_with_another_id_and_title_is_the_same_if_its_blocks_are(tiny: Guide) -> None:
    sections = [
        replace(one, id="todo", title="To do") if one.id == "steps" else one
        for one in tiny.sections
    ]
    blocks = {{"steps": "todo"}.get(name, name): some for name, some in tiny.blocks.items()}
    head = replace(tiny.head, sections=tuple(sections))
    found = compare(tiny, replace(tiny, head=head, blocks=blocks))
    assert found.groups == ()
    assert [one.what for one in found.around] == ["section todo: title"]


def test_a_block_in_another_section_has_moved(shipped: Guide) -> None:
    first, *rest = shipped.blocks["pitfalls"]
    blocks = {**shipped.blocks, "pitfalls": (*rest,)}
    blocks["buyers"] = (*shipped.blocks["buyers"], first)
    found = compare(shipped, replace(shipped, blocks=blocks))
    assert items(document(found, STATES)) == [
        f"{first.id} comes from section What people get wrong",
        f"{first.id} goes to section How buyers will read it",
    ]
