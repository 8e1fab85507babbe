"""What a plan promises about its end, proven for every reader as the promises of a page are."""

from guide.author.check.labels import limited, reader_words
from guide.model.codes import Code
from guide.model.conditions import reads
from guide.reading.collector import Problems
from guide.states.readers import Readers
from guide.states.sets import EMPTY
from guide.states.shortest import Goal

_TOO_LARGE = "'ends' and 'never_ends' depend on too many facets together to be proven"


def prove_plan(readers: Readers, problems: Problems) -> None:
    """Report that ``ends`` shows an end to somebody who, by ``never_ends``, sees none."""
    recovery = readers.guide.recovery
    if recovery is None or recovery.ends is None or recovery.never_ends is None:
        return
    rules = (recovery.ends, recovery.never_ends)
    with limited(problems, recovery.ends.at, _TOO_LARGE):
        sets, ends = readers.ends(reads(*rules))
        if sets.where(sets.where(ends, rules[0]), rules[1]) != EMPTY:
            answers = readers.shortest.to_page(Goal(holding=rules)) or {}
            message = "an end is shown, though 'never_ends' promises none, to "
            message += reader_words(readers.guide, answers)
            problems.add(Code.PLAN_END, recovery.ends.at, message)
