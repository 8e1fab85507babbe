"""How bad a verdict is, as a place on a scale: for those who read no words, and no colors."""

from collections.abc import Iterator

from guide.document.blocks import Run
from guide.model.schema import Guide, Tone
from guide.tui.styles import TONES

FULL, EMPTY = "▰", "▱"


def scale(guide: Guide, tone: Tone) -> str:
    """A tone's place among those of its guide: ``▰▰▱▱``; all empty where it says nothing yet."""
    steps = [other.id for other in guide.head.tones if other.colour != "neutral"]
    place = steps.index(tone.id) + 1 if tone.id in steps else 0
    return FULL * place + EMPTY * (len(steps) - place)


def tone_runs(guide: Guide, tone: Tone) -> list[Run]:
    """A tone as a reader sees it: its sign, its word, its place on the scale."""
    sign, _, _ = TONES[tone.colour]
    words, signs = f"tone-{tone.colour}", f"sign-{tone.colour}"
    return [
        Run(f"{sign} ", signs),
        Run(tone.label.upper(), words),
        Run(f"  {scale(guide, tone)}", signs),
    ]


def legend(guide: Guide) -> Iterator[list[Run]]:
    """Every tone of a guide, the best first, those that say nothing yet last."""
    tones = guide.head.tones
    for tone in sorted(tones, key=lambda tone: tone.colour == "neutral"):
        yield tone_runs(guide, tone)
