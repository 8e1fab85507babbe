"""The name of a file as it is typed, or as another program pastes it."""

import os
from pathlib import Path

import pytest

from guide.pages.saving import NotSaved, pasted_path, save_text


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("plan.ics", "plan.ics"),
        ("My plan.ics", "My plan.ics"),
        ("it's mine.ics", "it's mine.ics"),
        ('say "hi".ics', 'say "hi".ics'),
        ('"/a/My plan.ics"', "/a/My plan.ics"),
        ("file:///a/My%20plan%23.ics", "/a/My plan#.ics"),
        ("FILE://localhost/a/Zo%C3%AB.ics", "/a/Zoë.ics"),
        ("file:///C:/a/plan.ics", "C:/a/plan.ics"),
        ("100%20.ics", "100%20.ics"),
        ("plan\x1b\n.ics ", "plan.ics"),
        (r"C:\new\plan.ics", r"C:\new\plan.ics"),
    ],
)
def test_a_path_may_be_pasted_as_other_programs_write_it(typed: str, path: str) -> None:
    assert pasted_path(typed) == path


@pytest.mark.skipif(os.name == "nt", reason="there a backslash parts folders")
@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (r"/a/My\ plan\ \(1\).ics ", "/a/My plan (1).ics"),
        ("'/a/My plan.ics'", "/a/My plan.ics"),
        (r"'/a/it'\''s mine.ics'", "/a/it's mine.ics"),
        (r"My\ plan for Ana.ics", r"My\ plan for Ana.ics"),
        (r"'half\ .ics", r"'half\ .ics"),
    ],
)
def test_or_as_a_shell_does(typed: str, path: str) -> None:
    assert pasted_path(typed) == path


@pytest.mark.parametrize("frame", ["{}", '"{}"', "file://{}"])
def test_the_file_is_where_the_path_says(tmp_path: Path, frame: str) -> None:
    (tmp_path / "a b").mkdir()
    path = tmp_path / "a b" / "plan.ics"
    name = path.as_uri().removeprefix("file://") if "file" in frame else str(path)
    assert save_text(lambda: "plan", ".ics", frame.format(name)) == path
    assert path.read_text(encoding="utf-8") == "plan"


def test_quotes_around_nothing_are_no_name() -> None:
    with pytest.raises(NotSaved, match="Type a name"):
        save_text(lambda: "plan", ".ics", '""')
