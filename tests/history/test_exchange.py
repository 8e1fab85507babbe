"""Export and import: everything comes back, and nothing in a file is trusted."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from helpers.how_many import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.history.exchange import NoHistoryError, read_from, read_walks, write_walks
from guide.history.history import History, Kept
from guide.history.kept import new_id, read_row, row_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ID = "w" + "0" * 24


def walk(walk_id: str = ID, *, later: int = 0, **named: Any) -> Kept:
    """A walk of which only what matters to the test is named."""
    moment = NOW - timedelta(days=2) + timedelta(seconds=later)
    whole = Kept(
        walk_id, "tiny", {"b": "2", "a": "1"}, "tiny:size=big", True, NOW - timedelta(days=3),  # noqa: FBT003
        moment, "Ours", "one\ntwo", "f" * 64,
    )  # fmt: skip
    return whole._replace(**named)


def written(*walks: Kept) -> bytes:
    return "".join(write_walks(walks)).encode()


def entry(**changed: object) -> dict[str, Any]:
    (one,) = json.loads(written(walk()))["walks"]
    return {key: value for key, value in {**one, **changed}.items() if value is not ...}


def read(*entries: object) -> tuple[list[Kept], list[str]]:
    whole = {"format": "buyer-guide-history", "version": 1, "walks": entries}
    return tuple(read_walks(json.dumps(whole).encode(), NOW))  # type: ignore[return-value]


def test_the_shape_is_the_documented_one() -> None:
    whole = json.loads(written(walk()))
    assert (whole["format"], whole["version"]) == ("buyer-guide-history", 1)
    assert whole["walks"] == [
        {
            "id": ID,
            "guide": "tiny",
            "answers": {"b": "2", "a": "1"},
            "code": "tiny:size=big",
            "finished": True,
            "started": "2026-02-26T12:00:00.000000Z",
            "updated": "2026-02-27T12:00:00.000000Z",
            "name": "Ours",
            "note": "one\ntwo",
            "content_hash": "f" * 64,
        }
    ]
    assert json.loads(written()) == whole | {"walks": []}


TEXT = st.text(max_size=40)


@settings(max_examples=tries(30))
@given(st.lists(st.builds(dict, name=TEXT, note=TEXT), max_size=4))
def test_what_was_exported_comes_back(texts: list[dict[str, str]]) -> None:
    from guide.cleaning import clean_line, clean_text

    walks = [
        walk(new_id(), name=clean_line(one["name"]), note=clean_text(one["note"])) for one in texts
    ]
    assert read_walks(written(*walks), NOW) == (walks, [])


def test_an_exported_history_reads_back_into_another(history: History, tmp_path: Path) -> None:
    walks = [walk(new_id(), later=n) for n in range(5)]
    assert history.adopt(walks) == (5, 0, 0)
    kept = history.recent(10)
    assert kept == walks[::-1]
    with History(tmp_path / "other" / "history.db") as other:
        assert other.adopt(read_walks(written(*kept)).walks) == (5, 0, 0)
        assert other.recent(10) == kept
        assert other.adopt(read_walks(written(*kept)).walks) == (0, 0, 5)
        assert other.recent(10) == kept


def test_the_same_id_is_updated_and_the_newest_wins(history: History) -> None:
    history.adopt([walk(name="first")])
    assert history.adopt([walk(later=5, name="newer", finished=False)]) == (0, 1, 0)
    assert history.adopt([walk(later=3, name="older")]) == (0, 0, 1)
    (kept,) = history.recent()
    assert (kept.name, kept.finished) == ("newer", False)
    twice = [walk(later=9, name="last"), walk(later=7, name="not the last")]
    assert history.adopt(twice) == (0, 1, 1)
    assert [one.name for one in history.recent()] == ["last"]


def test_at_the_same_moment_only_gaps_are_filled(history: History) -> None:
    history.adopt([walk(name="", note="mine")])
    assert history.adopt([walk(name="theirs", note="theirs")]) == (0, 1, 0)
    assert history.adopt([walk(name="again", note="again")]) == (0, 0, 1)
    (kept,) = history.recent()
    assert (kept.name, kept.note) == ("theirs", "mine")


def test_a_newer_name_or_note_arrives_whichever_walk_was_touched_last(history: History) -> None:
    early, late = NOW - timedelta(hours=2), NOW - timedelta(hours=1)
    history.adopt([walk(later=5, name="first", note="first", edited=early)])
    assert history.adopt([walk(name="second", note="", edited=late)]) == (0, 1, 0)
    (kept,) = history.recent()
    assert (kept.name, kept.note, kept.edited) == ("second", "", late)
    assert kept.updated == walk(later=5).updated
    assert history.adopt([walk(later=9, name="old", note="old", edited=early)]) == (0, 1, 0)
    assert history.adopt([walk(later=9, name="old", note="old", edited=early)]) == (0, 0, 1)
    (kept,) = history.recent()
    assert (kept.name, kept.note, kept.updated) == ("second", "", walk(later=9).updated)


def test_naming_and_noting_say_when(history: History) -> None:
    history.adopt([walk()])
    before = history.recent()[0]
    assert history.rename(ID, "Named")
    named = history.recent()[0]
    assert before.edited < named.edited
    assert named.updated == before.updated, "it keeps its place in the list"
    assert history.annotate(ID, "Noted")
    assert named.edited <= history.recent()[0].edited
    again = read_walks(written(*history.recent())).walks
    assert again == history.recent()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"id": "x"}, '"id" is not w and 24'),
        ({"id": 3}, '"id" is not w and 24'),
        ({"id": ...}, '"id" is missing'),
        ({"answers": ...}, '"answers" is missing'),
        ({"answers": []}, '"answers" is not an object'),
        ({"answers": {"a": 1}}, "the answer to 'a' is not an option's id"),
        ({"answers": {"a\x1b": "b"}}, "the answer to 'a\\x1b' is not"),
        ({"answers": {str(n): "x" for n in range(1001)}}, "more than 1,000 answers"),
        ({"answers": {}}, "it is finished without an answer"),
        ({"page": 3}, '"page" is not text'),
        ({"edited": 3}, '"edited" is not a time'),
        ({"guide": ""}, '"code" does not begin with the guide'),
        ({"code": "other:a=b"}, '"code" does not begin with the guide'),
        ({"code": "tiny:" + "x" * 4000}, '"code" has more than 4,000 characters'),
        ({"guide": "a\x1b]0;x\x07"}, '"guide" holds characters that no guide has'),
        ({"finished": 1}, '"finished" is not true or false'),
        ({"started": "yesterday"}, '"started" is not a time'),
        ({"started": 17}, '"started" is not a time'),
        ({"started": "2026-02-01T00:00:00"}, '"started" has no time zone'),
        ({"started": "0001-01-01T00:00:00+14:00"}, '"started" is not a time'),
        ({"started": "1969-12-31T00:00:00Z"}, '"started" is before 1970'),
        ({"started": "2026-02-28T00:00:00Z"}, '"updated" is before "started"'),
        ({"updated": "2026-03-03T00:00:00Z"}, '"updated" is in the future'),
        ({"name": ["x"]}, '"name" is not text'),
        ({"name": "x" * 201}, '"name" has more than 200 characters'),
        ({"note": "x" * 4001}, '"note" has more than 4,000 characters'),
        ({"content_hash": "a\nb"}, '"content_hash" holds characters'),
        ({"colour": "red"}, "there is no key 'colour'"),
    ],
)
def test_a_bad_entry_is_named_in_one_line_and_the_others_are_read(
    changed: dict[str, object], why: str
) -> None:
    good = entry(id="w" + "1" * 24)
    walks, faults = read(good, entry(**changed), 7)
    assert [one.id for one in walks] == [good["id"]]
    assert len(faults) == 2
    assert why in faults[0]
    assert faults[0].startswith("walk 2")
    assert "\n" not in faults[0]
    assert faults[1] == "walk 3: it is not an object"


def test_what_a_person_wrote_is_cleaned_and_may_be_left_out() -> None:
    (one, other), faults = read(
        entry(name="a\x1b[1mb\n", note="c\r\nd\x00\u202e\ud800"),
        entry(name=..., note=..., content_hash=...),
    )
    assert (one.name, one.note, faults) == ("a[1mb", "c\nd", [])
    assert (other.name, other.note, other.content_hash) == ("", "", "")


def test_a_file_of_any_size_ends_in_a_line(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(199_000_000)
    with large.open("rb") as file, pytest.raises(NoHistoryError, match="larger than 20 MB"):
        read_from(file)
    many = (
        b'{"format": "buyer-guide-history", "version": 1, "walks": [' + b"7," * 9_000_000 + b"7]}"
    )
    with pytest.raises(NoHistoryError, match="more than 100,000 walks"):
        read_walks(many)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"1" * 10_000, "not JSON"),
        (b"[]", "not a history"),
        (b'{"format": "buyer-guide-history"}', '"version" is not a number'),
        (b'{"format": "buyer-guide-history", "version": true}', '"version" is not a number'),
        (b'{"format": "buyer-guide-history", "version": 2}', "newer version"),
        (b'{"format": "buyer-guide-history", "version": 1}', '"walks" is not a list'),
    ],
)
def test_a_file_that_is_no_history_is_said_so(data: bytes, why: str) -> None:
    with pytest.raises(NoHistoryError, match=why):
        read_walks(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from([*entry(), "other"])


@given(JSON)
def test_any_json_is_read_or_refused_in_a_line(whole: object) -> None:
    for data in (whole, {"format": "buyer-guide-history", "version": 1, "walks": whole}):
        try:
            found = read_walks(json.dumps(data).encode("utf-8", "surrogatepass"), NOW)
        except NoHistoryError as error:
            assert "\n" not in str(error)
        else:
            assert len(found.walks) + len(found.faults) == len(data["walks"])  # type: ignore[index]


@given(st.dictionaries(KEYS, JSON, max_size=4))
def test_any_values_in_an_entry_are_stored_safely_or_refused(changed: dict[str, object]) -> None:
    walks, faults = read(entry(**changed))
    assert len(walks) + len(faults) == 1
    assert not any("\n" in fault or "\x1b" in fault for fault in faults)
    for one in walks:
        assert read_row(row_of(one)) == one


def test_what_was_typed_into_letters_comes_back_cleaned() -> None:
    typed = {"company": "Northwind", "findings.1.cause": "no \x1b deputy"}
    walks, faults = read(entry(typed=typed))
    assert faults == []
    assert walks[0].typed == {"company": "Northwind", "findings.1.cause": "no  deputy"}
    assert read_row(row_of(walks[0])) == walks[0]
    again, _ = read(json.loads(written(walks[0]))["walks"][0])
    assert again == walks


@pytest.mark.parametrize("typed", [["a"], {"a": 1}, {"": "x"}, {"a\x1b": "x"}, {"a": "x" * 4001}])
def test_what_cannot_have_been_typed_is_a_fault(typed: object) -> None:
    walks, faults = read(entry(typed=typed))
    assert (walks, len(faults)) == ([], 1)
