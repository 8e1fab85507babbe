"""An example finds its reader, and says where that reader's page is not as expected."""

import pytest
from helpers.making_examples import read, run
from hypothesis import given
from hypothesis import strategies as st

from guide.author.examples.expect import saying
from guide.author.examples.find import find_reader
from guide.model.example import Example, Pair, Said
from guide.model.schema import Block, Guide


def who(answers: str) -> dict[str, str] | None:
    (tried,) = run(f"- {{id: a, about: A., {answers}, hides: [notice-calm]}}").tried
    return {s.question.id: s.option.id for s in tried.reader.trail} if tried.reader else None


@pytest.mark.parametrize(
    ("answers", "given_by_the_reader"),
    [
        ("scenario: {glass: whole, flame: smoky}", "smoky whole skip"),
        ("scenario: {flame: smoky, glass: whole, wind: unset}", "smoky whole skip"),
        ("scenario: {flame: smoky}", "smoky cracked"),
        ("scenario: {glass: cracked}", "steady cracked"),
        ("scenario: {wind: storm}", "steady whole storm"),
        ("scenario: {soot: thick, glass: cracked}", "unsure yes cracked"),
        ("scenario: {flame: smoky}, answers: {flame: unsure}", "unsure yes cracked"),
        ("answers: {wind: calm, soot: 'no'}", "unsure no whole calm"),
        ("answers: {}", "steady cracked"),
    ],
)
def test_only_the_answers_that_matter_are_named_in_any_order(
    answers: str, given_by_the_reader: str
) -> None:
    found = who(answers)
    assert found is not None
    assert " ".join(found.values()) == given_by_the_reader


def test_a_facet_that_need_not_be_settled_stays_open_though_another_must_be(
    shipped: Guide,
) -> None:
    scenario = {"opinion": "adverse", "nature": "admin", "auditor": "healthy"}
    said = tuple(Pair(facet, value) for facet, value in scenario.items())
    reader = find_reader(shipped, Example("a", "A.", said, (Pair("special-draft", "skip"),)))
    assert reader is not None
    assert reader.advice.scenario == {**scenario, "report": "draft"}


def test_a_page_that_is_as_expected_is_no_problem() -> None:
    trial = run("""
- id: smoky
  about: Everything that can be expected.
  scenario: {flame: smoky, glass: whole, wind: calm}
  shows: [verdict-smoky, steps-always]
  only: {notices: [notice-calm], verdict: [verdict-smoky]}
  hides: [verdict-cracked]
  says: [it will burn, 'IT IS being   looked after', trim the wick]
  never_says: [unlit, smoke, 'smokes. Calm']
""")
    assert trial.problems == []


def test_words_that_a_sentence_quotes_are_not_said_but_those_given_to_say_are() -> None:
    blocks = [
        Block("warns", 'Never call it "a small thing", nor \u201cjust soot\u201d. It is dark.'),
        Block("lists", '- Leave out "it never smokes".\n- Look.'),
        Block("gives", 'Say:\n\n> "It is looked after."'),
    ]

    def said(words: str) -> list[str]:
        return [block.id for block in saying(Said(words), blocks, unquoted=True)]

    assert said("a small thing") == said("just soot") == said("it never smokes") == []
    assert said("call it nor") == []  # what is left out joins nothing
    assert said("is dark") == ["warns"]
    assert said("it is looked after") == ["gives"]
    assert [block.id for block in saying(Said("just soot"), blocks)] == ["warns"]


def test_what_is_ruled_out_in_quotation_marks_is_ruled_out_as_a_quotation() -> None:
    who = "scenario: {flame: smoky, glass: whole}"
    trial = run(f"- {{id: a, about: A., {who}, never_says: ['\"it is being looked after.\"']}}")
    assert [problem.code for problem in trial.problems] == ["E710"]


def test_the_reason_why_a_block_is_missing_is_named() -> None:
    trial = run("""
- id: a
  about: A.
  scenario: {flame: steady, glass: whole, wind: storm}
  shows: [notice-storm, verdict-smoky, steps-cracked]
""")
    reasons = [problem.message.rpartition(": ")[2] for problem in trial.problems]
    assert reasons == [
        "its 'unless' holds (flame=steady)",
        "it needs flame=smoky",
        "it needs glass=cracked",
    ]


def test_every_failure_of_every_example_is_reported_by_place() -> None:
    trial = run("""
- {id: b, about: B., scenario: {flame: smoky, glass: whole}, shows: [verdict-steady], says: [g, h]}
- {id: a, about: A., scenario: {flame: steady, glass: whole}, only: {steps: [steps-cracked]}}
""")
    assert [(p.at.line, p.code) for p in trial.problems] == [
        (2, "E707"),
        (2, "E709"),
        (2, "E709"),
        (3, "E708"),
        (3, "E707"),
    ]


