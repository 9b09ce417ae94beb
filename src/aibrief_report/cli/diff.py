"""`aibrief diff`: what changed between two versions, or between a version and the project as it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aibrief_report.cli.exchange import write_output
from aibrief_report.inputs.project import Project, find_project

if TYPE_CHECKING:
    from aibrief_report.changes.changes import Changes

_HINT = "name a second version or bundle, or the project to compare with: aibrief -C DIR diff …"


@click.command(
    epilog="Examples:\n\n  aibrief diff us-china-ai-rivalry\n\n  aibrief diff e1e5dacf4711 86c48837befa\n\n"
    "  aibrief diff ~/Downloads/brief.pdf --html changes.html"
)
@click.argument("first", metavar="THEN")
@click.argument("second", metavar="[NOW]", default=".")
@click.option("--html", type=click.Path(path_type=Path), help="Write a page with both sides into this file.")
@click.option("--docx", type=click.Path(path_type=Path), help="Write a Word file with tracked changes.")
@click.option("--pages", "paged", is_flag=True, help="Show the pages of the PDF that differ, on that page.")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
@click.pass_obj
def command(
    folder: str, first: str, second: str, html: Path | None, docx: Path | None, paged: bool, as_json: bool
) -> int:
    """Tell what changed: rows, sentences, verdicts, figures, references, each with its cause.

    THEN and NOW are versions, files of one, or the name of a brief for its latest version. Without NOW, or
    with a point, the project as it stands is compared, built or not.
    """
    from aibrief_report.changes.as_json import changes_json  # here: help needs nothing of it
    from aibrief_report.changes.changes import changes
    from aibrief_report.changes.sides import WORKING, two_sides
    from aibrief_report.changes.text import lines
    from aibrief_report.cli.progress import Progress
    from aibrief_report.versions.bundles import find_home

    start = Path(folder)
    as_it_stands = second in ("", WORKING)
    project = find_project(start, hint=_HINT) if as_it_stands else find_home(start, first, second)
    with Progress(first) as progress:
        found = changes(*two_sides(project, first, second, progress.tell))
        if html:
            _write_page(html, found, project, paged, progress.tell)
            click.echo(f"wrote {html}", err=as_json)
        if docx:
            _write_redline(docx, found, project, progress.tell)
            click.echo(f"wrote {docx}", err=as_json)
    if as_json:
        click.echo(json.dumps(changes_json(found), ensure_ascii=False, indent=1))
        return 0
    for line in lines(found):
        click.echo(line)
    return 0


def _write_page(
    file: Path, found: Changes, project: Project, paged: bool, tell: Callable[[str], None]
) -> None:
    from aibrief_report.changes.page import changes_page
    from aibrief_report.changes.pictures import page_pairs
    from aibrief_report.changes.sides import output

    papers = [output(project, one, "pdf", tell) for one in (found.then, found.now)] if paged else []
    names = (found.then.version, found.now.version)
    pairs = tuple(page_pairs(papers[0], papers[1], names)) if papers else ()
    write_output(file, changes_page(found, pairs))


def _write_redline(file: Path, found: Changes, project: Project, tell: Callable[[str], None]) -> None:
    from aibrief_report.changes.redline import redline
    from aibrief_report.changes.sides import output

    then, now = (output(project, one, "docx", tell) for one in (found.then, found.now))
    write_output(file, redline(then, now, found))
