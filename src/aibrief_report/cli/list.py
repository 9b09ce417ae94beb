"""`aibrief list`: the briefs of a project, and their versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from aibrief_report.errors import BriefError
from aibrief_report.inputs.brief import read_brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project, find_project
from aibrief_report.versions.folder import LATEST, VersionFolder
from aibrief_report.versions.version import MANIFEST


@click.command(epilog="Examples:\n\n  aibrief list\n\n  aibrief list --json")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def command(folder: str, as_json: bool) -> int:
    """List the briefs, their newest version and its formats."""
    project = find_project(Path(folder))
    found = [_entry(project, name) for name in project.briefs()]
    if as_json:
        click.echo(json.dumps({"briefs": found}, ensure_ascii=False, indent=1))
        return 0
    if not found:
        click.echo("no briefs yet; make one: aibrief new my-brief")
    for one in found:
        built = f"{one['latest']} ({', '.join(one['formats'])})" if one["latest"] else "no whole version yet"
        click.echo(f"{one['brief']}: {one['title']} – {built}, {one['versions']} in out/")
    return 0


def _entry(project: Project, name: str) -> dict[str, Any]:
    try:
        title = read_brief(Inputs(project.root), name)[0].title
    except BriefError:
        title = "(brief.yaml has faults)"
    home = project.out / name
    latest = home / LATEST
    manifest = latest / MANIFEST
    outputs = VersionFolder(home, LATEST).told()
    formats = sorted(key.removeprefix("brief.") for key in outputs if key.startswith("brief."))
    versions = [path for path in home.glob("*/" + MANIFEST) if not path.parent.is_symlink()]
    return {
        "brief": name,
        "title": title,
        "latest": latest.resolve().name if manifest.is_file() else None,
        "formats": formats,
        "versions": len(versions),
    }
