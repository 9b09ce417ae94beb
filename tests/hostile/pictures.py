"""Pictures made to do harm: drawings that multiply, bitmaps that unpack to what no machine holds."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def svg(inside: str, root: str = 'viewBox="0 0 100 100"') -> bytes:
    """Return a drawing."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {root}>{inside}</svg>".encode()


def nested(kind: str, drawn: str, deep: int = 9) -> str:
    """Return definitions of a kind, each of which draws the next ten times; `{}` is the next one's id."""
    layers = "".join(f'<{kind} id="a{n}">{drawn.format(f"a{n + 1}") * 10}</{kind}>' for n in range(deep))
    return f'{layers}<{kind} id="a{deep}"><rect width="3" height="3"/></{kind}>{drawn.format("a0")}'


def chunk(kind: bytes, held: bytes) -> bytes:
    """Return a chunk of a PNG (section 5.3)."""
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))


def header(width: int, height: int) -> bytes:
    """Return the header of a picture in 24-bit colour."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def png(head: bytes, rows: bytes, *others: bytes) -> bytes:
    """Return a PNG of a header, its rows yet to be packed, and other chunks."""
    parts = (head, *others, chunk(b"IDAT", zlib.compress(rows, 9)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def rows(width: int, height: int) -> bytes:
    """Return the rows of a black picture in 24-bit colour."""
    return b"\0" * ((1 + 3 * width) * height)


def jpeg(width: int, height: int, mode: str = "RGB", **how: object) -> bytes:
    """Return a JPEG."""
    held = io.BytesIO()
    Image.new(mode, (width, height)).save(held, "JPEG", **how)
    return held.getvalue()


def frame(data: bytes) -> tuple[int, int]:
    """Return where the start-of-frame segment of a JPEG begins and ends."""
    start = data.index(b"\xff\xc0")
    return start, start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")


def claiming(data: bytes, width: int, height: int) -> bytes:
    """Return a JPEG that claims another size."""
    start, _ = frame(data)
    return data[: start + 5] + struct.pack(">HH", height, width) + data[start + 9 :]
