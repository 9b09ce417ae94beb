"""A version: the record of its inputs, the name that follows from it, and the manifest of its outputs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec import Struct

from aibrief_report.digest import SHORT, Json, canonical, digest, sha256
from aibrief_report.inputs.door import Record

FORMAT = 1
"""Raised when inputs.json or manifest.json change their form."""

INPUTS, DOCUMENT, MANIFEST = "inputs.json", "document.json", "manifest.json"


class Version(Struct, frozen=True):
    """What a version is made of. `as_json` is what is hashed; `name` is the first 12 digits of the hash."""

    brief: str
    record: Record
    environment: Mapping[str, Json]

    @property
    def as_json(self) -> Json:
        """Return inputs, options and environment: everything that decides the bytes of the outputs.

        The day, the machine, Python's version and the list of formats are left out on purpose.
        """
        return {
            "format": FORMAT,
            "brief": self.brief,
            "inputs": self.record.as_json(),
            "environment": dict(self.environment),
        }

    @property
    def hash(self) -> str:
        """Return the SHA-256 of the canonical record, as hex digits."""
        return digest(self.as_json)

    @property
    def name(self) -> str:
        """Return the version's name."""
        return self.hash[:SHORT]


def record_bytes(version: Version) -> bytes:
    """Return the canonical record: kept as an object, its name is the version's whole hash."""
    return canonical(version.as_json)


def inputs_json(version: Version) -> bytes:
    """Return the bytes of `inputs.json`."""
    return _pretty(version.as_json)


def manifest_json(version: Version, outputs: Mapping[str, bytes], contents: Mapping[str, str]) -> bytes:
    """Return the bytes of `manifest.json`: the version's name and hash, and the digest of each output.

    `contents` are content hashes by file name, for comparing across machines whose zlib differs.
    """
    told: dict[str, Json] = {
        name: {
            "sha256": sha256(data),
            "bytes": len(data),
            **({"content": contents[name]} if name in contents else {}),
        }
        for name, data in sorted(outputs.items())
    }
    return _pretty({"format": FORMAT, "version": version.name, "hash": version.hash, "outputs": told})


def _pretty(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"
