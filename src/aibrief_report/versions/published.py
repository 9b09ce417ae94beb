"""Which version a published file is: the name that a PDF, DOCX or HTML file carries in its metadata."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from html import unescape

from msgspec.structs import replace

from aibrief_report.digest import SHORT
from aibrief_report.errors import BriefError, Fault, Place
from aibrief_report.ooxml.parsing import parse
from aibrief_report.ooxml.reading import read_package

PROPERTY = "aibrief-version"
"""The custom property of a DOCX that holds the version."""

_NAME = re.compile(rf"(?<![0-9a-f])[0-9a-f]{{{SHORT}}}(?![0-9a-f])")
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_META_NAME = re.compile(r"""\bname\s*=\s*["']?(?:version|DC\.identifier)\b""", re.IGNORECASE)
_IDENTIFIER = re.compile(rb"/ID\s*\[\s*(?:\(([^)]*)\)|<([0-9A-Fa-f\s]*)>)")
_PACKET = re.compile(rb"<\?xpacket begin.*?<\?xpacket end", re.DOTALL)
_METADATA = re.compile(rb"<<[^>]*/Type\s*/Metadata\b[^>]*>>\s*stream\r?\n")
_COPY = "get another copy of it: this one was changed after it was built, or on its way"
_OURS = "give it a brief.pdf, brief.docx or brief.html as it was built, or the name of a brief"
_HEAD = 200_000
_MOST = 1 << 20


def version_names(data: bytes) -> tuple[str, ...]:
    """Return the version names that a file's metadata hold, the likeliest first; empty where there is none.

    A PDF may hold several: whatever edits it keeps the first identifier and adds one of its own
    (ISO 32000-2, 14.4).
    """
    if data.startswith(b"PK"):
        found = _of_package(data)
    elif b"%PDF-" in data[:1024]:
        found = _of_pdf(data)
    else:
        found = _of_page(data)
    return tuple(dict.fromkeys(name for text in found for name in _NAME.findall(text)))


def without_version(data: bytes, name: str) -> tuple[Fault, ...]:
    """Return what to tell of a file without a version in it: what is damaged, or that it is none of ours."""
    if data.startswith(b"PK"):
        try:
            read_package(data, name)
        except BriefError as error:
            return tuple(replace(fault, hint=fault.hint or _COPY) for fault in error.faults)
    return (Fault("the file does not say which version it is", Place(name), _OURS),)


def _of_package(data: bytes) -> Iterator[str]:
    try:
        custom = read_package(data).get("docProps/custom.xml")
        root = parse(custom, "docProps/custom.xml") if custom else None
    except BriefError:  # what is no package holds no version; its own faults are nobody's concern here
        return
    if root is not None:
        yield from (str(one.xpath("string()")) for one in root if one.get("name") == PROPERTY)


def _of_page(data: bytes) -> Iterator[str]:
    head = data[:_HEAD].decode("utf-8", "replace")
    yield from (unescape(tag) for tag in _META.findall(head) if _META_NAME.search(tag))


def _of_pdf(data: bytes) -> Iterator[str]:
    """Yield the texts of a PDF that may hold its version: its XMP metadata, then its identifiers."""
    for packet in (*_PACKET.findall(data), *_packed(data)):
        yield packet.decode("utf-8", "replace")
    for text, digits in _IDENTIFIER.findall(data):
        yield text.decode("latin-1")
        bare = b"".join(digits.split())
        if len(bare) % 2 == 0:
            yield bytes.fromhex(bare.decode()).decode("latin-1")


def _packed(data: bytes) -> Iterator[bytes]:
    """Yield metadata streams that are compressed. A stream that is not what it says is passed over."""
    for found in _METADATA.finditer(data):
        if b"/FlateDecode" in found[0]:
            try:
                yield zlib.decompressobj().decompress(data[found.end() :], _MOST)
            except zlib.error:
                continue
