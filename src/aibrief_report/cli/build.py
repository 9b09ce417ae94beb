"""`aibrief build`: make briefs, and keep making them while they change."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

from aibrief_report.cli.building import Builder, Outcome, processors
from aibrief_report.errors import BriefError, Fault, UsageError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.project import Project, find_project

FORMATS = ("pdf", "docx", "html")
_PAUSE = 0.3


@click.command(
    epilog="Examples:\n\n  aibrief build us-china-ai-rivalry\n\n  aibrief build my-brief --formats docx,html"
    "\n\n  aibrief build --all\n\n  aibrief build my-brief --watch",
)
@click.argument("names", nargs=-1, metavar="[BRIEF]...")
@click.option("--all", "everything", is_flag=True, help="Build every brief of the project.")
@click.option("--formats", default=",".join(FORMATS), show_default=True, help="Formats, with commas between.")
@click.option("--watch", is_flag=True, help="Build the page again on every save, until stopped.")
@click.option("--strict", is_flag=True, help="Refuse contested claims and notices instead of telling them.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    help="How many briefs are built at once; as many as there are processors, unless told.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was built as JSON.")
@click.pass_obj
def command(
    folder: str,
    names: tuple[str, ...],
    everything: bool,
    formats: str,
    watch: bool,
    strict: bool,
    jobs: int | None,
    as_json: bool,
) -> int:
    """Build briefs into out/BRIEF/VERSION/."""
    project = find_project(Path(folder))
    chosen = chosen_formats(formats)
    briefs = project.briefs() if everything else names or _only(project)
    if watch:
        return _watch(Builder(project, ("html",) if chosen == FORMATS else chosen), briefs)
    faults: list[Fault] = []
    built = []
    for outcome in Builder(project, chosen, strict).outcomes(briefs, jobs or processors()):
        faults += outcome.faults
        if not outcome.faults:
            built.append(_tell(project, outcome, quiet=as_json))
    if as_json and not faults:
        click.echo(json.dumps({"built": built}, ensure_ascii=False, indent=1))
    if faults:
        raise BriefError(*faults)
    return 0


def _tell(project: Project, outcome: Outcome, *, quiet: bool = False) -> dict[str, object]:
    """Print what became of a brief, unless `quiet`; return it for programs."""
    path, made = _shown(project.out / outcome.brief / outcome.version), outcome.made
    if not quiet:
        what = f"built {', '.join(made)}" if made else "is up to date"
        click.echo(f"{outcome.brief} {outcome.version} {what}: {path}")
        for one in outcome.notices:
            click.echo(f"warning: {one}", err=True)
    return {
        "brief": outcome.brief,
        "version": outcome.version,
        "folder": path,
        "made": list(made),
        "notices": list(outcome.notices),
    }


def _watch(builder: Builder, names: tuple[str, ...]) -> int:
    """Build briefs whenever a file of the project changes."""
    click.echo("watching templates/ and data/; stop with Ctrl-C", err=True)
    before: object = None
    while True:
        now = _stamps(builder.project)
        if now != before:
            before = now
            for name in names:
                try:
                    _tell(builder.project, builder.build(name))
                except BriefError as error:
                    click.echo(str(error), err=True)
            sys.stdout.flush()
        time.sleep(_PAUSE)


def _stamps(project: Project) -> frozenset[tuple[str, int]]:
    found = set()
    for folder in ("templates", "data"):
        for path in (project.root / folder).rglob("*"):
            try:
                found.add((str(path), path.stat().st_mtime_ns))
            except FileNotFoundError:  # an editor replaced it between the listing and the look
                continue
    return frozenset(found)


def chosen_formats(text: str) -> tuple[str, ...]:
    """Return the formats in an option, in their order; all, where it is empty. Raises `UsageError`."""
    asked = [part.strip() for part in text.split(",") if part.strip()]
    for one in asked:
        if one not in FORMATS:
            hint = nearest(one, FORMATS) or f"the formats are: {', '.join(FORMATS)}"
            raise UsageError(Fault(f"there is no format {one!r}", hint=hint))
    return tuple(one for one in FORMATS if one in asked) or FORMATS


def _only(project: Project) -> tuple[str, ...]:
    known = project.briefs()
    if len(known) == 1:
        return known
    hint = f"name one of: {', '.join(known)}; or use --all" if known else "make one: aibrief new my-brief"
    raise UsageError(Fault("which brief?", hint=hint))


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
