"""Every code has a page, and every page is true: its two guides are made and checked."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.making_explanations import make
from helpers.running import Ran, here

from guide.author.explain import CodeGroup, NoSuchCodeError, codes, groups, page, small_guide
from guide.author.explain.page import ChangedGuide
from guide.author.explain.parsing import PageError, parse
from guide.document.formats import write
from guide.english import WORD
from guide.model.codes import Code
from guide.pages.problem import codes_page, files_page, problem_page
from guide.reading.check_text import unshown

PAGES = Path(groups.__code__.co_filename).parent / "pages"
WIDTH = 80
PROBLEM = re.compile(r"umbrella/\S+:\d+:\d+ [A-Z]\d{3} ")


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert set(codes()) == {code.value for code in Code}
    assert len(codes()) == len(Code)
    files = {path.name for path in PAGES.iterdir()}
    letters = {code[0] for code in codes()}
    assert files == {f"{name}.md" for name in {*codes(), *letters, "README"}}


def test_the_groups_hold_every_code_once_in_the_order_of_their_numbers() -> None:
    listed = [code for group in groups() for code in group.codes]
    assert listed == codes()
    assert sorted(listed, key=lambda code: int(code[1:])) == listed
    titles = [title for group in groups() for title in (group.title, *group.codes.values())]
    assert len(set(titles)) == len(titles)
    assert all(0 < len(title) <= WIDTH - len("F101  ") for title in titles)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[ChangedGuide], None]:
    """Make the guide of an example where a page's command looks for it."""
    monkeypatch.chdir(tmp_path)

    def make_it(example: ChangedGuide) -> None:
        make(example, tmp_path / "umbrella")
        words = WORD.findall(" ".join(small_guide().values()))
        (tmp_path / "words").write_text("\n".join(words), encoding="utf-8")

    return make_it


def problems(ran: Ran) -> list[str]:
    """The lines that report a problem; ``guide try`` writes others as well."""
    return [line for line in ran.out.splitlines() if PROBLEM.match(line)]


def test_the_small_guide_itself_has_no_problem(made: Callable[[ChangedGuide], None]) -> None:
    made(ChangedGuide("", ()))
    ran = here("check", "umbrella", "--as-of", "2026-08-01")
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("code", codes())
def test_the_bad_example_has_exactly_the_problem_that_its_page_shows(
    code: str, made: Callable[[ChangedGuide], None]
) -> None:
    shown = page(code)
    made(shown.bad)
    name, *arguments = shown.command.split()
    ran = here(*arguments)
    assert (name, ran.code, problems(ran)) == ("guide", 1, [shown.says])
    assert f" {code} " in shown.says
    if "try" in arguments:  # else 'guide check' would report it already
        assert here("check", "umbrella").code == 0


@pytest.mark.parametrize("code", codes())
def test_the_cure_has_no_problem(code: str, made: Callable[[ChangedGuide], None]) -> None:
    shown = page(code)
    made(shown.cure)
    assert shown.bad.changes != shown.cure.changes
    for arguments in (shown.command.split()[1:], ["check", "umbrella"]):
        ran = here(*arguments)
        assert (ran.code, problems(ran)) == (0, [])


@pytest.mark.parametrize("code", codes())
def test_a_page_fits_the_screen_and_holds_only_markdown_that_is_shown(code: str) -> None:
    shown = page(code)
    for text in (shown.means, shown.harm, shown.bad.words, shown.cure.words):
        assert unshown(text) == []
    drawn = write(problem_page(shown), "text")
    assert [line for line in drawn.splitlines() if len(line) > WIDTH] == []
    assert "`" not in drawn
    assert all(line.isprintable() for line in drawn.splitlines())


def test_the_numbers_beside_a_line_are_those_of_the_changed_file(tmp_path: Path) -> None:
    for code in codes():
        shown = page(code)
        folder = make(shown.cure, tmp_path / code)
        names = {change.file for change in shown.cure.changes}
        lines = write(problem_page(shown), "text").partition("\nCure\n")[2].splitlines()
        at = ""
        for line in lines:
            if line.endswith(":") and line.rstrip(":").partition(" (")[0] in names:
                at = line.rstrip(":").partition(" (")[0]
            elif at and line[:4].strip().isdigit() and line[4:6] in ("", "  "):
                written = (folder / at).read_text(encoding="utf-8").splitlines()
                counted = line[6:].replace("%n", "1").replace("%m", "0")
                assert written[int(line[:4]) - 1].rstrip() == counted, code


def test_the_small_guide_is_shown_with_numbers() -> None:
    drawn = write(files_page(small_guide()), "text")
    assert "\n   2  id: umbrella\n" in drawn
    assert "\n\nadvice/tips.yaml\n----------------\n\n   1  # What" in drawn


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.letter)
def test_a_group_says_what_its_codes_have_in_common(group: CodeGroup) -> None:
    assert unshown(group.about) == []
    drawn = write(codes_page([group]), "text")
    assert group.about.split()[-1] in drawn
    assert group.about.split()[-1] not in write(codes_page(groups()), "text").split()
    assert all(f"{code}  {title}\n" in drawn for code, title in group.codes.items())


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("R3O1", "did you mean R301?"),
        ("R399", "did you mean R309?"),
        ("X301", "did you mean R301?"),
        ("404", "did you mean G404?"),
        ("README", "'guide explain' lists all codes"),
        ("../base/guide", "'guide explain' lists all codes"),
        ("Z" * 500, "'guide explain' lists all codes"),
    ],
)
def test_an_unknown_code_names_the_nearest(asked: str, hint: str) -> None:
    with pytest.raises(NoSuchCodeError) as told:
        page(asked)
    assert str(told.value).endswith(hint)
    assert len(str(told.value)) < 150


GOOD = (PAGES / "R301.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("## Cure\n", "## The cure\n", "its headings must be"),
        ("# A route", "A route", "its headings must be"),
        ("```console", "```text", "ends with ```console"),
        ("$ guide check umbrella\n", "$ guide check umbrella\n\n", "ends with ```console"),
        ("yaml questions.yaml lines 4-6", "yaml questions.yaml row 4", "see pages/README.md"),
    ],
)
def test_a_page_that_is_not_written_as_pages_are_is_refused(old: str, new: str, why: str) -> None:
    assert old in GOOD
    with pytest.raises(PageError, match="the page of R301: ") as told:
        parse("R301", GOOD.replace(old, new, 1))
    assert why in str(told.value)


@pytest.mark.parametrize("heading", ["## Why it harms a reader", "## Bad", "## Cure"])
def test_a_page_with_an_empty_part_is_refused(heading: str) -> None:
    before, _, after = GOOD.partition(f"{heading}\n")
    rest = after[after.find("\n## ") :] if "\n## " in after else ""
    with pytest.raises(PageError, match="it needs a title"):
        parse("R301", f"{before}{heading}\n{rest}")


def test_a_page_whose_last_example_does_not_end_is_refused() -> None:
    with pytest.raises(PageError, match="does not end"):
        parse("R301", GOOD.rstrip().removesuffix("```"))
