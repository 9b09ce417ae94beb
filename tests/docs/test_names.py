"""Every name that the pages list is one that the code knows, and the other way round."""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest
import yaml

from aibrief_report.checks.package.rules import PACKAGE_RULES
from aibrief_report.checks.rules import RULES
from aibrief_report.cli.app import COMMANDS
from aibrief_report.errors import BriefError
from aibrief_report.inputs import brief
from aibrief_report.inputs.checked import Strict
from aibrief_report.inputs.project import find_project
from aibrief_report.ledger import records, units
from aibrief_report.ledger.read import COLUMNS
from aibrief_report.narrative.environment import FILTERS, TESTS
from aibrief_report.narrative.functions import Functions
from aibrief_report.pipeline import write
from tests.docs.fences import PAGES, ROOT, fences
from tests.projects import project

DOCS = ROOT / "docs"


NARRATIVE = ("narrative.md", "words.md")
"""The pages that tell what templates may call."""


def text(page: str) -> str:
    """Return a page without its fenced blocks."""
    return re.sub(
        r"^```.*?^```$", "", (DOCS / page).read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )


def passage(page: str, begin: str, end: str) -> str:
    """Return what stands between two texts of a page, lines joined."""
    found = re.search(re.escape(begin) + "(.*?)" + re.escape(end), text(page), re.DOTALL)
    assert found, f"{page} has no passage from “{begin}” to “{end}”"
    return " ".join(found[1].split())


def code(prose: str) -> list[str]:
    """Return what stands in backticks."""
    return re.findall(r"`([^`]+)`", prose)


def listed(prose: str) -> list[str]:
    """Return the names in backticks, those of a list such as `a, b` one by one."""
    return [name for one in code(prose) for name in re.split(r"[, ]+", one)]


def keys(model: type[Strict]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def functions() -> Functions:
    session: Any = SimpleNamespace(guard=lambda _, function, **_more: function)
    return Functions(session)


# brief.yaml


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    """The brief.yaml of docs/brief.md."""
    return yaml.safe_load(fences(DOCS / "brief.md")[0].text)


def test_brief_md_shows_every_key_and_no_other(shown: dict[str, Any]) -> None:
    assert set(shown) == keys(brief.Brief)


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("authors", brief.AuthorEntry),
        ("key-findings", brief.Finding),
        ("key-figures", brief.KeyFigureEntry),
        ("accept", brief.Acceptance),
    ],
)
def test_brief_md_shows_every_key_of_an_entry(shown: dict[str, Any], path: str, model: type[Strict]) -> None:
    entries = [one for one in shown[path] if isinstance(one, dict)]
    assert set().union(*entries) == keys(model)


def test_brief_md_shows_every_key_of_a_table_and_of_its_columns(shown: dict[str, Any]) -> None:
    selecting = listed(passage("brief.md", "A selection names", "."))
    told = [one.partition(":")[0] for one in selecting] + listed(
        passage("brief.md", "by what they are,", ". One value")
    )
    tables = list(shown["tables"].values())
    assert set().union(*tables) | set(told) - {"[ids]", "id"} == keys(brief.TableEntry)
    columns = [one for table in tables for one in table.get("columns", ())]
    assert set().union(*columns) == keys(brief.ColumnEntry)
    assert set(told) - {"[ids]", "id", "reading"} == keys(brief.Selection)


def test_brief_md_lists_how_columns_align() -> None:
    annotation = brief.ColumnEntry.model_fields["align"].annotation
    assert set(code(passage("brief.md", "`align` is", ";"))) == set(get_args(annotation))


@pytest.mark.parametrize(
    ("begin", "end", "selection"),
    [
        ("listed rows show", "; of events", "rows: [trips-north-2024]"),
        ("of events", ". `align`", "events: [lane-opened]"),
    ],
)
def test_brief_md_lists_what_columns_show(tmp_path: Path, begin: str, end: str, selection: str) -> None:
    assert listed(passage("brief.md", begin, end)) == shows(tmp_path, selection)


def shows(root: Path, selection: str) -> list[str]:
    """Return what the columns of a listing can show, as the command itself tells."""
    table = (
        f"tables:\n  one:\n    title: One\n    {selection}\n    columns: [{{heading: One, show: qqqqqq}}]\n"
    )
    folder = project(root, '{{ table("one") }}\n', table)
    with pytest.raises(BriefError) as error:
        write(find_project(folder), "brief")
    return (error.value.faults[0].hint or "").removeprefix("show one of: ").split(", ")


# Charts


def test_charts_md_has_every_kind() -> None:
    rows = re.findall(r"^\| (`.*?) \|", text("charts.md"), re.MULTILINE)
    annotation = brief.ChartEntry.model_fields["kind"].annotation
    assert sorted(name for row in rows for name in code(row)) == sorted(get_args(annotation))


