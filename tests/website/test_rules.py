"""The script of a site gives what Python gives: the same blocks, words and answers.

Needs node. The pages of the guide that ships can't all be listed: they are drawn by chance, with a
fixed seed, a third of them where GUIDE_BROWSER is set, as it is in ``.ci/run``, else a tenth.
"""

import datetime
import html
import re
from pathlib import Path
from typing import Any

import pytest
from helpers.advice_pages import with_words
from helpers.hostile_map import NASTY
from helpers.script import NODE, WHY_NOT, ask_script, by_chance, page_of, pairs_of, share, some_walk
from helpers.small_guides import every_walk

from guide.compare.neighbors import WhatIf, what_if
from guide.document.writers.html import blocks_html
from guide.journey.advice import advise
from guide.journey.code import CodeError, locate, read_pairs, split_code, write_code
from guide.journey.journey import Journey
from guide.journey.labels import step_line
from guide.journey.progress import progress
from guide.journey.search import search
from guide.journey.sharpen import sharpest_question
from guide.journey.verified import checked_line, verified_line
from guide.journey.walk import walk
from guide.model.schema import Guide
from guide.pages import brief, replies
from guide.pages.advice import Frame, document
from guide.pages.whatif import details, heading, summary
from guide.sales.asked import asked_for
from guide.sales.brief import make_brief
from guide.sales.ready import ready_replies
from guide.site.judgments import elsewhere
from guide.states.shortest import Shortest, goal_of

pytestmark = pytest.mark.skipif(NODE is None, reason=WHY_NOT)
TODAY = datetime.datetime.now().astimezone().date()
_INLINE = re.compile(r"</?(?:a|em|strong|span|sup|small|code)\b[^>]*>")


def test_pages_hold_the_same_blocks_in_the_same_order(shipped: Guide, tmp_path: Path) -> None:
    """Pages drawn by chance, finished and not, and one for each block of the guide."""
    chance = by_chance()
    walks = [some_walk(shipped, chance) for _ in share(8_000)]
    walks += [some_walk(shipped, chance, steps=chance.randrange(12)) for _ in share(4_000)]
    shortest = Shortest(shipped)
    ways = [shortest.to_page(goal_of(b)) for s in shipped.blocks.values() for b in s]
    walks += [way for way in ways if way is not None]
    answers = ask_script(shipped, tmp_path, [("page", pairs_of(each)) for each in walks])
    assert answers == [page_of(shipped, each) for each in walks]
    shown = {block for _, _, blocks in answers for block in blocks}
    assert len(shown) == sum(map(len, shipped.blocks.values()))


def test_every_page_of_a_small_guide_is_the_same(tiny: Guide, tmp_path: Path) -> None:
    walks = [*every_walk(tiny)]
    answers = ask_script(tiny, tmp_path, [("page", pairs_of(each)) for each in walks])
    assert answers == [page_of(tiny, each) for each in walks]


def test_an_unfinished_walk_knows_what_is_open(shipped: Guide, tmp_path: Path) -> None:
    chance = by_chance()
    walks = [some_walk(shipped, chance, steps=chance.randrange(8)) for _ in share(400)]
    answers = ask_script(shipped, tmp_path, [("open", pairs_of(each)) for each in walks])
    for each, answer in zip(walks, answers, strict=True):
        journey = Journey(shipped, each)
        sharper = sharpest_question(shipped, journey.scenario, journey.open)
        following = journey.walked.next
        words = progress(shipped, journey.walked, following).words if following else ""
        assert answer == [[*journey.open], sharper.id if sharper else "", words], each


def test_codes_open_the_same_page_or_none(shipped: Guide, tmp_path: Path) -> None:
    chance = by_chance()
    codes = [shipped.id, "other-guide:a=b", "nonsense=1", "opinion=never", "opinion=a,opinion=b"]
    codes += ["opinion=unset", "a b", "constructor=x", "__proto__=x"]
    for _ in share(250):
        scenario = dict(walk(shipped, some_walk(shipped, chance)).scenario)
        for facet in [*scenario]:
            if chance.random() < 0.2:
                del scenario[facet]
            elif chance.random() < 0.1:
                scenario[facet] = chance.choice(shipped.facet[facet].values).id
        codes.append(write_code(shipped, scenario))
    answers = ask_script(shipped, tmp_path, [("code", code) for code in codes])
    assert answers == [_place(shipped, code) for code in codes]
    assert answers.count(None) > 5


def _place(guide: Guide, code: str) -> list[Any] | None:
    name, pairs = split_code(code)
    if name not in ("", guide.id):
        return None
    try:
        place = locate(guide, read_pairs(guide, pairs))
    except CodeError:
        return None
    return [pairs_of(place.answers), [*place.open]]


def test_a_changed_answer_keeps_and_drops_the_same(shipped: Guide, tmp_path: Path) -> None:
    chance = by_chance()
    changes = []
    for _ in share(600):
        answers = some_walk(shipped, chance, steps=chance.randrange(1, 12))
        where = walk(shipped, answers)
        asked = where.next if chance.random() < 0.2 else None
        question = asked or chance.choice(where.trail).question
        changes.append((answers, question, chance.choice(question.options).id))
    asked_of = [("change", [pairs_of(a), q.id, o]) for a, q, o in changes]
    for (answers, question, option), result in zip(
        changes, ask_script(shipped, tmp_path, asked_of), strict=True
    ):
        journey = Journey(shipped, answers).answered(question, option)
        assert result == [pairs_of(journey.answers), journey.notice]


