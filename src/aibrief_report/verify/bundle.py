"""A published edition: one folder with outputs, inputs, document and manifest, which needs nothing else.

It is named by brief and label, and never changed. It is an RO-Crate as well, so that archives read it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.errors import BriefError, Fault, Faults, Place, StoreError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.model.document import Document
from aibrief_report.model.json import load
from aibrief_report.render.formats import FORMATS, file_name
from aibrief_report.store.atomic import read_folder, write_folder
from aibrief_report.verify.crate import CRATE, crate
from aibrief_report.verify.finding import Found
from aibrief_report.verify.surroundings import kept_lock
from aibrief_report.versions.bundles import BUNDLED, PUBLISHED
from aibrief_report.versions.folder import VersionFolder
from aibrief_report.versions.lock import LOCK
from aibrief_report.versions.version import DOCUMENT, INPUTS, MANIFEST

PUBLICATION = "publication.json"
FORMAT = 1
_NAMES = ("brief", "label", "version", "hash")
_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


class Publication(Struct, frozen=True):
    """What was published under a label: brief, version, and how its numbers were checked."""

    brief: str
    label: str
    version: str
    hash: str
    checked: Json

    @property
    def name(self) -> str:
        """The name of the bundle's folder."""
        return f"{self.brief}-{self.label}"

    def as_json(self) -> Json:
        """Return the publication as JSON."""
        return {
            "format": FORMAT,
            "brief": self.brief,
            "label": self.label,
            "version": self.version,
            "hash": self.hash,
            "number-check": self.checked,
        }


def publish(
    root: Path,
    folder: VersionFolder,
    found: Found,
    label: str,
    checked: Json,
    more: Mapping[str, bytes] = MappingProxyType({}),
) -> Path:
    """Return the folder of a new bundle below `published/`; the same bundle made again is left as it is.

    `checked` says how the numbers were checked; `more` are further files by name, such as what changed since
    the edition before. Raises `StoreError` for a version that is not whole, for
    a label that another version bears, and where an input is gone or damaged.
    """
    record = found.recorded
    made = Publication(record.brief, label, record.name, record.hash, checked)
    _check(root, folder, made)
    files = _files(folder, found, made)
    document = load(files[DOCUMENT])
    _check_document(root, document, made)
    files |= more
    files[CRATE] = crate(document, made.name, files)
    place = root / PUBLISHED / made.name
    if place.exists():
        _check_same(place, files, made)
        return place
    try:
        write_folder(place, files)
    except OSError as error:
        raise StoreError(Fault(f"cannot be written: {error.strerror}", _told(made))) from error
    return place


def publications(root: Path) -> Iterator[Publication]:
    """Yield what was published, in order of name; a folder that is no bundle is passed over."""
    for place in sorted((root / PUBLISHED).glob(f"*/{PUBLICATION}")):
        try:
            told = json.loads(Inputs(place.parent).read(PUBLICATION))
            brief, label, version, hash_ = (str(told[key]) for key in _NAMES)
            yield Publication(brief, label, version, hash_, told["number-check"])
        except (BriefError, ValueError, KeyError, TypeError, RecursionError):
            continue


def replaced(root: Path, document: Document, brief: str) -> Path | None:
    """Return the folder of the edition that a document corrects; `None` where it corrects none."""
    name = document.meta.replaces
    for one in publications(root) if name else ():
        if one.brief == brief and name in (one.label, one.version):
            return root / PUBLISHED / one.name
    return None


def _check(root: Path, folder: VersionFolder, made: Publication) -> None:
    faults = Faults(StoreError)
    if not _LABEL.fullmatch(made.label):
        faults.add(
            f"{made.label!r} is no label", hint="use letters, digits, points and hyphens, such as v1.2"
        )
    wanted = (INPUTS, DOCUMENT, *map(file_name, FORMATS))
    for name in folder.missing(wanted):
        place = Place(f"out/{made.brief}/{made.version}/{name}")
        faults.add("the file is missing or damaged", place, f"aibrief rebuild {made.version} makes it again")
    faults.check()


def _check_document(root: Path, document: Document, made: Publication) -> None:
    """Refuse a draft, and a correction of what nobody knows."""
    meta, faults = document.meta, Faults(StoreError)
    place = Place(f"templates/{made.brief}/brief.yaml")
    if meta.status == "draft":
        faults.add(
            "the brief says that it is a draft",
            place,
            "write status: final, and publish the brief by its name",
        )
    others = [one for one in publications(root) if one.brief == made.brief]
    known = [name for one in others for name in (one.label, one.version)]
    if meta.replaces and meta.replaces not in known:
        hint = nearest(meta.replaces, known) or f"published are: {', '.join(known) or 'none'}"
        faults.add(f"{meta.replaces}, which this edition corrects, was never published", place, hint)
    faults.check()


def _files(folder: VersionFolder, found: Found, made: Publication) -> dict[str, bytes]:
    files = folder.kept() | {MANIFEST: folder.read(MANIFEST) or b""}
    for digest in dict.fromkeys(found.recorded.files.values()):
        files[_bundled(digest)] = found.objects.get(digest)
    files |= _made_with(found)
    files[PUBLICATION] = json.dumps(made.as_json(), ensure_ascii=False, indent=1).encode() + b"\n"
    return files


def _made_with(found: Found) -> dict[str, bytes]:
    """Return what is kept of toolkit and libraries: nothing where an earlier toolkit kept none of it."""
    own, lock = found.recorded.toolkit, kept_lock(found.recorded, found.objects)
    files = {_bundled(own): found.objects.get(own)} if found.objects.holds(own) else {}
    return files | ({LOCK: lock} if lock else {})


def _bundled(digest: str) -> str:
    return f"{BUNDLED}/{digest[:2]}/{digest[2:]}"


def _check_same(place: Path, files: Mapping[str, bytes], made: Publication) -> None:
    if _outlasting(read_folder(place)) != _outlasting(files):
        hint = "choose another label: what was published is never changed"
        raise StoreError(Fault(f"{made.label} was published already, and is not this", _told(made), hint))


def _outlasting(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files without the lock, which the same version may be made under others of."""
    return {name: data for name, data in files.items() if name not in (LOCK, CRATE)}


def _told(made: Publication) -> Place:
    return Place(f"{PUBLISHED}/{made.name}")
