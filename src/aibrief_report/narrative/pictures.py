"""Pictures that a narrative shows: PNG, JPEG and SVG files beside it, nothing from elsewhere."""

from __future__ import annotations

import re
import struct

from aibrief_report.errors import BriefError, Faults, Place
from aibrief_report.inputs.brief import brief_folder
from aibrief_report.inputs.door import Inputs
from aibrief_report.model.charts import Image
from aibrief_report.theme import drawings

_SVG = "image/svg+xml"
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": _SVG}
_POINTS_PER_PIXEL = 0.75
_MOST_PIXELS = 50_000_000


def read_picture(
    inputs: Inputs, brief: str, picture: tuple[str, str], faults: Faults, place: Place
) -> Image | None:
    """Return a picture (its address and alt text) of the brief's folder.

    Returns `None`, and adds a fault, where it cannot be used.
    """
    address, alt = picture
    if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE):
        hint = "save the picture beside narrative.md; a brief never fetches anything"
        faults.add(f"a remote picture: {address}", place, hint)
        return None
    if not alt.strip():
        faults.add("the picture has no alt text", place, "![what it shows](file.png)")
    kind = _TYPES.get(address.rpartition(".")[2].lower())
    if kind is None:
        faults.add(f"{address} is no picture that can be shown", place, "use PNG, JPEG or SVG")
        return None
    try:
        data = inputs.read(f"{brief_folder(brief)}/{address}", asked=place)
    except BriefError as error:
        faults.take(error)
        return None
    reason = drawings.refused(data, address) if kind == _SVG else None
    if reason:
        faults.add(reason, place, "export it as plain SVG: no scripts, no outside addresses, no DOCTYPE")
        return None
    size = drawings.size(data, address) if kind == _SVG else _size(kind, data)
    if size is None:
        hint = "its root needs a viewBox" if kind == _SVG else f"is it really {kind}?"
        faults.add(f"the size of {address} cannot be read", place, hint)
        return None
    if size[0] * size[1] > _MOST_PIXELS:
        faults.add(f"{address} has more than {_MOST_PIXELS:,} pixels", place)
        return None
    width, height = (side * _POINTS_PER_PIXEL for side in size)
    return Image(address, kind, data, alt, width, height)


def _size(kind: str, data: bytes) -> tuple[float, float] | None:
    """Return width and height in pixels from a file's own header; `None` where it is not of its kind."""
    if kind == "image/png":
        whole = data[:8] == b"\x89PNG\r\n\x1a\n" and b"IEND" in data[-12:]
        return struct.unpack(">II", data[16:24]) if whole else None
    return _jpeg_size(data)


def _jpeg_size(data: bytes) -> tuple[float, float] | None:
    """Return the size in a JPEG's start-of-frame segment (ITU-T T.81, B.2.2)."""
    place = 2
    while data[:2] == b"\xff\xd8" and place + 9 < len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        place += 2 + length
    return None
