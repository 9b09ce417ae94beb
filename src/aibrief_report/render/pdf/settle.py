"""Objects whose bytes are known: pydyf makes and compresses each twice, to write and to hash it."""

from __future__ import annotations

from functools import cache
from typing import Any


def settle(pdf: Any) -> None:
    """Fix the bytes of all objects of a PDF (a `pydyf.PDF`), which nothing changes from here on."""
    pdf.objects[:] = [_class()(item) if item.free == "n" else item for item in pdf.objects]


@cache
def _class() -> Any:
    import pydyf  # type: ignore[import-untyped]  # comes with WeasyPrint, ships no types

    class Settled(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
        """An object of a PDF with its bytes."""

        data, compressible = b"", False

        def __init__(self, item: Any) -> None:
            super().__init__()
            self.number, self.generation = item.number, item.generation
            self.data, self.compressible = item.data, item.compressible

    return Settled
