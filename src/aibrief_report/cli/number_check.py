"""`aibrief number-check`: the reviewer's pack of every printed number, and what the reviewers found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aibrief_report.cli.exchange import read_outside, write_output
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project, find_project

if TYPE_CHECKING:
    from aibrief_report.review.checks import Standing

_OUTSIDE = click.Path(dir_okay=False, path_type=Path)
_MOST = 20


@click.command(
    epilog="Examples:\n\n  aibrief number-check us-china-ai-rivalry --xlsx pack.xlsx --html pack.html\n\n"
    "  aibrief number-check us-china-ai-rivalry --import pack.xlsx\n\n"
    "  aibrief number-check us-china-ai-rivalry"
)
@click.argument("name", metavar="BRIEF")
@click.option("--xlsx", type=_OUTSIDE, metavar="FILE", help="Write the pack as a workbook, to be filled in.")
@click.option(
    "--html", type=_OUTSIDE, metavar="FILE", help="Write the pack as a page, to be read or printed."
)
@click.option("--import", "imported", type=_OUTSIDE, metavar="FILE", help="Read a pack that came back.")
@click.option("--json", "as_json", is_flag=True, help="Print the state of the check as JSON.")
@click.pass_obj
def command(
    folder: str, /, name: str, xlsx: Path | None, html: Path | None, imported: Path | None, as_json: bool
) -> int:
    """Tell how far the numbers of a brief are checked; write the pack, or read it back.

    A check lapses when its sentence, the expression that prints the number, or a row behind it changes.
    What was found is kept in templates/BRIEF/number-check.yaml, which no build reads.
    """
    project = find_project(Path(folder))
    project.check_name(name)
    state = _import(project, name, imported, quiet=as_json) if imported else _standing(project, name)
    if xlsx:
        from aibrief_report.review.workbook import pack_workbook  # here: openpyxl takes time to load

        write_output(xlsx, pack_workbook(state))
        click.echo(f"wrote {xlsx}", err=as_json)
    if html:
        from aibrief_report.review.page import pack_page

        write_output(html, pack_page(state))
        click.echo(f"wrote {html}", err=as_json)
    if as_json:
        click.echo(json.dumps(state.as_json(), ensure_ascii=False, indent=1))
    else:
        _tell(state)
    return 0


def _standing(project: Project, name: str) -> Standing:
    """Return the state of the check of a brief as its files are now."""
    from aibrief_report.pipeline import write  # here: help needs nothing of it
    from aibrief_report.review.checks import standing
    from aibrief_report.review.pack import make_pack
    from aibrief_report.review.state import read_state, state_file

    pack = make_pack(write(project, name).document, name)
    # A door of its own: what it reads must not become an input of the build.
    inputs, file = Inputs(project.root), state_file(name)
    return standing(pack, read_state(inputs.text(file), file) if inputs.exists(file) else ())


def _import(project: Project, name: str, file: Path, *, quiet: bool) -> Standing:
    """Take the verdicts of a pack into the state of the check, and return that."""
    from aibrief_report.review.checks import combined, standing
    from aibrief_report.review.state import state_file, state_text
    from aibrief_report.review.workbook import read_returned

    returned = read_returned(read_outside(file), file.name, name)
    before = _standing(project, name)
    checks = combined(before, returned.checks)
    write_output(project.root / state_file(name), state_text(checks).encode())
    if not quiet:
        click.echo(f"read {len(returned.checks)} verdicts of {file}; {returned.left} numbers have none")
    return standing(before.pack, checks)


def _tell(state: Standing) -> None:
    lines = [f"lapsed: {_place(one.check.where, one.check.printed)}: {one.reason}" for one in state.lapsed]
    lines += [
        f"{one.verdict}: {_place(one.where, one.printed)} ({one.checker}, {one.date})"
        f"{f': {one.remark}' if one.remark else ''}"
        for one in state.objected
    ]
    shown = [line.replace("\u00a0", " ") for line in lines[:_MOST]]
    if len(lines) > _MOST:
        shown.append(f"… and {len(lines) - _MOST} more; --json tells all")
    click.echo("\n".join([*shown, f"{state.pack.brief}: {state.summary}"]))


def _place(where: str, printed: str) -> str:
    return f"{where}, {printed}" if where else printed
