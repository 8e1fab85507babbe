"""A question finds its reply, however it is put."""

from pathlib import Path

import pytest
import yaml

from guide.model.schema import Guide
from guide.sales.asked import asked_for
from guide.sales.ready import ready_replies

QUESTIONS = yaml.safe_load(
    Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8"),
)
SLIP = {"opinion": "qualified", "nature": "admin"}


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("Has the CPA firm blessed your remediation?", "confirmed"),
        ("Did anyone abuse the missing reviews?", "misuse"),
        ("Is your CPA accredited?", "auditor-real"),
        ("Would you let us run our own test?", "verify"),
        ("Are you going to look for a different audit firm?", "same-auditor"),
        ("Can I get the PDF?", "whole-report"),
        ("How long have you known about it?", "when-known"),
        ("Is there another safeguard?", "cover"),
        ("Who is in charge of the repair?", "owner"),
        ("We saw that your SOC 2 is qualified. Explain.", "opinion"),
    ],
)
def test_a_question_in_other_words_finds_its_reply(
    shipped: Guide, question: str, reply: str
) -> None:
    ready = ready_replies(shipped, SLIP)
    assert reply in [each.reply.id for each in asked_for(shipped, ready, question)][:1]


@pytest.mark.parametrize("question", ["", "   ", "zzz qqq", "?!"])
def test_words_that_say_nothing_find_nothing(shipped: Guide, question: str) -> None:
    assert asked_for(shipped, ready_replies(shipped, SLIP), question) == []


@pytest.mark.parametrize(("kind", "first", "among"), [("known", 55, 72), ("unseen", 15, 23)])
def test_most_questions_find_the_reply_they_are_after(
    shipped: Guide, kind: str, first: int, among: int
) -> None:
    places: list[int] = []
    for case, rows in QUESTIONS[kind].items():
        ready = ready_replies(shipped, QUESTIONS["cases"][case])
        for reply, question in rows:
            replies = [each.reply.id for each in asked_for(shipped, ready, question)]
            places += [replies.index(reply)] if reply in replies else []
    assert len(places) >= among
    assert places.count(0) >= first


def test_every_question_finds_itself(shipped: Guide) -> None:
    ready = ready_replies(shipped, SLIP)
    for each in ready:
        for asked in each.reply.asked:
            assert each in asked_for(shipped, ready, asked), asked
