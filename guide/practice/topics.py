"""What is weak: each topic of the cases, how much of it was known, and what teaches it."""

from collections.abc import Mapping
from typing import NamedTuple

from guide.model.practice import Case, Topic
from guide.model.schema import Guide
from guide.practice.schedule import Memory


class TopicStanding(NamedTuple):
    """How a topic stands."""

    topic: Topic
    total: int
    """Its cases."""
    known: tuple[Case, ...]
    """Those whose last answer was known."""
    missed: tuple[Case, ...]
    """Those whose last answer was not."""

    @property
    def asked(self) -> int:
        """How many of its cases were ever answered."""
        return len(self.known) + len(self.missed)

    @property
    def weakness(self) -> float:
        """Which share of what was asked was missed; 0 where nothing was asked."""
        return len(self.missed) / self.asked if self.asked else 0.0


def standings(guide: Guide, memories: Mapping[str, Memory]) -> list[TopicStanding]:
    """Every topic, the weakest first, then in the order of the file."""
    topics = guide.cases.topics if guide.cases else ()
    rows = [_standing(guide, topic, memories) for topic in topics]
    return sorted(rows, key=lambda row: -row.weakness)


def _standing(guide: Guide, topic: Topic, memories: Mapping[str, Memory]) -> TopicStanding:
    cases = [case for case in guide.case.values() if case.topic == topic.id]
    asked = [case for case in cases if case.id in memories]
    known = tuple(case for case in asked if memories[case.id].known)
    missed = tuple(case for case in asked if not memories[case.id].known)
    return TopicStanding(topic, len(cases), known, missed)
