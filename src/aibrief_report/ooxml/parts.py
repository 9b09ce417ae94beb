"""The two kinds of parts that every package has: the list of content types, and relationships."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aibrief_report.ooxml.markup import part, tag
from aibrief_report.ooxml.names import ContentType

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DEFAULTS: Mapping[str, str] = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "odttf": ContentType.FONT,
    "png": "image/png",
    "rels": ContentType.RELATIONSHIPS,
    "svg": ContentType.SVG,
    "xml": ContentType.XML,
}


def content_types(types: Mapping[str, str]) -> bytes:
    """Return `[Content_Types].xml` for parts (names without a leading slash) and their content types."""
    extensions = {name: name.rpartition(".")[2].lower() for name in types}
    usual = {end for name, end in extensions.items() if _DEFAULTS.get(end) == types[name]} | {"rels", "xml"}
    defaults = (tag("Default", Extension=end, ContentType=_DEFAULTS[end]) for end in sorted(usual))
    overrides = (
        tag("Override", PartName=f"/{name}", ContentType=types[name])
        for name in sorted(types)
        if _DEFAULTS.get(extensions[name]) != types[name]
    )
    return part("Types", f'xmlns="{_TYPES}"', *defaults, *overrides)


def relationships(found: Iterable[tuple[str, str, str]]) -> bytes:
    """Return a part's relationships within the package: id, type and target of each."""
    parts = (tag("Relationship", Id=one, Type=kind, Target=target) for one, kind, target in found)
    return part("Relationships", f'xmlns="{_RELATIONSHIPS}"', *parts)


def relationships_name(name: str) -> str:
    """Return the name of the part that holds a part's relationships; "" stands for the package itself."""
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"
