"""Sources as an analyst writes them (CSL-YAML, every scalar a string) become CSL-JSON items, checked.

Nothing is guessed and nothing is dropped in silence: a misspelt variable would only be missing from the
printed entry, where nobody looks for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import urlsplit

from msgspec import Struct

from aibrief_report.digest import Json
from aibrief_report.errors import Faults, Place, ReferencesError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.references.dates import date_from_csl, date_from_edtf
from aibrief_report.references.vocabulary import DATES, NAME_PARTS, NAMES, TYPES, VARIABLES

Library: TypeAlias = Mapping[str, Mapping[str, Json]]
"""CSL-JSON items by their keys."""

Where: TypeAlias = "Place | Callable[..., Place]"
"""Where an entry stands, or a function that tells the place of a path within it: `where("issued")`."""

KEY = re.compile(r"\w[\w.:+/-]*")
"""What a key may be: what a citation in a template can name."""

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DOI_HOST = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_UNDATED = frozenset({"n.d.", "nd", "n. d.", "no date", "undated", "unknown", "none"})


def csl_items(entries: Sequence[tuple[Mapping[str, object], Where]]) -> Library:
    """Return the items of a reference library by key, in the order of the file.

    Raises `ReferencesError` with all faults at once: keys that stand twice or are missing, unknown types
    and variables, names, dates and addresses that are none.
    """
    faults = Faults(ReferencesError)
    items: dict[str, Mapping[str, Json]] = {}
    seen: dict[str, Place] = {}
    for entry, where in entries:
        reader = _Reader(entry, where, faults)
        key, item = reader.key(), reader.item()
        earlier = seen.setdefault(key.lower(), reader.place("id"))
        if key in items or earlier != reader.place("id"):
            faults.add(f"the source {key!r} stands twice", reader.place("id"), f"the other is at {earlier}")
        items[key] = item
    faults.check()
    return items


class _Reader(Struct, frozen=True):
    """Reads one entry; what is wrong goes to `faults`, and reading goes on."""

    entry: Mapping[str, object]
    where: Where
    faults: Faults

    def place(self, *path: str | int) -> Place:
        return self.where if isinstance(self.where, Place) else self.where(*path)

    def key(self) -> str:
        key = str(self.entry.get("id") or "")
        if not key:
            self.faults.add("a source has no id", self.place(), "give it a short name, such as id: hai2024")
        elif not KEY.fullmatch(key):
            hint = "use letters, digits and . : + / - _"
            self.faults.add(f"{key!r} cannot be the id of a source", self.place("id"), hint)
        return key

    def item(self) -> dict[str, Json]:
        for name in ("type", "title"):
            if not self.entry.get(name):
                self.fault(f"has no {name}", ())
        found: dict[str, Json] = {}
        for name, value in self.entry.items():
            if value in ("", None, [], {}):
                if name not in {"id", "type", "title"}:
                    self.fault(f"has an empty {name}", (name,), "fill it in or delete the line")
            else:
                found[name] = self.value(name, value)
        return found

    def value(self, name: str, value: object) -> Json:
        if name == "custom":
            return _json(value)
        if name not in VARIABLES | {"id", "type"}:
            self.fault(f"has {name}, which CSL does not know", (name,), nearest(name, VARIABLES))
            return None
        if name in NAMES:
            return self.names(name, value)
        return self.date(name, value) if name in DATES else self.text(name, value)

    def names(self, name: str, value: object) -> Json:
        if not isinstance(value, list | tuple):
            shown = value if isinstance(value, str) else "…"
            self.fault(f"has {name}, which is no list", (name,), f"write {name}: [{{literal: {shown}}}]")
            return None
        return [self.name(name, number, one) for number, one in enumerate(value)]

    def name(self, role: str, number: int, value: object) -> Json:
        path = (role, number)
        if not isinstance(value, Mapping):
            hint = f"write {{literal: {value}}}, or family and given for a person"
            self.fault(f"has {role}, where a name is not in parts", path, hint)
            return None
        for part in value:
            if part not in NAME_PARTS:
                self.fault(f"has {part!r} in a name", path, nearest(str(part), NAME_PARTS))
        if bool(value.get("literal")) == bool(value.get("family") or value.get("given")):
            hint = "a person has family and given, an institution literal"
            self.fault("has a name that is neither a person nor an institution, or both", path, hint)
        elif "," in str(value.get("family", "")):
            self.fault(
                f"has the family name {value['family']!r}", path, "put what follows the comma into given"
            )
        return {str(part): str(text) for part, text in value.items()}

    def date(self, name: str, value: object) -> Json:
        try:
            if isinstance(value, Mapping):
                return date_from_csl(value)
            return date_from_edtf(str(value))
        except ValueError as error:
            hint = _date_hint(str(value), name)
            self.fault(f"has the date {name}: {value}, but {error}", (name,), hint)
            return None

    def text(self, name: str, value: object) -> Json:
        if not isinstance(value, str | int | float):
            self.fault(f"has {name}, which is not text", (name,))
            return None
        text = str(value).strip()
        check = {"type": self.check_type, "URL": self.check_url, "language": self.check_language}.get(name)
        if check:
            check(text)
        return self.doi(text) if name == "DOI" else text

    def check_type(self, text: str) -> None:
        if text not in TYPES:
            hint = nearest(text, TYPES) or "types are report, article-journal, webpage, dataset, book, …"
            self.fault(f"is of type {text}, which CSL does not know", ("type",), hint)

    def check_url(self, text: str) -> None:
        if not is_web_address(text):
            hint = "write it whole, from https:// on, without spaces"
            self.fault(f"has the URL {text}, which is no web address", ("URL",), hint)

    def check_language(self, text: str) -> None:
        if not _LANGUAGE.fullmatch(text):
            self.fault(f"is in the language {text}", ("language",), "write its tag, such as en-GB or zh")

    def doi(self, text: str) -> str:
        bare = _DOI_HOST.sub("", text, count=1)
        if not _DOI.fullmatch(bare):
            self.fault(f"has the DOI {text}, which is none", ("DOI",), "a DOI looks like 10.1000/182")
        return bare

    def fault(self, message: str, path: tuple[str | int, ...], hint: str | None = None) -> None:
        key = self.entry.get("id") or "without id"
        self.faults.add(f"the source {key} {message}", self.place(*path), hint)


def is_web_address(text: str) -> bool:
    """Return whether a text is an absolute http(s) address without spaces."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and not re.search(r"\s", text)


def _date_hint(text: str, name: str) -> str:
    if text.strip().lower() in _UNDATED:
        return f"leave {name} out; the style prints its own words for an undated source"
    if not re.search(r"\d", text):
        return f"leave {name} out and write status: {text}"
    return "write 2024-04-15, 2024-04, 2024, 2023/2024 for an interval, 2024~ for about"


def _json(value: object) -> Json:
    if isinstance(value, Mapping):
        return {str(key): _json(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_json(part) for part in value]
    return value if isinstance(value, bool | int | float) or value is None else str(value)
