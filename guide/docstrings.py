"""What a function or a class says of itself, also where Python was told to drop it (``-OO``).

The help of commands stands in docstrings, since there it is read by those who change them.
"""

import functools
import sys
from collections.abc import Callable
from typing import Any


def docstring(thing: Callable[..., object] | type) -> str:
    """Its docstring without the indent; empty if it has none."""
    if thing.__doc__:
        from inspect import cleandoc  # noqa: PLC0415  click needs it too, but not for --version

        return cleandoc(thing.__doc__)
    return _of_module(thing.__module__).get(thing.__name__, "") if sys.flags.optimize > 1 else ""


@functools.cache
def _of_module(name: str) -> dict[str, str]:
    """Every docstring at the top of a module, read from its source."""
    import ast  # noqa: PLC0415  10 ms, and only with -OO

    loader: Any = getattr(sys.modules[name], "__loader__", None)
    source = loader.get_source(name) if hasattr(loader, "get_source") else ""
    documented = (ast.FunctionDef, ast.ClassDef)
    nodes = [node for node in ast.parse(source).body if isinstance(node, documented)]
    return {node.name: ast.get_docstring(node) or "" for node in nodes}
