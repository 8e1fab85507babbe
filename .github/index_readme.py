"""What an index of packages shows of the README: no picture, no link that leads nowhere there."""  # noqa: INP001  the build finds it by its path

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"^!\[[^]]*\]\((?!https?:)[^)]*\)\n\n", re.MULTILINE)
_PICTURES = re.compile(r"^\|[^\n]*\n\|[-|]*\n\| !\[[^\n]*\n\n", re.MULTILINE)
"""A table of them, with its head."""
_LINK = re.compile(r"(?<!!)\[([^]]*)\]\((?!https?:|#)[^)]*\)")


class IndexReadme(MetadataHookInterface):
    """Takes out what is relative to the repository: its address is not known here."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the long description."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        text = _LINK.sub(r"\1", _PICTURES.sub("", _PICTURE.sub("", text)))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
