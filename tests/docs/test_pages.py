"""What the pages show is tried: commands run or are understood, parts of a brief make a brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
import json
from pathlib import Path
import re
import shlex
import shutil
from typing import Any

import click
import pytest
import yaml

from aibrief_report.cli.app import app
from tests.docs.fences import PAGES, ROOT, Fence, fences
from tests.docs.walking import Walker, walker

__all__ = ["walker"]

DOCS = ROOT / "docs"
BLOCKS = [fence for page in PAGES for fence in fences(page)]
RUN = ("README.md", "docs/data.md", "docs/themes.md")
"""The pages whose commands are run; others speak of files that only their readers have."""
DECLARED = (DOCS / "brief.md", DOCS / "charts.md")
"""The pages that declare what the others place."""
TRIED = (ROOT / "README.md", DOCS / "brief.md", DOCS / "charts.md", DOCS / "narrative.md")
"""The pages whose blocks are parts of a brief. docs/checks/ has tests of its own."""

_HEAD: dict[str, Any] = {"title": "A page", "date": "2026-01-15", "language": "en-GB"}
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


@cache
def declared() -> Mapping[str, Any]:
    """Return what the pages on brief.yaml and charts declare, in one."""
    return merged(*(parts(page) for page in DECLARED))


def parts(page: Path) -> dict[str, Any]:
    """Return the blocks of a page that are parts of a brief.yaml, in one."""
    blocks = [fence for fence in fences(page) if is_part(fence) and fence.language == "yaml"]
    return merged(*(yaml.load(fence.text, yaml.BaseLoader) for fence in blocks))


def merged(*trees: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for tree in trees:
        for key, value in tree.items():
            both = isinstance(value, dict) and isinstance(found.get(key), dict)
            found[key] = merged(found[key], value) if both else value
    return found


def is_part(fence: Fence) -> bool:
    return not fence.file and "norun" not in fence.words


@pytest.mark.parametrize("page", TRIED, ids=lambda page: page.name)
def test_the_blocks_of_a_page_make_a_brief(page: Path, walker: Walker) -> None:
    shutil.copytree(ROOT / "data", walker.folder / "data")
    brief = merged(_HEAD, declared(), parts(page))
    if page not in DECLARED:
        brief.pop("accept")
    texts = [f.text for f in fences(page) if is_part(f) and f.language in ("jinja", "markdown")]
    narrative = "\n".join(["A page.\n", *texts])
    there = set(_PLACED.findall(narrative))
    more = {("chart", key) for key in brief["charts"]} | {("table", key) for key in brief["tables"]}
    narrative += "".join(f'\n{{{{ {kind}("{key}") }}}}\n' for kind, key in sorted(more - there))
    files = {"brief.yaml": json.dumps(brief), "narrative.md": narrative}
    files |= dict.fromkeys(re.findall(r"\]\((\w+\.svg)", narrative), _PICTURE)
    home = walker.folder / "templates" / "page"
    home.mkdir(parents=True)
    for name, text in files.items():
        (home / name).write_text(text, encoding="utf-8")
    code, said = walker.command("aibrief build page --formats html")
    assert code == 0, said


def test_every_block_in_yaml_or_jinja_is_tried_somewhere() -> None:
    tried = (*TRIED, DOCS / "tutorial.md")
    other = [
        fence for fence in BLOCKS if fence.language in ("csv", "yaml", "jinja", "markdown") and is_part(fence)
    ]
    left = {fence.page.relative_to(ROOT).as_posix() for fence in other if fence.page not in tried}
    # These have tests of their own: tests/checks, tests/trace/test_docs.py.
    assert {page for page in left if not page.startswith("docs/checks/")} <= {"docs/exchange.md"}
