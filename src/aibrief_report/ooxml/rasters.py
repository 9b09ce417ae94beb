"""PNG and JPEG files of others: how large they are, and whether they are whole, before anything unpacks them.

A few kilobytes may unpack to gigabytes, and what is cut off would leave a hole in a page.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib

from aibrief_report.ooxml.pixels import chunks

MOST_PIXELS = 50_000_000
PNG, JPEG = "image/png", "image/jpeg"
_DEPTHS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a pixel by type of colour (PNG, third edition, table 8)."""

_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column, first row and steps of the passes of an interlaced picture (section 8.1)."""

_PIECE = 2**20
_SCAN, _END = b"\xff\xda", b"\xff\xd9"


def size(data: bytes, kind: str) -> tuple[int, int] | None:
    """Return width and height in pixels as a file's own header tells; `None` where it is not of its kind."""
    if kind == JPEG:
        return _jpeg_size(data)
    head = next(chunks(data), None)
    if head is None or head[0] != b"IHDR" or len(head[1]) != 13:
        return None
    width, height = struct.unpack_from(">II", head[1])
    return (width, height) if width and height else None


def unfit(data: bytes, kind: str) -> str | None:
    """Return why a picture cannot be shown, to be read after its name; `None` where it can."""
    found = size(data, kind)
    if found is None:
        return f"is no {kind.removeprefix('image/').upper()} file"
    if found[0] * found[1] > MOST_PIXELS:
        return f"has more than {MOST_PIXELS:,} pixels"
    return (
        None if (_whole_png(data) if kind == PNG else _whole_jpeg(data, found)) else "is damaged or cut off"
    )


def _whole_png(data: bytes) -> bool:
    """Tell whether a PNG's chunks are sound, and hold as many rows as its header says, and no more."""
    found = [kind for kind, _ in chunks(data, checked=True)]
    if found.count(b"IHDR") != 1 or found[-1] != b"IEND":
        return False
    _, header = next(chunks(data))
    wanted = _packed_bytes(*struct.unpack(">IIBBBBB", header))
    unpacking, held = zlib.decompressobj(), 0
    try:
        for kind, part in chunks(data):
            while kind == b"IDAT" and part and held <= wanted:
                held += len(unpacking.decompress(part, _PIECE))
                part = unpacking.unconsumed_tail  # noqa: PLW2901  # what is left of it
    except zlib.error:
        return False
    return held == wanted


def _packed_bytes(width: int, height: int, bits: int, colour: int, _: int, __: int, interlaced: int) -> int:
    """Return the bytes of all rows, each with the one that tells its filter; 0 for an unknown colour."""
    pixel = bits * _DEPTHS.get(colour, 0)
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sides = [(-(-(width - x) // right), -(-(height - y) // down)) for x, y, right, down in passes]
    return sum(rows * (1 + -(-columns * pixel // 8)) for columns, rows in sides if columns > 0 and rows > 0)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return the size in a JPEG's start-of-frame segment (ITU-T T.81, B.2.2)."""
    place = 2
    while data[:2] == b"\xff\xd8" and place + 9 < len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return (width, height) if width and height else None
        place += 2 + length
    return None


def _whole_jpeg(data: bytes, told: tuple[int, int]) -> bool:
    """Tell whether a JPEG can be read to its end, at an eighth of its size, which tells as much."""
    from PIL import Image  # here: few briefs have photographs

    if data.rfind(_END) < data.rfind(_SCAN):  # readers make up what is missing after the last scan
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
                if picture.size != told:
                    return False
                picture.draft("L", (max(1, told[0] // 8), max(1, told[1] // 8)))
                picture.load()
        except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError):
            return False
    return True
