"""Functions of ours in place of WeasyPrint's while it lays out and paints, and no longer.

Each does what WeasyPrint's own does, and says the same; it only does not do it again and again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def replaced(*pairs: tuple[Any, Any]) -> Iterator[None]:
    """Put the second of each pair, a function or a class, wherever WeasyPrint's modules name the first."""
    changed = [
        (module, name, one, other)
        for module in _modules()
        for name, value in vars(module).items()
        for one, other in pairs
        if value is one
    ]
    for module, name, _, other in changed:
        setattr(module, name, other)
    try:
        yield
    finally:
        for module, name, one, _ in changed:
            setattr(module, name, one)


def _modules() -> list[Any]:
    return [module for name, module in sys.modules.items() if name.partition(".")[0] == "weasyprint"]
