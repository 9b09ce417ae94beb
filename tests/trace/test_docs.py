"""What docs/trace.md, review.md and exchange.md tell people to type is understood by the command."""

import re
import shlex
from pathlib import Path

import click
import pytest

from aibrief_report.cli.app import app
from aibrief_report.ledger.exchange.mapping import read_mapping

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = ("trace.md", "review.md", "exchange.md")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)


LINES = [line for page in PAGES for block in blocks(page, "sh") for line in block.splitlines()]


@pytest.mark.parametrize("line", LINES)
def test_a_documented_command_is_understood(line):
    _, name, *words = shlex.split(line.partition(" > ")[0])
    command = app.get_command(click.Context(app), name)
    assert command is not None
    command.make_context(name, words)


def test_every_option_of_these_commands_is_documented_or_common():
    text = "".join((DOCS / page).read_text(encoding="utf-8") for page in PAGES)
    for name in ("trace", "recall", "outdated", "number-check"):
        command = app.get_command(click.Context(app), name)
        assert command is not None
        options = [one for one in command.params if isinstance(one, click.Option)]
        assert [one.opts[-1] for one in options if one.opts[-1] not in text] == []


def test_the_documented_mapping_is_one():
    (text,) = blocks("exchange.md", "yaml")
    assert read_mapping(text, "map.yaml").mapping.decimal == ","
