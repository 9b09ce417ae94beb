"""Briefs for the tests of checks: a narrative and a few rows become what the rules look at, quickly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from aibrief_report.charts.declare import ChartMaker
from aibrief_report.checks.material import Material, material_of
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.rules import RULES
from aibrief_report.checks.run import Checked, check
from aibrief_report.inputs.brief import read_brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.read import read_ledger
from aibrief_report.ledger.wording import Wording
from aibrief_report.narrative.compose import Narrative, compose
from aibrief_report.theme.read import read_theme

HEAD = (
    "id,indicator,area,counterpart,period,period_as_stated,value,unit,low,high,qualifier,status,"
    "source,locator,origin,credited_to,reading,edition,rank,note"
)
ROWS = HEAD.split(",")
DATA = {
    "areas.csv": """id,name,short,kind,members,note
CHN,China,China,country,,
USA,the United States,US,country,,
IND,India,India,country,,
WLD,the world,World,aggregate,,
PAIR,China and the United States,Both,aggregate,CHN USA,
""",
    "indicators.csv": """id,title,definition,unit,kind,decimals,note
models,Large models,Large models released in a year,models,flow,0,
model-share,Share of the world’s large models,A country’s part of all large models,percent,share,0,
model-growth,Change in large models on the year before,Change on the year before,percent,rate,1,
patents,Patents,Patents granted in a year,patents,flow,0,
power,Electricity use of data centres,What data centres use in a year,TWh,flow,0,
investment,Private investment,Money that private investors put into companies,USD billion,flow,1,
programme,Support programme,Money promised to companies,USD million,stock,0,
programme-data,Support programme: data,Money for data,USD million,stock,0,
programme-chips,Support programme: chips,Money for chips,USD million,stock,0,
riders,Riders,Residents who ride once a week,percent,share,0,
granted,Granted patents,Patents that were granted,patents,flow,0,
patents-granted,Patents granted,What offices granted,patents,flow,0,
applied,Patent applications,What was filed,patents,flow,0,
""",
    "sources.yaml": """references:
  - {id: counts, type: report, title: Counting, author: [{literal: Office of Examples}], issued: '2025'}
  - {id: other, type: report, title: Counting again, author: [{literal: Bureau of Samples}], issued: '2025'}
  - {id: undated, type: webpage, title: A page, author: [{literal: Somebody}]}
  - {id: known, type: webpage, title: A text, note: 'Text as found; no author, date or address known'}
""",
}
USUAL = {
    "period": "2024",
    "unit": "models",
    "status": "normal",
    "source": "counts",
    "locator": "table 1",
    "reading": "primary",
    "rank": "normal",
    "area": "CHN",
    "indicator": "models",
}
DATE = "2026-01-15"


def row(id: str, value: object, **fields: str) -> str:
    """Return a line of observations.csv; what is not said is the usual."""
    told = {**USUAL, "id": id, "value": str(value), **fields}
    return ",".join(told.get(name, "") for name in ROWS)


KNOWN = (
    row("cn-23", 12, period="2023"),
    row("cn-24", 15),
    row("us-23", 61, period="2023", area="USA"),
    row("us-24", 40, area="USA"),
    row("inv-23", "7.8", period="2023", indicator="investment", unit="USD billion"),
    row("inv-24", "9.3", indicator="investment", unit="USD billion"),
    row("rate-24", "25.0", indicator="model-growth", unit="percent"),
    row("us-rate-24", "-34.4", indicator="model-growth", unit="percent", area="USA"),
    row("power", 102, indicator="power", unit="TWh"),
    row("rumour", 90, area="IND", reading="untraced"),
)
"""Rows that every brief here may print."""


def material(
    narrative: str, brief: str = "", rows: tuple[str, ...] = (), files: Mapping[str, str] | None = None
) -> Material:
    """Return what the rules look at: a narrative, more of brief.yaml, more rows, other files of data/."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        texts = {f"data/{name}": text for name, text in {**DATA, **(files or {})}.items()}
        texts["data/observations.csv"] = "\n".join((HEAD, *KNOWN, *rows)) + "\n"
        texts["templates/b/narrative.md"] = f"\n{narrative}\n"
        head = f"title: A title\ndate: {DATE}\n"
        texts["templates/b/brief.yaml"] = (head if "date:" not in brief else "title: A title\n") + brief
        for name, text in texts.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return _composed(root)


def _composed(root: Path) -> Material:
    inputs = Inputs(root)
    declared, source = read_brief(inputs, "b")
    ledger, theme = read_ledger(inputs), read_theme(inputs, "default")
    document = compose(
        Narrative("b", declared, source, inputs, ledger),
        lambda texts: ChartMaker(
            inputs, "b", declared, ledger, theme, Wording(declared.language), texts
        ).figures(),
    )
    return material_of(document, ledger, (declared, source), ())


def checked(
    code: str, narrative: str, brief: str = "", rows: tuple[str, ...] = (), **files: str
) -> list[Checked]:
    """Return what one rule finds in a brief, accepted findings too; files are told as `areas_csv`."""
    named = {name.replace("_", "."): text for name, text in files.items()}
    wanted = rule(code)
    return [one for one in check(material(narrative, brief, rows, named)) if one.rule is wanted]


def found(code: str, narrative: str, brief: str = "", rows: tuple[str, ...] = (), **files: str) -> list[str]:
    """Return the messages of one rule, plain spaces in them."""
    told = checked(code, narrative, brief, rows, **files)
    return [one.finding.message.replace("\u00a0", " ") for one in told if not one.reason]


def rule(code: str) -> Rule[Material]:
    """Return the rule of a code."""
    return next(one for one in RULES if one.code == code)


def quoted(messages: list[str]) -> list[str]:
    """Return what messages quote."""
    return [text for message in messages for text in re.findall("“([^”]*)”", message)]
