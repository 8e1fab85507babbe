"""What stands on a page, whatever it stands below."""

from collections.abc import Iterable, Iterator

from guide.document.blocks import Block, Columns, Document, Entries, Line, Section, plain


def every_block(document: Document) -> Iterator[Block]:
    """All blocks of a page; of columns, what stands there where there is no room for them."""
    return _inside((*document.head, *document.blocks))


def _inside(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from _inside(block.blocks)
        elif isinstance(block, Columns):
            yield from _inside(block.stacked)


def lines(document: Document) -> list[str]:
    """The paragraphs of a page."""
    return [plain(block.text) for block in every_block(document) if isinstance(block, Line)]


def items(document: Document) -> list[str]:
    """The entries of its lists."""
    lists = (block for block in every_block(document) if isinstance(block, Entries))
    return [plain(entry.text) for listing in lists for entry in listing.entries]
