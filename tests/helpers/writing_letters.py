"""A letter of the guide that ships, with every blank filled by an invented company."""

import datetime
from collections.abc import Mapping
from typing import Any

from guide.journey.code import read_pairs
from guide.model.letters import Letter, LetterBlank, LetterField, LetterParagraph, Letters
from guide.model.schema import Guide
from guide.sales.form import LetterForm, WantedLetter
from guide.sales.letters import letters_of, wanted

TODAY = datetime.date(2026, 9, 1)
SLIP = "opinion=qualified,nature=admin,report=type2"
FAILURE = "opinion=qualified,nature=failure,report=type2"
CLEAN = "opinion=unqualified,nature=admin,report=type2"
ADVERSE = "opinion=adverse,nature=failure,report=type2"
ROW = "findings.1"
FILLED = {
    "company": "Northwind Systems, Inc.",
    "recipient": "Ana Roe, Fabrikam Corp.",
    "greeting": "Ms. Roe",
    "agreement": "our nondisclosure agreement of March 3, 2026",
    "signer": "Lee Park, Chief Executive Officer",
    "sender": "Kim Osei, Sales Engineer",
    "firm": "Halden & Rook LLP",
    "product": "Northwind Ledger",
    "report-date": "2026-08-14",
    "period": "2026-01-01 to 2026-06-30",
    "as-of": "2026-06-30",
    "categories": "Security and Availability",
    "matter": "access reviews of the billing system were not completed as described (CC6.2)",
    "page": "4",
    "exceptions": "1 of 12 access reviews was nine days late (CC6.2)",
    f"{ROW}.control": "Access review of the billing system",
    f"{ROW}.criterion": "CC6.2, Security",
    f"{ROW}.due": "12",
    f"{ROW}.missed": "1",
    f"{ROW}.unproven": "1",
    f"{ROW}.counted": "every",
    f"{ROW}.cause": "the reviewer was away and had no deputy",
    f"{ROW}.repair": "two named reviewers",
    f"{ROW}.owner": "Sam Ito",
    f"{ROW}.by": "2026-09-30",
    f"{ROW}.proof": "signed records of September 2026",
    f"{ROW}.status": "begun",
    "look-back": "finished",
    "searched": "sign-in logs of the billing system",
    "search-time": "2026-01-01 to 2026-08-20",
    "search-result": "no sign-in by an account that the late review removed",
    "search-limit": "what a signed-in user read",
    "covered": "tested",
    "cover": "a daily alert on new administrators",
    "cover-page": "57",
    "touches": "yes",
    "service": "Northwind Ledger",
    "touch": "the billing system holds your invoices",
    "next-period": "2026-07-01 to 2026-12-31",
    "next-report": "February 2027",
    "update": "2026-10-15",
    "covers": "2026-07-01 to 2026-08-31",
    "changes": "none",
    "repaired": "no",
    "repair-by": "2026-09-30",
    "nda": "yes",
    "portal": "our data room",
    "times": "Tuesday at 10:00 or Thursday at 3:00",
    "security": "Sam Ito",
    "legal": "Jo Diaz",
    "executive": "Lee Park",
    "evidence": "a penetration test summary of July 2026",
    "contracts": "yes",
    "action": "nothing",
    "action-grave": "limit the roles that you give our support team, by September 30, 2026",
    "known-since": "2026-07-20",
    "known-by": "Sam Ito",
    "seen": "no",
    "clauses": "9",
    "clean-clauses": "2",
    "first-notice": "September 15, 2026",
    "reporting": "the cyber insurer, by November 1",
    "revenue": "$1.2 million",
    "deals": "3",
    "cost": "$60,000",
    "privilege": "privileged",
    "claims": "2026-08-28",
    "claims-changed": "the footer of our website, which now says that there is a report",
    "stay": "yes",
    "stay-why": "one open question, answered",
    "board-next": "2026-10-20",
}


def a_form(
    guide: Guide, kind: str, code: str, typed: Mapping[str, str] = FILLED, **changed: Any
) -> LetterForm:
    """The blanks of a letter, with these filled; the names of those changed have no hyphens."""
    values = {**typed, **{name.replace("_", "-"): text for name, text in changed.items()}}
    return LetterForm(wanted(guide, kind, read_pairs(guide, code)), values, TODAY)


def kinds(guide: Guide) -> list[str]:
    """The kinds of letters."""
    return [letter.id for letter in letters_of(guide).letters]


def small_form(guide: Guide) -> LetterForm:
    """A letter of the small guide, half filled."""
    control = LetterBlank(id="wick", label="Wick", kind="text")
    fields = (
        LetterField(id="keeper", label="Keeper"),
        LetterField(id="day", label="Day", kind="day"),
        LetterField(id="wicks", label="Wicks", kind="rows", columns=(control,)),
    )
    paragraphs = (
        LetterParagraph(id="who", body="**[keeper]** looked on [day].", rests_on=("F1",)),
        LetterParagraph(id="what", body="The wicks:", title="Wicks", rows="wicks", judgement="So."),
    )
    letter = Letter("note", "Note", "A note.", "Note of [keeper]", paragraphs)
    letters = Letters(fields=fields, letters=(letter,))
    return LetterForm(WantedLetter(guide, letters, letter, {}), {"keeper": guide.title}, TODAY)
