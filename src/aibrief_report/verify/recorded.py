"""What a version was made of: its record, found again by name, and the files that the record names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from aibrief_report.digest import SHORT, Json, digest
from aibrief_report.errors import BriefError, Fault, Faults, Place, StoreError
from aibrief_report.inputs.door import Inputs, Record
from aibrief_report.inputs.kept import KeptInputs
from aibrief_report.store.objects import Objects
from aibrief_report.versions.version import FORMAT, INPUTS, Version


class Recorded(Struct, frozen=True):
    """The record of a version: brief, whole hash, digests of files by name, environment, all as a version."""

    brief: str
    hash: str
    files: Mapping[str, str]
    environment: Mapping[str, Json]
    version: Version

    @property
    def name(self) -> str:
        """The version's name."""
        return self.hash[:SHORT]

    @property
    def toolkit(self) -> str:
        """The digest of the toolkit's files."""
        return str(self.environment.get("toolkit", ""))


def read_recorded(data: bytes, place: Place) -> Recorded:
    """Return the record in the bytes of an inputs.json. Raises `StoreError` where they hold none."""
    try:
        told: Any = json.loads(data)
        if told["format"] != FORMAT:
            hint = "use the toolkit that made it"
            raise StoreError(Fault(f"the record is of format {told['format']}, not {FORMAT}", place, hint))
        inputs, brief, environment = told["inputs"], str(told["brief"]), dict(told["environment"])
        files = {str(name): str(one) for name, one in inputs["files"].items()}
        record = Record(files, dict(inputs["listings"]), tuple(inputs["misses"]), {})
        return Recorded(brief, digest(told), files, environment, Version(brief, record, environment))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StoreError(Fault("the record of inputs is damaged", place)) from error


def find_recorded(out: Path, objects: Objects, version: str, brief: str = "") -> Recorded:
    """Return the record of a version, from its folder or, where that is gone or damaged, from the objects.

    `version` is a name or a whole hash; `brief` the folder to look in, if known. Raises `StoreError` where
    neither has it.
    """
    folders = [out / brief] if brief else sorted(path for path in out.glob("[!.]*") if path.is_dir())
    for folder in folders:
        found = _in_folder(folder / version[:SHORT], version)
        if found is not None:
            return found
    for name in objects.names():
        if name.startswith(version):
            return read_recorded(objects.get(name), Place(name[:SHORT]))
    hint = "give the project, or the published bundle, that holds it (-C DIR)"
    raise StoreError(Fault(f"nothing is kept of version {version}", hint=hint))


def _in_folder(folder: Path, version: str) -> Recorded | None:
    """Return the record in a version's folder; `None` where it is missing or not that of the version."""
    try:
        found = read_recorded(Inputs(folder).read(INPUTS), Place(f"{folder.name}/{INPUTS}"))
    except BriefError:  # the object of the same name may be sound
        return None
    return found if found.hash.startswith(version) else None


def kept_inputs(recorded: Recorded, objects: Objects, root: Path) -> KeptInputs:
    """Return the door to a version's files. Raises `StoreError` that names all that are gone or damaged."""
    faults = Faults(StoreError)
    kept = {}
    for name, digest_ in recorded.files.items():
        try:
            kept[name] = objects.get(digest_)
        except StoreError as error:
            for fault in error.faults:
                faults.add(f"{name}: {fault.message}", fault.place, fault.hint)
    faults.check()
    return KeptInputs(root, kept=kept)