def test_a_row_that_repeats_another_is_unused_and_the_later_of_two_alike() -> None:
    trial = run("""
- {id: first, about: A, scenario: {flame: smoky, wind: calm}, shows: [verdict-smoky, notice-calm]}
- {id: less, about: A, scenario: {flame: smoky, wind: calm}, shows: [verdict-smoky]}
- {id: again, about: B, answers: {wind: calm, flame: smoky}, shows: [notice-calm, verdict-smoky]}
- {id: more, about: A, scenario: {flame: smoky, wind: calm}, shows: [verdict-smoky], says: [it]}
- {id: way, about: A., answers: {soot: 'no', glass: whole}, shows: [verdict-steady]}
- {id: direct, about: A., scenario: {flame: steady, glass: whole}, shows: [verdict-steady]}
""")
    found = [(unused.example.id, unused.other.id) for unused in trial.unused]
    assert found == [("less", "first"), ("again", "first")]


def test_a_row_that_expects_what_another_of_its_example_does_is_unused() -> None:
    trial = run("""
- id: a
  about: A.
  scenario: {glass: cracked}
  only: {verdict: [verdict-cracked]}
  shows: [verdict-cracked, steps-always, steps-always]
  hides: [verdict-smoky, notice-calm]
  says: [wick, unlit]
  never_says: [gold, Gold]
""")
    assert trial.problems == []
    assert [(idle.at.line, idle.message) for idle in trial.idle] == [
        (6, "'verdict-cracked': 'only' in line 5 says as much; remove it"),
        (6, "'steps-always' stands here twice; remove one"),
        (7, "'verdict-smoky': 'only' in line 5 says as much; remove it"),
        (9, "'Gold' stands here twice; remove one"),
    ]


def test_what_no_example_touches_is_named_with_its_place() -> None:
    trial = run("""
- {id: a, about: A., scenario: {flame: smoky, glass: whole, wind: calm}, shows: [verdict-smoky]}
""")
    coverage = trial.coverage
    assert [missed.name for missed in coverage.questions.missed] == ["soot"]
    assert [(part.covered, part.total) for part in coverage] == [
        (3, 4),
        (3, 10),
        (1, 8),
        (1, 3),
        (0, 4),
        (0, 0),
        (0, 0),
    ]
    seen = {m.name: m.seen_by for m in coverage.blocks.missed}
    assert seen["notice-calm"] == seen["notice-calm"] == "a"
    assert seen["verdict-cracked"] == ""
    (options,) = [m for m in coverage.options.missed if (m.part_of, m.name) == ("wind", "storm")]
    assert (options.at.file, options.at.line) == ("questions.yaml", 27)


def test_what_a_block_rests_on_is_covered_where_an_example_says_so_in_any_order() -> None:
    trial = run("""
- id: a
  about: A.
  scenario: {glass: cracked}
  rests_on: {verdict-cracked: [C1, F2], steps-always: []}
- {id: b, about: B., scenario: {flame: smoky, glass: whole}, rests_on: {verdict-smoky: [F2]}}
""")
    assert [(p.at.line, p.code) for p in trial.problems] == [(6, "E711")]
    grounds = trial.coverage.grounds
    assert (grounds.covered, grounds.total) == (1, 4)
    assert [missed.name for missed in grounds.missed] == [
        "verdict-smoky",
        "notice-soot",
        "steps-cracked",
    ]
    assert "verdict-cracked" not in [missed.name for missed in trial.coverage.blocks.missed]


@pytest.mark.parametrize(
    ("facts", "differs"),
    [
        ("F2", "rests on F1 as well, and not on F2"),
        ("F1", ""),
        ("", "rests on F1 as well"),
        ("F1, C1", "does not rest on C1"),
    ],
)
def test_which_facts_are_too_many_or_missing_is_named(facts: str, differs: str) -> None:
    who = "scenario: {flame: smoky, glass: whole}"
    trial = run(f"- {{id: a, about: A., {who}, rests_on: {{verdict-smoky: [{facts}]}}}}")
    if not differs:
        assert trial.problems == []
        return
    (problem,) = trial.problems
    assert differs in problem.message


def test_an_example_that_fails_does_not_count_as_cover() -> None:
    trial = run("- {id: a, about: A., scenario: {glass: whole}, shows: [verdict-cracked]}")
    assert trial.coverage.blocks.covered == 0


def test_suggested_cases_wait_to_be_confirmed() -> None:
    trial = run("- {id: a, about: A., scenario: {}, says: [it], confirmed: false}")
    assert [example.id for example in trial.unconfirmed] == ["a"]


@given(st.binary(max_size=200))
def test_any_bytes_are_survived(data: bytes) -> None:
    reading = read(data.decode("latin-1"))
    assert reading.guide is not None
    for problem in reading.problems:
        assert problem.line().isprintable()
