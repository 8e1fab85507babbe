"""How a reply is written, wherever it stands."""

from guide.model.replies import NeverSay
from guide.pages.replies import never_phrases


def test_the_star_that_stands_for_any_ending_is_not_read_out() -> None:
    row = NeverSay(phrases=("guarantee*", "we promise", "nitpick*"), why="", instead="")
    assert never_phrases(row) == "\u201cguarantee\u201d and \u201cwe promise\u201d"
    assert never_phrases(row, 1) == "\u201cguarantee\u201d"
