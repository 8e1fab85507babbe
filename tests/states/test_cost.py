"""A proof's cost follows the states: what can be counted exactly is counted, time is not."""

import pytest
from helpers.generated import chain

from guide.author.check.prove import prove


@pytest.mark.parametrize(("questions", "states"), [(10, 16), (40, 67), (100, 172)])
def test_states_grow_with_the_questions_and_ways_do_not_matter(questions: int, states: int) -> None:
    proof = prove(chain(questions))
    assert proof.problems == []
    assert proof.figures.states == states
    assert proof.figures.paths > 3**questions
