"""The tree while it grows: elements of the structure, and the pieces of pages that belong to them."""

from __future__ import annotations

from typing import Any, TypeAlias

from msgspec import Struct, field


class Mark(Struct, frozen=True):
    """A marked piece of a page's content; `page` counts from 0, `mcid` within the page."""

    page: int
    mcid: int


class Area(Struct, frozen=True):
    """The area of a link on a page: its annotation."""

    page: int
    annotation: Any


Kid: TypeAlias = "Node | Mark | Area"


class Node(Struct, eq=False):
    """A structure element (ISO 32000-1, 14.7.2). `kind` is its type, such as `P`.

    `entries` are further entries of its dictionary (`Alt`, `Lang`, …), `attributes` those of the attribute
    object of the owner `owner` (`Table`, `List`, `Layout`). `name` is the id of its element on the page.
    """

    kind: str
    kids: list[Kid] = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)
    owner: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    name: str = ""

    def add(self, kid: Kid) -> None:
        """Append a kid."""
        self.kids.append(kid)

    def add_after(self, before: Kid | None, kid: Kid) -> None:
        """Put a kid behind another of its kids; at the end where that is none of them."""
        at = self.kids.index(before) + 1 if before in self.kids else len(self.kids)
        self.kids.insert(at, kid)