def test_the_text_of_a_page_is_that_of_the_html(shipped: Guide, tmp_path: Path) -> None:
    """All of it: terms where they first appear, marks, claims, judgments, sources, ages."""
    chance = by_chance()
    walks = [some_walk(shipped, chance) for _ in share(250)]
    walks += [some_walk(shipped, chance, steps=chance.randrange(6)) for _ in share(50)]
    asked = [("parts", pairs_of(each)) for each in walks]
    pages = ask_script(shipped, tmp_path, asked)
    for each, parts in zip(walks, pages, strict=True):
        where = walk(shipped, each)
        page = advise(shipped, Journey(shipped, each).scenario)
        whole = document(
            page, Frame(TODAY, where.trail, commands=False, sources=elsewhere(shipped))
        )
        assert _script_text(parts) == _text(blocks_html(whole.blocks)), each


def test_replies_and_brief_are_worded_the_same(shipped: Guide, tmp_path: Path) -> None:
    chance = by_chance()
    walks = [some_walk(shipped, chance, steps=chance.randrange(3, 20)) for _ in share(200)]
    answers = ask_script(shipped, tmp_path, [("sales", pairs_of(each)) for each in walks])
    for each, (replies_parts, brief_parts) in zip(walks, answers, strict=True):
        scenario = Journey(shipped, each).scenario
        ready = ready_replies(shipped, scenario)
        whole = replies.document(shipped, scenario, ready, Frame(TODAY, sources=elsewhere(shipped)))
        assert _script_text(replies_parts) == _text(blocks_html(whole.blocks)), each
        page = make_brief(shipped, scenario, TODAY)
        whole = brief.document(page, TODAY)
        assert _script_text(brief_parts) == _text(blocks_html(whole.blocks)), each


def test_a_question_in_any_words_brings_the_same_replies(shipped: Guide, tmp_path: Path) -> None:
    chance = by_chance()
    assert shipped.replies is not None
    phrases = [phrase for reply in shipped.replies.replies for phrase in reply.asked]
    words = [each for phrase in phrases for each in phrase.split()]
    queries = [chance.choice(phrases) for _ in share(100)]
    queries += [" ".join(chance.sample(words, chance.randrange(1, 5))) for _ in share(100)]
    walks = [some_walk(shipped, chance, steps=chance.randrange(3, 20)) for _ in queries]
    asked = [("asked", [pairs_of(each), query]) for each, query in zip(walks, queries, strict=True)]
    for each, query, parts in zip(
        walks, queries, ask_script(shipped, tmp_path, asked), strict=True
    ):
        scenario = Journey(shipped, each).scenario
        some = asked_for(shipped, ready_replies(shipped, scenario), query)
        frame = Frame(TODAY, sources=elsewhere(shipped))
        whole = replies.document(shipped, scenario, some, frame, query)
        assert _script_text(parts) == _text(blocks_html(whole.blocks)), query


def _script_text(parts: list[Any]) -> list[str]:
    return _text(re.sub("<button.*?</button>", "", "\n".join(markup for _, _, markup in parts)))


def _text(markup: str) -> list[str]:
    return html.unescape(re.sub("<[^>]*>", " ", _INLINE.sub("", markup))).split()


def test_the_age_is_worked_out_on_the_day_of_reading(shipped: Guide, tmp_path: Path) -> None:
    (age,) = ask_script(shipped, tmp_path, [("age", None)])
    assert age == {"line": verified_line(shipped, TODAY), "foot": checked_line(shipped, TODAY)}


def test_searches_rank_the_same(shipped: Guide, tmp_path: Path) -> None:
    chance = by_chance()
    bodies = " ".join(b.body for s in shipped.blocks.values() for b in s)
    words = sorted(set(re.findall(r"\w+", bodies)))
    queries = [" ".join(chance.sample(words, chance.randrange(1, 4))) for _ in share(180)]
    queries += ["bridge letter", "what do I say tomorrow", "firing the auditor", "xyzzy", "the"]
    queries += [" ".join(row) for row in shipped.head.synonyms][: len(share(15))]
    answers = ask_script(shipped, tmp_path, [("search", query) for query in queries])
    for query, hits in zip(queries, answers, strict=True):
        wanted = [[h.title, h.excerpt, pairs_of(h.answers)] for h in search(shipped, query)]
        assert hits == wanted, query


def test_what_if_says_the_same(shipped: Guide, tmp_path: Path) -> None:
    chance = by_chance()
    walks = [some_walk(shipped, chance) for _ in share(60)]
    answers = ask_script(shipped, tmp_path, [("whatif", pairs_of(each)) for each in walks])
    for each, result in zip(walks, answers, strict=True):
        assert result == _what_if(what_if(shipped, each)), each


def _what_if(result: WhatIf) -> dict[str, Any]:
    return {
        "summary": [[*line] for line in summary(result)],
        "questions": [
            {
                "title": step_line(result.guide, *question.step),
                "others": [
                    [
                        heading(result, other),
                        [[*row] for row in details(result, other)],
                        pairs_of(other.answers),
                    ]
                    for other in (*question.effects, *question.further)
                ],
                "same": [other.option.label for other in question.idle],
            }
            for question in result.questions
        ],
    }


@pytest.mark.parametrize("words", [*NASTY, "</script><script>alert(1)</script>", "<!--<script>"])
def test_hostile_words_arrive_as_they_are_written(tiny: Guide, tmp_path: Path, words: str) -> None:
    guide = with_words(tiny, words, "Plain body.")
    (answers, *_) = every_walk(guide)
    (parts,) = ask_script(guide, tmp_path, [("parts", pairs_of(answers))])
    where = walk(guide, answers)
    whole = document(
        advise(guide, where.scenario),
        Frame(TODAY, where.trail, commands=False, sources=elsewhere(guide)),
    )
    assert _script_text(parts) == _text(blocks_html(whole.blocks))
    assert "<script" not in "".join(markup for _, _, markup in parts)
