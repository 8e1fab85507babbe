"""The docstrings of structs, of their fields and of kinds, as the words an editor shows."""

import ast
import functools
import importlib
import inspect
import itertools
import re


@functools.cache
def docstrings(module: str) -> dict[str, str]:
    """``Name``, ``Class`` and ``Class.field`` -> its docstring, for a module of this program.

    Python keeps no docstring of a field, so the source is read.
    """
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    words = _assigned(tree.body, "")
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            words[node.name] = for_an_editor(ast.get_docstring(node) or "")
            words |= _assigned(node.body, f"{node.name}.")
    return words


def _assigned(body: list[ast.stmt], prefix: str) -> dict[str, str]:
    """The strings that stand right below an assignment."""
    strings = {}
    for node, below in itertools.pairwise(body):
        name = _target(node)
        if name and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            strings[prefix + name] = for_an_editor(str(below.value.value))
    return strings


def _target(node: ast.stmt) -> str:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return ""


def for_an_editor(docstring: str) -> str:
    """A docstring as an editor should show it: whole paragraphs, Markdown's quotes for code."""
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(docstring))
    return "\n\n".join(" ".join(each.split()) for each in paragraphs).replace("``", "`")
