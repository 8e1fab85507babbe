"""A folder of YAML to a guide, with every problem of every file."""

from pathlib import Path

from guide.reading.folder import Files, Reading, read_files


def read_guide(folder: Path) -> Reading:
    """Read and check the guide in this folder. Never raises for what the folder holds."""
    return build_guide(read_files(folder))


def build_guide(files: Files) -> Reading:
    """The guide in these bytes, and all that is wrong with it."""
    # YAML, the decoder and markdown-it; a cached guide needs none of them.
    from guide.reading.build import build  # noqa: PLC0415  50 ms

    return build(files)
