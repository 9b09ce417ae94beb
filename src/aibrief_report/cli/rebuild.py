"""`aibrief rebuild`: make a version again from the inputs that were kept of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aibrief_report.cli.build import chosen_formats
from aibrief_report.errors import Fault, StoreError
from aibrief_report.inputs.project import find_project

if TYPE_CHECKING:
    from aibrief_report.verify.finding import Found

FORMATS = ("pdf", "docx", "html")
_HINT = "outside of a project, say where to write: --to DIR; or name the project: aibrief -C DIR rebuild …"


@click.command(
    epilog="Examples:\n\n  aibrief rebuild e1e5dacf4711\n\n  aibrief rebuild us-china-ai-rivalry/e1e5dacf4711"
    " --to /tmp/then"
)
@click.argument("what", metavar="VERSION|FILE")
@click.option("--to", "to", type=click.Path(path_type=Path), help="Write the files into this folder instead.")
@click.option("--formats", default=",".join(FORMATS), show_default=True, help="Formats, with commas between.")
@click.option("--lock", type=click.Path(path_type=Path), help="Only write the lock of its libraries.")
@click.pass_obj
def command(folder: str, what: str, to: Path | None, formats: str, lock: Path | None) -> int:
    """Make a version again, byte for byte, although tables and templates have moved on.

    Its inputs come from out/.objects, or from the published bundle that it lies in. Without --to the version
    stands in out/ again; this needs the toolkit and the libraries that it was made with. With --to, another
    toolkit makes what it makes of the same inputs, and it is told what differs. With --lock, the list of its
    libraries is written for `pip install --require-hashes -r FILE`.
    """
    from aibrief_report.cli.exchange import write_output
    from aibrief_report.cli.progress import Progress
    from aibrief_report.verify.finding import find  # here: help needs nothing of it
    from aibrief_report.verify.rebuild import rebuild, restore
    from aibrief_report.versions.bundles import find_home

    start = Path(folder)
    project = find_home(start, what) if to or lock else find_project(start, hint=_HINT)
    found, wanted = find(project.out, what), chosen_formats(formats)
    name = f"{found.recorded.brief} {found.recorded.name}"
    if lock:
        return _write_lock(found, lock)
    with Progress(found.recorded.brief) as progress:
        if to is None:
            place = restore(project, found.recorded, wanted, progress.tell).path
            click.echo(f"{name} stands in {place.relative_to(project.root)}")
            return 0
        made = rebuild(found.recorded, found.objects, project.root, wanted, progress.tell)
    for file, data in made.files.items():
        write_output(to / file, data)
    for one in made.differences:
        click.echo(f"warning: {one}", err=True)
    click.echo(f"{name}: {', '.join(made.files)} in {to}")
    return 0


def _write_lock(found: Found, place: Path) -> int:
    from aibrief_report.cli.exchange import write_output
    from aibrief_report.verify.surroundings import kept_lock

    lock = kept_lock(found.recorded, found.objects)
    name = f"{found.recorded.brief} {found.recorded.name}"
    if lock is None:
        hint = "its record names their versions: aibrief verify tells which are others here"
        raise StoreError(Fault(f"no lock was kept of {name}", hint=hint))
    write_output(place, lock)
    click.echo(f"{name}: its libraries are in {place}: pip install --require-hashes -r {place}")
    return 0
