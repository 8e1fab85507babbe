"""Where the questions that are still open can lead: every verdict, and no other.

States are merged: ways are told apart only by the facets that a verdict or a later route reads.
"""

from collections.abc import Iterator
from functools import cached_property

from guide.journey.walk import Walk
from guide.model.conditions import applies, reads
from guide.model.routes import next_question
from guide.model.schema import Answers, Block, Guide, Option, Question, Scenario
from guide.states.graph import Graph


class Ahead:
    """The verdicts of one guide, as places in its own order, 0 the best."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._told_apart: dict[str, frozenset[str]] = {}

    def ranks(self, walked: Walk, answers: Answers) -> frozenset[int]:
        """The verdicts that this walk can end with.

        Answers that were kept for questions ahead stand, and optional questions are skipped.
        """
        ranks: set[int | None] = set()
        waiting: list[tuple[Question | None, dict[str, str]]] = [(walked.next, walked.scenario)]
        seen: set[tuple[str, frozenset[tuple[str, str]]]] = set()
        while waiting:
            question, scenario = waiting.pop()
            if question is None:
                ranks.add(self._rank(scenario))
                continue
            apart = self._read_from(question)
            kept = {facet: value for facet, value in scenario.items() if facet in apart}
            key = (question.id, frozenset(kept.items()))
            if key not in seen:
                seen.add(key)
                for option in _options(question, answers):
                    then = kept | option.settles
                    waiting.append((next_question(self._guide, question, option, then), then))
        return frozenset(rank for rank in ranks if rank is not None)

    @cached_property
    def _verdicts(self) -> tuple[Block, ...]:
        """The blocks that say a verdict, in the order of the page."""
        blocks = self._guide.blocks
        return tuple(b for s in self._guide.sections for b in blocks.get(s.id, ()) if b.tone)

    @cached_property
    def _read(self) -> frozenset[str]:
        return reads(*self._verdicts)

    @cached_property
    def _graph(self) -> Graph:
        return Graph(self._guide)

    def _read_from(self, question: Question) -> frozenset[str]:
        if question.id not in self._told_apart:
            later = self._graph.read_from.get(question.id, frozenset())
            self._told_apart[question.id] = self._read | later
        return self._told_apart[question.id]

    def _rank(self, scenario: Scenario) -> int | None:
        ids = [tone.id for tone in self._guide.head.tones]
        tones = (block.tone for block in self._verdicts if applies(block, scenario))
        tone = next(tones, None)
        return ids.index(tone) if tone in ids else None


def _options(question: Question, answers: Answers) -> Iterator[Option]:
    kept = question.option(answers.get(question.id, "")) or question.skip
    yield from (kept,) if kept else question.options
