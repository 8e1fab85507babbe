from typing import Any

from guide.history.listing import Row
from guide.history.search_walks import finder
from guide.history.walk_words import Wording
from guide.model.schema import Guide


def row(code: str = "tiny:flame=smoky,glass=cracked", **named: Any) -> Row:
    whole = Row("w" + "a" * 24, "tiny", code, 1, 0, "", "")
    return whole._replace(**named)


def found(tiny: Guide, words: str, one: Row) -> bool:
    wanted = finder({"tiny": tiny}, words)
    return wanted is None or wanted(one)


def test_no_words_look_for_nothing(tiny: Guide) -> None:
    assert finder({"tiny": tiny}, " \t ") is None


def test_a_word_stands_in_the_name_the_note_the_code_or_the_answers(tiny: Guide) -> None:
    one = row(name="Northwind", note="call\nthem Ärger")
    for words in ("north", "NORTHWIND", "them", "ärger", "glass=cracked", "Flame", "lantern",
                  "cracked them north", "waaaaaaaa", "tiny:"):  # fmt: skip
        assert found(tiny, words, one), words
    for words in ("south", "wind", "racked", "north south", "steady", "waab", "aaa"):
        assert not found(tiny, words, one), words


def test_a_word_is_found_by_its_beginning(tiny: Guide) -> None:
    assert not found(tiny, "qualified", row(name="Unqualified"))
    assert found(tiny, "qualified", row(name="Deal (Qualified)"))
    assert found(tiny, "qualified", row(note="pre-qualified"))
    assert found(tiny, "2026", row(name="Q2026"))
    assert found(tiny, "会社", row(name="東京会社"))


def test_the_words_of_the_answers_that_were_chosen_are_found(tiny: Guide) -> None:
    one = row(answers='{"flame":"unsure","soot":"yes","glass":"cracked"}')
    assert found(tiny, "not sure", one)
    assert not found(tiny, "not sure", row(answers='{"flame":"smoky","glass":"cracked"}'))


def test_labels_are_those_of_the_walks_own_guide(tiny: Guide) -> None:
    assert not found(tiny, "flame", row("other:a=b", guide="other"))
    assert found(tiny, "other", row("other:a=b", guide="other"))


def test_hostile_words_are_words(tiny: Guide) -> None:
    one = row(name="[/red] $x %_*")
    assert found(tiny, "[/red] $x %_*", one)
    assert not found(tiny, "%", row(name="x"))


def test_a_walk_is_called_by_its_name_or_its_scenario(tiny: Guide) -> None:
    wording = Wording({"tiny": tiny})
    assert wording.title(row(name="Ours")) == "Ours"
    words = wording.title(row())
    assert words.startswith("Flame: Smoky · Glass: ")
    assert wording.words(row("tiny:flame=gone,other=x")) == "Nothing settled yet"
    assert Wording({}).words(row()) == row().code
