"""Whatever a folder holds, reading it gives a guide, problems, or both, and never raises."""

from pathlib import Path

import pytest
from helpers.faults import TINY
from hypothesis import given
from hypothesis import strategies as st

from guide.model.schema import Block, Facet, Fact, Guide, Question
from guide.reading.collector import Problems
from guide.reading.folder import Files, read_files
from guide.reading.reader import build_guide, read_guide

FILES = read_files(TINY).data
YAML_WORDS = st.sampled_from(
    [
        "- ",
        "id: ",
        "when: ",
        "{",
        "}",
        "[",
        "]",
        "\n",
        "  ",
        "&a",
        "*a",
        "'",
        '"',
        "|",
        ">",
        "!!",
        "?",
    ]
)


@given(st.data())
def test_any_damage_to_any_file_is_survived(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    whole = FILES[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    patch = data.draw(
        st.binary(max_size=30) | st.lists(YAML_WORDS, max_size=6).map("".join).map(str.encode)
    )
    harmed = FILES | {name: whole[:start] + patch + whole[end:]}
    reading = build_guide(Files(harmed, "hash", Problems()))
    assert reading.guide is not None or reading.problems
    for problem in reading.problems:
        assert problem.line().isprintable()
        assert "\n" not in problem.line()


@given(st.dictionaries(st.sampled_from(sorted(FILES)), st.binary(max_size=200), min_size=1))
def test_any_bytes_in_any_files_are_survived(data: dict[str, bytes]) -> None:
    build_guide(Files(FILES | data, "hash", Problems()))


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    (problem,) = read_guide(tmp_path).problems
    assert (
        problem.line()
        == "guide.yaml:1:1 F112 no guide.yaml in this folder; it is what makes a folder a guide"
    )


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    (problem,) = read_guide(tmp_path / "nowhere").problems
    assert "can't be read" in problem.message


def test_ids_and_labels_keep_what_yaml_would_turn_into_booleans(tiny: Guide) -> None:
    assert [option.label for option in tiny.question["soot"].options] == ["Yes", "No"]


def test_a_changed_byte_changes_the_content_hash(tmp_path: Path, tiny: Guide) -> None:
    changed = FILES | {"facts.yaml": FILES["facts.yaml"] + b"\n"}
    for name, content in changed.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    assert read_files(tmp_path).content_hash != tiny.content_hash


@pytest.mark.parametrize("file", sorted(FILES))
def test_every_thing_read_remembers_where_it_stands(file: str, tiny: Guide) -> None:
    things: list[Facet | Question | Fact | Block] = [*tiny.facets, *tiny.questions, *tiny.facts]
    things += [block for blocks in tiny.blocks.values() for block in blocks]
    assert tiny.recovery is not None
    places = [thing.at for thing in (*things, tiny.head, tiny.recovery, *tiny.recovery.phases)]
    assert all(place.line > 0 for place in places)
    assert file in {place.file for place in places}
