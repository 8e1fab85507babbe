"""The small guide with cases."""

import pytest
from helpers.practicing import practice_guide

from guide.model.schema import Guide


@pytest.fixture(scope="session")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The small guide, with cases and a course."""
    return practice_guide(tmp_path_factory.mktemp("lamps"))
