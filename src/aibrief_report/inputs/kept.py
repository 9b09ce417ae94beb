"""The door to the inputs of an earlier version: it opens on kept bytes, and never on the disk."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import field

from aibrief_report.errors import Place
from aibrief_report.inputs.door import Inputs, package_key


class KeptInputs(Inputs):
    """Inputs whose files are `kept`: bytes by name. What is not among them is not there."""

    kept: Mapping[str, bytes] = field(default_factory=dict)

    def _has(self, name: str, asked: Place | None = None) -> bool:
        return name in self.kept

    def _names(self, folder: str, suffix: str) -> list[str]:
        inside = (name.removeprefix(f"{folder}/") for name in self.kept if name.startswith(f"{folder}/"))
        return sorted(name for name in inside if "/" not in name and name.endswith(suffix))

    def _fetch(self, name: str) -> bytes:
        return self.kept[name]

    def _fetch_of_package(self, package: str, name: str) -> bytes | None:
        return self.kept.get(package_key(package, name))
