"""Whether cases agree with the advice: each option is held against the page of its scenario."""

from guide.author.check.labels import limited
from guide.journey.advice import advise
from guide.model.codes import Code
from guide.model.practice import Case, CaseOption
from guide.model.schema import Guide, Test
from guide.reading.collector import Problems
from guide.states.readers import Readers
from guide.states.sets import EMPTY


def check_cases(readers: Readers, problems: Problems) -> None:
    """Report cases that nobody can be in, and options that say other than the page.

    What a right option claims holds in the case's scenario; what another claims does not. The
    blocks that an option names are on the page, whether they speak for it or against it.
    """
    guide = readers.guide
    for case in guide.cases.cases if guide.cases else ():
        message = f"the scenario of {case.id!r} is too much together to be proven; shorten it"
        with limited(problems, case.at, message):
            if not case.scenario or not _is_known(guide, case):
                continue
            sets, ends = readers.ends(case.facets.keys())
            rows = [Test(facet, (value,)) for facet, value in case.facets.items()]
            if sets.within(ends, sets.functions.table(rows)) == EMPTY:
                _report_nobody(guide, case, problems)
            else:
                _check(guide, case, problems)


def _is_known(guide: Guide, case: Case) -> bool:
    """Whether the guide has every value of the scenario; else reading has said so."""
    facets = guide.facet
    return all(p.key in facets and facets[p.key].value(p.value) for p in case.scenario)


def _report_nobody(guide: Guide, case: Case, problems: Problems) -> None:
    given = ", ".join(f"{facet}={value}" for facet, value in case.facets.items())
    message = f"no reader of {guide.id} can be in {case.id!r} ({given}); change its scenario"
    problems.add(Code.CASE_NO_READER, case.scenario[0].at, message)


def _check(guide: Guide, case: Case, problems: Problems) -> None:
    page = {passage.block.id for passage in advise(guide, case.facets).blocks()}
    known = {block.id for blocks in guide.blocks.values() for block in blocks}
    for option in case.options:
        _check_claims(case, option, problems)
        for name in option.blocks:
            if name.text in known - page:
                message = f"the page of {case.id!r} does not show {name.text!r}; name a block of it"
                problems.add(Code.CASE_DISAGREES, name.at, message)
        if option.right and not option.blocks:
            message = f"nothing on the page of {case.id!r} is named for {option.id!r}; name a block"
            problems.add(Code.CASE_UNPROVEN, option.at, message)


def _check_claims(case: Case, option: CaseOption, problems: Problems) -> None:
    """A right option claims only what is so, another at least one thing that is not."""
    facets = case.facets
    for pair in option.claims if option.right else ():
        if facets.get(pair.key) != pair.value:
            message = f"{option.id!r} is right and claims {pair.key}={pair.value}, and the "
            message += f"scenario of {case.id!r} says {facets.get(pair.key, 'nothing of it')}"
            problems.add(Code.CASE_DISAGREES, pair.at, message)
    wrong = option.claims if case.right and not option.right else ()
    if wrong and all(facets.get(pair.key) == pair.value for pair in wrong):
        message = f"{option.id!r} is not right, and all it claims holds in the scenario of "
        problems.add(Code.CASE_DISAGREES, wrong[0].at, f"{message}{case.id!r}; change one")
