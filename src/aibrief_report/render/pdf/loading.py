"""WeasyPrint without what it loads for other fonts than a brief's: that comes when it is first called.

It loads fontTools' subsetter and instancer, a fifth of its own time to load. The one is called where HarfBuzz
cannot cut fonts down, the other for variable fonts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

LATE = ("fontTools.subset", "fontTools.varLib.instancer")


class _StandIn(ModuleType):
    """A module all of whose names are functions, which load the real one when they are called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return partial(_call, self.__name__, name)


def _call(module: str, name: str, *given: Any, **named: Any) -> Any:
    return getattr(import_module(module), name)(*given, **named)


def load_weasyprint() -> None:
    """Import WeasyPrint, where this was not done before."""
    stand_ins = {name: _StandIn(name) for name in LATE if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        import weasyprint  # noqa: F401  # here: it takes 0.4 s
    finally:
        for name in stand_ins:
            del sys.modules[name]
