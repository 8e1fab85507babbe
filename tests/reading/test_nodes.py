"""YAML arrives as it was written, and nothing a file holds can hurt the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.reading.characters import MAX_PER_FILE
from guide.reading.collector import Problems
from guide.reading.nodes import Mapping, Scalar, parse


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "3.10", "2026-05-13", "null", "~", "1e3"]
)
def test_a_word_stays_the_word_that_was_written(word: str) -> None:
    problems = Problems()
    node = parse(f"a: {word}".encode(), "a.yaml", problems)
    assert isinstance(node, Mapping)
    value = node.items["a"][1]
    assert isinstance(value, Scalar)
    assert value.text == word
    assert not problems


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    problems = Problems()
    node = parse(b"\xef\xbb\xbfa: b\r\nc: |\r\n  d\r\n  e\r\n", "a.yaml", problems)
    assert isinstance(node, Mapping)
    assert [value[1].text for value in node.items.values() if isinstance(value[1], Scalar)] == [
        "b",
        "d\ne\n",
    ]
    assert not problems


def test_a_file_full_of_control_characters_is_reported_without_end() -> None:
    problems = Problems()
    assert parse(b"\x01" * 5000, "a.yaml", problems) is None
    *told, rest = problems.sorted()
    assert len(told) == MAX_PER_FILE
    assert "4,980 more such characters from here on" in rest.message


def test_what_stands_beside_a_refused_character_is_read_and_where_it_stood() -> None:
    problems = Problems()
    node = parse("a: x\u200bx\nb\x07: c\nd: [e, e]\n".encode(), "a.yaml", problems)
    assert isinstance(node, Mapping)
    assert [*node.items] == ["a", "d"]
    assert node.items["d"][1].at.line == 3
    assert not node.whole
    assert [problem.at.line for problem in problems.sorted()] == [1, 2]


def test_a_chain_of_aliases_that_would_fill_the_memory_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    problems = Problems()
    parse("\n".join(lines).encode(), "a.yaml", problems)
    assert problems


@given(
    st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "ignore"))
)
def test_any_bytes_give_nodes_or_a_problem(data: bytes) -> None:
    problems = Problems()
    node = parse(data, "a.yaml", problems)
    assert (
        node is not None
        or problems
        or not data.strip()
        or data.strip().startswith((b"#", b"%", b"\xef"))
    )
    assert all(problem.line().isprintable() for problem in problems.sorted())


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u0915\u094d\u200d\u0937",
    ],
)
def test_joiners_that_a_script_or_an_emoji_needs_are_no_fault(text: str) -> None:
    problems = Problems()
    parse(f"a: {text}\n".encode(), "a.yaml", problems)
    assert problems.sorted() == []


@pytest.mark.parametrize("text", ["pas\u200csed", "\u200dpassed", "passed\u200c"])
def test_a_joiner_that_only_hides_a_word_is_one(text: str) -> None:
    problems = Problems()
    parse(f"a: {text}\n".encode(), "a.yaml", problems)
    assert [problem.code for problem in problems.sorted()] == ["F105"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\n  b: 1\n\xa0 c: 2\n", 3, 1),
        ("a: |\n  one\n\xa0 two\nb: 1\n", 3, 1),
        ("a: |\n  1. one\n  \u20092. two\n", 3, 3),
        ("a: |\n  one\n  \u3000\n  two\n", 3, 3),
    ],
)
def test_a_space_of_another_kind_that_sets_a_row_in_is_named_and_the_rest_is_read(
    text: str, line: int, column: int
) -> None:
    problems = Problems()
    node = parse(text.encode(), "a.yaml", problems)
    (problem,) = problems.sorted()
    assert (problem.at.line, problem.at.column) == (line, column)
    assert f"U+{ord(text.splitlines()[line - 1][column - 1]):04X}" in problem.message
    assert node is not None
