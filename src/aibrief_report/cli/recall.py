"""`aibrief recall`: what to correct where a source or row was wrong, with a draft for the readers."""

from __future__ import annotations

import json
from pathlib import Path

import click

from aibrief_report.inputs.project import find_project


@click.command(
    epilog='Examples:\n\n  aibrief recall ai-index-2024 --reason "the publisher withdrew chapter 4"\n\n'
    "  aibrief recall inv-usa-2023-hai24 --erratum > erratum.md"
)
@click.argument("key", metavar="SOURCE|ROW")
@click.option("--reason", default="", metavar="TEXT", help="What was wrong, for the erratum.")
@click.option("--erratum", "only_draft", is_flag=True, help="Print the drafts of errata only (Markdown).")
@click.option("--json", "as_json", is_flag=True, help="Print versions, passages and drafts as JSON.")
@click.pass_obj
def command(folder: str, key: str, reason: str, only_draft: bool, as_json: bool) -> int:
    """List every version that a wrong source or row affects, and draft an erratum for each brief."""
    from aibrief_report.trace.across import (
        check_known,
        lines,
        versions_using,
    )  # here: help needs nothing of it
    from aibrief_report.trace.recall import erratum, recall_json, recalls
    from aibrief_report.versions.shelf import Shelf

    project = find_project(Path(folder))
    shelf = Shelf(project.out)
    found = versions_using(shelf, key)
    if not found:
        check_known(project, key)
    briefs = recalls(found)
    if as_json:
        click.echo(json.dumps({"recalls": recall_json(briefs, key, reason)}, ensure_ascii=False, indent=1))
    else:
        told = (
            [] if only_draft else ["\n".join(lines(found)) or f"no version in {shelf.out.name}/ uses {key}"]
        )
        told += [erratum(one, key, reason).rstrip() for one in briefs]
        click.echo("\n\n".join(told))
    # An erratum must not pass for complete where a version could not be read.
    shelf.faults.check()
    return 0
