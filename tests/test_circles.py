"""No module of the house imports itself in a circle.

Imports inside functions count, and those for types only: a circle opened by importing late is
still a circle for whoever reads it. import-linter's ``layers`` sees neither circles within a
package nor which of two siblings is above the other.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_no_modules_import_each_other() -> None:
    imports = graph(ROOT / "guide")
    assert len(imports) > 100, "the modules of the program"
    assert circles(imports) == []


def test_circles_are_seen() -> None:
    """Late ones too, and those longer than two."""
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
    late = "def f():\n    from house.cellar import door\n    import house.roof\n"
    assert set(imported(late, {"house", "house.cellar", "house.roof"})) == {
        "house.cellar",
        "house.roof",
    }


def graph(package: Path) -> dict[str, set[str]]:
    """Module -> the modules of this package that it imports, wherever in its text."""
    texts = {
        ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path.read_text(encoding="utf-8")
        for path in package.rglob("*.py")
    }
    return {name: set(imported(text, texts.keys())) - {name} for name, text in texts.items()}


def imported(text: str, modules: Collection[str]) -> Iterator[str]:
    """The modules that a text imports."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                # ``from guide.document import words`` needs the module, not what its package says.
                inner = f"{node.module}.{alias.name}"
                if inner in modules:
                    yield inner
                elif node.module in modules:
                    yield node.module


def circles(imports: Mapping[str, set[str]]) -> list[list[str]]:
    """The strongly connected components of more than one module, by Tarjan's algorithm (1972)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    components: list[list[str]] = []

    def visit(module: str) -> None:
        order[module] = low[module] = len(order)
        stack.append(module)
        for other in sorted(imports.get(module, ())):
            if other not in order:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in stack:
                low[module] = min(low[module], order[other])
        if low[module] == order[module]:
            at = stack.index(module)
            component = sorted(stack[at:])
            del stack[at:]
            if len(component) > 1:
                components.append(component)

    for module in sorted(imports):
        if module not in order:
            visit(module)
    return components
