"""`aibrief check`: what an editor would ask about a brief that builds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aibrief_report.errors import BriefError, Fault, UsageError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.project import Project, find_project
from aibrief_report.store.atomic import write_bytes

if TYPE_CHECKING:
    from aibrief_report.checks.finding import Repair
    from aibrief_report.checks.run import Checked
    from aibrief_report.ledger.ledger import Ledger
    from aibrief_report.model.document import Document

FORMATS = ("people", "json", "github")


@click.command(
    epilog="Examples:\n\n  aibrief check\n\n  aibrief check my-brief --format github"
    "\n\n  aibrief check my-brief --fix\n\n  aibrief check --explain AB101",
)
@click.argument("name", metavar="[BRIEF]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON, accepted ones too.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="people", help="For whom to print.")
@click.option("--fix", is_flag=True, help="Make the changes that need no thought, then check again.")
@click.option("--explain", metavar="CODE", help="Print the page of a rule, or “all” for the index.")
@click.pass_obj
def command(folder: str, name: str | None, as_json: bool, form: str, fix: bool, explain: str | None) -> int:
    """Check briefs: numbers, comparisons, sources, charts, sentences. Ends with 1 where findings are open."""
    if explain:
        click.echo(_explained(explain), nl=False)
        return 0
    project = find_project(Path(folder))
    names = (name,) if name else project.briefs()
    if not names:
        click.echo("no briefs yet; make one: aibrief new my-brief", err=True)
        return 0
    found = _check(project, names)
    if fix and _mend(project, found, quiet=as_json or form != "people"):
        found = _check(project, names)
    _print(found, "json" if as_json else form)
    return 1 if any(one.open for checked in found.values() for one in checked) else 0


def _check(project: Project, names: tuple[str, ...]) -> Mapping[str, tuple[Checked, ...]]:
    """Return what is found in each brief; a returned .docx would be another subject with its own rules."""
    from aibrief_report.checks.material import material_of  # here: help needs nothing of it
    from aibrief_report.checks.run import check
    from aibrief_report.inputs.brief import read_brief
    from aibrief_report.inputs.door import Inputs
    from aibrief_report.ledger.read import read_ledger

    documents = _documents(project, names)
    inputs = Inputs(project.root)
    ledger = read_ledger(inputs)
    unused = _unused(project, ledger, documents)
    return {
        name: check(material_of(documents[name], ledger, read_brief(inputs, name), unused)) for name in names
    }


def _documents(project: Project, names: tuple[str, ...]) -> dict[str, Document]:
    """Return the resolved document of every brief of the project that can be written.

    Raises `BriefError` for those asked for; others, which tell only what rows they use, may be faulty.
    """
    from aibrief_report.pipeline import write  # here: help needs nothing of it

    found: dict[str, Document] = {}
    for name in dict.fromkeys((*names, *project.briefs())):
        try:
            found[name] = write(project, name).document
        except BriefError:
            if name in names:
                raise
    return found


def _unused(project: Project, ledger: Ledger, documents: Mapping[str, Document]) -> tuple[str, ...] | None:
    """Return the rows that no brief uses; `None` where a brief could not be read."""
    from aibrief_report.checks.uses import rows_touched

    if set(documents) != set(project.briefs()):
        return None
    used = frozenset[str]().union(*(rows_touched(one, ledger) for one in documents.values()))
    return tuple(row for row in ledger.observations if row not in used)


def _mend(project: Project, found: Mapping[str, tuple[Checked, ...]], *, quiet: bool) -> int:
    """Make the safe changes, each at its line; return how many were made."""
    repairs = [
        one.finding.repair
        for checked in found.values()
        for one in checked
        if one.finding.repair is not None and not one.reason
    ]
    made = [repair for repair in dict.fromkeys(repairs) if _mended(project.root, repair)]
    for repair in made:
        if not quiet:
            click.echo(f"{repair.place}: “{repair.old.strip()}” became “{repair.new.strip()}”")
    return len(made)


def _mended(root: Path, repair: Repair) -> bool:
    """Change one line of a file, and nothing else of it; `False` where it is not as expected."""
    path = root / repair.place.file
    lines = path.read_bytes().split(b"\n")
    number, old = (repair.place.line or 1) - 1, repair.old.encode()
    if number >= len(lines) or lines[number].count(old) != 1:
        return False
    lines[number] = lines[number].replace(old, repair.new.encode())
    write_bytes(path, b"\n".join(lines))
    return True


def _print(found: Mapping[str, tuple[Checked, ...]], form: str) -> None:
    from aibrief_report.checks.reports import as_json, for_github, for_people

    if form == "json":
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    elif form == "github":
        text = for_github(found)
        click.echo(text, nl=bool(text))
    else:
        click.echo(for_people(found))


def _explained(code: str) -> str:
    """Return a rule's page. Raises `UsageError` where there is none."""
    from aibrief_report.checks.pages import index, page
    from aibrief_report.checks.rules import RULES

    if code == "all":
        return index(RULES)
    known = {rule.code: rule for rule in RULES} | {rule.name: rule for rule in RULES}
    rule = known.get(code) or known.get(code.upper())
    if rule is None:
        hint = nearest(code, known) or "list them with: aibrief check --explain all"
        raise UsageError(Fault(f"there is no rule {code!r}", hint=hint))
    return page(rule)
