"""A recovery plan on a screen: its answer and its chart, a table of its phases, all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import DataTable

from guide.document.blocks import Section, Table, plain
from guide.pages.plan import plan_blocks
from guide.tui.widgets.document import DocumentText

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from guide.document.blocks import Block
    from guide.plan.records import Plan


class PhaseTable(DataTable[str], can_focus=False):
    """A table of the plan. It is to be read: nothing in it can be chosen."""

    DEFAULT_CSS = """
    PhaseTable { height: auto; margin: 0 0 0 1; background: $background; }
    PhaseTable > .datatable--header { background: $bar; color: $heading; }
    PhaseTable > .datatable--odd-row { background: $background; }
    PhaseTable > .datatable--even-row { background: $background; }
    """

    def __init__(self) -> None:
        super().__init__(cursor_type="none", zebra_stripes=False)

    def show(self, table: Table) -> None:
        """Show another table."""
        self.clear(columns=True)
        self.add_columns(*table.head)
        self.add_rows([plain(cell) for cell in row] for row in table.rows)


class PlanText(Vertical):
    """The plan as every format has it; only its table is a widget of its own."""

    DEFAULT_CSS = "PlanText { height: auto; }"

    def __init__(self) -> None:
        super().__init__(id="plan")

    def compose(self) -> ComposeResult:
        """What stands above the table, the table, what stands below it."""
        yield DocumentText((), id="plan-answer")
        yield PhaseTable()
        yield DocumentText((), id="plan-rest")

    def show(self, plan: Plan) -> None:
        """Show another plan."""
        before: list[Block] = []
        after: list[Block] = []
        table = None
        for block in plan_blocks(plan):
            if isinstance(block, Section) and isinstance(block.blocks[0], Table):
                table = block.blocks[0]
                before.append(block._replace(blocks=()))  # its heading
            else:
                (after if table else before).append(block)
        self.query_one("#plan-answer", DocumentText).show(before)
        self.query_one("#plan-rest", DocumentText).show(after)
        phases = self.query_one(PhaseTable)
        phases.display = table is not None
        if table is not None:
            phases.show(table)
