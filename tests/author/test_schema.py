"""The schemas accept what the reader accepts, refuse what it refuses, and explain every key."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
import yaml
from helpers.editor import LOADERS, EditorLoader, files_of, kind_of, named_schema, refused
from helpers.faults import FAULTS, Fault, copy_of_tiny
from helpers.running import ROOT, here
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from guide.author.new import TEMPLATE
from guide.author.schema import shapes
from guide.author.schema.files import KINDS, MARK, schema, text, texts
from guide.author.schema.shapes import Shapes
from guide.model.basic import NOWHERE, Place
from guide.model.codes import Code
from guide.reading import decode
from guide.reading.collector import Problems
from guide.reading.decode import Invalid
from guide.reading.folder import ADVICE_FOLDER, FILES
from guide.reading.nodes import parse
from guide.reading.shelf import guide_folders

CONTENT = ROOT / "content"
TINY = ROOT / "tests" / "guides" / "tiny"
SHIPPED = [*guide_folders(CONTENT)]
WHOLE = [*SHIPPED, TINY, TEMPLATE]
EVERY_FILE = [(folder, file) for folder in WHOLE for file in files_of(folder)]


@pytest.mark.parametrize("name", KINDS)
def test_each_is_a_schema_of_its_draft(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", KINDS)
def test_an_editor_that_knows_only_draft_7_can_use_it(name: str) -> None:
    # The YAML language server long stopped there; a pointer leads to $defs in any draft.
    Draft7Validator.check_schema(schema(name))
    folder = next(folder for folder, file in EVERY_FILE if kind_of(file) == name)
    for file, content in files_of(folder).items():
        if kind_of(file) == name:
            judge = Draft7Validator(schema(name))
            assert judge.is_valid(yaml.load(content, EditorLoader))  # noqa: S506  it is safe
            assert not judge.is_valid([{"nonsense": 1}])


def test_every_file_of_a_guide_has_one() -> None:
    assert set(KINDS) == {file.removesuffix(".yaml") for file in FILES} | {ADVICE_FOLDER}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("folder", "file"), EVERY_FILE, ids=lambda part: Path(part).name)
def test_a_whole_guide_is_accepted(folder: Path, file: str, loader: Any) -> None:
    assert refused(file, (folder / file).read_text("utf-8"), loader) == []


SHAPE_FAULTS = [
    # Two things of one id may stand far apart, even in two files: a schema can't see that.
    fault
    for fault in FAULTS
    if fault.code.startswith("S") and fault.code != Code.DUPLICATE_ID
]


def test_the_faults_of_shape_are_all_but_one() -> None:
    codes = {code for code in Code if code.startswith("S")}
    assert {fault.code for fault in SHAPE_FAULTS} == codes - {Code.DUPLICATE_ID}


@pytest.mark.parametrize("fault", SHAPE_FAULTS, ids=lambda fault: fault.name)
def test_a_fault_of_shape_is_refused_in_its_file_and_in_no_other(
    fault: Fault, tmp_path: Path
) -> None:
    folder = copy_of_tiny(tmp_path)
    fault.harm(folder)
    marked = [file for file, content in files_of(folder).items() if refused(file, content)]
    assert len(marked) == 1
    assert fault.place.partition(":")[0] in marked[0]


REPLACEMENTS = ["3", "3.10", "true", "yes", "2026-05-13", "2026-02-30", "'3'", "''", "'a b'"]
REPLACEMENTS += ["-3", "spine", "advice.1", "[]", "[a]", "[[a]]", "{}", "{a: b}", "{a: [b, 3]}"]
REPLACEMENTS += ["[{go: a}]", "[{a: 3}, {b: [c]}]", "[{id: 3, label: 4}]", "{a: {b: c}}"]


def _places(content: str) -> Iterator[tuple[int, int]]:
    """Where each scalar, list and table of a file begins and ends."""

    def below(node: yaml.Node) -> Iterator[tuple[int, int]]:
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return  # what ends with a line can't be replaced by what does not
        if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False):
            yield node.start_mark.index, node.end_mark.index
        for part in node.value if isinstance(node.value, list) else []:
            for inner in part if isinstance(part, tuple) else (part,):
                yield from below(inner)

    root = yaml.compose(content, yaml.SafeLoader)
    assert root is not None
    yield from below(root)


@given(st.data())
def test_schema_and_reader_agree_on_whatever_stands_in_any_place(data: st.DataObject) -> None:
    folder = data.draw(st.sampled_from([TINY, TEMPLATE]))
    files = files_of(folder)
    file = data.draw(st.sampled_from(sorted(files)))
    start, end = data.draw(st.sampled_from([*_places(files[file])]))
    new = data.draw(st.sampled_from(REPLACEMENTS))
    changed = files[file][:start] + new + files[file][end:]
    problems = Problems()
    node = parse(changed.encode(), file, problems)
    if problems or node is None or "[]" in new:  # lists may be empty, but not where all is needed
        return
    try:
        decode.decode(node, KINDS[kind_of(file)], problems)
    except Invalid:
        assert problems
    try:
        marked = refused(file, changed)
    except TypeError:  # PyYAML can't have a list as a key; neither can a guide
        return
    found = [one.line() for one in problems.sorted()]
    assert bool(marked) == bool(found), (changed[start - 20 : start + 40], marked, found)


def test_the_schemas_know_every_kind_that_the_reader_knows() -> None:
    assert set(shapes._SPECIAL) == set(decode._SPECIAL)


def _structs(name: str) -> dict[str, Any]:
    root = schema(name)
    return {"": root, **root["$defs"]}


@pytest.mark.parametrize("name", KINDS)
def test_every_key_and_every_thing_is_explained(name: str) -> None:
    for owner, shape in _structs(name).items():
        if "properties" in shape:
            assert shape["description"], owner
        for key, value in shape.get("properties", {}).items():
            said = value.get("description", "")
            assert said.endswith((".", ")")), f"{owner}.{key}: {said}"
            assert "``" not in said


class Fruit(msgspec.Struct):
    """Something that grows.

    On a tree, or
    below it.
    """

    name: str
    colour: Literal["", "red", "green"] = "red"
    """How it looks, as in ``red``."""
    at: Place = NOWHERE


def test_a_field_appears_by_being_written_down() -> None:
    made = Shapes()
    assert made.struct(Fruit) == {
        "description": "Something that grows.\n\nOn a tree, or below it.",
        "type": "object",
        "properties": {
            "name": {"$ref": "#/$defs/text"},
            "colour": {
                "enum": ["red", "green"],
                "description": "How it looks, as in `red`.",
                "default": "red",
            },
        },
        "required": ["name"],
        "additionalProperties": False,
    }
    with pytest.raises(TypeError, match="no shape"):
        made.of(bytes)


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_beside_the_guides_is_current(
    name: str, golden: Callable[[Path, str], None]
) -> None:
    golden(CONTENT / "schema" / f"{name}.json", text(name))


def test_nothing_else_stands_beside_them_and_the_shelf_takes_them_for_no_guide() -> None:
    folder = CONTENT / "schema"
    assert {path.name for path in folder.iterdir()} == {f"{name}.json" for name in KINDS}
    assert folder not in guide_folders(CONTENT)


NAMED = [(folder, file) for folder, file in EVERY_FILE if folder != TINY]


@pytest.mark.parametrize(("folder", "file"), NAMED, ids=lambda part: Path(part).name)
def test_the_first_line_leads_to_the_schema_of_the_file(folder: Path, file: str) -> None:
    assert named_schema(folder / file) == CONTENT / "schema" / f"{kind_of(file)}.json"
    assert (folder / file).read_text("utf-8").count(MARK) == 1


def test_a_file_without_the_line_names_none() -> None:
    assert named_schema(TINY / "facets.yaml") is None


def test_the_command_prints_one_or_all() -> None:
    assert here("schema", "facets") == (0, text("facets"), "")
    assert here("schema") == (0, texts(), "")
    assert json.loads(texts()) == {name: schema(name) for name in KINDS}


def test_the_command_writes_one_or_all(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "schemas"
    ran = here("schema", "facts", "--write", str(folder))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"written to {folder / 'facts.json'}\n"
    assert here("schema", "--write", str(folder)).code == 0
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
        f"{name}.json": text(name) for name in KINDS
    }


def test_a_file_that_no_guide_has_is_refused_with_the_nearest() -> None:
    ran = here("schema", "fact")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'facts'?" in ran.err


def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = here("schema", "--write", str(tmp_path / "file" / "below"))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "can't be written" in ran.err
