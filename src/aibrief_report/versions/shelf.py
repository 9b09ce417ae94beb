"""The versions that stand in `out/`, and their documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from aibrief_report.digest import SHORT
from aibrief_report.errors import BriefError, Fault, Faults, Place, StoreError
from aibrief_report.inputs.door import Inputs
from aibrief_report.model.document import Document
from aibrief_report.model.json import load
from aibrief_report.versions.folder import LATEST
from aibrief_report.versions.history import read_history
from aibrief_report.versions.names import whole_name
from aibrief_report.versions.version import DOCUMENT

_VERSION = re.compile(rf"[0-9a-f]{{{SHORT}}}")


class Kept(Struct, frozen=True):
    """A version in `out/`; `latest` is whether its brief's `latest` points to it."""

    brief: str
    version: str
    latest: bool = False

    @property
    def name(self) -> str:
        """Return how a person is told of it: "us-china-ai-rivalry 86c48837befa (latest)"."""
        return f"{self.brief} {self.version}{' (latest)' if self.latest else ''}"


class Shelf(Struct, frozen=True):
    """A project's `out/`. What cannot be read goes to `faults`, so that the rest is told all the same."""

    out: Path
    faults: Faults = field(default_factory=lambda: Faults(StoreError))

    def briefs(self) -> tuple[str, ...]:
        """Return the names of the briefs that have a folder here, sorted."""
        return tuple(name for name in self._names(".") if (self.out / name).is_dir())

    def versions(self, brief: str) -> tuple[Kept, ...]:
        """Return the versions of a brief: the latest, then the newest; those of unknown age by name."""
        latest = (self.out / brief / LATEST).resolve().name
        names = [name for name in self._names(brief) if _VERSION.fullmatch(name)]
        kept = [Kept(brief, name, name == latest) for name in names if self._is_version(brief, name)]
        age = {name: -place for place, name in enumerate(read_history(self.out / brief).before)}
        return tuple(sorted(kept, key=lambda one: (not one.latest, age.get(one.version, 1), one.version)))

    def all(self) -> Iterator[Kept]:
        """Yield the versions of all briefs."""
        for brief in self.briefs():
            yield from self.versions(brief)

    def called(self, text: str) -> tuple[Kept, ...]:
        """Return the versions of a name, or of its beginning: "e1e5dacf4711", "e1e5", "us-china/e1e5".

        Raises `InputError` where several begin so; none is returned where none does.
        """
        brief, _, version = text.rpartition("/")
        known = [one for one in self.all() if brief in ("", one.brief)]
        whole = whole_name(version, (one.version for one in known))
        return tuple(one for one in known if one.version == whole)

    def document(self, kept: Kept) -> Document:
        """Return the document of a version. Raises `StoreError` where it is damaged."""
        found = self._load(kept, "")
        if found is None:
            raise AssertionError("every document holds the empty text")
        return found

    def holding(self, key: str) -> Iterator[tuple[Kept, Document]]:
        """Yield the versions whose document names a key; what cannot be read goes to `faults`."""
        for kept in self.all():
            try:
                document = self._load(kept, key)
            except BriefError as error:
                self.faults.take(error)
                continue
            if document is not None:
                yield kept, document

    def _load(self, kept: Kept, key: str) -> Document | None:
        """Return a document; `None` where its bytes do not hold a key, which is known without reading it."""
        name = f"{kept.brief}/{kept.version}/{DOCUMENT}"
        place = Place(f"{self.out.name}/{name}")
        try:
            data = Inputs(self.out).read(name)
            if json.dumps(key, ensure_ascii=False)[1:-1].encode() not in data:
                return None
            return load(data)
        except BriefError as error:
            hint = "delete the version's folder and build the brief again"
            raise StoreError(*(Fault(one.message, place, hint) for one in error.faults)) from error

    def _is_version(self, brief: str, name: str) -> bool:
        return (self.out / brief / name / DOCUMENT).is_file()

    def _names(self, folder: str) -> tuple[str, ...]:
        """Return the names in a folder, sorted; hidden ones are what is being written."""
        listed = (path.rpartition("/")[2] for path in Inputs(self.out).listing(folder, ""))
        return tuple(name for name in listed if not name.startswith("."))
