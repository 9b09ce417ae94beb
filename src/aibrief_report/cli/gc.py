"""`aibrief gc`: remove what is neither published, nor recent, nor referred to, after showing it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aibrief_report.errors import Faults, InputError
from aibrief_report.inputs.project import Project, find_project

if TYPE_CHECKING:
    from aibrief_report.verify.garbage import Garbage

_MOST = 20


@click.command(epilog="Examples:\n\n  aibrief gc\n\n  aibrief gc --recent 3 --remove")
@click.option("--recent", default=10, show_default=True, help="How many new versions of a brief stay.")
@click.option("--keep", multiple=True, metavar="VERSION", help="A version that stays; may be repeated.")
@click.option("--remove", "removing", is_flag=True, help="Remove what is listed.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def command(folder: str, recent: int, keep: tuple[str, ...], removing: bool, as_json: bool) -> int:
    """List what may go from out/, and remove it with --remove.

    What stays: of each brief the latest version and the newest ones, all that was published or sent, and
    the kept inputs of all these. Nothing in published/ is ever touched.
    """
    from aibrief_report.store.locks import locked  # here: help needs nothing of it
    from aibrief_report.verify.garbage import garbage, remove

    project = find_project(Path(folder))
    with locked(project.out):
        found = garbage(project.root, project.out, max(0, recent), _named(project, keep) | _sent(project))
        if removing:
            remove(project.out, found)
    if as_json:
        click.echo(json.dumps(_json(found, removing), ensure_ascii=False, indent=1))
    else:
        _tell(found, removing)
    return 0


def _named(project: Project, texts: tuple[str, ...]) -> frozenset[str]:
    """Return the versions that were named. Raises `InputError` for one that is not there."""
    from aibrief_report.versions.shelf import Shelf

    shelf, faults = Shelf(project.out), Faults(InputError)
    found = {text: shelf.called(text) for text in texts}
    for text, versions in found.items():
        if not versions:
            faults.add(f"there is no version {text!r} to keep", hint="aibrief log BRIEF lists them")
    faults.check()
    return frozenset(one.version for versions in found.values() for one in versions)


def _sent(project: Project) -> frozenset[str]:
    """Return the versions of which copies went out: what comes back is held against them."""
    from aibrief_report.review.sending import sent_before
    from aibrief_report.versions.shelf import Shelf

    briefs = Shelf(project.out).briefs()
    return frozenset(one.version for brief in briefs for one in sent_before(project, brief))


def _tell(found: Garbage, removed: bool) -> None:
    if found.empty:
        click.echo("nothing may go")
        return
    for one in found.versions[:_MOST]:
        click.echo(f"{one.brief} {one.version}")
    if len(found.versions) > _MOST:
        click.echo(f"… and {len(found.versions) - _MOST} more versions; --json tells all")
    what = (("version", found.versions), ("kept input", found.objects), ("leftover", found.leftovers))
    told = ", ".join(f"{len(of)} {name}{'' if len(of) == 1 else 's'}" for name, of in what)
    size = f"{found.size / 1_000_000:.1f} MB"
    click.echo(f"removed {told}: {size}" if removed else f"{told}: {size}; --remove removes them")


def _json(found: Garbage, removed: bool) -> dict[str, object]:
    return {
        "removed": removed,
        "versions": [f"{one.brief}/{one.version}" for one in found.versions],
        "objects": list(found.objects),
        "leftovers": [path.name for path in found.leftovers],
        "bytes": found.size,
    }
