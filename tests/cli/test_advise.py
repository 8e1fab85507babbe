"""guide advise: a code in, a page out."""

import json
import os
import stat
from pathlib import Path

import pytest
from helpers.running import TINY, apart, here
from hypothesis import given
from hypothesis import strategies as st

from guide.document.formats import formats, suffix

CODE = "tiny:flame=smoky,glass=cracked"


@pytest.mark.parametrize("form", formats())
def test_every_format_can_be_asked_for(form: str) -> None:
    ran = here("advise", CODE, "--as", form)
    assert ran.code == 0
    assert "Replace the glass." in ran.out
    assert ran.err == ""


def test_text_is_what_comes_when_no_format_is_named() -> None:
    assert here("advise", CODE).out == here("advise", CODE, "--as", "text").out


def test_the_guide_may_be_left_out_where_there_is_only_one() -> None:
    assert here("advise", "glass=cracked,flame=smoky").out == here("advise", CODE).out
    assert here("advise", "tiny").code == 0


def test_with_two_guides_the_code_must_say_which(second: Path) -> None:
    ran = here("advise", "flame=smoky", "--library", str(second))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "guide: say which guide: other, tiny\n"
    assert here("advise", "other:flame=smoky", "--library", str(second)).code == 0


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_library_may_be_named_before_or_after_the_command(second: Path, place: int) -> None:
    words = ["advise", "other:flame=smoky"]
    words[place:place] = ["--library", str(second)]
    assert here(*words).code == 0


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("tiny:flam=smoky", "no facet 'flam' in tiny; did you mean 'flame'?"),
        ("tiny:flame=smokey", "flame has no value 'smokey'; did you mean 'smoky'?"),
        ("tiny:zzz=1", "no facet 'zzz' in tiny; it can be flame, glass, wind, soot"),
        ("tinny:flame=smoky", "no guide 'tinny'; did you mean 'tiny'?"),
        ("tinny", "no guide 'tinny'; did you mean 'tiny'?"),
        ("smoky", "no guide 'smoky'; did you mean flame=smoky?"),
        (
            "smoky,cracked",
            "no guide 'smoky,cracked'; did you mean flame=smoky,glass=cracked?",
        ),
        ("tiny:smoky", "'smoky' has no '='; did you mean flame=smoky?"),
        ("tiny:flame", "'flame' has no '='; write facet=value, separated by commas"),
        ("tiny:flame=smoky,flame=steady", "flame is given twice, as smoky and steady; keep one"),
        (
            "tiny:glass=cracked,wind=calm",
            "no reader of tiny can have glass=cracked, wind=calm together; change one of them",
        ),
        ("x" * 5000, "that code has 5,000 characters; a code is one short line"),
    ],
)
def test_a_code_that_cannot_be_used_gets_one_line_with_the_nearest(code: str, told: str) -> None:
    ran = here("advise", code)
    assert (ran.code, ran.out, ran.err) == (2, "", f"guide: {told}\n")


def test_an_unknown_format_gets_the_nearest() -> None:
    ran = here("advise", CODE, "--as", "htm")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no 'htm'; did you mean 'html'?" in ran.err
    assert ran.err.count("\n") == 1


def test_an_unfinished_scenario_gives_its_page_and_says_what_would_sharpen_it() -> None:
    ran = here("advise", "tiny:flame=smoky")
    assert ran.code == 0
    assert "One more answer would sharpen it most: Is the glass whole?" in " ".join(ran.out.split())
    assert "Trim the wick." in ran.out
    assert "Where you stand" not in ran.out
    found = json.loads(here("advise", "tiny:glass=cracked", "--as", "json").out)
    assert found["open"] == ["flame"]
    assert [section["id"] for section in found["sections"]] == ["verdict", "steps"]


def test_a_faulty_guide_is_named_with_its_problems_and_the_way_to_see_them(faulty: Path) -> None:
    folder = (faulty / "tiny").rename(faulty / "broken")
    head = folder / "guide.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: tiny", "id: broken"))
    ran = here("advise", "broken:flame=smoky", "--library", str(faulty))
    told = f"guide: broken has 1 problem and can't be opened; see 'guide check {folder}'\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)


