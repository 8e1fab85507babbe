"""The letters of the guide that ships: what they always say, and what they refuse."""

from datetime import date

import pytest
from helpers.writing_letters import (
    ADVERSE,
    CLEAN,
    FAILURE,
    FILLED,
    ROW,
    SLIP,
    a_form,
    kinds,
)

from guide.document.formats import write
from guide.model.schema import Guide
from guide.pages.letter import letter_page
from guide.plan.inputs import Inputs
from guide.sales.form import LEFT_OUT, LetterForm
from guide.sales.letters import refusal, refusal_of, set_field
from guide.user_error import UserError

OPINIONS = {SLIP: "qualified", FAILURE: "qualified", CLEAN: "unqualified", ADVERSE: "adverse"}
ASSURES = ("certified", "compliant", "effective controls", "will be unqualified", "we guarantee")


def written(guide: Guide, kind: str, code: str, **changed: str) -> str:
    page = letter_page(a_form(guide, kind, code, {**FILLED, **changed}))
    return " ".join(write(page, "text").split())


@pytest.mark.parametrize("code", OPINIONS)
def test_a_whole_letter_names_the_opinion_and_no_blank_and_assures_nothing(
    shipped: Guide, code: str
) -> None:
    for kind in kinds(shipped):
        form = a_form(shipped, kind, code)
        if refusal(form.wanted):
            continue
        assert (form.open, form.troubles) == ((), {})
        text = written(shipped, kind, code)
        assert f"opinion is {OPINIONS[code]}" in text or f"{OPINIONS[code]} opinion" in text
        assert "DRAFT" not in text
        assert "[" not in text
        assert not [words for words in ASSURES if words in text]


@pytest.mark.parametrize("kind", ["status", "bridge"])
def test_what_an_officer_signs_says_that_no_auditor_examined_it(shipped: Guide, kind: str) -> None:
    text = written(shipped, kind, SLIP)
    assert "This letter is management's own statement." in text
    assert "Halden & Rook LLP" in text
    assert "gives no assurance on" in text
    assert text.endswith("by Lee Park, Chief Executive Officer.")


def test_an_empty_letter_is_a_draft_that_shows_its_blanks(shipped: Guide) -> None:
    form = a_form(shipped, "bridge", SLIP, {})
    text = " ".join(write(letter_page(form), "text").split())
    assert f"DRAFT: {len(form.open)} blanks still open" in text
    assert "[Auditor's firm] issued on [Date of the report]" in text
    assert "[Material changes or incidents since]" in text
    assert "The report carries a qualified opinion." in text


@pytest.mark.parametrize(
    ("kind", "code", "why"),
    [
        ("bridge", ADVERSE, "nothing to carry forward"),
        ("bridge", "opinion=disclaimer,nature=no-evidence,report=type2", "nothing to carry"),
        ("bridge", "opinion=qualified,nature=admin,report=draft", "nothing to bridge from"),
        ("status", "opinion=qualified,nature=admin,report=draft", "A draft isn't a report"),
        ("buyer", "opinion=adverse,nature=failure,report=draft", "A draft isn't a report"),
        ("status", "opinion=unqualified,nature=none,report=type2", "no repair to report on"),
        ("status", "opinion=qualified,nature=admin", "don't say whether it is a Type 1"),
        ("board", "report=type2,obstacle=unread", "name no opinion"),
        ("status", "opinion=qualified,nature=failure,misuse=found,report=type2", "used the gap"),
        ("buyer", f"{SLIP},licence=doubt", "a doubt about the firm"),
    ],
)
def test_a_letter_that_would_mislead_is_refused_with_what_to_send(
    shipped: Guide, kind: str, code: str, why: str
) -> None:
    told = refusal(a_form(shipped, kind, code, {}).wanted)
    assert told is not None
    assert why in told.why
    assert told.instead
    for letter in told.send:
        assert refusal(a_form(shipped, letter.id, code, {}).wanted) is None


@pytest.mark.parametrize(("kind", "name"), [("buyer", "nda"), ("customers", "contracts")])
def test_an_e_mail_waits_for_the_nda_and_for_counsel(shipped: Guide, kind: str, name: str) -> None:
    told = refusal_of(a_form(shipped, kind, SLIP, {**FILLED, name: "no"}))
    assert told is not None
    assert told.instead


