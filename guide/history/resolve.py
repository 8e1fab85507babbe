"""Which guide, scenario or kept walk is meant by what a person typed: one answer for every door.

It stands here, and not in ``journey``, since a walk is named by its id in the history.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guide.english import listed
from guide.journey.advice import Advice, advise
from guide.journey.code import locate, meant_by, read_pairs, split_code, write_code
from guide.journey.still_open import still_open
from guide.journey.walk import walk
from guide.model.problems import did_you_mean
from guide.model.schema import Guide
from guide.reading.folder import FACETS, HEAD, QUESTIONS
from guide.reading.shelf import Found, Shelf, find, guide_folders
from guide.user_error import UserError

if TYPE_CHECKING:  # the history brings SQLite, 12 ms; a scenario code needs none of it
    from guide.history.history import History, Kept
    from guide.journey.journey import Journey

_WALK_ID = re.compile(r"w[0-9a-f]{7,24}")
_SHAPELESS = ("F", "S", "R", "G401", "G402")
"""Codes of problems that leave no graph: a file or reference is broken, a way ends or loops."""


class ResolveError(UserError):
    """Nothing is meant by what was typed, or too much."""


class Resolved(NamedTuple):
    """A scenario of a guide, as a code or a kept walk names it."""

    guide: Guide
    answers: dict[str, str]
    """Answers that settle the scenario; for a walk, those that were given and still apply."""
    scenario: dict[str, str]
    open: tuple[str, ...]
    """Spine facets still to be settled, in order; empty when the page is complete."""
    resting: bool
    """Whether nothing is kept of it until the reader answers."""
    walk_id: str | None = None
    """Under which the history keeps the walk."""
    notice: str = ""
    """What has changed in the guide since the walk was kept."""
    name: str = ""
    """What the reader called the walk."""
    note: str = ""
    """What the reader noted on the walk."""

    @property
    def journey(self) -> "Journey":
        """Where the app opens."""
        from guide.journey.journey import Journey  # noqa: PLC0415  7 ms; a page needs none

        return Journey(
            self.guide,
            self.answers,
            walk_id=self.walk_id,
            notice=self.notice,
            resting=self.resting,
        )

    @property
    def code(self) -> str:
        """The whole code, facets in the guide's order."""
        return write_code(self.guide, self.scenario)

    @property
    def advice(self) -> Advice:
        """Its page; of an unfinished scenario, what is certain."""
        return advise(self.guide, self.scenario, self.open)


def resolve(shelf: Shelf, text: str) -> Resolved:
    """What a scenario code, the id of a guide, or the id of a kept walk stands for.

    Raises:
        UserError: if nothing is meant by it, or too much, with the nearest that is known.

    """
    if names_walk(shelf, text):
        from guide.history.history import History  # noqa: PLC0415  14 ms; a code needs none

        with History() as history:
            kept = find_walk(history, text)
        return reopened(find_guide(shelf, kept.guide), kept)
    guide_id, pairs = split_code(text)
    guide = find_guide(shelf, guide_id)
    located = locate(guide, read_pairs(guide, pairs))
    resting = not walk(guide, located.answers).finished
    return Resolved(guide, located.answers, located.scenario, located.open, resting)


def resolve_several(shelf: Shelf, codes: Sequence[str]) -> list[Resolved]:
    """Several scenarios of one guide; a code without a guide is of the one that another names.

    Raises:
        UserError: as ``resolve`` does; also if a code names no answer, two are of different
            guides, or two are the same scenario.

    """
    scenarios = [resolve(shelf, code) for code in _of_one_guide(codes)]
    guide = scenarios[0].guide
    for other in scenarios:
        if other.guide is not guide:
            message = (
                f"{guide.id} and {other.guide.id} are different guides; name scenarios of one guide"
            )
            raise ResolveError(message)
    for scenario in scenarios:
        if not scenario.scenario:
            facet = guide.facets[0]
            example = f"{guide.id}:{facet.id}={facet.values[0].id}"
            message = f"{guide.id} alone names no answer; add one, such as {example}"
            raise ResolveError(message)
    written = [scenario.code for scenario in scenarios]
    for code in written:
        if written.count(code) > 1:
            message = f"{code} is there twice; name another scenario to see what differs"
            raise ResolveError(message)
    return scenarios


def _of_one_guide(codes: Sequence[str]) -> list[str]:
    """The codes, each with the guide that the first of them names."""
    named = next((code.partition(":")[0] for code in codes if ":" in code), "")
    return [
        f"{named}:{code}" if named and ":" not in code and "=" in code else code for code in codes
    ]


def finished(resolved: Resolved) -> "Journey":
    """The journey of a scenario that leaves nothing open.

    Raises:
        ResolveError: if questions are open.

    """
    journey = resolved.journey
    if resolved.open or not journey.walked.finished:
        facets = resolved.guide.facets
        labels = [facet.label for facet in facets if facet.id in resolved.open]
        what = f": {listed(labels)}" if labels else ""
        message = f"questions are still open{what}; finish with 'guide ask {resolved.code}' first"
        raise ResolveError(message)
    return journey


