"""`aibrief claims`: every claim of a brief, its verdict, and what would overturn it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from aibrief_report.inputs.project import find_project
from aibrief_report.model.claims import Claim
from aibrief_report.model.json import to_json
from aibrief_report.model.numbers import Rival


@click.command(epilog="Examples:\n\n  aibrief claims us-china-ai-rivalry\n\n  aibrief claims my-brief --json")
@click.argument("name", metavar="BRIEF")
@click.option("--json", "as_json", is_flag=True, help="Print the claims as JSON.")
@click.pass_obj
def command(folder: str, name: str, as_json: bool) -> int:
    """List the claims of a brief: verdict, condition, values, and how far one may move before it flips."""
    from aibrief_report.pipeline import write  # here: help needs nothing of it

    document = write(find_project(Path(folder)), name).document
    if as_json:
        click.echo(json.dumps({"claims": to_json(document.claims)}, ensure_ascii=False, indent=1))
        return 0
    for claim in document.claims.values():
        click.echo("\n".join(_lines(claim)).replace("\u00a0", " "))
    counts = [claim.verdict for claim in document.claims.values()]
    click.echo(f"claims: {counts.count('holds')} hold, {counts.count('contested')} contested")
    return 0


def _lines(claim: Claim) -> list[str]:
    place = f"{claim.span.file}:{claim.span.first}" if claim.span else ""
    lines = [f"{place}: {claim.verdict}: {claim.condition}", f"  with {_told(claim.support)}"]
    if claim.against:
        lines.append(f"  not with {_told(claim.against)}")
    flips = "; ".join(f"{one.row} from {one.value} to {one.turning}" for one in claim.flips)
    return [*lines, f"  would flip: {flips}"] if flips else lines


def _told(rivals: tuple[Rival, ...]) -> str:
    return "; ".join(f"{one.row} = {one.text}" for one in rivals)
