"""The files of a site: the same bytes twice, small, closed to all, every link with an end."""

import gzip
import hashlib
import html
import re
from base64 import b64encode
from pathlib import Path

import html5lib
import pytest
from helpers.running import TINY, here
from msgspec.structs import replace

from guide.model.schema import Guide
from guide.site.index import script
from guide.site.make import site
from guide.site.missing import missing

INDEX = "index.html"


@pytest.fixture(scope="module")
def files(shipped: Guide) -> dict[str, str]:
    """The site of the guide that ships."""
    return {file.path: file.data.decode() for file in site(shipped)}


def test_the_same_content_gives_the_same_bytes(shipped: Guide, files: dict[str, str]) -> None:
    assert {file.path: file.data.decode() for file in site(shipped)} == files


def test_it_is_small(files: dict[str, str]) -> None:
    whole = {path: text.encode() for path, text in files.items()}
    # 70 kB were the aim. The guide's words take 56 of 77, 5 of them the ways in which a question is
    # put, without which half as many find their reply; script 15, style 4. It grows with the guide.
    assert len(gzip.compress(whole[INDEX], 9)) <= 79_000
    assert len(gzip.compress(script().encode(), 9)) <= 15_700
    assert len(script()) <= 39_000
    assert sum(map(len, whole.values())) <= 2_000_000


def test_a_page_runs_and_shows_what_stands_in_it_and_fetches_nothing(files: dict[str, str]) -> None:
    for path, text in files.items():
        policy = html.unescape(re.findall(r'-Policy" content="([^"]*)"', text)[0])
        rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
        scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
        assert rules.pop("default-src") == "'none'"
        assert rules.pop("img-src") == "data:"
        assert rules.pop("style-src") == _hash(*styles)
        assert rules.pop("script-src", "") == (_hash(*scripts) if path == INDEX else "")
        assert set(rules.values()) == {"'none'"}
        assert not re.search(
            r"\bon\w+=|\bstyle=|<(link|img|iframe|script) [^>]*(src|href)=.http", text
        )
        assert "localStorage" not in text
        assert "cookie" not in script()


def _hash(text: str) -> str:
    digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def test_every_link_leads_somewhere_without_script(files: dict[str, str]) -> None:
    trees = {
        path: html5lib.parse(text, namespaceHTMLElements=False) for path, text in files.items()
    }
    anchors = {
        path: {e.get("id") for e in tree.iter() if e.get("id")} for path, tree in trees.items()
    }
    for path, tree in trees.items():
        for link in tree.iter("a"):
            file, _, anchor = (link.get("href") or "").partition("#")
            if "://" in file or (path == INDEX and link.get("hidden") is not None):
                continue
            parts = [p for p in (*path.split("/")[:-1], *file.split("/")) if p] if file else [path]
            target = "/".join(parts[2:] if parts[1:2] == [".."] else parts)
            assert target in files, (path, link.get("href"))
            assert not anchor or anchor in anchors[target] or target == INDEX, (path, anchor)


def test_pages_name_their_title_language_and_description(files: dict[str, str]) -> None:
    titles = set()
    for path, text in files.items():
        html5lib.HTMLParser(strict=True).parse(text)
        assert '<html lang="en">' in text
        assert '<meta name="robots" content="index, follow">' in text
        description = re.findall(r'<meta name="description" content="([^"]*)"', text)
        assert len(description[0]) > 20, path
        titles.add(re.findall("<title>(.*?)</title>", text)[0])
    assert len(titles) == len(files)


def test_pages_written_once_tell_dates_and_no_ages(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path != INDEX:
            assert not re.search(r"\d (day|week|month|year)s? ago|[Dd]ue for review", text), path
            assert "guide ask" not in text, "a browser has no terminal"


def test_each_page_says_once_when_its_facts_were_checked(files: dict[str, str]) -> None:
    for path, text in files.items():
        assert text.partition('<script type="app')[0].count("Facts as of") == 1, path


def test_an_address_makes_canonical_links(tiny: Guide) -> None:
    guide = replace(tiny, head=replace(tiny.head, address="https://guide.example.org"))
    text = {file.path: file.data.decode() for file in site(guide)}
    assert '<link rel="canonical" href="https://guide.example.org/">' in text[INDEX]
    assert "https://guide.example.org/pages.html" in text["pages.html"]


def test_what_is_missing_is_named(tiny: Guide) -> None:
    lines = " ".join(missing(tiny))
    assert "'address'" in lines
    assert "glance.yaml" in lines


def test_the_command_writes_a_site_and_checks_one(tmp_path: Path) -> None:
    ran = here("site", str(TINY), "-o", str(tmp_path / "public"))
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "public" / INDEX).is_file()
    assert ran.err.startswith(f"{len([*(tmp_path / 'public').rglob('*.html')])} files written to ")
    checked = here("site", str(TINY), "--check")
    assert checked.code == 1
    assert "'address' in guide.yaml" in checked.out


def test_a_site_needs_a_folder_and_a_guide_without_problems(tmp_path: Path) -> None:
    assert "-o DIR" in here("site", str(TINY)).err
    (tmp_path / "file").write_text("")
    ran = here("site", str(TINY), "-o", str(tmp_path / "file" / "in"))
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "can't be written" in ran.err