def find_guide(shelf: Shelf, guide_id: str) -> Guide:
    """The guide of this id; with an empty id the only one there is.

    Raises:
        ResolveError: if there is none of that id, it has problems, or several could be meant.

    """
    guides = shelf.guides
    if guide_id in guides:
        return guides[guide_id]
    if not guide_id and len(guides) == 1:
        return next(iter(guides.values()))
    raise ResolveError(_why_no_guide(shelf, guide_id))


def _why_no_guide(shelf: Shelf, guide_id: str) -> str:
    guides = [*shelf.guides]
    for entry in shelf.faulty:
        if entry.name == guide_id:
            return f"{entry.why_closed}; see 'guide check {entry.folder}'"
    if not guides:
        return "no guide can be opened; 'guide where' shows where they are looked for"
    if not guide_id:
        return f"say which guide: {', '.join(guides)}"
    hint = _without_facets(shelf, guide_id)
    hint = f"; did you mean {hint}?" if hint else did_you_mean(guide_id, guides)
    return f"no guide {guide_id[:80]!r}{hint}"


def _without_facets(shelf: Shelf, text: str) -> str:
    """The code somebody meant who typed values only, as ``qualified``; empty if there is none.

    Where a value belongs to several facets, all of them are named.
    """
    for guide in shelf.guides.values():
        pairs = [meant_by(guide, word) for word in text.split(",")]
        if all(pairs):
            return ",".join(" or ".join(meanings) for meanings in pairs)
    return ""


class Draft(NamedTuple):
    """A guide to look at while it is written; it may have problems."""

    guide: Guide
    warning: str
    """How many problems, and where they are listed; empty if there are none."""


def find_draft(shelf: Shelf, name: str | None) -> Draft:
    """A guide in a folder, by its id, or the one here, as long as its questions form a graph.

    Without a name it is the guide of the current folder, or the only one on the shelf.

    Raises:
        ResolveError: if there is none, several could be meant, or its questions form no graph.

    """
    if name is None and len(current := current_guides()) == 1:
        entry = find(current[0])
    elif name is not None and Path(name).is_dir():
        entry = find(only_folder(Path(name)) or Path(name))
    else:
        faulty = [entry for entry in shelf.faulty if entry.name == name]
        entry = faulty[0] if faulty else Found(Path(), find_guide(shelf, name or ""), [])
    see = f"see 'guide check {entry.folder}'"
    if entry.guide is None or any(p.code.startswith(_SHAPELESS) for p in entry.problems):
        count = entry.problem_count
        message = f"{count}, and some leave its questions without a shape; {see}"
        raise ResolveError(message)
    return Draft(entry.guide, f"{entry.problem_count}; {see}" if entry.problems else "")


def only_folder(folder: Path) -> Path | None:
    """The folder of the guide that this folder is or holds; None if it holds none.

    Raises:
        ResolveError: if it holds several.

    """
    folders = [*guide_folders(folder)]
    if len(folders) > 1:
        message = f"{folder} holds {len(folders)} guides; name one, such as {folders[0]}"
        raise ResolveError(message)
    return folders[0] if folders else None


def current_guides() -> list[Path]:
    """The guide that the current folder is or lies in, broken or not, else those it holds.

    It is what an author means who names none: nothing else may be checked in its place.
    """
    for folder in (Path(), Path("..")):
        if any((folder / file).exists() for file in (HEAD, FACETS, QUESTIONS)):
            return [folder]
    return [*guide_folders(Path())]


def names_walk(shelf: Shelf, text: str) -> bool:
    """Whether this is the id of a kept walk, or its beginning, and no guide's."""
    return _WALK_ID.fullmatch(text) is not None and text not in shelf.guides


def find_walk(history: "History", beginning: str) -> "Kept":
    """The one walk whose id begins so.

    Raises:
        ResolveError: if there is none, several, or it can't be read.

    """
    ids = history.ids(beginning, 2) if _WALK_ID.fullmatch(beginning) else []
    if len(ids) > 1:
        message = f"{beginning} could be {ids[0]} or {ids[1]}; give more of the id"
        raise ResolveError(message)
    if not ids:
        why = f" ({history.notice})" if history.notice else ""
        message = f"no walk {beginning[:40]!r}{why}; 'guide history' lists those there are"
        raise ResolveError(message)
    walk = history.get(ids[0])
    if walk is None:
        message = f"walk {ids[0]} can't be read any more; it is left as it is"
        raise ResolveError(message)
    return walk


def reopened(guide: Guide, kept: "Kept") -> Resolved:
    """A kept walk as it stands in the guide of today; its notice says what changed since.

    Looking at it keeps nothing. Where answers had to be left out it goes on as a walk of its own.
    """
    from guide.history.reopen import reopen  # noqa: PLC0415  11 ms, and a code needs none of it

    today = reopen(guide, kept)
    walked = walk(guide, today.answers)
    return Resolved(
        guide,
        today.answers,
        walked.scenario,
        () if walked.finished else tuple(still_open(guide, walked.scenario)),
        resting=True,
        walk_id=kept.id if today.whole else None,
        notice=today.notice,
        name=kept.name,
        note=kept.note,
    )
