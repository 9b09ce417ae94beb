"""The pages of docs/checks/ are those that the rules make."""

import re
from pathlib import Path

import pytest

from aibrief_report.checks.package.rules import PACKAGE_RULES
from aibrief_report.checks.pages import index, page
from aibrief_report.checks.rules import RULES
from tests.projects import command

ALL = (*RULES, *PACKAGE_RULES)
DOCS = Path(__file__).parents[2] / "docs" / "checks"


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_a_rule_has_its_page(rule):
    text = (DOCS / f"{rule.code}.md").read_text(encoding="utf-8")
    assert text == page(rule), (
        f"write it anew: aibrief check --explain {rule.code} > docs/checks/{rule.code}.md"
    )


def test_the_index_lists_every_rule():
    text = (DOCS / "README.md").read_text(encoding="utf-8")
    assert text == index(RULES, PACKAGE_RULES), (
        "write it anew: aibrief check --explain all > docs/checks/README.md"
    )


def test_there_is_no_page_without_a_rule():
    pages = {path.stem for path in DOCS.glob("*.md")} - {"README"}
    assert pages == {rule.code for rule in ALL}


def test_codes_and_names_are_unique_and_in_order():
    for rules in (RULES, PACKAGE_RULES):
        assert [rule.code for rule in rules] == sorted(rule.code for rule in rules)
    codes = [rule.code for rule in ALL]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"AB[1-9]\d\d", code) for code in codes)
    assert len({rule.name for rule in ALL}) == len(ALL)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_a_rule_has_a_module_of_its_own_name(rule):
    assert rule.find.__module__.rpartition(".")[2] == f"{rule.code}_{rule.name}".lower().replace("-", "_")


def test_every_command_of_the_index_runs(tmp_path, capsys):
    assert command(tmp_path, "new", "my-brief") == 0
    block = index(RULES, PACKAGE_RULES).split("```")[1]
    lines = [line.split()[1:] for line in block.strip().splitlines()]
    assert len(lines) > 4
    for words in lines:
        assert command(tmp_path, *words) in (0, 1)
        assert "Usage" not in capsys.readouterr().err
