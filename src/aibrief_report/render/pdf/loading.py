"""WeasyPrint without what it loads for other fonts than a brief's: that comes when it is first called.

It loads fontTools' subsetter and instancer, a fifth of its own time to load. The one is called where HarfBuzz
cannot cut fonts down, the other for variable fonts. It also searches for each of its C libraries, which are
opened by their names all the same.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
        with _no_search():
            import weasyprint  # noqa: F401  # here: it takes 0.3 s
    finally:
        for name in stand_ins:
            del sys.modules[name]


@contextmanager
def _no_search() -> Iterator[None]:
    """Keep ctypes from searching for C libraries on Linux: it asks gcc, ld and ldconfig, fifty times in all.

    WeasyPrint names a library as each system does, and has ctypes search for each name that is not a file's.
    On Linux a search gives no more than a file's name, which WeasyPrint tries by itself; elsewhere a path.
    """
    from ctypes import util

    own = util.find_library
    if sys.platform == "linux":
        util.find_library = _nothing
    try:
        yield
    finally:
        util.find_library = own


def _nothing(name: str) -> None:
    """Find no library."""
