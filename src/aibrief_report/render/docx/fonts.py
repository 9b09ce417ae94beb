"""The theme's fonts inside the document, so that it looks the same where they are not installed.

Word embeds TrueType only, and lightly obfuscated (ECMA-376 part 4, section 9.1).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from aibrief_report.ooxml.ids import guid
from aibrief_report.ooxml.markup import Xml, join, part, tag
from aibrief_report.ooxml.names import DECLARED, Relation
from aibrief_report.theme.tokens import Face, Fonts

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_MASKED = 32
_RESTRICTED = 0x0002
_BOLD = 700
# The order is that of the schema.
_SLOTS: Mapping[tuple[int, bool], str] = {
    (400, False): "w:embedRegular",
    (_BOLD, False): "w:embedBold",
    (400, True): "w:embedItalic",
    (_BOLD, True): "w:embedBoldItalic",
}


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font file as it stands in the package: member name, relationship, key in braces, obfuscated bytes."""

    family: str
    slot: str
    member: str
    relation: str
    key: str
    data: bytes


def embedded_fonts(fonts: Fonts) -> tuple[EmbeddedFont, ...]:
    """Return the faces that Word can embed: TrueType, regular and bold, with a licence that allows it."""
    usable = [face for face in fonts.faces if (face.weight, face.italic) in _SLOTS and _may_embed(face.data)]
    return tuple(_embed(place, face) for place, face in enumerate(usable, start=1))


def font_table(fonts: Fonts, found: tuple[EmbeddedFont, ...]) -> bytes:
    """Return the part that describes the fonts, so that Word finds a likeness where it cannot embed."""
    families = dict.fromkeys((fonts.text, fonts.sans, fonts.code))
    return part("w:fonts", DECLARED, *(_font(family, fonts, found) for family in families))


def font_relations(found: tuple[EmbeddedFont, ...]) -> list[tuple[str, str, str]]:
    """Return the relationships of that part to the embedded files."""
    return [(one.relation, Relation.FONT, one.member.removeprefix("word/")) for one in found]


def _font(family: str, fonts: Fonts, found: tuple[EmbeddedFont, ...]) -> Xml:
    faces = [face for face in fonts.faces if face.family == family and not face.italic]
    panose = _panose(faces[0].data) if faces else ""
    kind = "roman" if panose.startswith("0204") or (family == fonts.text and not panose) else "swiss"
    embedded = {one.slot: one for one in found if one.family == family}
    slots = (embedded[slot] for slot in _SLOTS.values() if slot in embedded)
    return tag(
        "w:font",
        *([tag("w:panose1", w_val=panose)] if panose else []),
        tag("w:charset", w_val="00"),
        tag("w:family", w_val=kind),
        tag("w:pitch", w_val="variable"),
        join(tag(one.slot, r_id=one.relation, w_fontKey=one.key) for one in slots),
        w_name=family,
    )


def _embed(place: int, face: Face) -> EmbeddedFont:
    key = guid(f"{face.family} {face.weight} {face.italic}")
    return EmbeddedFont(
        face.family,
        _SLOTS[face.weight, face.italic],
        f"word/fonts/font{place}.odttf",
        f"rId{place}",
        key,
        _obfuscate(face.data, key),
    )


@lru_cache(maxsize=32)
def _obfuscate(data: bytes, key: str) -> bytes:
    """Return a font whose first 32 bytes are masked with its key, read backwards, twice over."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    head = bytes(byte ^ mask[place % len(mask)] for place, byte in enumerate(data[:_MASKED]))
    return head + data[_MASKED:]


def _tables(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the tables of a TrueType file: name and offset."""
    (count,) = struct.unpack_from(">H", data, 4)
    for place in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * place)
        yield name, offset


@lru_cache(maxsize=32)
def _may_embed(data: bytes) -> bool:
    """Tell whether a file is TrueType and its OS/2 table allows embedding (fsType, OpenType 1.9)."""
    if not data.startswith(_TRUETYPE):
        return False
    os2 = dict(_tables(data)).get(b"OS/2")
    return os2 is not None and not struct.unpack_from(">H", data, os2 + 8)[0] & _RESTRICTED


@lru_cache(maxsize=32)
def _panose(data: bytes) -> str:
    """Return a font's PANOSE number as 20 hex digits; empty for a file that has none."""
    if data[:4] not in (*_TRUETYPE, b"OTTO"):
        return ""
    os2 = dict(_tables(data)).get(b"OS/2")
    return data[os2 + 32 : os2 + 42].hex().upper() if os2 is not None else ""