def test_charts_md_names_every_key_of_a_chart() -> None:
    shown = set(yaml.safe_load(fences(DOCS / "charts.md")[0].text)["charts"]["investment"])
    named = {re.split(r"[:\s]", one)[0] for one in code(text("charts.md"))}
    assert keys(brief.ChartEntry) <= shown | named
    assert set(code(passage("charts.md", "`series`", ": what gets"))) == set(
        get_args(brief.ChartEntry.model_fields["series"].annotation)
    )


# The tables


def test_data_md_explains_every_column_of_observations_in_order() -> None:
    rows = re.findall(r"^\| (`.*?) \|", text("data.md"), re.MULTILINE)
    assert tuple(name for row in rows for name in code(row)) == COLUMNS["observations"]


@pytest.mark.parametrize("table", [name for name in COLUMNS if name != "observations"])
def test_data_md_lists_the_columns_of_every_other_table(table: str) -> None:
    first = re.search(rf"`{table}\.csv`:\s+`([^`]+)`", text("data.md"))
    assert first, table
    assert tuple(re.split(r",\s*", " ".join(first[1].split()))) == COLUMNS[table]


def row(column: str) -> str:
    """Return what docs/data.md says of a column of observations."""
    found = re.search(rf"^\| `{column}`.*? \| (.*) \|$", text("data.md"), re.MULTILINE)
    assert found, column
    return found[1]


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (code(row("qualifier")), records.QUALIFIERS),
        (code(row("status")), records.STATUSES),
        (code(row("reading")), records.READINGS),
        (code(row("rank"))[: len(records.RANKS)], records.RANKS),
        (code(passage("data.md", "note`; kinds are", ". Another")), records.KINDS),
        (code(passage("data.md", "kinds are\n", "(a firm")), records.AREA_KINDS),
        (code(passage("data.md", "then perhaps a scale:", ". Never")), tuple(filter(None, units.SCALES))),
    ],
)
def test_data_md_lists_every_word_of_a_closed_list(told: list[str], known: tuple[str, ...]) -> None:
    assert sorted(told) == sorted(known)


# The narrative


def test_narrative_md_names_every_function_and_no_other() -> None:
    called = set(re.findall(r"(?<!\| )(?<![\w.])([a-z_]+)\(", " ".join(said(page) for page in NARRATIVE)))
    assert called - {"range", "namespace"} == set(functions().names())


def said(page: str) -> str:
    """Return all code of a page, in prose and in templates; empty where there is no such page."""
    if not (DOCS / page).is_file():
        return ""
    blocks = [fence.text for fence in fences(DOCS / page) if fence.language == "jinja"]
    return "\n".join([*code(text(page)), *blocks])


def test_narrative_md_names_every_filter_and_no_other() -> None:
    ours = set(re.findall(r"\\?\| ([a-z_]+)", "\n".join(said(page) for page in NARRATIVE)))
    jinja = set(listed(passage("narrative.md", "Filters:", ". Tests")))
    assert ours == set(functions().filters())
    assert jinja == set(FILTERS)


def test_narrative_md_names_every_test() -> None:
    assert set(listed(passage("narrative.md", "Tests:", ". Besides"))) == set(TESTS)


def test_narrative_md_names_what_conditions_may_call() -> None:
    told = code(passage("narrative.md", "short names, ", ". A bare number"))
    assert {name for name in told if not name.startswith(".")} == set(functions().conditions())


# Commands


def test_the_index_lists_every_command() -> None:
    told = re.findall(r"^\| `aibrief ([a-z-]+)", text("README.md"), re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)


def options(name: str) -> set[str]:
    command = importlib.import_module(COMMANDS[name]).command
    return {one for parameter in command.params for one in parameter.opts} | {"--help", "-h"}


def spoken() -> Iterable[tuple[str, str]]:
    """Yield every `aibrief …` of the pages, in prose and in blocks, with its page."""
    for page in PAGES:
        for found in re.finditer(
            r"aibrief( -C \S+)? ([a-z][a-z-]+)([^`\n]*)", page.read_text(encoding="utf-8")
        ):
            if page.read_text(encoding="utf-8")[: found.start()].endswith(("`", "\n", "/", "  ")):
                yield page.relative_to(ROOT).as_posix(), found[2] + found[3]


@pytest.mark.parametrize(("page", "line"), sorted(set(spoken())))
def test_every_command_and_option_that_a_page_names_exists(page: str, line: str) -> None:
    name, *words = line.split()
    assert name in COMMANDS, f"{page}: there is no command {name}"
    given = {word.partition("=")[0].strip("[],.;:") for word in words if word.lstrip("[").startswith("--")}
    assert {one.lstrip("[") for one in given} <= options(name)


# Checks and rooms


def test_the_index_of_checks_has_every_rule() -> None:
    told = re.findall(
        r"^\| \[(AB\d+)\]", (DOCS / "checks" / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert told == [rule.code for rule in (*RULES, *PACKAGE_RULES)]


def test_architecture_md_has_every_room() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {
        name.rstrip("/") for line in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE) for name in code(line)
    }
    source = ROOT / "src" / "aibrief_report"
    known = {path.name for path in source.iterdir() if path.is_dir() and (path / "__init__.py").is_file()}
    assert known <= rooms
