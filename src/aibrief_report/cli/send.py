"""`aibrief send`: a copy of the Word file for a co-author, and what was sent to whom."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import asdict

from aibrief_report.errors import Fault, UsageError
from aibrief_report.inputs.project import Project, find_project

if TYPE_CHECKING:
    from aibrief_report.review.register import Sent


@click.command(
    epilog="Examples:\n\n  aibrief send us-china-ai-rivalry --to Ada\n\n"
    '  aibrief send us-china-ai-rivalry --to "Li Wei" --no-annex\n\n'
    "  aibrief send us-china-ai-rivalry --list"
)
@click.argument("name", metavar="BRIEF")
@click.option("--to", metavar="NAME", help="Who gets the copy.")
@click.option(
    "--no-annex", "annex", is_flag=True, flag_value=False, default=True, help="Leave the annex out."
)
@click.option(
    "--no-comments", "comments", is_flag=True, flag_value=False, default=True, help="Leave comments out."
)
@click.option("--list", "listing", is_flag=True, help="Tell what was sent to whom.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def command(
    folder: str, name: str, to: str | None, annex: bool, comments: bool, listing: bool, as_json: bool
) -> int:
    """Write a copy of a brief's Word file, as it stands now, for somebody to work in.

    Word records every change that is made to it. The copy lies in out/BRIEF/sent/, and is remembered there.
    The draft's number counts the versions that were sent: for a second person it stays the same.
    """
    if listing == bool(to):
        raise UsageError(Fault("name a recipient, or ask for the list", hint="--to NAME, or --list"))
    project = find_project(Path(folder))
    project.check_name(name)
    if listing:
        return _list(project, name, as_json)
    return _send(project, name, (to or "", annex, comments), as_json)


def _send(project: Project, name: str, asked: tuple[str, bool, bool], as_json: bool) -> int:
    from aibrief_report.cli.progress import Progress
    from aibrief_report.review.sending import Sending, send  # here: help needs nothing of it

    day = datetime.now(UTC).date().isoformat()
    with Progress(name) as progress:
        done = send(project, name, Sending(*asked), day, progress.tell)
    sent = done.sent
    if as_json:
        told = {**asdict(sent), "path": str(done.path), "again": done.again}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        when = f", as on {sent.date}" if done.again else ""
        click.echo(f"{name} {sent.version} is draft {sent.draft} for {sent.to}{when}: {_shown(done.path)}")
    return 0


def _list(project: Project, name: str, as_json: bool) -> int:
    from aibrief_report.review.sending import sent_before

    sent = sent_before(project, name)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in sent], ensure_ascii=False, indent=1))
    elif sent:
        click.echo("\n".join(map(_line, sent)))
    else:
        click.echo(f"nothing of {name} was sent yet")
    return 0


def _line(one: Sent) -> str:
    left_out = [word for word, there in (("annex", one.annex), ("comments", one.comments)) if not there]
    without = f" without {' and '.join(left_out)}" if left_out else ""
    return f"draft {one.draft}  {one.version}  {one.date}  {one.to}{without}: {one.file}"


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
