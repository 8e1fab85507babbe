"""Answers as an example: those that do not matter for it are skipped."""

from guide.journey.walk import walk
from guide.model.conditions import applies
from guide.model.schema import Answers, Block, Guide


def without_needless(guide: Guide, answers: Answers, text: tuple[Block, ...]) -> dict[str, str]:
    """As many answers, with every question skipped that can be skipped for this text.

    Args:
        guide: the guide.
        answers: they lead to the text.
        text: all that one section says.

    """
    if not text:
        return dict(answers)
    section = next(blocks for blocks in guide.blocks.values() if text[0] in blocks)
    kept = dict(answers)
    for question in answers:
        skips = [option.id for option in guide.question[question].options if option.skip]
        for skip in skips:
            tried = kept | {question: skip}
            where = walk(guide, tried)
            same = tuple(b for b in section if applies(b, where.scenario)) == text
            if where.finished and len(where.trail) == len(kept) and same:
                kept = tried
    return kept
