"""What can be an id, and what can be the name of a file wherever a guide is checked out."""

import pytest
from msgspec.structs import replace

from guide.model.schema import Guide, Section
from guide.reading.check_links import check_links
from guide.reading.collector import Problems
from guide.reading.names import is_file_name


@pytest.mark.parametrize("name", ["con", "NUL.txt", "Com1", "lpt9.tar.gz", "aux.", "end."])
def test_a_name_that_windows_refuses_is_refused_for_a_guide_and_a_section(
    name: str, tiny: Guide
) -> None:
    problems = Problems()
    head = replace(tiny.head, id=name, sections=(*tiny.sections, Section(name, "Title")))
    check_links(replace(tiny, head=head), problems)
    message = f"{name!r} can't be the name of a file on Windows; choose another"
    assert [(p.code, p.message) for p in problems.sorted()] == [("S205", message)] * 2


@pytest.mark.parametrize("name", ["console", "nullable", "com10", "failed-audit", "a.con"])
def test_a_name_that_only_looks_like_one_is_fine(name: str) -> None:
    assert is_file_name(name)
