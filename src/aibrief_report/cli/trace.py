"""`aibrief trace`: where a printed number comes from, and what rests on a row or a source."""

from __future__ import annotations

import json
from pathlib import Path

import click

from aibrief_report.errors import Fault, UsageError
from aibrief_report.inputs.project import find_project


@click.command(
    epilog="Examples:\n\n  aibrief trace us-china-ai-rivalry 67.2\n\n"
    '  aibrief trace ~/Downloads/brief.pdf "$67.2 billion"\n\n  aibrief trace inv-usa-2023-hai24'
)
@click.argument("what", metavar="FILE|ROW|SOURCE")
@click.argument("number", required=False, metavar="[NUMBER]")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_obj
def command(folder: str, what: str, number: str | None, as_json: bool) -> int:
    """Follow a number to its row and source, or a row or source to all that rests on it.

    With FILE (a brief.pdf, .docx, .html or document.json, a version, or the name of a brief) and NUMBER (as
    printed, the id of its row, or its anchor such as n14): a paragraph on where it comes from. With the id
    of a row or the key of a source: every version and sentence that uses it.
    """
    return _backward(folder, what, number, as_json) if number else _forward(folder, what, as_json)


def _backward(folder: str, what: str, number: str, as_json: bool) -> int:
    from aibrief_report.trace.letter import letter, trace_json  # here: help needs nothing of it
    from aibrief_report.trace.printed import find_printed
    from aibrief_report.versions.bundles import find_home
    from aibrief_report.versions.shelf import Shelf
    from aibrief_report.versions.subject import find_subject

    subject = find_subject(Shelf(find_home(Path(folder), what).out), what)
    found = find_printed(subject.document, number)
    if as_json:
        told = [trace_json(subject, one) for one in found]
        version = {"brief": subject.kept.brief, "version": subject.kept.version}
        click.echo(json.dumps({**version, "numbers": told}, ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join(letter(subject, one) for one in found))
    return 0


def _forward(folder: str, key: str, as_json: bool) -> int:
    from aibrief_report.trace.across import check_known, lines, used_json, versions_using
    from aibrief_report.versions.shelf import Shelf

    if Path(key).is_file():
        hint = f'aibrief trace {key} "67.2"'
        raise UsageError(Fault(f"which number of {Path(key).name}?", hint=hint))
    project = find_project(Path(folder))
    shelf = Shelf(project.out)
    found = versions_using(shelf, key)
    if not found:
        check_known(project, key)
    if as_json:
        click.echo(json.dumps({"used": used_json(found)}, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(lines(found)) or f"no version in {shelf.out.name}/ uses {key}")
    shelf.faults.check()
    return 0
