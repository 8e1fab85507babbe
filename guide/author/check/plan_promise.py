"""What a plan promises about its end, proven for every reader as the promises of a page are."""

from guide.author.check.labels import reader_words
from guide.model.codes import Code
from guide.model.conditions import tests
from guide.reading.collector import Problems
from guide.states.functions import TooLarge
from guide.states.readers import Readers
from guide.states.sets import EMPTY
from guide.states.shortest import Goal


def prove_plan(readers: Readers, problems: Problems) -> None:
    """Report that ``ends`` shows an end to somebody who, by ``never_ends``, sees none."""
    recovery = readers.guide.recovery
    if recovery is None or recovery.ends is None or recovery.never_ends is None:
        return
    rules = (recovery.ends, recovery.never_ends)
    reads = {test.facet for rule in rules for test in tests(rule)}
    try:
        sets, ends = readers.ends([facet for facet in readers.guide.facet if facet in reads])
        both = sets.where(sets.where(ends, recovery.ends), recovery.never_ends)
        answers = readers.shortest.to_page(Goal(holding=rules)) if both != EMPTY else None
    except TooLarge:
        message = "'ends' and 'never_ends' depend on too many facets together to be proven"
        problems.add(Code.TOO_MUCH_TOGETHER, recovery.ends.at, message)
        return
    if answers is not None:
        message = "an end is shown, though 'never_ends' promises none, to "
        problems.add(
            Code.PLAN_END, recovery.ends.at, message + reader_words(readers.guide, answers)
        )
