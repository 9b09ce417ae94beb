"""The part of `aibrief data` that writes workbooks and reads tables back; all files change, or none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from aibrief_report.errors import Fault, Place, StoreError, UsageError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project
from aibrief_report.store.atomic import write_bytes
from aibrief_report.store.locks import locked


def export_tables(project: Project, file: Path) -> int:
    """Write the tables of a project as a workbook."""
    from aibrief_report.ledger.exchange.workbook import tables_workbook  # here: openpyxl takes time to load

    data = tables_workbook(Inputs(project.root))
    write_output(file, data)
    click.echo(f"wrote {file}")
    return 0


def draft(file: Path, mapping: Path, table: str) -> int:
    """Write a first mapping for a foreign table; one that is there already is left alone."""
    from aibrief_report.ledger.exchange.drafting import draft_mapping  # here: openpyxl takes time to load
    from aibrief_report.ledger.exchange.importing import foreign

    if mapping.exists():
        raise UsageError(Fault("there is such a file already", Place(str(mapping)), "use it: --mapping"))
    write_output(mapping, draft_mapping(foreign(read_outside(file), file.name), table).encode())
    click.echo(f"wrote {mapping}; finish it, then: aibrief data --import {file} --mapping {mapping}")
    return 0


def import_tables(
    project: Project, file: Path, mapping: Path | None, *, dry_run: bool, overwrite: bool, as_json: bool
) -> int:
    """Read tables back, tell what changes, and write it where every table would still be valid."""
    from aibrief_report.ledger.exchange.importing import import_file, import_mapped
    from aibrief_report.ledger.exchange.mapping import read_mapping

    data = read_outside(file)
    with locked(project.out):
        inputs = Inputs(project.root)
        if mapping is None:
            found = import_file(inputs, data, file.name, overwrite=overwrite)
        else:
            text = Inputs(mapping.resolve().parent).text(mapping.name)
            found = import_mapped(inputs, data, file.name, read_mapping(text, str(mapping)))
        if not dry_run:
            _write_all(project.root, found.files)
    done = "would write" if dry_run else "wrote"
    if as_json:
        told = {"changes": [one.as_json() for one in found.changes], done.replace(" ", "-"): sorted(found.files)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for one in found.changes:
        click.echo("\n".join(one.lines()))
    click.echo(f"{done} {', '.join(found.files)}" if found.files else "nothing changes")
    return 0


def read_outside(file: Path) -> bytes:
    """Return the bytes of a file that a person named, wherever it lies. Raises `InputError`."""
    return Inputs(file.resolve().parent).read(file.name)


def write_output(file: Path, data: bytes) -> None:
    """Write a file that a person named. Raises `StoreError` where the system refuses."""
    try:
        write_bytes(file, data)
    except OSError as error:
        raise StoreError(Fault(f"cannot be written: {error.strerror}", Place(str(file)))) from error


def _write_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Write several files; where one cannot be written, those before it are put back as they were."""
    before = {name: (root / name).read_bytes() if (root / name).exists() else None for name in files}
    done: list[str] = []
    try:
        for name, data in files.items():
            write_bytes(root / name, data)
            done.append(name)
    except OSError as error:
        for name in done:
            held = before[name]
            if held is None:
                (root / name).unlink()
            else:
                write_bytes(root / name, held)
        fault = Fault(f"cannot be written: {error.strerror}; nothing has changed", Place(name))
        raise StoreError(fault) from error
