"""Writing packages so that the same parts give the same bytes, and hashing what is in them.

A package is a zip file (ECMA-376 part 2). Its bytes could differ by the order of members, their times and
attributes, and the level of compression; all of them are fixed here, also in packages within packages.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from aibrief_report.digest import digest, sha256
from aibrief_report.ooxml.pixels import picture_hash
from aibrief_report.ooxml.reading import read_package

CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_ATTRIBUTES = 0o600 << 16
"""What zipfile fills in for none at all; said here, so that no version of it can differ."""
_EMBEDDED = re.compile(r"/embeddings/[^/]+\.(?:xlsx|docx|pptx)$", re.IGNORECASE)
# Spreadsheet writers put the time of day into the core properties of the workbook behind a chart.
_WORKBOOK_DATE = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def write_package(members: Mapping[str, bytes], level: int = _LEVEL) -> bytes:
    """Return the bytes of a package with these members: content types first, the rest in order of name."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(members, key=_order):
            package.writestr(_member(name), members[name], compresslevel=level)
    return held.getvalue()


def normalise(package: bytes) -> bytes:
    """Return the same package in its one spelling. Raises `InputError` for one that is unsafe to read."""
    members = read_package(package)
    return write_package({name: _normal(name, data) for name, data in members.items()})


def content_hash(package: bytes) -> str:
    """Return the SHA-256 of what a package holds, whatever its compression: 64 hex digits.

    Two builds of zlib may deflate the same parts to different bytes; this hash is equal for both, also where
    the parts are packages or pictures that are deflated themselves.
    """
    members = read_package(package)
    return digest([[name, _part_hash(name, members[name])] for name in sorted(members)])


def _order(name: str) -> tuple[bool, str]:
    return (name != CONTENT_TYPES, name)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    info.external_attr = _ATTRIBUTES
    return info


def _normal(name: str, data: bytes) -> bytes:
    if not _EMBEDDED.search(name):
        return data
    inner = dict(read_package(data, name))
    if "docProps/core.xml" in inner:
        core = inner["docProps/core.xml"]
        inner["docProps/core.xml"] = _WORKBOOK_DATE.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", core)
    return write_package({part: _normal(part, held) for part, held in inner.items()})


def _part_hash(name: str, data: bytes) -> str:
    if _EMBEDDED.search(name):
        return content_hash(data)
    return picture_hash(data) if name.lower().endswith(".png") else sha256(data)
