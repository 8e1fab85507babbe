"""What is laid out once where Textual would do it twice."""

from textual.geometry import Size
from textual.widget import Widget


class LaidOnce(Widget):
    """A widget around which nothing moves when only what it holds has another size.

    Textual lays the whole screen out again after any such change: 8 ms of each new page. What a
    scrollbar that comes or goes needs it does all the same.
    """

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: ARG002, FBT001, FBT002 - Textual's
    ) -> bool:
        return super()._size_updated(size, virtual_size, container_size, layout=False)
