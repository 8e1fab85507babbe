"""The bytes of a guide's files to a guide, with every problem of every file."""

from typing import Any

import msgspec

from guide.model.codes import Code
from guide.model.decode import Invalid, decode, decode_list
from guide.model.example import Example
from guide.model.expectations import check_examples
from guide.model.links import check_links
from guide.model.markdown import check_markdown
from guide.model.nodes import MAX_BYTES, Node, parse
from guide.model.planned import check_recovery
from guide.model.problems import Problems
from guide.model.reader import (
    ADVICE_FOLDER,
    EXAMPLES,
    FACETS,
    FACTS,
    HEAD,
    QUESTIONS,
    RECOVERY,
    Files,
    Reading,
)
from guide.model.recovery import Recovery
from guide.model.renaming import check_renames
from guide.model.schema import Block, Facet, Facts, Guide, Head, Place, Question


def build(files: Files) -> Reading:
    """The guide in these bytes, and all that is wrong with it."""
    problems = files.problems
    head = _one(files, HEAD, Head, problems)
    facets = _many(files, FACETS, Facet, problems)
    questions = _many(files, QUESTIONS, Question, problems)
    facts = _one(files, FACTS, Facts, problems)
    blocks: dict[str, tuple[Block, ...]] = {}
    for name in files.data:
        if name.startswith(f"{ADVICE_FOLDER}/"):
            section = name.removeprefix(f"{ADVICE_FOLDER}/").removesuffix(".yaml")
            blocks[section] = _many(files, name, Block, problems)
    examples: tuple[Example, ...] = ()
    if EXAMPLES in files.data:
        examples = _many(files, EXAMPLES, Example, problems)
    if head is None:
        return Reading(None, problems.sorted())
    guide = Guide(
        head=head,
        facets=facets,
        questions=questions,
        blocks=blocks,
        facts=facts.facts if facts else (),
        sources=facts.sources if facts else (),
        recovery=_one(files, RECOVERY, Recovery, problems),
        content_hash=files.content_hash,
    )
    check_links(guide, problems)
    check_renames(guide, problems)
    check_recovery(guide, problems)
    check_markdown(guide, problems)
    check_examples(guide, examples, problems)
    return Reading(guide, problems.sorted(), examples)


def _one(files: Files, name: str, kind: type[msgspec.Struct], problems: Problems) -> Any:
    node = _parsed(files, name, problems)
    try:
        return decode(node, kind, problems) if node is not None else None
    except Invalid:
        problems.unread.add(name)
        return None


def _many(files: Files, name: str, kind: Any, problems: Problems) -> Any:
    node = _parsed(files, name, problems)
    return decode_list(node, kind, problems) if node is not None else ()


def _parsed(files: Files, name: str, problems: Problems) -> Node | None:
    node = parse(files.data[name], name, problems) if name in files.data else None
    if node is None:
        problems.unread.add(name)
    if name in files.data and _only_comments(files.data[name]):
        problems.add(Code.EMPTY, Place(name, 1, 1), "nothing stands in this file")
    return node


def _only_comments(data: bytes) -> bool:
    lines = (line.strip() for line in data[:MAX_BYTES].splitlines())
    return len(data) <= MAX_BYTES and all(not line or line.startswith(b"#") for line in lines)
