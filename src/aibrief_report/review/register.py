"""The register of copies that were sent: to whom, when, of which version, in which form."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import asdict
from pydantic import field_validator

from aibrief_report.digest import short_id
from aibrief_report.inputs.checked import Strict, read_checked
from aibrief_report.inputs.yaml_text import read_yaml
from aibrief_report.review.state import day

FOLDER, NAME = "sent", "register.json"
"""The folder beside a brief's versions where copies lie, and the file in it that tells of them."""
_LONGEST = 80
"""Bytes of a recipient's name in a file's name: systems allow 255 for the whole."""


class Sent(Struct, frozen=True):
    """A copy that was sent. `draft` counts the versions sent, from 1; `date` is ISO 8601.

    `hash` is the whole hash of the version's inputs, `sha256` that of the file's bytes, `content` that of its
    parts whatever their compression.
    """

    draft: int
    version: str
    hash: str
    to: str
    file: str
    annex: bool
    comments: bool
    sha256: str
    content: str
    date: str

    def is_of(self, version: str, to: str, annex: bool, comments: bool) -> bool:
        """Whether this is the copy of a version for somebody, in this form."""
        form = (self.annex, self.comments) == (annex, comments)
        return form and self.version == version and self.to.casefold() == to.casefold()


class _Entry(Strict):
    """A copy, as it stands in the file."""

    draft: int
    version: str
    hash: str
    to: str
    file: str
    annex: bool
    comments: bool
    sha256: str
    content: str
    date: str

    @field_validator("date")
    @classmethod
    def _day(cls, value: str) -> str:
        return day(value)


class _Register(Strict):
    sent: tuple[_Entry, ...] = ()


def read_register(text: str, file: str) -> tuple[Sent, ...]:
    """Return the copies in a register's text, oldest first. Raises `InputError` with all its faults."""
    return tuple(Sent(**one.model_dump()) for one in read_checked(read_yaml(text, file), _Register).sent)


def register_bytes(sent: Iterable[Sent]) -> bytes:
    """Return a register as the bytes of its file."""
    entries = [asdict(one) for one in sent]
    return json.dumps({"sent": entries}, ensure_ascii=False, indent=1).encode() + b"\n"


def draft_number(sent: Iterable[Sent], version: str) -> int:
    """Return the number of a version as a draft: the one that it was sent under, or the next."""
    drafts = {one.version: one.draft for one in sent}
    return drafts.get(version) or max(drafts.values(), default=0) + 1


def recipient(name: str) -> str:
    """Return a recipient's name with single spaces and composed letters: one spelling is one person."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def file_part(name: str) -> str:
    """Return what stands for a recipient in a file's name: letters and digits of any script, and hyphens.

    Empty for a name that has none of these. A long one is cut and takes a hash with it.

    >>> file_part("Ada  de la/Cruz")
    'Ada-de-la-Cruz'
    """
    kept = "".join(sign if _is_plain(sign) else " " for sign in recipient(name))
    plain = "-".join(kept.split())
    data = plain.encode()
    if len(data) <= _LONGEST:
        return plain
    cut = data[: _LONGEST - 9].decode(errors="ignore").rstrip("-")
    return f"{cut}-{short_id(name)}"


def file_name(brief: str, draft: int, to: str, annex: bool, comments: bool, taken: Iterable[str]) -> str:
    """Return the name of a copy's file; it is numbered where another copy has it, in any case of letters."""
    form = ("" if annex else "_no-annex") + ("" if comments else "_no-comments")
    stem = f"{brief}_draft-{draft}_{file_part(to)}{form}"
    used = {one.casefold() for one in taken}
    name, count = f"{stem}.docx", 1
    while name.casefold() in used:
        count += 1
        name = f"{stem}-{count}.docx"
    return name


def _is_plain(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")