@pytest.mark.parametrize(
    ("kind", "name", "typed", "told"),
    [
        ("bridge", "covers", "2026-07-01 to 2026-10-31", "is after 'date of this letter'"),
        ("bridge", "covers", "2026-07-15 to 2026-08-31", "it has to start on July 1, 2026"),
        ("bridge", "signer", "A. Halden, Halden and Rook, LLP", "The auditor can't be named here"),
        ("bridge", "signer", "The service auditor", "The auditor can't be named here"),
        ("status", "signer", "our external audit firm", "The auditor can't be named here"),
        ("status", "signer", "Leo Marsh, VP Sales", "and neither can sales"),
        ("status", "company", "Halden & Rook LLP", "The auditor can't be named here"),
        ("buyer", "sender", "our audit partner", "The auditor can't be named here"),
        ("bridge", "next-report", "May 2027, and it will be unqualified", "not a month alone"),
        ("bridge", "change-list", "x", "has no field 'change-list'"),
        ("status", "report-date", "2026-05-01", "is before 'period of the report', June 30, 2026"),
        ("status", "findings.1.missed", "13", "13 is more than the 12 times it was tested"),
        (
            "status",
            "findings.1.status",
            "done",
            "its day, September 30, 2026, is after September 1",
        ),
        ("bridge", "repaired", "yes", "can't stand beside 'Status', 'in progress'"),
        ("status", "findings.1.repair", "fully remediated", "It renames the opinion or the repair"),
        ("status", "search-result", "No evidence of harm", "It claims more than a search can show"),
        ("status", "search-result", "our auditor confirmed it", "in its report and nowhere else"),
        ("status", "findings.1.repair", "fully fixed", "It renames the opinion or the repair"),
        ("status", "findings.1.repair", "a minor technicality", "It renames the opinion"),
        ("status", "findings.1.repair", "working effectively", "No auditor has examined that"),
        ("status", "search-result", "no evidence of misuse", "more than a search can show"),
        ("status", "search-result", "your data is safe", "more than a search can show"),
        ("status", "touch", "no customer data is affected", "more than a search can show"),
        ("status", "cover", "all issues resolved; the auditor agrees", "It renames the opinion"),
        ("status", "cover", "fine, the auditor agrees", "in its report and nowhere else"),
        ("status", "matter", "the auditor was too strict", "arguing with it helps nobody"),
        ("status", "prodct", "x", "did you mean 'product'?"),
        ("status", "left-out", "status-own", "without it the letter would mislead"),
        ("status", "left-out", "status-cver", "did you mean 'status-cover'?"),
    ],
)
def test_what_would_break_a_letter_is_told_at_once(
    shipped: Guide, kind: str, name: str, typed: str, told: str
) -> None:
    form = a_form(shipped, kind, SLIP)
    with pytest.raises(UserError, match=r".") as raised:
        set_field(form, name, typed)
    assert told in str(raised.value)


def test_a_bridge_letter_carries_no_more_than_about_three_months(shipped: Guide) -> None:
    later = {"date": "2026-10-15"}
    form = a_form(shipped, "bridge", SLIP, {**FILLED, **later})
    whole = set_field(form, "covers", "2026-07-01 to 2026-10-06")
    assert whole["covers"] == "2026-07-01 to 2026-10-06"
    with pytest.raises(UserError, match="past 14 weeks"):
        set_field(form, "covers", "2026-07-01 to 2026-10-07")


def test_a_bridge_letter_is_silent_on_two_weeks_at_most(shipped: Guide) -> None:
    form = a_form(shipped, "bridge", SLIP, {**FILLED, "date": "2026-09-15"})
    assert set_field(form, "covers", "2026-07-01 to 2026-09-01")["covers"]
    with pytest.raises(
        UserError, match="August 31, 2026 is more than 2 weeks before 'date of this"
    ):
        set_field(form, "covers", "2026-07-01 to 2026-08-31")


def test_a_draft_leaves_an_earlier_report_to_be_bridged_if_one_was_signed(shipped: Guide) -> None:
    why = refusal(a_form(shipped, "bridge", "opinion=adverse,report=draft", {}).wanted)
    assert why is not None
    assert "If an earlier report was signed" in why.instead


