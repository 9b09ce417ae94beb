"""What the pages show is tried: commands run or are understood, parts of a brief make a brief."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from typing import Any

import click
import pytest
import yaml

from aibrief_report.cli.app import app
from tests.docs.fences import PAGES, ROOT, Fence, fences
from tests.docs.walking import Walker

DOCS = ROOT / "docs"
BLOCKS = [fence for page in PAGES for fence in fences(page)]
RUN = ("README.md", "docs/data.md", "docs/themes.md", "docs/word.md")
"""The pages whose commands are run; others speak of files that only their readers have."""
TRIED = (ROOT / "README.md", DOCS / "brief.md", DOCS / "charts.md", DOCS / "narrative.md")
"""The pages whose blocks are parts of a brief. docs/checks/ has tests of its own."""

_PLACED = re.compile(r'\{\{ (chart|table)\("([a-z-]+)"\) \}\}')
_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="9" height="9"/></svg>'
)


# Commands


def lines() -> Iterator[tuple[str, str]]:
    """Yield every `aibrief …` line that readers are to type, with its place."""
    for fence in BLOCKS:
        if fence.language == "sh":
            for line in fence.text.replace("\\\n", " ").splitlines():
                if line.partition(" ")[0].endswith("aibrief"):
                    yield fence.where, line


@pytest.mark.parametrize(("where", "line"), list(lines()))
def test_the_command_understands_every_line(where: str, line: str) -> None:
    words = shlex.split(re.split(r" >>? ", line)[0], comments=True)[1:]
    name = next(word for word in words if not word.startswith("-"))
    command = app.get_command(click.Context(app), name)
    assert command is not None, f"{where}: {name}"
    command.make_context(name, words[words.index(name) + 1 :])


@pytest.mark.parametrize("name", RUN)
def test_the_commands_of_a_page_do_what_it_says(name: str, walker: Walker) -> None:
    page = ROOT / name
    for folder in ("data", "templates"):
        shutil.copytree(ROOT / folder, walker.folder / folder)
    blocks = [fence for fence in fences(page) if fence.language in ("sh", "text")]
    assert blocks
    assert all(shown.true for shown in walker.follow(blocks))


def test_every_make_command_that_a_page_names_is_a_target() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for page in PAGES:
        named = re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(named) <= set(targets), page


def test_every_block_says_what_it_is() -> None:
    known = {"sh", "text", "csv", "yaml", "jinja", "markdown", "json", ""}
    assert [fence.where for fence in BLOCKS if fence.language not in known] == []
    told = {"norun", "fails", "+", "~"}
    assert [
        fence.where for fence in BLOCKS for word in fence.words if "/" not in word and word not in told
    ] == []


# Parts of a brief


def merged(*trees: Mapping[str, Any]) -> dict[str, Any]:
    """Return several parts of a brief.yaml in one."""
    found: dict[str, Any] = {}
    for tree in trees:
        for key, value in tree.items():
            both = isinstance(value, dict) and isinstance(found.get(key), dict)
            found[key] = merged(found[key], value) if both else value
    return found


def is_part(fence: Fence) -> bool:
    return not fence.file and "norun" not in fence.words


def test_the_blocks_of_the_pages_make_a_brief(walker: Walker) -> None:
    blocks = [fence for page in TRIED for fence in fences(page) if is_part(fence)]
    declared = [yaml.load(f.text, yaml.BaseLoader) for f in blocks if f.language == "yaml"]
    brief = merged({"title": "Pages", "date": "2026-01-15"}, *declared)
    told = "\n".join(["Pages.\n", *(f.text for f in blocks if f.language in ("jinja", "markdown"))])
    placed = set(_PLACED.findall(told))
    left = {("chart", key) for key in brief["charts"]} | {("table", key) for key in brief["tables"]}
    told += "".join(f'\n{{{{ {kind}("{key}") }}}}\n' for kind, key in sorted(left - placed))
    files = {"brief.yaml": json.dumps(brief), "narrative.md": told}
    files |= dict.fromkeys(re.findall(r"\]\((\w+\.svg)", told), _PICTURE)
    shutil.copytree(ROOT / "data", walker.folder / "data")
    home = walker.folder / "templates" / "pages"
    home.mkdir(parents=True)
    for name, text in files.items():
        (home / name).write_text(text, encoding="utf-8")
    code, said = walker.command("aibrief build pages --formats html")
    lines = "\n".join(f"{number:3} {line}" for number, line in enumerate(told.splitlines(), 1))
    assert code == 0, f"{said}\n{lines}"


def test_every_block_in_yaml_or_jinja_is_tried_somewhere() -> None:
    tried = (*TRIED, DOCS / "tutorial.md")
    other = [
        fence for fence in BLOCKS if fence.language in ("csv", "yaml", "jinja", "markdown") and is_part(fence)
    ]
    left = {fence.page.relative_to(ROOT).as_posix() for fence in other if fence.page not in tried}
    # These have tests of their own: tests/checks, tests/trace/test_docs.py.
    assert {page for page in left if not page.startswith("docs/checks/")} <= {"docs/exchange.md"}
