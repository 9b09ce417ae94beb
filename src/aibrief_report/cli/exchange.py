"""The part of `aibrief data` that writes workbooks and reads tables back; all files change, or none."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import click

from aibrief_report.errors import Fault, InputError, Place, StoreError, UsageError
from aibrief_report.inputs.door import MOST_BYTES, Inputs
from aibrief_report.inputs.project import Project, find_project
from aibrief_report.store.atomic import write_bytes
from aibrief_report.store.locks import locked

_Command = TypeVar("_Command", bound=Callable[..., int])
_OUTSIDE = click.Path(dir_okay=False, path_type=Path)


def options(command: _Command) -> _Command:
    """Add the options of workbooks and imports to a command."""
    for option in reversed(
        (
            click.option("--xlsx", type=_OUTSIDE, metavar="FILE", help="Write the tables as a workbook."),
            click.option(
                "--import",
                "imported",
                type=_OUTSIDE,
                metavar="FILE",
                help="Read a workbook or CSV file back into the tables.",
            ),
            click.option(
                "--mapping", type=_OUTSIDE, metavar="YAML", help="How a foreign table is to be read."
            ),
            click.option(
                "--draft-mapping", type=_OUTSIDE, metavar="YAML", help="Write a mapping to begin with."
            ),
            click.option("--dry-run", is_flag=True, help="Tell what an import would change; write nothing."),
            click.option(
                "--overwrite", is_flag=True, help="Import a workbook that is older than the tables."
            ),
        )
    ):
        command = option(command)
    return command


def exchange(
    folder: str,
    *,
    as_json: bool,
    xlsx: Path | None,
    imported: Path | None,
    mapping: Path | None,
    draft_mapping: Path | None,
    dry_run: bool,
    overwrite: bool,
) -> int:
    """Do what the options say: write a workbook, draft a mapping, or import a file."""
    project = find_project(Path(folder))
    if xlsx is not None and imported is None:
        return export_tables(project, xlsx)
    if imported is None or xlsx is not None:
        hint = "aibrief data --import FILE, with --mapping, --draft-mapping, --dry-run or --overwrite"
        raise UsageError(Fault("what is to be imported?" if xlsx is None else "write, or import?", hint=hint))
    if draft_mapping is not None:
        return draft(imported, draft_mapping)
    return import_tables(project, imported, mapping, dry_run=dry_run, overwrite=overwrite, as_json=as_json)


def export_tables(project: Project, file: Path) -> int:
    """Write the tables of a project as a workbook."""
    from aibrief_report.ledger.exchange.workbook import tables_workbook  # here: openpyxl takes time to load

    data = tables_workbook(Inputs(project.root))
    write_output(file, data)
    click.echo(f"wrote {file}")
    return 0


def draft(file: Path, mapping: Path) -> int:
    """Write a first mapping for a table of observations; one that is there already is left alone."""
    from aibrief_report.ledger.exchange.drafting import draft_mapping  # here: openpyxl takes time to load
    from aibrief_report.ledger.exchange.importing import foreign

    if mapping.exists():
        raise UsageError(Fault("there is such a file already", Place(str(mapping)), "use it: --mapping"))
    write_output(mapping, draft_mapping(foreign(read_outside(file), file.name), "observations").encode())
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
        told = {
            "changes": [one.as_json() for one in found.changes],
            done.replace(" ", "-"): sorted(found.files),
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for one in found.changes:
        click.echo("\n".join(one.lines()))
    click.echo(f"{done} {', '.join(found.files)}" if found.files else "nothing changes")
    return 0


def read_outside(file: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file that a person named, wherever it lies. Raises `InputError`."""
    place = file.resolve()
    if place.exists() and not place.is_file():
        raise InputError(Fault("it is a folder, a pipe or a device, not a file", Place(str(file))))
    return Inputs(place.parent, most=most).read(place.name)


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
