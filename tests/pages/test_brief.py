"""The brief is one sheet of paper, printed by a real browser."""

import datetime
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from guide.document.formats import write
from guide.journey.code import locate, read_pairs
from guide.model.schema import Guide
from guide.pages.brief import brief_page
from guide.plan.inputs import Inputs
from guide.sales.brief import MOST, OPENING, make_brief

DAY = datetime.date(2026, 11, 28)
LONGEST = (
    "opinion=qualified,nature=admin,auditor=breakdown,report=type2,deal=board,months=3,proof=shown,"
    "licence=tool"
)
"""Of 4,000 scenarios one of those with the most words on their brief, and with dates."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_longest_brief_prints_on_one_sheet(shipped: Guide, size: str, tmp_path: Path) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        pytest.skip(f"NOT CHECKED that a brief prints on one sheet of {size}: no browser here")
    scenario = locate(shipped, read_pairs(shipped, LONGEST)).scenario
    brief = make_brief(shipped, scenario, DAY, Inputs(report_date=DAY))
    assert (len(brief.opening), len(brief.likely), bool(brief.dates)) == (OPENING, MOST, True)
    style = f"<style>@page sheet {{ size: {size}; }}</style></head>"
    page = write(brief_page(brief, DAY), "html").replace("</head>", style)
    (tmp_path / "brief.html").write_text(page, encoding="utf-8")
    printed = tmp_path / "brief.pdf"
    subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={printed}",
            (tmp_path / "brief.html").as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) == 1
