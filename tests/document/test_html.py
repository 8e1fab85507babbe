"""HTML: one valid file, no script, no request, readable by everybody."""

import re
from itertools import pairwise
from typing import Any

import html5lib
import msgspec
import pytest
from helpers.advice_pages import trail, written

from guide.model.schema import Block, Guide, Source

PAIRS = ["", "flame=smoky", "flame=steady,glass=cracked", "flame=smoky,glass=whole,wind=storm"]
NS = "{http://www.w3.org/1999/xhtml}"
CODES = [
    "failed-audit:opinion=qualified,nature=failure,auditor=disagreement,report=type2,months=3",
    "failed-audit:opinion=adverse,nature=no-evidence,auditor=breakdown,deal=existing",
    "failed-audit:opinion=unqualified,nature=none,auditor=healthy,report=type1",
    "failed-audit:opinion=disclaimer,nature=admin,auditor=scope,report=draft,deal=active",
    "failed-audit:opinion=qualified",
]


def _tree(text: str) -> Any:
    return html5lib.HTMLParser(strict=True).parse(text)


def _pages(tiny: Guide) -> list[str]:
    answers = {"flame": "unsure", "soot": "yes", "glass": "whole", "wind": "skip"}
    pages = [written(tiny, pairs, "html") for pairs in PAIRS]
    found = written(tiny, "flame=smoky,glass=whole", "html", trail=trail(tiny, answers))
    return [*pages, found]


def test_every_page_is_valid_html(tiny: Guide) -> None:
    for text in _pages(tiny):
        _tree(text)


@pytest.mark.parametrize("code", CODES)
def test_the_pages_of_the_guide_that_ships_are_valid_and_whole(shipped: Guide, code: str) -> None:
    text = written(shipped, code.partition(":")[2], "html")
    _check_links(_tree(text))


def test_every_link_inside_a_page_leads_somewhere_and_no_id_stands_twice(tiny: Guide) -> None:
    for text in _pages(tiny):
        _check_links(_tree(text))


def _check_links(tree: Any) -> None:
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    targets = [node.get("href") for node in tree.iter(f"{NS}a")]
    assert {t[1:] for t in targets if t.startswith("#")} <= set(ids)
    assert all(t.startswith(("#", "https://", "http://")) for t in targets)


def test_nothing_in_a_page_runs_or_is_fetched(tiny: Guide) -> None:
    for text in _pages(tiny):
        tree = _tree(text)
        names = {node.tag.removeprefix(NS) for node in tree.iter() if isinstance(node.tag, str)}
        assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
        attributes = {name for node in tree.iter() for name in node.keys()}  # noqa: SIM118
        assert not {name for name in attributes if name.startswith("on") or name == "src"}
        style = tree.find(f".//{NS}style").text
        assert "url(" not in style
        assert "@import" not in style


def test_a_page_has_a_language_a_title_and_one_heading_of_the_first_order(tiny: Guide) -> None:
    tree = _tree(written(tiny, "flame=smoky,glass=whole", "html"))
    assert tree.get("lang") == "en"
    assert tree.find(f".//{NS}title").text == "Is the lantern safe to light? (Smoky, Whole)"
    assert [node.text for node in tree.iter(f"{NS}h1")] == ["Is the lantern safe to light?"]
    assert tree.find(f".//{NS}main") is not None
    levels = [int(n.tag[-1]) for n in tree.iter() if re.fullmatch(rf"{NS}h\d", str(n.tag))]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_verdicts_tone_is_said_in_words(tiny: Guide) -> None:
    text = written(tiny, "flame=smoky,glass=cracked", "html")
    assert '<p class="tone tone-error">Verdict: Do not light it</p>' in text


def test_marks_lead_to_the_list_and_back(tiny: Guide) -> None:
    text = written(tiny, "flame=smoky,glass=cracked", "html")
    assert '<a href="#fact-F2" id="from-verdict-cracked-F2">F2</a>' in text
    assert '<a href="#from-verdict-cracked-F2"' in text
    assert '<a href="#judgement-J1" id="from-steps-always-J1">J1</a>' in text


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("example.org/a?b=c&d=e", "https://example.org/a?b=c&d=e"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("example.org/...", None),
        ("example.org evil.org", None),
        ("user@example.org", None),
        ("//example.org", None),
        ("localhost/x", None),
        ("not an address", None),
    ],
)
def test_only_the_address_of_a_web_page_becomes_a_link(
    tiny: Guide, address: str, target: str | None
) -> None:
    guide = msgspec.structs.replace(tiny, sources=(Source("KEEPER", "Keeper", address),))
    tree = _tree(written(guide, "flame=smoky,glass=whole", "html"))
    found = [n.get("href") for n in tree.iter(f"{NS}a") if not n.get("href").startswith("#")]
    assert found == ([target] if target else [])
    assert address in "".join(tree.itertext())


def test_lists_keep_their_first_number(tiny: Guide) -> None:
    block = Block("b", "3. three\n4. four", judgement="So.")
    guide = msgspec.structs.replace(tiny, blocks={"steps": (block,)})
    assert '<ol start="3">' in written(guide, "flame=smoky,glass=whole", "html")


def _schemes(text: str) -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{(.*?)\}", text, re.DOTALL)[:2]
    read = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in (light, dark)]
    return {"light": read[0], "dark": {**read[0], **read[1]}}


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(tiny: Guide, scheme: str) -> None:
    colours = _schemes(written(tiny, "", "html"))[scheme]
    pairs = [(text, ground) for text in ("text", "muted", "link") for ground in ("page", "raised")]
    pairs += [(tone, f"{tone}-page") for tone in ("success", "warning", "error", "neutral")]
    low = {pair: _contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}
