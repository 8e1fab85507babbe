"""What an editor offers and shows, asked of the YAML language server itself.

Needs node, and ``npm install yaml-language-server`` in a folder that GUIDE_YAML_SERVER names.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.language_server import Server

FOLDER = os.environ.get("GUIDE_YAML_SERVER", "")
PROGRAM = Path(FOLDER, "node_modules", "yaml-language-server", "bin", "yaml-language-server")
WHY_NOT = "NOT CHECKED: 'npm install yaml-language-server' in a folder, named in GUIDE_YAML_SERVER"

pytestmark = pytest.mark.skipif(not FOLDER or shutil.which("node") is None, reason=WHY_NOT)


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(PROGRAM, tmp_path_factory.mktemp("guide")) as server:
        yield server


OPTION = "- id: a\n  text: b\n  options:\n    - {id: c, label: d, "


@pytest.mark.parametrize(
    ("file", "content", "offered"),
    [
        ("questions", "- id: a\n  then: |\n", {"advice"}),
        ("questions", f"{OPTION}then: |}}\n", {"advice"}),
        ("questions", "- id: a\n  then:\n    - {go: |}\n", {"advice"}),
        ("questions", "- id: a\n  text: |\n", set()),
        ("questions", "- id: |\n", set()),
        ("guide", "start: |\n", set()),
        ("advice", "- id: a\n  tone: |\n", set()),
        ("questions", f"{OPTION}skip: |}}\n", {"true", "false"}),
        ("facets", "- id: a\n  kind: |\n", {"spine", "follow-up", "finding"}),
    ],
)
def test_only_what_may_stand_there_is_offered(
    editor: Server, file: str, content: str, offered: set[str]
) -> None:
    assert set(editor.offered(file, content)) == offered


def test_a_key_is_written_so_that_the_author_can_go_on(editor: Server) -> None:
    keys = editor.offered("questions", "- id: a\n  |\n")
    assert keys["text"] == "text: "
    assert keys["then"] == "then: ${1:advice}"
    assert keys["Question"] == "text: $1\noptions:\n  - id: $2\n    label: $3"
    assert editor.offered("advice", "- id: a\n  |\n")["when"] == "when:\n  "


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("questions", "- i|d: a\n", "Unique in the guide; routes lead to it."),
        ("questions", "- id: a\n  th|en: advice\n", "For the options that have no route"),
        ("questions", "- id: a\n  then: ad|vice\n", "For the options that have no route"),
        ("questions", f"{OPTION}th|en: advice}}\n", "Where this answer leads: a question's id"),
        ("advice", "- id: a\n  wh|en: {a: b}\n", "For whom it holds. Without it, for everyone."),
        ("advice", "- id: a\n  unl|ess: [{a: b}]\n", "For whom it does not hold after all."),
        ("guide", "st|art: a\n", "The id of the first question."),
    ],
)
def test_a_key_explains_itself_under_the_mouse(
    editor: Server, file: str, content: str, said: str
) -> None:
    shown = editor.hovered(file, content).replace("\\", "")
    title, _, words = shown.partition("\n\n")
    assert words.startswith(said)
    assert "||" not in title


def test_a_mistake_is_marked_and_a_whole_file_is_not(editor: Server) -> None:
    whole = "- id: yes\n  when: [{a: b}, {c: [d, 3]}]\n  body: true\n  judgement: so\n"
    assert editor.marked("advice", whole) == []
    (said,) = editor.marked("advice", whole.replace("judgement", "judgment"))
    assert "judgment" in said
    assert editor.marked("advice", whole.replace("when: [{a: b}, {c: [d, 3]}]", "when: []"))
