"""What one run of the program knows: the libraries named, and the shelf read from them."""

from functools import cached_property
from typing import TYPE_CHECKING

from guide.cli.say import note

if TYPE_CHECKING:  # pathlib takes 4 ms and msgspec 15; --help and --version need neither
    from pathlib import Path

    from guide.history.resolve import Resolved
    from guide.model.schema import Guide
    from guide.reading.shelf import Shelf


class Session:
    """Kept in click's context, so that every command finds it."""

    def __init__(self) -> None:
        self.libraries: list[str] = []
        """From ``--library``, in the order given."""

    @cached_property
    def shelf(self) -> "Shelf":
        """Every guide there is, read when first asked for."""
        from guide.reading.shelf import open_shelf  # noqa: PLC0415  40 ms; not for help

        return open_shelf(self.named)

    @property
    def named(self) -> "list[Path]":
        """The libraries as paths."""
        from pathlib import Path  # noqa: PLC0415  4 ms; not for help

        return [Path(folder) for folder in self.libraries]

    @property
    def current(self) -> "list[Path]":
        """The guides of the current folder: meant where nothing is named, not even a library."""
        from guide.history.resolve import current_guides  # noqa: PLC0415  as the shelf

        return [] if self.libraries else current_guides()

    def resolve(self, code: str) -> "Resolved":
        """What a code or a walk's id stands for; a line on stderr if the guide is another now."""
        from guide.history.resolve import resolve  # noqa: PLC0415  as the shelf

        return self._noted(resolve(self.shelf, code))

    def resolve_several(self, codes: tuple[str, ...]) -> "list[Resolved]":
        """The same for several scenarios of one guide."""
        from guide.history.resolve import resolve_several  # noqa: PLC0415  as the shelf

        return [self._noted(scenario) for scenario in resolve_several(self.shelf, codes)]

    def draft(self, name: str | None) -> "Guide":
        """A guide that may have problems, by its folder or its id; a line on stderr says so."""
        from guide.history.resolve import find_draft  # noqa: PLC0415  as the shelf

        draft = find_draft(self.shelf, name)
        if draft.warning:
            note(f"guide: {draft.warning}")
        return draft.guide

    def _noted(self, resolved: "Resolved") -> "Resolved":
        if resolved.notice:
            note(resolved.notice)
        return resolved
