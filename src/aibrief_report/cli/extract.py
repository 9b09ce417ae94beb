"""`aibrief extract`: take out the files that a published PDF, DOCX or page carries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from aibrief_report.cli.exchange import read_outside
from aibrief_report.errors import Fault, Faults, Place, StoreError, UsageError

_MOST_BYTES = 512 * 2**20


@click.command(
    epilog="Examples:\n\n  aibrief extract brief.pdf\n\n  aibrief extract brief.pdf --list"
    "\n\n  aibrief extract ~/Downloads/brief.docx --to data-of-brief",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--to", "target", metavar="DIR", type=click.Path(path_type=Path), help="Where to put them.")
@click.option("--list", "only_list", is_flag=True, help="Only tell what is there.")
@click.option("--force", is_flag=True, help="Replace files that are there and differ.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def command(file: Path, target: Path | None, only_list: bool, force: bool, as_json: bool) -> int:
    """Take out the files that FILE carries, into a folder named for it.

    A brief's PDF carries the rows behind it, its references, each chart with its values, and the record of
    what it was made from; its DOCX the workbooks of its charts; its page the values of its charts. Any
    other PDF with attachments will do.
    """
    from aibrief_report.extract.extract import extract  # here: help needs nothing of it

    found = extract(_read(file), file.name)
    folder = target or Path(f"{file.stem}-files")
    if found and not only_list:
        _write(folder, found, force=force)
    if as_json:
        told = [{"name": name, "bytes": len(data)} for name, data in found.items()]
        shown = {"folder": None if only_list else str(folder), "files": told}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        _tell(file, found, None if only_list else folder)
    return 0


def _read(file: Path) -> bytes:
    if not file.exists():
        raise UsageError(Fault(f"there is no file {str(file)!r}"))
    return read_outside(file, _MOST_BYTES)


def _write(folder: Path, found: Mapping[str, bytes], *, force: bool) -> None:
    """Write all files or none. Raises `StoreError` where one would replace another, or none can be."""
    from aibrief_report.store.atomic import write_bytes, write_folder

    try:
        if not force:
            _check_free(folder, found)
        if folder.exists():
            for name, data in found.items():
                if not _is(folder / name, data):
                    write_bytes(folder / name, data)
        else:
            write_folder(folder, found)
    except OSError as error:
        reason = (
            "a file is in the way"
            if isinstance(error, FileExistsError | NotADirectoryError)
            else error.strerror
        )
        raise StoreError(Fault(f"the files cannot be written: {reason}", Place(str(folder)))) from error


def _check_free(folder: Path, found: Mapping[str, bytes]) -> None:
    faults = Faults(StoreError)
    for name, data in found.items():
        place = folder / name
        if place.is_symlink() or (place.exists() and not _is(place, data)):
            faults.add(
                "another file of this name is there", Place(str(place)), "use --force, or another --to"
            )
    faults.check()


def _is(place: Path, data: bytes) -> bool:
    """Return whether a file, and no link to one, holds these bytes."""
    return place.is_file() and not place.is_symlink() and place.read_bytes() == data


def _tell(file: Path, found: Mapping[str, bytes], folder: Path | None) -> None:
    if not found:
        click.echo(f"{file.name} carries no files")
        return
    width = max(map(len, found))
    for name, data in found.items():
        click.echo(f"{name:{width}}  {len(data):>9,} bytes")
    if folder is not None:
        click.echo(f"{len(found)} files are in {folder}")
