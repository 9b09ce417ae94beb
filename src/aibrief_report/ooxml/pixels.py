"""What a PNG holds, whatever its compression (PNG, third edition, section 5)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from aibrief_report.digest import digest, sha256

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DATA = b"IDAT"
_MOST_BYTES = 256 * 2**20


def picture_hash(data: bytes) -> str:
    """Return the SHA-256 of a PNG's chunks with its rows unpacked: 64 hex digits.

    Of what is no whole PNG, or unpacks to too much, it is that of the bytes.
    """
    found = list(chunks(data))
    rows = _unpacked(b"".join(held for kind, held in found if kind == _DATA))
    if not found or found[-1][0] != b"IEND" or rows is None:
        return sha256(data)
    others = [[kind.decode("latin-1"), sha256(held)] for kind, held in found if kind != _DATA]
    return digest([others, sha256(rows)])


def chunks(data: bytes, *, checked: bool = False) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the content of each chunk, up to the last whole one, or before a wrong checksum."""
    place = len(_SIGNATURE) if data.startswith(_SIGNATURE) else len(data)
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if place + 12 + length > len(data):
            return
        end = place + 8 + length
        held = data[place + 8 : end]
        if checked and zlib.crc32(held, zlib.crc32(kind)) != int.from_bytes(data[end : end + 4], "big"):
            return
        yield kind, held
        place += 12 + length


def _unpacked(packed: bytes) -> bytes | None:
    unpacking = zlib.decompressobj()
    try:
        rows = unpacking.decompress(packed, _MOST_BYTES)
    except zlib.error:
        return None
    return rows if unpacking.eof else None
