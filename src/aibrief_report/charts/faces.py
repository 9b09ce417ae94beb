"""The theme's faces as vl-convert knows them: by names of their own.

It keeps every font that it was ever shown, and draws with the first of a family. A font of the machine, or
of a theme drawn before in the same process, may have the family of one of ours and be another.
"""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from struct import pack_into, unpack_from
from tempfile import TemporaryDirectory

from aibrief_report.digest import digest, sha256, short_id
from aibrief_report.inputs.fontconfig import configured
from aibrief_report.theme.tokens import Face

STAND_IN = "Liberation Sans"
"""The family that vl-convert carries within itself."""

_FAMILY, _FAMILIES = 1, (1, 16, 21)
"""Entries of a font's table of names (OpenType 1.9, "name"): the family; all that tell a family."""
_ITALIC, _REGULAR = 0x01, 0x40
"""Bits of OS/2.fsSelection (OpenType 1.9, "OS/2")."""
_WEIGHT, _SELECTION = 4, 62
"""Where usWeightClass and fsSelection stand in that table."""


def own_names(families: Sequence[str], faces: tuple[Face, ...]) -> tuple[str, ...]:
    """Return the names by which vl-convert knows families; one that no face has keeps its own."""
    return tuple(_own_name(family, faces) for family in families)


@lru_cache(maxsize=1)
def alone() -> None:
    """Keep the machine's fonts from vl-convert, which looks for them when it is first asked for anything."""
    import vl_convert  # here, as below: a library of 80 MB

    folder = _folder()
    rules = folder / "fonts.conf"
    rules.write_text("<fontconfig/>", encoding="utf-8")
    with configured(rules):
        vl_convert.register_font_directory(str(folder))


@lru_cache(maxsize=4)
def register(faces: tuple[Face, ...]) -> None:
    """Make faces known to vl-convert, which reads them from a folder, and again whenever it sets text."""
    import vl_convert

    alone()
    folder = _folder()
    for place, face in enumerate(faces):
        (folder / f"{place}-{face.name}").write_bytes(_renamed(face, _own_name(face.family, faces)))
    vl_convert.register_font_directory(str(folder))


def _folder() -> Path:
    """Return a new folder that is there as long as the program runs."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Path(folder.name)


@lru_cache(maxsize=4)
def faces_digest(faces: tuple[Face, ...]) -> str:
    """Return the digest of font faces."""
    return digest([[face.family, face.weight, face.italic, sha256(face.data)] for face in faces])


@lru_cache(maxsize=64)
def _own_name(family: str, faces: tuple[Face, ...]) -> str:
    held = [sha256(face.data) for face in faces if face.family == family]
    return f"aibrief-{short_id(family, *held)}" if held else family


def _renamed(face: Face, family: str) -> bytes:
    """Return a face's file with another family, and with the weight and slant that the theme gives it.

    Its other tables are copied as they are: to load and write them all would take a fifth of a second.
    """
    from fontTools.ttLib import newTable  # here: it takes 0.2 s to import
    from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter

    font, made = SFNTReader(BytesIO(face.data)), BytesIO()
    names = newTable("name")
    names.decompile(font["name"], None)
    names.names = [one for one in names.names if one.nameID not in _FAMILIES]
    names.setName(family, _FAMILY, 3, 1, 0x409)
    told = {"name": names.compile(None), "OS/2": _looking(font["OS/2"], face)}
    writer = SFNTWriter(made, len(font.tables), font.sfntVersion)
    for tag in font.keys():  # noqa: SIM118  # a reader is no mapping
        writer[tag] = told.get(tag) or font[tag]
    writer.close()
    return made.getvalue()


def _looking(table: bytes, face: Face) -> bytes:
    """Return an OS/2 table (OpenType 1.9) with a face's weight and slant."""
    (selection,) = unpack_from(">H", table, _SELECTION)
    slant = selection & ~(_ITALIC | _REGULAR) | (_ITALIC if face.italic else 0)
    made = bytearray(table)
    pack_into(">H", made, _WEIGHT, face.weight)
    pack_into(">H", made, _SELECTION, slant)
    return bytes(made)
