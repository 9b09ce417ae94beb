"""The page's own style sheets and scripts: files of this package, printed without comments and indents."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_ROOM = files("aibrief_report.render.html")
_BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TIGHT = re.compile(r"\s*([{};,>])\s*")


@cache
def style_sheet(name: str) -> str:
    """Return a style sheet of `css/`, its rules closed up; no string in it may hold a brace or comma."""
    return _TIGHT.sub(r"\1", _BLOCK_COMMENT.sub("", _read(f"css/{name}.css"))).strip()


@cache
def script(name: str) -> str:
    """Return a script of `scripts/` line by line; comments stand in lines of their own."""
    lines = (line.strip() for line in _read(f"scripts/{name}.js").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _read(name: str) -> str:
    return _ROOM.joinpath(name).read_text(encoding="utf-8")