def test_the_letters_of_one_repair_say_the_same_of_it(shipped: Guide) -> None:
    repaired = {**FILLED, "repaired": "yes", "repaired-on": "2026-08-20"}
    form = a_form(shipped, "bridge", SLIP, repaired)
    assert "can't stand beside 'Status', 'in progress'" in form.troubles["repaired"]
    form = a_form(shipped, "status", SLIP, repaired)
    assert "can't stand beside 'The matter today', 'repaired'" in form.troubles[f"{ROW}.status"]
    done = {**repaired, f"{ROW}.status": "done", f"{ROW}.by": "2026-08-20"}
    for kind in ("bridge", "status"):
        assert a_form(shipped, kind, SLIP, done).troubles == {}


def test_an_unqualified_report_forces_no_status_letter_on_anybody(shipped: Guide) -> None:
    for kind in ("buyer", "customers"):
        assert "status letter" not in written(shipped, kind, CLEAN)
    assert len(a_form(shipped, "board", CLEAN, {}).open) < 25


def test_a_letter_leaves_the_agreement_as_it_is(shipped: Guide) -> None:
    for kind in ("status", "bridge", "customers"):
        assert "amend our agreement or waive any right under it." in written(shipped, kind, SLIP)
    assert "no term of any contract." in written(shipped, "buyer", SLIP)


def test_after_an_adverse_opinion_no_customer_is_told_to_do_nothing(shipped: Guide) -> None:
    with pytest.raises(UserError, match="nobody can say that"):
        set_field(a_form(shipped, "customers", ADVERSE), "action-grave", "Nothing for now")
    page = written(shipped, "customers", ADVERSE)
    assert "Before you rely on the report, please read page 4." in page
    assert "do now: nothing" in written(shipped, "customers", SLIP)


def test_a_sentence_typed_into_a_blank_ends_once(shipped: Guide) -> None:
    text = written(shipped, "status", SLIP, matter="Reviews were late.", signer="Lee Park, M.D.")
    assert ".." not in text
    assert text.endswith("by Lee Park, M.D.")


def test_what_fits_no_more_is_kept_and_told_and_its_blank_is_open(shipped: Guide) -> None:
    form = a_form(shipped, "bridge", SLIP, firm="Lee Park LLP")
    assert form.typed["signer"] == FILLED["signer"]
    assert "The auditor can't be named here" in form.troubles["signer"]
    assert [slot.key for slot in form.open] == ["signer"]


def test_rows_come_one_by_one(shipped: Guide) -> None:
    form = a_form(shipped, "status", SLIP)
    last = next(slot for slot in form.slots if slot.key == "findings.1.status")
    further = form.further(last)
    assert further is not None
    form = form.with_typed(set_field(form, further.key, "Backup test"))
    assert form.rows("findings") == 2
    assert next(slot.key for slot in form.open) == "findings.2.criterion"
    text = " ".join(write(letter_page(form), "text").split())
    assert "Finding 2" in text
    assert "Control: Backup test" in text


def test_a_paragraph_that_need_not_stand_can_be_taken_out_and_comes_back(shipped: Guide) -> None:
    form = a_form(shipped, "status", SLIP)
    out = form.with_typed(set_field(form, LEFT_OUT, "status-next status-touches"))
    text = " ".join(write(letter_page(out), "text").split())
    assert "We plan the next examination" not in text
    assert "We cannot say what the opinion" in text
    assert "next-period" not in [slot.key for slot in out.slots]
    back = out.with_typed(set_field(out, LEFT_OUT, ""))
    assert write(letter_page(back), "text") == write(letter_page(form), "text")


def test_a_plan_fills_what_it_knows(shipped: Guide) -> None:
    plan = Inputs(report_date=date(2026, 8, 14), observe_from=date(2026, 10, 1), months=3)
    form = a_form(shipped, "status", SLIP, {})
    form = LetterForm(form.wanted, {}, form.today, plan)
    assert form.entries["report-date"].kept == "2026-08-14"
    assert form.entries["next-period"].kept == "2026-10-01 to 2026-12-31"
    assert form.entries["date"].kept == "2026-09-01"
