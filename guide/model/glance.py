"""What is there for somebody who answers nothing: ``glance.yaml`` and ``terms.yaml``."""

from guide.model.basic import Id, Markdown, Placed, Reasoned


class GlancePassage(Reasoned, frozen=True):
    """A piece of Markdown that everybody sees."""

    id: Id
    """Unique in the glance."""
    body: Markdown
    """What the reader sees: paragraphs, ``**strong**``, ``*emphasis*``, lists and quotes."""


class GlanceRow(Reasoned, frozen=True):
    """A row of a table; its first cell names it."""

    id: Id
    """Unique in the glance."""
    cells: tuple[str, ...]
    """As many as the table's head has."""


class GlanceTable(Placed, frozen=True):
    """A few things side by side."""

    head: tuple[str, ...]
    """What each column says."""
    rows: tuple[GlanceRow, ...]
    """From top to bottom."""


class GlanceSection(Placed, frozen=True):
    """A heading with passages, a table, or both."""

    id: Id
    """Unique in the glance."""
    title: str
    """The heading."""
    blocks: tuple[GlancePassage, ...] = ()
    """What stands below it."""
    table: GlanceTable | None = None
    """Stands below the passages."""


class Glance(Placed, frozen=True):
    """``glance.yaml``: the guide at a glance."""

    sections: tuple[GlanceSection, ...]
    """In order."""
    title: str = "At a glance"
    """What the page is called."""


class Term(Reasoned, frozen=True):
    """A word of the glossary."""

    id: Id
    """Unique among the terms."""
    term: str
    """The word as a page writes it."""
    says: str
    """What it means, in one plain sentence."""
    also: tuple[str, ...] = ()
    """Other words for the same, as a page or a search may write them."""
    confused_with: str = ""
    """What it is not."""
