"""`aibrief check`: what an editor would ask about a brief that builds, and what is wrong with a DOCX."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from aibrief_report.cli.exchange import read_outside
from aibrief_report.errors import BriefError, Fault, UsageError
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.project import Project, find_project
from aibrief_report.store.atomic import write_bytes

if TYPE_CHECKING:
    from aibrief_report.checks.finding import Repair
    from aibrief_report.checks.rule import Rule
    from aibrief_report.checks.run import Checked
    from aibrief_report.ledger.ledger import Ledger
    from aibrief_report.model.document import Document

FORMATS = ("people", "json", "github")
FILES = (".docx", ".docm", ".dotx", ".dotm")
"""What the name of a Word file ends with; no brief's name holds a full stop."""
Found: TypeAlias = "Mapping[str, tuple[Checked, ...]]"


@click.command(
    epilog="Examples:\n\n  aibrief check\n\n  aibrief check my-brief --format github"
    "\n\n  aibrief check my-brief --fix\n\n  aibrief check ~/Downloads/brief.docx"
    "\n\n  aibrief check --explain AB101",
)
@click.argument("names", metavar="[BRIEF|FILE.docx]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON, accepted ones too.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="people", help="For whom to print.")
@click.option("--fix", is_flag=True, help="Make the changes that need no thought, then check again.")
@click.option("--explain", metavar="CODE", help="Print the page of a rule, or “all” for the index.")
@click.pass_obj
def command(
    folder: str, names: tuple[str, ...], as_json: bool, form: str, fix: bool, explain: str | None
) -> int:
    """Check briefs: numbers, comparisons, sources, charts, sentences. Ends with 1 where findings are open.

    A name that ends in .docx is a file, from here or anywhere: it is checked for what validators do not see,
    and of a copy that came back it is told which sentences and numbers were changed.
    """
    if explain:
        click.echo(_explained(explain), nl=False)
        return 0
    files = _check_files(tuple(name for name in names if _is_file(name)))
    briefs = _check_briefs(folder, names, fix=fix, quiet=as_json or form != "people")
    if briefs or files:
        _print(briefs, files, "json" if as_json else form)
    else:
        click.echo("no briefs yet; make one: aibrief new my-brief", err=True)
    return 1 if any(one.open for checked in (*briefs.values(), *files.values()) for one in checked) else 0


def _is_file(name: str) -> bool:
    return name.lower().endswith(FILES)


def _check_files(names: tuple[str, ...]) -> Found:
    """Return what is found in each file. Raises `InputError` for what is no DOCX."""
    from aibrief_report.checks.package.run import check_file  # here: help needs nothing of it

    return {name: check_file(read_outside(Path(name)), name) for name in names}


def _check_briefs(folder: str, names: tuple[str, ...], *, fix: bool, quiet: bool) -> Found:
    """Return what is found in the briefs among some names, in all where there are no names."""
    briefs = tuple(name for name in names if not _is_file(name))
    if names and not briefs:
        return {}  # files lie anywhere, outside any project too
    project = find_project(Path(folder))
    briefs = briefs or project.briefs()
    found = _check(project, briefs) if briefs else {}
    return _check(project, briefs) if fix and _mend(project, found, quiet=quiet) else found


def _check(project: Project, names: tuple[str, ...]) -> Found:
    """Return what is found in each brief, accepted findings too."""
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


def _mend(project: Project, found: Found, *, quiet: bool) -> int:
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


def _print(briefs: Found, files: Found, form: str) -> None:
    from aibrief_report.checks.reports import as_json, for_github, for_people

    if form == "json":
        click.echo(json.dumps(as_json(briefs, files), ensure_ascii=False, indent=1))
    elif form == "github":
        text = for_github({**briefs, **files})
        click.echo(text, nl=bool(text))
    else:
        click.echo(for_people({**briefs, **files}))


def _explained(code: str) -> str:
    """Return a rule's page. Raises `UsageError` where there is none."""
    from aibrief_report.checks.package.rules import PACKAGE_RULES
    from aibrief_report.checks.pages import index, page
    from aibrief_report.checks.rules import RULES

    if code == "all":
        return index(RULES, PACKAGE_RULES)
    rules: tuple[Rule[Any], ...] = (*RULES, *PACKAGE_RULES)
    known = {rule.code: rule for rule in rules} | {rule.name: rule for rule in rules}
    rule = known.get(code) or known.get(code.upper())
    if rule is None:
        hint = nearest(code, known) or "list them with: aibrief check --explain all"
        raise UsageError(Fault(f"there is no rule {code!r}", hint=hint))
    return page(rule)
