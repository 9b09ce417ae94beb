"""The bundle told as an RO-Crate 1.1 (researchobject.org/ro-crate/1.1), which archives and indexes read."""

from __future__ import annotations

import json
from collections.abc import Mapping

from aibrief_report.digest import Json, sha256
from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain
from aibrief_report.versions.bundles import BUNDLED

CRATE = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "json": "application/json",
    "lock": "text/plain",
}
_WHAT = {
    "brief.pdf": "The brief to publish",
    "brief.docx": "The brief to edit in Word",
    "brief.html": "The brief to read on screen",
    "inputs.json": "Everything that went in, by digest: its hash is the version",
    "document.json": "The brief as data: every block, number and source",
    "manifest.json": "The digests of the outputs",
    "changes.html": "What changed since the edition that this one corrects",
    "requirements.lock": "The libraries that it was made with, and the hashes of their files, for pip",
    "publication.json": "Label, version, and how the numbers were checked",
}


def crate(document: Document, name: str, files: Mapping[str, bytes]) -> bytes:
    """Return the crate's metadata file for a bundle of these files; its day is the brief's own."""
    own = {file: data for file, data in files.items() if not file.startswith(f"{BUNDLED}/")}
    parts: list[Json] = [_file(file, data) for file, data in sorted(own.items())]
    objects: Json = {
        "@id": f"{BUNDLED}/",
        "@type": "Dataset",
        "name": "Inputs",
        "description": "Every input under the SHA-256 of its bytes; inputs.json gives their names",
    }
    graph: list[Json] = [
        _descriptor(),
        _root(document, name, [*sorted(own), f"{BUNDLED}/"]),
        *parts,
        objects,
        *_people(document),
    ]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1).encode() + b"\n"


def _descriptor() -> Json:
    return {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _PROFILE},
        "about": {"@id": "./"},
    }


def _root(document: Document, name: str, parts: list[str]) -> Json:
    meta = document.meta
    told: dict[str, Json] = {
        "@id": "./",
        "@type": "Dataset",
        "name": plain(meta.title),
        "alternateName": name,
        "description": meta.description or plain(meta.subtitle) or plain(meta.title),
        "datePublished": meta.date,
        "inLanguage": meta.language,
        "identifier": document.hash,
        "version": document.version,
        "keywords": ", ".join(meta.keywords),
        "license": meta.licence_url or meta.licence or "No licence is named",
        "publisher": meta.publisher,
        "author": [{"@id": _person(place)} for place, _ in enumerate(meta.authors, start=1)],
        "hasPart": [{"@id": one} for one in parts],
    }
    return {key: value for key, value in told.items() if value not in ("", [])}


def _file(name: str, data: bytes) -> Json:
    return {
        "@id": name,
        "@type": "File",
        "name": _WHAT.get(name, name),
        "encodingFormat": _TYPES.get(name.rpartition(".")[2], "application/octet-stream"),
        "contentSize": str(len(data)),
        "sha256": sha256(data),
    }


def _people(document: Document) -> list[Json]:
    found: list[Json] = []
    for place, author in enumerate(document.meta.authors, start=1):
        told: dict[str, Json] = {"@id": _person(place), "@type": "Person", "name": author.name}
        found.append({**told, "affiliation": author.affiliation} if author.affiliation else told)
    return found


def _person(place: int) -> str:
    return f"#author-{place}"
