"""A content-addressed cache: what was made from the same ingredients need not be made again.

Keys are digests of everything that shapes the result, so an entry never goes stale; the folder is safe
to delete and to share between processes. Each entry carries its own digest: a damaged one is dropped.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from aibrief_report.digest import Json, digest, sha256
from aibrief_report.files import read_file
from aibrief_report.store.atomic import write_bytes

_DIGEST_BYTES = 32


class Cache(Struct, frozen=True):
    """A folder of results, or nothing at all: with `folder` `None` every look-up misses."""

    folder: Path | None

    def get(self, ingredients: Json) -> bytes | None:
        """Return what was put under these ingredients; `None` where nothing was, or it is damaged."""
        place = self._place(ingredients)
        if place is None:
            return None
        try:
            held, _ = read_file(place)
        except OSError:
            return None
        data = held[_DIGEST_BYTES:]
        return data if bytes.fromhex(sha256(data)) == held[:_DIGEST_BYTES] else None

    def put(self, ingredients: Json, data: bytes) -> None:
        """Remember a result. A cache that cannot be written is no fault: the work is only done again."""
        place = self._place(ingredients)
        if place is None:
            return
        try:
            write_bytes(place, bytes.fromhex(sha256(data)) + data)
        except OSError:
            return

    def _place(self, ingredients: Json) -> Path | None:
        if self.folder is None:
            return None
        name = digest(ingredients)
        return self.folder / name[:2] / name[2:]
