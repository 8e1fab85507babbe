"""Examples written as an author writes them, for the small guide."""

import shutil
from pathlib import Path

from guide.author.examples.run import Trial, run_examples
from guide.model.example import Example, Said
from guide.reading.collector import Problems
from guide.reading.folder import Files, Reading, read_files
from guide.reading.reader import build_guide

TINY = Path(__file__).parents[1] / "guides" / "tiny"


def read(yaml: str) -> Reading:
    """The small guide with these examples."""
    files = read_files(TINY)
    return build_guide(Files(files.data | {"examples.yaml": yaml.encode()}, "", Problems()))


def run(yaml: str) -> Trial:
    """The small guide, tried with these examples."""
    reading = read(yaml)
    assert reading.guide is not None
    assert reading.problems == []
    return run_examples(reading.guide, reading.examples)


def copy(folder: Path, yaml: str) -> Path:
    """A copy of the small guide's folder that holds these examples."""
    made = Path(shutil.copytree(TINY, folder / "tiny"))
    (made / "examples.yaml").write_text(yaml, encoding="utf-8")
    return made


def without_places(example: Example) -> tuple[object, ...]:
    """What an example says, wherever it stands."""

    def texts(names: tuple[Said, ...]) -> tuple[str, ...]:
        return tuple(name.text for name in names)

    return (
        example.id,
        example.about,
        [(pair.key, pair.value) for pair in example.scenario],
        [(pair.key, pair.value) for pair in example.answers],
        [texts(part) for part in (example.shows, example.hides, example.says, example.never_says)],
        texts(example.never_asks),
        [(only.of, texts(only.items)) for only in example.only],
        [(ground.of, texts(ground.items)) for ground in example.rests_on],
        [(ground.of, texts(ground.items)) for ground in example.corrected_by],
        example.confirmed,
    )
