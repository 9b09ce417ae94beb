"""The font files of a theme, from installed packages or its folder; of a collection, the one meant."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from aibrief_report.errors import BriefError, Faults, Place
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.theme.entries import FaceEntry, FontsEntry
from aibrief_report.theme.tokens import Face

_FONT_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COLLECTION = b"ttcf"


def read_faces(
    inputs: Inputs, folder: str, fonts: FontsEntry, source: YamlText, faults: Faults
) -> tuple[Face, ...]:
    """Return the faces of a theme in `folder`; what cannot be read, or is no font, is added to the faults."""
    found = []
    for number, face in enumerate(fonts.files):
        place = source.place("fonts", "files", number, "file")
        try:
            data = _bytes(inputs, folder, face, place)
        except BriefError as error:
            faults.take(error)
            continue
        if data.startswith(_COLLECTION):
            data = _member(data, face.index)
        if not _is_font(data):
            faults.add(f"{_named(face)} is not a TrueType or OpenType font", place)
        found.append(Face(face.family, face.weight, face.italic, face.file.rpartition("/")[2], data))
    return tuple(found)


def _bytes(inputs: Inputs, folder: str, face: FaceEntry, place: Place) -> bytes:
    """Return a font's file; a package keeps it in its folder `files`, unless a path is given."""
    if not face.package:
        return inputs.read(f"{folder}/{face.file}", asked=place)
    name = face.file if "/" in face.file else f"files/{face.file}"
    return inputs.package_file(face.package, name.removeprefix("./"), place)


def _named(face: FaceEntry) -> str:
    return f"{face.file} (font {face.index} of the collection)" if face.index else face.file


@lru_cache(maxsize=8)
def _member(data: bytes, index: int) -> bytes:
    """Return a font of a collection as a file of its own (OpenType 1.9, "Font Collections"); b"" for none."""
    from fontTools.ttLib import TTFont, TTLibError  # here: only collections need it, and it takes 0.2 s

    try:
        font = TTFont(BytesIO(data), fontNumber=index, recalcTimestamp=False, lazy=True)
        made = BytesIO()
        font.save(made, reorderTables=None)
    except (TTLibError, AssertionError, OSError, ValueError):
        return b""
    return made.getvalue()


def _is_font(data: bytes) -> bool:
    """Return whether a file is a font whose tables are all in it (OpenType 1.9, "Organization of an Otf")."""
    count = int.from_bytes(data[4:6], "big")
    records = [data[12 + 16 * n : 28 + 16 * n] for n in range(count)]
    ends = [int.from_bytes(one[8:12], "big") + int.from_bytes(one[12:16], "big") for one in records]
    return data[:4] in _FONT_KINDS and bool(ends) and max(ends) <= len(data)
