"""Copies for co-authors: written beside the versions, and remembered.

A copy is made from a version as it stands, so the version is completed first: what comes back finds it. The
day of sending is remembered and shapes no byte of the copy.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from aibrief_report.digest import sha256
from aibrief_report.errors import Fault, UsageError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project
from aibrief_report.ooxml.packages import content_hash
from aibrief_report.pipeline import Written, finish, write
from aibrief_report.review.register import (
    FOLDER,
    NAME,
    Sent,
    draft_number,
    file_name,
    file_part,
    read_register,
    recipient,
    register_bytes,
)
from aibrief_report.store.atomic import write_changed
from aibrief_report.versions.folder import writing

Tell = Callable[[str], None]


class Sending(Struct, frozen=True):
    """What is asked for: the recipient, and whether the copy has the annex and comments."""

    to: str
    annex: bool = True
    comments: bool = True


class Delivery(Struct, frozen=True):
    """A copy, where it lies, and whether it had been sent before."""

    sent: Sent
    path: Path
    again: bool


def send(project: Project, name: str, asked: Sending, day: str, tell: Tell = lambda _: None) -> Delivery:
    """Return the copy of a brief as it stands, written and remembered; `day` is ISO 8601.

    The same copy for the same person is written anew where it was lost or damaged, and remembered once.
    Raises `UsageError` for a name without letters, `InputError` for a damaged register, and whatever is wrong
    with the brief; then nothing is sent.
    """
    to = recipient(asked.to)
    if not file_part(to):
        hint = "name the person, such as --to Ada"
        raise UsageError(Fault(f"{asked.to!r} has no letters that could name a file", hint=hint))
    sent_before(project, name)
    written = write(project, name, tell)
    finish(project, name, written, ("docx",), tell)
    tell("writing the copy")
    data = _copy(written, asked)
    home = project.out / name
    with writing(home):
        before = sent_before(project, name)
        sent = _known(before, written, to, asked) or _new(before, name, written, to, asked, data, day)
        path = home / FOLDER / sent.file
        write_changed(path, data)
        if sent not in before:
            # Last, so that what it tells of is there.
            write_changed(home / FOLDER / NAME, register_bytes((*before, sent)))
    return Delivery(sent, path, sent in before)


def sent_before(project: Project, name: str) -> tuple[Sent, ...]:
    """Return the copies of a brief that were sent, oldest first.

    Raises `InputError` for a damaged register.
    """
    # A door of its own: what it reads is no input of any build.
    inputs, file = Inputs(project.root), f"{project.out.name}/{name}/{FOLDER}/{NAME}"
    return read_register(inputs.text(file), file) if inputs.exists(file) else ()


def _copy(written: Written, asked: Sending) -> bytes:
    from aibrief_report.render.docx.copy import render_copy  # here: python-docx takes time to load

    return render_copy(
        written.document, written.theme, written.cache, annex=asked.annex, comments=asked.comments
    )


def _known(before: tuple[Sent, ...], written: Written, to: str, asked: Sending) -> Sent | None:
    version = written.version.name
    return next((one for one in before if one.is_of(version, to, asked.annex, asked.comments)), None)


def _new(
    before: tuple[Sent, ...], name: str, written: Written, to: str, asked: Sending, data: bytes, day: str
) -> Sent:
    draft = draft_number(before, written.version.name)
    file = file_name(name, draft, to, asked.annex, asked.comments, (one.file for one in before))
    return Sent(
        draft=draft,
        version=written.version.name,
        hash=written.version.hash,
        to=to,
        file=file,
        annex=asked.annex,
        comments=asked.comments,
        sha256=sha256(data),
        content=content_hash(data),
        date=day,
    )
