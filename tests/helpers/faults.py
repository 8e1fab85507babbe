"""One minimal fault for every problem code: what to do to the small guide to cause it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from guide.model.codes import Code
from guide.reading.nodes import MAX_BYTES

TINY = Path(__file__).parents[1] / "guides" / "tiny"


class Fault(NamedTuple):
    """A change to the small guide, and the line that must report it."""

    code: Code
    harm: Callable[[Path], None]
    place: str
    says: str

    @property
    def name(self) -> str:
        """For the test's id."""
        return f"{self.code.name}-{self.place}"


def copy_of_tiny(folder: Path) -> Path:
    """A copy that may be harmed."""
    return Path(shutil.copytree(TINY, folder / "tiny"))


def swap(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Replace the first ``old`` in a file."""

    def harm(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return harm


def add(file: str, line: str) -> Callable[[Path], None]:
    """Append a line to a file."""

    def harm(folder: Path) -> None:
        with (folder / file).open("a", encoding="utf-8") as open_file:
            open_file.write(f"{line}\n")

    return harm


def both(first: Callable[[Path], None], second: Callable[[Path], None]) -> Callable[[Path], None]:
    """A fault that takes two changes."""

    def harm(folder: Path) -> None:
        first(folder)
        second(folder)

    return harm


def put(file: str, data: bytes) -> Callable[[Path], None]:
    """Write a file."""

    def harm(folder: Path) -> None:
        (folder / file).write_bytes(data)

    return harm


def _remove(file: str) -> Callable[[Path], None]:
    return lambda folder: (folder / file).unlink()


def _pipe(file: str) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        (folder / file).unlink()
        os.mkfifo(folder / file)

    return harm


def _file_for_advice(folder: Path) -> None:
    shutil.rmtree(folder / "advice")
    (folder / "advice").touch()


def _link_to_itself(folder: Path) -> None:
    shutil.rmtree(folder / "advice")
    (folder / "advice").symlink_to("advice")


def _not_utf8_name(folder: Path) -> None:
    (folder / "advice" / os.fsdecode(b"\xff.yaml")).touch()


FAULTS = [
    Fault(Code.UNREADABLE, _pipe("facts.yaml"), "facts.yaml:1:1", "not a regular file"),
    Fault(
        Code.TOO_LARGE,
        put("facets.yaml", b"#" * (MAX_BYTES + 1)),
        "facets.yaml:1:1",
        "shorten its texts",
    ),
    Fault(
        Code.TOO_LARGE,
        put("advice/steps.yaml", b"#" * (MAX_BYTES + 1)),
        "advice/steps.yaml:1:1",
        "divide the section in two",
    ),
    Fault(Code.NOT_UTF8, put("facets.yaml", b"- id: a\n  b: \xff"), "facets.yaml:2:6", "UTF-8"),
    Fault(
        Code.CONTROL_CHARACTER,
        put("advice/steps.yaml", b"- id: a\n  body: \x1b[2J\n"),
        "advice/steps.yaml:2:9",
        "U+001B",
    ),
    Fault(
        Code.CONTROL_CHARACTER,
        swap("guide.yaml", "kind: Test guide", 'kind: "\\e]52;c;AAAA\\a"'),
        "guide.yaml:4:7",
        "U+001B",
    ),
    Fault(
        Code.BIDI_OVERRIDE,
        swap("guide.yaml", "Test guide", "Test \u202eguide"),
        "guide.yaml:4:12",
        "U+202E",
    ),
    Fault(
        Code.BIDI_OVERRIDE,
        swap("guide.yaml", "unbreakable", "unbreak\u00adable"),
        "guide.yaml:18:12",
        "U+00AD",
    ),
    Fault(Code.YAML_SYNTAX, swap("guide.yaml", "tones:", "tones: ["), "guide.yaml:10:3", "YAML"),
    Fault(
        Code.YAML_FEATURE,
        swap("guide.yaml", "kind: Test", "kind: &kind Test"),
        "guide.yaml:4:7",
        "anchor",
    ),
    Fault(
        Code.YAML_FEATURE, swap("guide.yaml", "kind: Test guide", "kind: *k"), "guide.yaml:4:7", ""
    ),
    Fault(
        Code.YAML_FEATURE,
        swap("guide.yaml", "kind: Test", "kind: !!python/name:os.system Test"),
        "guide.yaml:4:7",
        "tag",
    ),
    Fault(
        Code.YAML_FEATURE,
        swap("guide.yaml", "kind: ", "<<: {a: b}\nkind: "),
        "guide.yaml:4:1",
        "<<",
    ),
    Fault(
        Code.DUPLICATE_KEY,
        swap("guide.yaml", "kind: ", "title: Again\nkind: "),
        "guide.yaml:4:1",
        "first in line 3",
    ),
    Fault(
        Code.CUT_SHORT,
        swap("questions.yaml", "the flame burn?", "the flame #2 burn?"),
        "questions.yaml:2:9",
        "'#2 burn?'",
    ),
    Fault(Code.TOO_DEEP, put("facets.yaml", b"[" * 400), "facets.yaml:1:13", "deep"),
    Fault(Code.MISSING_FILE, _remove("questions.yaml"), "questions.yaml:1:1", "questions.yaml"),
    Fault(Code.MISSING_FILE, _remove("facts.yaml"), "facts.yaml:1:1", "'F1' is to be a fact in it"),
    Fault(Code.UNKNOWN_FILE, put("fact.yaml", b""), "fact.yaml:1:1", "did you mean 'facts.yaml'?"),
    Fault(
        Code.UNKNOWN_FILE, put("advice/more.yml", b""), "advice/more.yml:1:1", "call it more.yaml"
    ),
    Fault(Code.UNREADABLE, _file_for_advice, "advice:1:1", "a folder belongs here"),
    Fault(Code.UNREADABLE, _link_to_itself, "advice:1:1", "a folder belongs here"),
    Fault(Code.UNKNOWN_FILE, _not_utf8_name, "advice/\\xff.yaml:1:1", "not UTF-8"),
    Fault(Code.NO_GUIDE, _remove("guide.yaml"), "guide.yaml:1:1", "what makes a folder a guide"),
    Fault(
        Code.WRONG_KIND,
        put("advice/steps.yaml", b"a: b"),
        "advice/steps.yaml:1:1",
        "a list belongs",
    ),
    Fault(
        Code.MISSING_KEY,
        swap("questions.yaml", "  text: How is the wind?\n", ""),
        "questions.yaml:23:3",
        "'wind' has no 'text'",
    ),
    Fault(
        Code.UNKNOWN_KEY,
        swap("advice/verdict.yaml", "  when:", "  wehn:"),
        "advice/verdict.yaml:2:3",
        "did you mean 'when'?",
    ),
    Fault(
        Code.BAD_VALUE,
        swap("guide.yaml", "holds: one", "holds: on"),
        "guide.yaml:14:50",
        "did you mean 'one'?",
    ),
    Fault(
        Code.BAD_VALUE,
        swap("guide.yaml", "2026-01-15", "2026-02-30"),
        "guide.yaml:6:11",
        "write it as 2026-05-13",
    ),
    Fault(
        Code.UNKNOWN_KEY,
        swap("facets.yaml", "- id: glass", "- Id: glass"),
        "facets.yaml:6:3",
        "did you mean 'id'?",
    ),
    Fault(
        Code.UNKNOWN_KEY,
        swap("advice/verdict.yaml", "  body: It will", "  text: It will"),
        "advice/verdict.yaml:9:3",
        "did you mean 'body'?",
    ),
    Fault(
        Code.MISSING_KEY,
        swap("facets.yaml", "- id: glass\n  label", "- label"),
        "facets.yaml:6:3",
        "this has no 'id'",
    ),
    Fault(
        Code.BAD_ID,
        swap("facets.yaml", "{id: calm,", "{id: 'a b', label: A}\n    - {id: calm,"),
        "facets.yaml:15:12",
        "letters, digits",
    ),
    Fault(
        Code.BAD_ID,
        swap("facets.yaml", "{id: calm,", f"{{id: {'a' * 81}, label: A}}\n    - {{id: calm,"),
        "facets.yaml:15:12",
        "can't be an id; use 80 characters at most",
    ),
    Fault(
        Code.BAD_ID,
        swap("facets.yaml", "{id: calm,", "{id: _a, label: A}\n    - {id: calm,"),
        "facets.yaml:15:12",
        "can't be an id; begin it with a letter or a digit",
    ),
    Fault(
        Code.EMPTY, swap("advice/steps.yaml", "body: Replace the glass.", "body:"), "", "nothing"
    ),
    Fault(Code.EMPTY, put("facets.yaml", b"# later\n"), "facets.yaml:1:1", "nothing"),
    Fault(
        Code.EMPTY,
        add("questions.yaml", "- {id: moon, text: A, options: []}"),
        "questions.yaml:30:32",
        "nothing stands in this list",
    ),
    Fault(
        Code.EMPTY,
        add("facets.yaml", "- {id: smell, label: Smell, values: []}"),
        "facets.yaml:22:37",
        "nothing stands in this list",
    ),
    Fault(
        Code.EMPTY,
        swap("facts.yaml", "source: [KEEPER]", "source: []"),
        "facts.yaml:6:13",
        "nothing stands in this list",
    ),
    Fault(
        Code.DUPLICATE_ID,
        swap("advice/steps.yaml", "id: steps-cracked", "id: notice-soot"),
        "advice/steps.yaml:10:3",
        "advice/notices.yaml:1",
    ),
    Fault(
        Code.RESERVED_ID,
        swap("facets.yaml", "{id: calm,", "{id: unset, label: A}\n    - {id: calm,"),
        "facets.yaml:15:7",
        "not answered",
    ),
    Fault(
        Code.UNKNOWN_QUESTION,
        swap("questions.yaml", "then: soot}", "then: soots}"),
        "questions.yaml:7:48",
        "did you mean 'soot'?",
    ),
    Fault(
        Code.UNKNOWN_FACET,
        swap("advice/verdict.yaml", "when: {glass", "when: {glas"),
        "advice/verdict.yaml:2:10",
        "did you mean 'glass'?",
    ),
    Fault(
        Code.UNKNOWN_VALUE,
        swap("advice/verdict.yaml", "glass: cracked", "glass: broken"),
        "advice/verdict.yaml:2:10",
        "whole, cracked, unset",
    ),
    Fault(
        Code.UNKNOWN_SECTION,
        put("advice/step.yaml", b"- {id: x, body: Yes., judgement: So it is.}"),
        "advice/step.yaml:1:1",
        "did you mean 'steps'?",
    ),
    Fault(
        Code.UNKNOWN_FACT,
        swap("advice/verdict.yaml", "[F2, C1]", "[F3, C1]"),
        "advice/verdict.yaml:5:14",
        "no fact 'F3'",
    ),
    Fault(
        Code.UNKNOWN_SOURCE,
        swap("facts.yaml", "source: [KEEPER]", "source: [KEPER]"),
        "facts.yaml:6:14",
        "did you mean 'KEEPER'?",
    ),
    Fault(
        Code.UNKNOWN_TONE,
        swap("advice/verdict.yaml", "tone: dark", "tone: drak"),
        "advice/verdict.yaml:3:9",
        "did you mean 'dark'?",
    ),
    Fault(
        Code.RESTS_ON_NOTHING,
        swap("advice/verdict.yaml", "  rests_on: [F2, C1]\n", ""),
        "advice/verdict.yaml:1:3",
        "rests on nothing",
    ),
    Fault(
        Code.UNKNOWN_PART,
        swap("advice/notices.yaml", "  rests_on: [F1]", "  rests_on: [F1]\n  part: first"),
        "advice/notices.yaml:1:3",
        "section 'notices' has no part 'first'",
    ),
    Fault(
        Code.UNKNOWN_OPTION,
        swap("questions.yaml", "settles: {wind: storm}}", "settles: {wind: storm}, same_as: clam}"),
        "questions.yaml:27:7",
        "no other option 'clam' of 'wind'; did you mean 'calm'?",
    ),
    Fault(
        Code.NO_WAY_ON,
        swap("questions.yaml", "  then: advice\n", ""),
        "questions.yaml:23:3",
        "calm, storm, skip",
    ),
    Fault(
        Code.NO_WAY_ON,
        swap("questions.yaml", "    - {go: wind}\n", ""),
        "questions.yaml:21:7",
        "the last route must always hold",
    ),
    Fault(
        Code.LOOP,
        swap("questions.yaml", "  then: advice", "  then: flame"),
        "questions.yaml:29:9",
        "leads back to 'flame'",
    ),
    Fault(
        Code.UNCONDITIONAL_EARLY,
        swap("questions.yaml", "{when: {glass: cracked}, go: advice}", "{go: advice}"),
        "questions.yaml:21:7",
        "never taken",
    ),
    Fault(
        Code.MARKDOWN,
        swap("advice/steps.yaml", "Look at the lantern", "<b>Look</b> at the lantern"),
        "advice/steps.yaml:3:5",
        "raw HTML",
    ),
    Fault(
        Code.MARKDOWN,
        swap("advice/steps.yaml", "1. Trim the wick.", "1. Trim the wick, see [the plan][wick]."),
        "advice/steps.yaml:5:36",
        "a link to nowhere",
    ),
    Fault(
        Code.MARKDOWN,
        swap("questions.yaml", "label: Steady,", "label: '**Steady**',"),
        "questions.yaml:5:28",
        "'steady', in its 'label', holds a mark of Markdown; this text is shown as it is written",
    ),
    Fault(
        Code.BIDI_OVERRIDE,
        swap("advice/steps.yaml", "Replace the glass.", "Replace &#x202E;the glass."),
        "advice/steps.yaml:12:17",
        "U+202E",
    ),
]
