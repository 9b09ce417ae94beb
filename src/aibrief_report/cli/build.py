"""`aibrief build`: make briefs, and keep making them while they change."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

from aibrief_report.cli.progress import Progress
from aibrief_report.errors import BriefError, Fault, UsageError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.project import Project, find_project
from aibrief_report.versions.fingerprint import unchanged

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
@click.option("--json", "as_json", is_flag=True, help="Print what was built as JSON.")
@click.pass_obj
def command(
    folder: str,
    names: tuple[str, ...],
    everything: bool,
    formats: str,
    watch: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Build briefs into out/BRIEF/VERSION/."""
    project = find_project(Path(folder))
    chosen = chosen_formats(formats)
    briefs = project.briefs() if everything else names or _only(project)
    if watch:
        return _watch(project, briefs, chosen)
    faults: list[Fault] = []
    built = []
    for name in briefs:
        try:
            built.append(_build(project, name, chosen, quiet=as_json, strict=strict))
        except BriefError as error:
            faults += error.faults
    if as_json and not faults:
        click.echo(json.dumps({"built": built}, ensure_ascii=False, indent=1))
    if faults:
        raise BriefError(*faults)
    return 0


def _build(
    project: Project, name: str, formats: tuple[str, ...], *, quiet: bool, strict: bool = False
) -> dict[str, object]:
    project.check_name(name)
    home = project.out / name
    version = None if strict else unchanged(home, formats)
    made: tuple[str, ...] = ()
    notices: list[str] = []
    if version is None:
        from aibrief_report.pipeline import build  # here: an unchanged brief needs nothing of it

        with Progress(name) as progress:
            done = build(project, name, formats, progress.tell, strict=strict)
        version, made = done.version, done.made
        notices = [str(one) for one in done.notices]
    path = _shown(home / version)
    if not quiet:
        what = f"built {', '.join(made)}" if made else "is up to date"
        click.echo(f"{name} {version} {what}: {path}")
        for one in notices:
            click.echo(f"warning: {one}", err=True)
    return {"brief": name, "version": version, "folder": path, "made": list(made), "notices": notices}


def _watch(project: Project, names: tuple[str, ...], formats: tuple[str, ...]) -> int:
    """Build the page (or the formats asked for) whenever a file of the project changes."""
    chosen = ("html",) if formats == FORMATS else formats
    click.echo("watching templates/ and data/; stop with Ctrl-C", err=True)
    before: object = None
    while True:
        now = _stamps(project)
        if now != before:
            before = now
            for name in names:
                try:
                    _build(project, name, chosen, quiet=False)
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
