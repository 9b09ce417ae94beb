"""The theme's fonts inside the document, so that it looks the same where they are not installed.

Word embeds TrueType only, and lightly obfuscated (ECMA-376 part 4, section 9.1).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from aibrief_report.ooxml.ids import guid
from aibrief_report.ooxml.markup import Xml, join, part, tag
from aibrief_report.ooxml.names import DECLARED, ContentType, Relation
from aibrief_report.ooxml.parts import relationships, relationships_name
from aibrief_report.render.docx.assembly import Held
from aibrief_report.theme.tokens import Face, Fonts

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_MASKED = 32
_USAGE, _EDITABLE, _BITMAPS_ONLY = 0x000E, 0x0008, 0x0200
_BOLD = 700
FONT_TABLE = "word/fontTable.xml"
# The order is that of the schema.
_SLOTS: Mapping[tuple[int, bool], str] = {
    (400, False): "w:embedRegular",
    (_BOLD, False): "w:embedBold",
    (400, True): "w:embedItalic",
    (_BOLD, True): "w:embedBoldItalic",
}


class EmbeddedFont(Struct, frozen=True):
    """A font file as it stands in the package: member name, relationship, key in braces, obfuscated bytes."""

    family: str
    slot: str
    member: str
    relation: str
    key: str
    data: bytes


class Embedding(Struct, frozen=True):
    """The fonts of a document: families as entries of the font table, and the files that travel with it."""

    entries: tuple[Xml, ...]
    files: tuple[EmbeddedFont, ...]

    @property
    def table(self) -> bytes:
        """The part that describes the fonts, so that Word finds a likeness where it cannot embed."""
        return part("w:fonts", DECLARED, *self.entries)

    @property
    def relations(self) -> tuple[tuple[str, str, str], ...]:
        """The relationships of that part to the files."""
        return tuple((one.relation, Relation.FONT, f"/{one.member}") for one in self.files)

    @property
    def held(self) -> Held:
        """The files, and the relationships that lead to them."""
        members = {one.member: one.data for one in self.files}
        types = dict.fromkeys(members, ContentType.FONT)
        return Held(members | font_relations(self.relations), types)


def embedding(fonts: Fonts, families: Sequence[str], *, allowed: bool = True) -> Embedding:
    """Return the embedding of families: none of their files unless it is `allowed`.

    Word embeds TrueType, regular and bold, of which the licence says that it may be embedded and edited.
    Families that only stand in for others are named, not carried: one for Chinese has 20 MB.
    """
    carried = [one for one in families if allowed and one not in fonts.fallbacks()]
    usable = [one for one in fonts.faces if one.family in carried and _fits(one)]
    files = tuple(_embed(place, face) for place, face in enumerate(usable, start=1))
    return Embedding(tuple(_font(family, fonts, files) for family in dict.fromkeys(families)), files)


def font_relations(found: Sequence[tuple[str, str, str]]) -> dict[str, bytes]:
    """Return the part of the font table's relationships, by its name; nothing where there are none."""
    return {relationships_name(FONT_TABLE): relationships(found)} if found else {}


def _fits(face: Face) -> bool:
    return (face.weight, face.italic) in _SLOTS and may_embed(face.data)


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
        f"word/fonts/brief{place}.odttf",
        f"rIdBrief{place}",
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
def may_embed(data: bytes) -> bool:
    """Tell whether a file is TrueType and may travel in a document that is edited (OpenType 1.9, fsType).

    Fonts that may only be viewed and printed would lock the document; those of bitmaps only say nothing here.
    Where an old font sets several of these bits, the least restrictive counts.
    """
    if not data.startswith(_TRUETYPE):
        return False
    os2 = dict(_tables(data)).get(b"OS/2")
    if os2 is None:
        return False
    (kind,) = struct.unpack_from(">H", data, os2 + 8)
    return not kind & _BITMAPS_ONLY and (not kind & _USAGE or bool(kind & _EDITABLE))


@lru_cache(maxsize=32)
def _panose(data: bytes) -> str:
    """Return a font's PANOSE number as 20 hex digits; empty for a file that has none."""
    if data[:4] not in (*_TRUETYPE, b"OTTO"):
        return ""
    os2 = dict(_tables(data)).get(b"OS/2")
    return data[os2 + 32 : os2 + 42].hex().upper() if os2 is not None else ""
