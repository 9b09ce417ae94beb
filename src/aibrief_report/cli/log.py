"""`aibrief log`: the versions of a brief, and what changed in each."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from aibrief_report.inputs.project import find_project


@click.command(
    epilog="Examples:\n\n  aibrief log us-china-ai-rivalry\n\n  aibrief log us-china-ai-rivalry --json"
)
@click.argument("brief", metavar="BRIEF")
@click.option("--most", default=20, show_default=True, help="How many versions to list; 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="Print the history as JSON.")
@click.pass_obj
def command(folder: str, brief: str, most: int, as_json: bool) -> int:
    """List the versions of a brief, newest first, each with what changed since the one before.

    The order is that in which they were built, whatever the clock said; the day is that of the folder.
    """
    from aibrief_report.changes.log import history  # here: help needs nothing of it
    from aibrief_report.errors import Fault, InputError
    from aibrief_report.inputs.nearest import nearest
    from aibrief_report.verify.bundle import publications
    from aibrief_report.versions.shelf import Shelf

    project = find_project(Path(folder))
    shelf = Shelf(project.out)
    if brief not in shelf.briefs():
        hint = nearest(brief, shelf.briefs()) or f"build it first: aibrief build {brief}"
        raise InputError(Fault(f"there is no built brief {brief!r}", hint=hint))
    labels: dict[str, list[str]] = {}
    for published in publications(project.root):
        if published.brief == brief:
            labels.setdefault(published.version, []).append(published.label)
    entries = history(shelf, brief, most or None)
    if as_json:
        told = [
            {
                "version": one.kept.version,
                "latest": one.kept.latest,
                "before": one.before or None,
                "labels": labels.get(one.kept.version, []),
                "summary": one.summary,
            }
            for one in entries
        ]
        click.echo(json.dumps({"brief": brief, "versions": told}, ensure_ascii=False, indent=1))
        return 0
    for one in entries:
        marks = ["latest"] if one.kept.latest else []
        marks += labels.get(one.kept.version, [])
        shown = f" ({', '.join(marks)})" if marks else ""
        day = _day(project.out / brief / one.kept.version)
        click.echo(f"{one.kept.version}  {day}{shown}  {one.summary}")
    return 0


def _day(folder: Path) -> str:
    """Return the day on which a version was written, by the clock of then: shown, never relied on."""
    return datetime.fromtimestamp(folder.stat().st_mtime, UTC).date().isoformat()
