"""The part of `aibrief data` that adds the entries of a BibTeX file to the project's sources."""

from __future__ import annotations

import codecs
import json
from pathlib import Path

import click

from aibrief_report.cli.exchange import read_outside, write_output
from aibrief_report.errors import Fault, Place, UsageError
from aibrief_report.inputs.door import Inputs, decode
from aibrief_report.inputs.project import Project
from aibrief_report.store.locks import locked

FILE, OTHER = "data/sources.yaml", "data/sources.json"


def import_sources(project: Project, file: Path, *, dry_run: bool, as_json: bool) -> int:
    """Add what sources.yaml does not have yet, written whole or not at all; tell what was done."""
    from aibrief_report.references.adding import with_sources  # here: starts pandoc
    from aibrief_report.references.bibtex import import_bibtex

    if not file.exists():
        raise UsageError(Fault(f"there is no file {file.name}"))
    items = import_bibtex(decode(read_outside(file), file.name), file.name)
    with locked(project.out):
        inputs = Inputs(project.root)
        if not inputs.exists(FILE) and inputs.exists(OTHER):
            hint = "import it where that file comes from, and export that anew"
            raise UsageError(Fault("the sources of this project are kept as JSON", Place(OTHER), hint))
        found = with_sources(inputs.text(FILE), FILE, items, file.name)
        if found.keys and not dry_run:
            write_output(project.root / FILE, _as_written(found.text, inputs.read(FILE)))
    if as_json:
        told = {"added": found.keys, "known": found.known, "written": bool(found.keys) and not dry_run}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    if dry_run:
        click.echo(found.entries, nl=False)
    for key in found.known:
        click.echo(f"{key} is there already, and stays as it is", err=dry_run)
    done = f"{'would add' if dry_run else 'added'} to {FILE}: {', '.join(found.keys)}"
    click.echo(done if found.keys else "nothing changes", err=dry_run)
    return 0


def _as_written(text: str, before: bytes) -> bytes:
    """Return a text as bytes, with the byte-order mark and the line ends of a file as it was."""
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    return mark + text.replace("\n", "\r\n" if b"\r\n" in before else "\n").encode()