@pytest.mark.parametrize("form", formats())
def test_the_page_is_written_to_a_file_and_said_on_stderr(tmp_path: Path, form: str) -> None:
    path = tmp_path / "page"
    ran = here("advise", CODE, "--as", form, "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"written to {path}\n"
    assert path.read_text(encoding="utf-8") == here("advise", CODE, "--as", form).out


@pytest.mark.parametrize("form", formats())
def test_the_name_of_the_file_says_the_format(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"page{suffix(form)}"
    assert here("advise", CODE, "-o", str(path)).code == 0
    assert path.read_text(encoding="utf-8") == here("advise", CODE, "--as", form).out


def test_a_dash_as_file_means_stdout() -> None:
    assert here("advise", CODE, "-o", "-").out == here("advise", CODE).out


def test_a_folder_is_refused_as_file(tmp_path: Path) -> None:
    ran = here("advise", CODE, "-o", str(tmp_path))
    told = f"guide: {tmp_path} is a folder; name a file in it\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_a_file_that_cannot_be_written_gets_one_line(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "page.html"
    ran = here("advise", CODE, "-o", str(path))
    told = f"guide: {path} can't be written: No such file or directory\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("what was there")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("guide.files.os.fsync", full)
    ran = here("advise", CODE, "-o", str(path))
    assert ran.err == f"guide: {path} can't be written: No space left on device\n"
    assert ran.code == 2
    assert path.read_text() == "what was there"
    assert [entry.name for entry in tmp_path.iterdir() if entry.suffix == ".tmp"] == []


def test_a_pipe_given_as_file_is_written_to_and_not_replaced(
    tmp_path: Path, env: dict[str, str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    ran = apart("advise", CODE, "-o", str(pipe), "--library", str(TINY), env=env)
    assert ran.code == 0
    assert os.read(reader, 100_000).startswith(b"Is the lantern safe")
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("command", ["advise", "whatif", "plan"])
def test_an_ending_that_no_format_has_is_refused_with_those_there_are(
    tmp_path: Path, command: str
) -> None:
    path = tmp_path / "x.pdf"
    ran = here(command, CODE, "-o", str(path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"guide: {path}: no format has this ending; it can be .")
    assert ".md" in ran.err
    assert ran.err.count("\n") == 1
    assert not path.exists()
    assert here("advise", CODE, "--as", "text", "-o", str(path)).code == 0


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_a_page_to_print_or_paste_can_leave_its_sources_out(form: str) -> None:
    ran = here("advise", CODE, "--no-sources", "--as", form)
    assert (ran.code, ran.err) == (0, "")
    assert "Replace the glass." in ran.out
    body = ran.out.partition("</style>")[2] or ran.out
    for trace in ("Where this comes from", "F2", "KEEPER", "in square brackets", 'id="claims"'):
        assert trace not in body


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_page_says_how_much_stands_behind_it_and_how_to_see_it(form: str) -> None:
    page = here("advise", CODE, "--as", form).out
    assert "Where this comes from" not in page
    assert "Behind this page: 1 statement and 1 judgment, from 1 source." in " ".join(page.split())
    assert "--sources" in page
    assert "Where this comes from" in here("advise", CODE, "--as", form, "--sources").out


def test_a_web_page_keeps_what_it_rests_on_folded_and_opens_it_on_wish() -> None:
    assert '<details id="claims">' in here("advise", CODE, "--as", "html").out
    assert (
        '<details id="claims" open="open">' in here("advise", CODE, "--as", "html", "--sources").out
    )


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_page_for_others_holds_neither_the_code_nor_what_is_still_open(form: str) -> None:
    page = here("advise", "tiny:flame=smoky", "--share", "--as", form).out
    assert "tiny:" not in page
    assert "Still open" not in page
    assert "guide ask" not in page


def test_json_always_says_what_it_rests_on() -> None:
    ran = here("advise", CODE, "--no-sources", "--as", "json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("guide: --no-sources is for pages to read")


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
@pytest.mark.parametrize("name", ["steps", "what to do next"])
def test_one_section_can_be_taken_alone_and_says_that_it_is_a_part(form: str, name: str) -> None:
    ran = here("advise", CODE, "--as", form, "--section", name)
    assert (ran.code, ran.err) == (0, "")
    assert "Replace the glass." in ran.out
    assert "Leave this lantern unlit." not in ran.out
    if form != "json":
        told = f"This is a part of the page: What to do next. All of it: guide advise {CODE}"
        assert told in " ".join(ran.out.replace("\\", "").split())


def test_several_sections_come_in_the_order_of_the_page() -> None:
    out = here("advise", CODE, "--section", "steps", "--section", "verdict").out
    assert out.index("Leave this lantern unlit.") < out.index("Replace the glass.")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("step", "no section 'step' in tiny; did you mean 'steps'?"),
        ("notices", "this page has no section 'Check this first'"),
    ],
)
def test_a_section_that_is_not_there_is_one_line_and_2(name: str, told: str) -> None:
    ran = here("advise", "tiny:flame=steady,glass=whole", "--section", name)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_file_that_is_written_over_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    first = here("advise", CODE, "-o", str(path))
    again = here("advise", CODE, "-o", str(path))
    assert (first.err, again.err) == (
        f"written to {path}\n",
        f"written to {path}, in place of the file that was there\n",
    )


@pytest.mark.parametrize(("columns", "widest"), [("40", 40), ("60", 60), ("5", 40), ("200", 80)])
def test_a_pipe_gets_lines_as_short_as_columns_asks_for(
    monkeypatch: pytest.MonkeyPatch, columns: str, widest: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = here("advise", CODE, "--sources").out
    assert widest - 15 < max(map(len, out.splitlines())) <= widest


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_an_unfinished_page_says_near_its_top_which_questions_are_open(form: str) -> None:
    out = " ".join(here("advise", "tiny:flame=smoky", "--as", form).out.split())
    told = "sharpen it most: Is the glass whole? To go on: guide ask tiny:flame=smoky"
    assert out.replace("\\", "").index(told) < out.index("What to do next")
    assert "sharpen it most" not in here("advise", CODE, "--as", form).out


CODES = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(["tiny", "flame", "smoky", "unset", ":", "=", ",", " ", "\x1b[2J", "é"]),
        max_size=12,
    ).map("".join),
)


@given(CODES)
def test_any_code_gives_a_page_or_one_clean_line(code: str) -> None:
    ran = here("advise", "--", code)
    assert ran.code in (0, 2)
    assert (ran.code == 0) == bool(ran.out)
    assert ran.err.count("\n") == (ran.code == 2)
    assert all(c.isprintable() for c in ran.err.rstrip("\n"))
