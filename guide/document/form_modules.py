"""Forms that are modules of one folder: found by their file names, imported when used."""

import importlib
import os
import sys
from types import ModuleType


class FormModules:
    """The modules of one package, each of them a form."""

    def __init__(self, package: str) -> None:
        self._package = package

    def names(self) -> list[str]:
        """The names of all forms, sorted."""
        folders = sys.modules[self._package].__path__
        files = (entry.name for folder in folders for entry in os.scandir(folder))
        names = (name.removesuffix(".py") for name in files if name.endswith(".py"))
        return sorted(name for name in names if not name.startswith("_"))

    def suffix(self, name: str) -> str:
        """What the name of a file in this form ends with, with the dot."""
        return str(self.load(name).SUFFIX)

    def load(self, name: str) -> ModuleType:
        """The module of this name.

        Raises:
            KeyError: if there is none.

        """
        if name not in self.names():
            raise KeyError(name)
        return importlib.import_module(f"{self._package}.{name}")
