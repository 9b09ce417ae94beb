"""`aibrief verify`: whether a version, or a published file, is what its inputs give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from aibrief_report.verify.verdict import Verdict

_MOST = 8
_TOLD = {"same content": "bytes differ, content the same"}


@click.command(
    epilog="Examples:\n\n  aibrief verify us-china-ai-rivalry\n\n  aibrief verify ~/Downloads/brief.pdf"
    "\n\n  aibrief verify published/us-china-ai-rivalry-v1.2"
)
@click.argument("what", metavar="FILE|VERSION|BRIEF|BUNDLE")
@click.option("--json", "as_json", is_flag=True, help="Print the verdict as JSON.")
@click.pass_obj
def command(folder: str, what: str, as_json: bool) -> int:
    """Rebuild a version from the inputs that were kept of it, and compare.

    A file finds its version by what its metadata say, wherever it lies. Exit code 1 where it is not what its
    inputs give. Under another toolkit or other libraries the content is compared, and what differs is told.
    """
    from aibrief_report.cli.progress import Progress
    from aibrief_report.verify.finding import find  # here: help needs nothing of it
    from aibrief_report.verify.verdict import verify
    from aibrief_report.versions.bundles import find_home

    project = find_home(Path(folder), what)
    found = find(project.out, what)
    with Progress(found.recorded.brief) as progress:
        verdict = verify(found.recorded, found.files, found.objects, project.root, progress.tell)
    if as_json:
        click.echo(json.dumps(verdict.as_json(), ensure_ascii=False, indent=1))
    else:
        _tell(verdict)
    return 0 if verdict.holds else 1


def _tell(verdict: Verdict) -> None:
    width = max((len(one.name) for one in verdict.compared), default=0)
    for one in verdict.compared:
        click.echo(f"{one.name:{width}}  {_TOLD.get(one.state, one.state)}")
        click.echo("".join(f"  {part}\n" for part in one.parts[:_MOST]), nl=False)
        if len(one.parts) > _MOST:
            click.echo(f"  … and {len(one.parts) - _MOST} more; --json tells all")
    for difference in verdict.differences:
        click.echo(f"{difference}")
    for way in verdict.advice:
        click.echo(f"  hint: {way}")
    click.echo(f"{verdict.recorded.brief} {verdict.recorded.name}: {verdict.summary}")
