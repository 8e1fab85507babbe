"""A field that takes one of a few things: they are listed, and not to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widgets import Select

if TYPE_CHECKING:
    from collections.abc import Iterable


class Pick(Select[str], inherit_bindings=False):
    """Up and Down are left to the form: they lead from field to field."""

    BINDINGS = [  # noqa: RUF012 - Textual's name
        Binding("enter,space", "show_overlay", "Choose", show=False, id="pick-choose")
    ]
    DEFAULT_CSS = """
    Pick { width: 1fr; }
    Pick > SelectCurrent { padding: 0 1 0 0; background: transparent; color: $foreground; }
    Pick > SelectCurrent Static#label, Pick > SelectCurrent .arrow { color: $quiet; }
    Pick > SelectCurrent.-has-value Static#label { color: $foreground; }
    Pick > SelectOverlay { border: round $mark; background: $background; color: $foreground; }
    """

    def __init__(
        self,
        choices: Iterable[tuple[str, str]],
        value: str = "",
        *,
        id: str,  # noqa: A002 - Textual's name
        prompt: str = "",
    ) -> None:
        """Offer choices, each what it is called and what it is; with a prompt, none is one too."""
        options = list(choices)
        known = value in {known for _, known in options}
        super().__init__(
            options,
            prompt=prompt,
            allow_blank=bool(prompt),
            value=value if known else Select.NULL if prompt else options[0][1],
            id=id,
            compact=True,
        )

    @property
    def chosen(self) -> str:
        """What was chosen; empty: nothing."""
        return self.value if isinstance(self.value, str) else ""

    def choose(self, value: str) -> None:
        """Choose it as if the reader had; what is not offered chooses nothing."""
        if value in {known for _, known in self._options}:
            self.value = value
        elif self._allow_blank:
            self.clear()
