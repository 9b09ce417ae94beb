"""`aibrief publish`: one folder of a checked version, which needs nothing else and is never changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aibrief_report.digest import Json
from aibrief_report.errors import Fault, StoreError
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project, find_project

CHANGES = "changes.html"
"""What changed since the edition before, in the bundle of a corrected one."""

if TYPE_CHECKING:
    from aibrief_report.model.document import Document


@click.command(epilog="Examples:\n\n  aibrief publish us-china-ai-rivalry --label v1.2")
@click.argument("what", metavar="BRIEF|VERSION")
@click.option("--label", required=True, help="What the edition is called, such as v1.2.")
@click.option("--unchecked", metavar="REASON", help="Publish although numbers are unchecked, and say why.")
@click.option("--json", "as_json", is_flag=True, help="Print what was published as JSON.")
@click.pass_obj
def command(folder: str, what: str, label: str, unchecked: str | None, as_json: bool) -> int:
    """Put a version with its inputs into published/BRIEF-LABEL, once every number was checked.

    With the name of a brief it is that of its files as they stand, built now where it was not yet. The
    folder holds outputs, inputs, document and manifest: `aibrief verify` and `rebuild` work on it alone. It
    is an RO-Crate, and may be kept in git. What was published is never changed.
    """
    from aibrief_report.model.json import load  # here: help needs nothing of it
    from aibrief_report.verify.bundle import publish, replaced
    from aibrief_report.verify.finding import find
    from aibrief_report.versions.folder import VersionFolder
    from aibrief_report.versions.version import DOCUMENT

    project = find_project(Path(folder))
    found = find(project.out, _built(project, what))
    version = VersionFolder(project.out / found.recorded.brief, found.recorded.name)
    document = found.files.get(DOCUMENT)
    if document is None:
        hint = f"aibrief rebuild {found.recorded.name} makes it again"
        raise StoreError(Fault(f"version {found.recorded.name} does not stand in out/", hint=hint))
    checked = _checked(project, found.recorded.brief, load(document), unchecked)
    before = replaced(project.root, load(document), found.recorded.brief)
    more = {CHANGES: _changes(before, version.path)} if before else {}
    place = publish(project.root, version, found, label, checked, more)
    shown = place.relative_to(project.root).as_posix()
    if as_json:
        told = {"brief": found.recorded.brief, "label": label, "version": version.name, "folder": shown}
        click.echo(json.dumps({**told, "number-check": checked}, ensure_ascii=False, indent=1))
    else:
        click.echo(f"{found.recorded.brief} {version.name} is published as {label}: {shown}")
        if unchecked:
            click.echo(f"warning: its numbers are unchecked: {unchecked}", err=True)
    return 0


def _built(project: Project, what: str) -> str:
    """Return the version that a name means: of a brief the one of its files as they stand, made now."""
    from aibrief_report.cli.progress import Progress
    from aibrief_report.pipeline import build

    if what not in project.briefs():
        return what
    with Progress(what) as progress:
        return f"{what}/{build(project, what, tell=progress.tell).version}"


def _changes(before: Path, now: Path) -> bytes:
    """Return the page that tells what changed since the edition before, its PDF's pages too."""
    from aibrief_report.changes.changes import changes
    from aibrief_report.changes.page import changes_page
    from aibrief_report.changes.pictures import page_pairs
    from aibrief_report.changes.sides import folder_side

    found = changes(folder_side(before), folder_side(now))
    papers = [Inputs(folder).read("brief.pdf") for folder in (before, now)]
    pairs = page_pairs(papers[0], papers[1], (found.then.version, found.now.version))
    return changes_page(found, tuple(pairs))


def _checked(project: Project, brief: str, document: Document, unchecked: str | None) -> Json:
    """Return how the numbers of a version were checked. Raises `StoreError` where they were not."""
    from aibrief_report.review.checks import standing
    from aibrief_report.review.pack import make_pack
    from aibrief_report.review.state import read_state, state_file

    inputs, file = Inputs(project.root), state_file(brief)
    checks = read_state(inputs.text(file), file) if inputs.exists(file) else ()
    state = standing(make_pack(document, brief), checks)
    told: dict[str, Json] = {"numbers": len(state.pack.items), "checked": len(state.valid)}
    told["checkers"] = sorted({one.checker for one in state.valid.values()})
    if not state.complete:
        if not unchecked:
            hint = f"aibrief number-check {brief} --xlsx pack.xlsx; or say why not: --unchecked “…”"
            raise StoreError(Fault(f"the number check is not complete: {state.summary}", hint=hint))
        told["unchecked"] = unchecked
    return told
