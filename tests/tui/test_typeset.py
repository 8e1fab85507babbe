"""Text set to a width: nothing lost, nothing too wide, indents that hang."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.document.wrap import clip
from guide.tui.typeset import Sheet, measure, wrap

TEXT = st.text(
    alphabet=st.characters(blacklist_categories=("Cc", "Cs", "Mn", "Me", "Cf", "Zl", "Zp", "Zs")),
    max_size=30,
)
RUNS = st.lists(st.tuples(st.one_of(TEXT, st.just(" "), st.just("a b ")), st.just("")), max_size=8)


@given(runs=RUNS, width=st.integers(2, 40))
def test_no_line_is_wider_and_no_letter_is_lost(runs: list[tuple[str, str]], width: int) -> None:
    lines = wrap(runs, width)
    assert all(measure(line) <= width for line in lines)
    joined = "".join(text for line in lines for text, _ in line)
    assert "".join(joined.split(" ")) == "".join("".join(text for text, _ in runs).split(" "))


def test_the_first_line_has_its_sign_and_the_others_its_indent() -> None:
    lines = wrap([("one two three", "")], 8, [("- ", "x")], "  ")
    assert ["".join(text for text, _ in line) for line in lines] == ["- one", "  two", "  three"]


def test_a_word_may_change_its_style_half_way() -> None:
    lines = wrap([("say ", ""), ("bold", "bold"), (", then", "")], 9)
    assert ["".join(text for text, _ in line) for line in lines] == ["say bold,", "then"]
    assert ("bold", "bold") in lines[0]


def test_a_word_too_long_for_a_line_is_cut() -> None:
    lines = wrap([("abcdefgh", "")], 3)
    assert ["".join(text for text, _ in line) for line in lines] == ["abc", "def", "gh"]


def test_a_code_is_cut_only_between_its_parts() -> None:
    lines = wrap([("open tiny:flame=smoky,glass=whole,wind=storm", "")], 24)
    joined = ["".join(text for text, _ in line) for line in lines]
    assert joined == ["open tiny:flame=smoky,", "glass=whole,wind=storm"]
    lines = wrap([("tiny:flame=smoky,glass=whole", "")], 12)
    joined = ["".join(text for text, _ in line) for line in lines]
    assert joined == ["tiny:", "flame=smoky,", "glass=whole"]


def test_an_address_is_cut_after_a_slash() -> None:
    lines = wrap([("example.invalid/keeper/of/lanterns", "")], 20)
    joined = ["".join(text for text, _ in line) for line in lines]
    assert joined == ["example.invalid/", "keeper/of/lanterns"]


@given(text=TEXT, width=st.integers(0, 20))
def test_clipping_never_exceeds_the_width(text: str, width: int) -> None:
    assert cell_len(clip(text, width)) <= width


def test_a_sheet_joins_runs_of_one_style() -> None:
    sheet = Sheet()
    sheet.write([("two words", "bold"), (" plain", "")], 40)
    content = sheet.content()
    assert content.plain == "two words plain"
    assert [(span.start, span.end) for span in content.spans] == [(0, 9)]


def test_no_two_blank_lines_follow_each_other() -> None:
    sheet = Sheet()
    sheet.blank()
    sheet.add([("a", "")])
    sheet.blank()
    sheet.blank()
    sheet.add([("b", "")])
    assert sheet.content().plain == "a\n\nb"
