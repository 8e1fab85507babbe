"""Forms that are modules of one folder: found by their file names, imported when used."""

import importlib
import os
from types import ModuleType


class Leaves:
    """The modules of one package, each of them a form."""

    def __init__(self, package: str, folder: str) -> None:
        self._package, self._folder = package, folder

    def names(self) -> list[str]:
        """The names of all forms, sorted."""
        files = (entry.name for entry in os.scandir(self._folder))
        names = (name.removesuffix(".py") for name in files if name.endswith(".py"))
        return sorted(name for name in names if not name.startswith("_"))

    def load(self, name: str) -> ModuleType:
        """The module of this name.

        Raises:
            KeyError: if there is none.

        """
        if name not in self.names():
            raise KeyError(name)
        return importlib.import_module(f"{self._package}.{name}")
