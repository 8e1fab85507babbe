"""What a passage rests on, in words: the reader's answers, facts and sources, judgement."""

from guide.journey.advice import Shown, facts_under
from guide.journey.facts import fact_lines
from guide.model.schema import UNSET, Fact, Guide, Scenario
from guide.tui.styles import HEADING, QUIET, STRONG
from guide.tui.typeset import Sheet


def because_words(guide: Guide, shown: Shown) -> str:
    """Why this reader sees the passage."""
    said = settled_words(guide, shown.because)
    open_ = [
        facet.label
        for facet_id, value_id in shown.because.items()
        if value_id == UNSET and (facet := guide.facet.get(facet_id)) and facet.kind != "finding"
    ]
    words = f"Your answers: {'; '.join(said)}." if said else ""
    if open_:
        words = f"{words} Left open: {'; '.join(open_)}.".strip()
    return words or "Shown whatever the answers are."


def settled_words(guide: Guide, scenario: Scenario) -> list[str]:
    """Each settled facet with its value, by their labels."""
    return [
        f"{facet.label}: {value.label}"
        for facet_id, value_id in scenario.items()
        if (facet := guide.facet.get(facet_id)) and (value := facet.value(value_id))
    ]


def write_evidence(sheet: Sheet, width: int, guide: Guide, shown: Shown) -> None:
    """Write everything that the passage rests on."""
    sheet.write([("Why you see this", HEADING)], width)
    sheet.write([(because_words(guide, shown), "")], width)
    if shown.block.judgement:
        sheet.blank()
        sheet.write([("The editors' judgement", HEADING)], width)
        sheet.write([(shown.block.judgement, "")], width)
    facts = facts_under(guide, shown.block)
    if facts:
        sheet.blank()
        sheet.write(
            [("It rests on" if not shown.block.judgement else "It also rests on", HEADING)], width
        )
    corrections = {c for fact in facts for c in fact.corrected_by}
    for index, fact in enumerate(facts):
        if index:
            sheet.blank()
        corrected = [other for other in facts if fact.id in other.corrected_by]
        _write_fact(sheet, width, guide, fact, corrected if fact.id in corrections else [])


def _write_fact(sheet: Sheet, width: int, guide: Guide, fact: Fact, corrects: list[Fact]) -> None:
    lead = "│ " if corrects else ""
    if corrects:
        names = ", ".join(other.id for other in corrects)
        sheet.write([(f"This corrects or adds to {names}:", QUIET)], width, [(lead, QUIET)], lead)

    sheet.write([(f"{fact.id}  ", STRONG), (fact.says, "")], width, [(lead, QUIET)], lead)
    for line in fact_lines(guide, fact):
        style = "" if line.startswith("Our check") else QUIET
        sheet.write([(line, style)], width, [(lead, QUIET)], lead)
