"""Reading how the parts of a package hang together: relationships and content types (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct


class Relationship(Struct, frozen=True):
    """A tie from a part to another, or to what lies outside the package.

    `kind` is the last word of its type ("footnotes", "hyperlink"): what comes before differs between the
    dialects of the format. `target` is as written.
    """

    id: str
    kind: str
    target: str
    external: bool = False


class ContentTypes(Struct, frozen=True):
    """What `[Content_Types].xml` says: types by file ending, and by part in lower case, without a slash."""

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]

    def of(self, part: str) -> str:
        """Return a part's content type; empty where it has none."""
        name = part.lower()
        return self.overrides.get(name) or self.defaults.get(name.rpartition(".")[2], "")


def read_relationships(root: etree._Element) -> tuple[Relationship, ...]:
    """Return the relationships that the root of a `.rels` part holds."""
    return tuple(
        Relationship(
            one.get("Id", ""),
            one.get("Type", "").rpartition("/")[2],
            one.get("Target", ""),
            one.get("TargetMode") == "External",
        )
        for one in root.iterfind("{*}Relationship")
    )


def read_content_types(root: etree._Element) -> ContentTypes:
    """Return what the root of `[Content_Types].xml` says."""
    defaults = {
        one.get("Extension", "").lower(): one.get("ContentType", "") for one in root.iterfind("{*}Default")
    }
    overrides = {
        one.get("PartName", "").removeprefix("/").lower(): one.get("ContentType", "")
        for one in root.iterfind("{*}Override")
    }
    return ContentTypes(defaults, overrides)


def target_part(source: str, target: str) -> str:
    """Return the part that the target of a relationship leads to, seen from its source ("" is the package).

    >>> target_part("word/charts/chart1.xml", "../embeddings/book1.xlsx")
    'word/embeddings/book1.xlsx'
    """
    path = unquote(target.partition("#")[0])
    if path.startswith("/"):
        return path.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else ""


def source_part(relationships: str) -> str:
    """Return the part whose relationships a `.rels` part holds; "" for those of the package itself.

    >>> source_part("word/_rels/document.xml.rels")
    'word/document.xml'
    """
    folder, _, file = relationships.rpartition("/")
    home = folder.removesuffix("_rels").removesuffix("/")
    name = file.removesuffix(".rels")
    return f"{home}/{name}" if home and name else name
