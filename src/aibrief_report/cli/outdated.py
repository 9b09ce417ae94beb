"""`aibrief outdated`: rows that are newer than those a brief prints, and the sentences they would change."""

from __future__ import annotations

import json
from pathlib import Path

import click

from aibrief_report.inputs.project import find_project


@click.command(
    epilog="Examples:\n\n  aibrief outdated us-china-ai-rivalry\n\n  aibrief outdated published.pdf --json"
)
@click.argument("brief", metavar="BRIEF|FILE")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def command(folder: str, brief: str, as_json: bool) -> int:
    """Compare what a brief's latest version prints with the tables as they are now.

    Told are later periods of the same thing, newer editions that restate or confirm a value, outcomes of
    forecasts, and rows that were changed or taken out since.
    """
    from aibrief_report.inputs.door import Inputs  # here: help needs nothing of it
    from aibrief_report.ledger.read import read_ledger
    from aibrief_report.trace.outdated import outdated, outdated_json, outdated_lines
    from aibrief_report.versions.shelf import Shelf
    from aibrief_report.versions.subject import find_subject

    project = find_project(Path(folder))
    subject = find_subject(Shelf(project.out), brief)
    found = outdated(subject.document, read_ledger(Inputs(project.root)))
    if as_json:
        told = {
            "brief": subject.kept.brief,
            "version": subject.kept.version,
            "outdated": outdated_json(found),
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for line in outdated_lines(found):
        click.echo(line)
    click.echo(f"{subject.kept.name}: {len(found) or 'no'} newer row{'' if len(found) == 1 else 's'}")
    return 0
