"""Plain text: lines that fit, lists that hang, no escapes unless asked for."""

import re

import pytest
from helpers.advice_pages import written
from hypothesis import given
from hypothesis import strategies as st

from guide.document.blocks import Body, Document
from guide.document.body import parts
from guide.document.formats import Page, Target, write
from guide.document.lines import wrapped
from guide.document.writers.text import write_blocks
from guide.model.schema import Guide


@pytest.mark.parametrize("width", [20, 40, 80, 88])
def test_no_line_is_longer_than_asked_unless_it_is_one_long_word(tiny: Guide, width: int) -> None:
    text = written(tiny, "flame=steady,glass=cracked", "text", width=width)
    long = [line for line in text.splitlines() if len(line) > max(width, 26)]
    assert [line for line in long if len(line.split()) > 3] == []


def test_there_is_no_escape_in_plain_text(tiny: Guide) -> None:
    assert "\x1b" not in written(tiny, "flame=steady,glass=cracked", "text")


def test_bold_is_only_for_headings_and_nothing_else_changes(tiny: Guide) -> None:
    plain = written(tiny, "flame=steady,glass=cracked", "text")
    bold = written(tiny, "flame=steady,glass=cracked", "text", bold=True)
    assert re.sub(r"\x1b\[\d+m", "", bold) == plain
    assert "\x1b[1mWhere you stand\x1b[22m\n---------------\n" in bold


def test_a_list_hangs_and_a_quote_is_set_in() -> None:
    body = (
        "- one two three four and on\n- five\n\n9. nine\n10. ten and more\n\n> said\n> so\n>\n> - x"
    )
    assert write_blocks([Body(parts(body))], Target(24)).splitlines() == [
        "- one two three four and",
        "  on",
        "- five",
        "",
        " 9. nine",
        "10. ten and more",
        "",
        "    said so",
        "",
        "    - x",
    ]


def test_the_parts_of_an_item_stay_in_the_item() -> None:
    body = Body(parts("- one\n\n  two\n\n  - three\n- four"))
    assert write_blocks([body], Target(40)) == "- one\n\n  two\n\n  - three\n- four\n"


def test_marks_stay_together_at_the_end_of_a_line(tiny: Guide) -> None:
    import msgspec

    from guide.model.schema import Block

    block = Block("b", f"{'word ' * 12}the end.", rests_on=("F1", "F2", "C1"), judgement="So.")
    guide = msgspec.structs.replace(tiny, blocks={"steps": (block,)})
    text = written(guide, "flame=steady,glass=whole", "text", width=80)
    assert "\n[F1, F2, C1, J1]\n" in text


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" ")), st.integers(20, 90))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    assert " ".join(wrapped(text, width)).split() == text.split()


def test_an_unfinished_page_says_what_would_sharpen_it(tiny: Guide) -> None:
    text = " ".join(written(tiny, "flame=smoky", "text").split())
    assert "One more answer would sharpen it most: Is the glass whole? To go on:" in text


def code_lines(code: str, width: int) -> list[str]:
    """The code on a page of this width."""
    page = Page(lambda: Document("T", (), (), code=code), dict)
    return write(page, "text", Target(width)).splitlines()[3:]


def test_a_code_is_broken_only_after_a_comma() -> None:
    code = "failed-audit:opinion=qualified,nature=failure,auditor=healthy,report=type2,months=9"
    lines = code_lines(code, 40)
    assert lines == [
        "Code: failed-audit:opinion=qualified,",
        "      nature=failure,auditor=healthy,",
        "      report=type2,months=9",
    ]
    assert code_lines(code, 200) == [f"Code: {code}"]
    assert code_lines("tiny", 1) == ["Code: tiny"]


@given(st.text("abc=,-", min_size=1, max_size=60), st.integers(1, 50))
def test_the_lines_of_a_code_are_the_code_again(code: str, width: int) -> None:
    lines = code_lines(code, width)
    assert "".join(line[6:] for line in lines) == code
    assert all(line.endswith(",") for line in lines[:-1])
