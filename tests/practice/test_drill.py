"""Which cases a reader is asked: today, tomorrow, in a course, after a mistake."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from helpers.practicing import IDS, MORNING, Clock, review

from guide.document.formats import Target
from guide.document.writers.text import write_blocks
from guide.model.practice import Case
from guide.model.schema import Guide
from guide.pages.sitting import summary
from guide.practice.choosing import ENOUGH, NEW_A_DAY, courses, due
from guide.practice.drill import Drill, find_course
from guide.practice.progress import ReviewFile
from guide.practice.schedule import memories
from guide.practice.topics import standings
from guide.user_error import UserError

DAY = timedelta(days=1)


def _answer(drill: Drill, *, known: bool = True) -> str:
    """Answer the case that is asked, and say which it was."""
    case = drill.sitting.case
    assert case is not None
    drill.answer(next(option for option in case.options if option.right == known))
    return case.id


def _sit(guide: Guide, clock: Clock, missed: tuple[str, ...] = ()) -> list[str]:
    """Answer all that is due, and say what was asked."""
    drill = Drill(guide, clock)
    asked = []
    while (case := drill.sitting.case) is not None:
        asked.append(_answer(drill, known=case.id not in missed))
    return asked


def test_the_first_day_asks_five_new_cases_and_the_days_after_what_fsrs_says(lamps: Guide) -> None:
    clock = Clock()
    assert _sit(lamps, clock, missed=("blue",)) == [*IDS[:5]]
    assert _sit(lamps, clock) == []
    clock.now = MORNING + DAY
    assert _sit(lamps, clock) == ["blue", "black", "gray"]  # missed: a day; known: two
    clock.now = MORNING + 2 * DAY
    assert _sit(lamps, clock) == ["red", "green", "white", "amber"]
    clock.now = MORNING + 3 * DAY
    assert _sit(lamps, clock) == ["blue", "black", "gray"]
    clock.now = MORNING + 5 * DAY
    assert "red" not in _sit(lamps, clock)


def test_a_day_full_of_repetitions_brings_nothing_new(lamps: Guide) -> None:
    assert lamps.cases is not None
    red = lamps.case["red"]
    many = tuple(msgspec.structs.replace(red, id=f"case-{number}") for number in range(20))
    crowded = msgspec.structs.replace(lamps, cases=msgspec.structs.replace(lamps.cases, cases=many))
    answers = [review(case.id, known=False) for case in many[:8]]
    tomorrow = due(crowded, memories(answers, "tiny"), (MORNING + DAY).date())
    assert (len(tomorrow.repeat), len(tomorrow.new)) == (8, ENOUGH - 8)
    clock = Clock(MORNING + DAY)
    answered = [*answers, *(answer._replace(when=clock()) for answer in answers)]
    assert len(due(crowded, memories(answered, "tiny"), clock.now.date()).new) == ENOUGH - 8


def test_easy_cases_come_before_hard_ones(lamps: Guide) -> None:
    assert lamps.cases is not None
    hard_first = msgspec.structs.replace(
        lamps, cases=msgspec.structs.replace(lamps.cases, cases=lamps.cases.cases[::-1])
    )
    asked = [case.id for case in due(hard_first, {}, MORNING.date()).new]
    assert asked == ["black", "amber", "white", "green", "blue"]
    assert len(asked) == NEW_A_DAY


def test_a_guess_comes_again_like_a_mistake(lamps: Guide) -> None:
    clock = Clock()
    drill = Drill(lamps, clock)
    _answer(drill)
    drill.guess()
    assert drill.sitting.missed == (lamps.case["red"],)
    again = Drill(lamps, clock)
    assert again.memories["red"].due == MORNING.date() + DAY
    assert [case.id for case in again.missed().cases] == ["red"]


def test_every_answer_is_kept_before_the_next_case_is_asked(lamps: Guide) -> None:
    drill = Drill(lamps, Clock())
    for number in range(1, 4):
        _answer(drill)
        assert len(ReviewFile().read().reviews) == number


def test_a_course_goes_on_where_it_was_left_and_begins_again_the_next_day(lamps: Guide) -> None:
    clock = Clock()
    plan = find_course(lamps, "lamps")
    drill = Drill(lamps, clock)
    drill.sitting = drill.course(plan)
    assert drill.sitting.place() == "1 of 2"
    assert _answer(drill) == "red"
    left = Drill(lamps, clock).course(plan)
    assert [case.id for case in left.cases] == ["blue"]
    assert left.place() == "2 of 2, 1 answered today"
    assert left.closing.strip() == "Say aloud what you saw."
    clock.now = MORNING + DAY
    assert [case.id for case in Drill(lamps, clock).course(plan).cases] == ["red", "blue"]


def test_after_a_break_the_end_of_a_course_counts_all_of_it(lamps: Guide) -> None:
    clock = Clock()
    drill = Drill(lamps, clock)
    plan = find_course(lamps, "lamps")
    drill.sitting = drill.course(plan)
    _answer(drill, known=False)
    after = Drill(lamps, clock)
    after.sitting = after.course(plan)
    _answer(after)
    words = write_blocks(summary(lamps, after.sitting, after.memories, after.today), Target(80))
    assert "You knew 1 of 2." in words
    assert [case.id for case in after.sitting.again().cases] == ["red"]


def test_options_stand_in_another_order_when_a_case_comes_again(lamps: Guide) -> None:
    drill = Drill(lamps, Clock())
    plan = find_course(lamps, "lamps")
    written = [option.id for option in lamps.case["red"].options]
    orders = set()
    for _ in range(6):
        drill.sitting = drill.course(plan)
        case = drill.sitting.cases[0]
        assert [option.id for option in drill.course(plan).cases[0].options] == [
            option.id for option in case.options
        ]
        orders.add(tuple(option.id for option in case.options))
        _answer(drill)
        _answer(drill)
    assert tuple(written) in orders
    assert len(orders) > 1


def test_a_course_done_today_can_be_done_again(lamps: Guide) -> None:
    drill = Drill(lamps, Clock())
    plan = courses(lamps)[0]
    drill.sitting = drill.course(plan)
    _answer(drill)
    _answer(drill)
    assert [case.id for case in drill.course(plan).cases] == ["red", "blue"]


def test_what_was_missed_is_asked_again_until_it_is_known(lamps: Guide) -> None:
    drill = Drill(lamps, Clock())
    for known in (True, False, False):
        _answer(drill, known=known)
    drill.sitting = drill.sitting.again()
    assert [case.id for case in drill.sitting.cases] == ["blue", "green"]
    _answer(drill)
    assert [case.id for case in Drill(lamps, Clock(MORNING + DAY)).missed().cases] == ["green"]


def test_an_edited_case_keeps_its_history_and_that_of_a_removed_one_is_harmless(
    lamps: Guide,
) -> None:
    drill = Drill(lamps, Clock())
    _answer(drill)
    _answer(drill)
    red, _, *others = lamps.case.values()
    edited = msgspec.structs.replace(red, question="Put in other words?", options=red.options[1:])
    assert lamps.cases is not None
    cases = msgspec.structs.replace(lamps.cases, cases=(edited, *others))
    changed = msgspec.structs.replace(lamps, cases=cases)
    standing = Drill(changed, Clock(MORNING + 2 * DAY))
    assert [case.id for case in standing.daily().cases][:1] == ["red"]
    assert standing.sitting.cases[0].question == "Put in other words?"
    assert "blue" not in [case.id for case in standing.daily().cases]
    assert sum(row.asked for row in standings(changed, standing.memories)) == 1


def test_the_weakest_topic_comes_first(lamps: Guide) -> None:
    answers = [review("red"), review("blue", known=False), review("amber", known=False)]
    rows = standings(lamps, memories(answers, "tiny"))
    assert [row.topic.id for row in rows] == ["glass", "flame"]
    assert [(row.total, len(row.known), len(row.missed)) for row in rows] == [(3, 0, 1), (4, 1, 1)]


def test_damage_is_said_once_and_an_answer_that_can_not_be_kept_still_counts(
    lamps: Guide, tmp_path: Path
) -> None:
    progress = ReviewFile(tmp_path / "file" / "practice.jsonl")
    (tmp_path / "file").touch()
    drill = Drill(lamps, Clock(), progress)
    assert drill.take_notice() == ""
    _answer(drill)
    assert drill.take_notice().startswith("This answer can't be kept: ")
    assert drill.take_notice() == ""
    assert drill.memories["red"].known
    damaged = ReviewFile(tmp_path / "practice.jsonl")
    damaged.path.write_bytes(b"?\n!\n")
    notice = Drill(lamps, Clock(), damaged).take_notice()
    assert notice == "2 damaged lines passed over: line 1: it is not JSON, and 1 more."


def test_an_unknown_course_names_the_nearest(lamps: Guide) -> None:
    with pytest.raises(UserError, match=r"no course 'lamp'.* 'lamps'"):
        find_course(lamps, "lamp")


def test_every_case_that_is_asked_has_options_of_which_some_are_right(shipped: Guide) -> None:
    def whole(case: Case) -> bool:
        rights = [option.right for option in case.options]
        return any(rights) and not all(rights)

    assert all(map(whole, shipped.case.values()))
    assert {"four-opinions", "stay-or-switch"} <= {plan.id for plan in courses(shipped)}
