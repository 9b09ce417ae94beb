"""A file and what its inputs give: the same bytes, the same content, or which part of them differs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeAlias

from msgspec import Struct

from aibrief_report.errors import BriefError
from aibrief_report.ooxml.reading import read_package
from aibrief_report.versions.pages import Page, pages

State: TypeAlias = Literal["same bytes", "same content", "differs"]

_PACKED = re.compile(rb"data:[a-z/+.-]+;base64,([A-Za-z0-9+/=]+)")
_PIECES = re.compile(r"(?<=>)(?=<)|\n")
_SHOWN = 80


class Compared(Struct, frozen=True):
    """A file held against another: its name, the state, and the parts that differ."""

    name: str
    state: State
    parts: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether a reader gets the same."""
        return self.state != "differs"


def compare(name: str, then: bytes, now: bytes) -> Compared:
    """Return how a file, `then`, compares with what its inputs give, `now`.

    The same content is: of a DOCX, the same parts whatever their compression; of a PDF, the same text and
    picture on every page; of a page, the same text, whatever its embedded fonts and pictures.
    """
    if then == now:
        return Compared(name, "same bytes")
    parts = _READERS.get(name.rpartition(".")[2], _lines)
    try:
        found = tuple(parts(then, now))
    except (BriefError, ValueError) as error:
        return Compared(name, "differs", (f"the file is damaged, it cannot be read: {error}",))
    return Compared(name, "differs" if found else "same content", found)


def _package(then: bytes, now: bytes) -> Iterator[str]:
    yield from _members(read_package(then), read_package(now), _member)


def _member(name: str, then: bytes, now: bytes) -> bool:
    """Tell whether two members of a package hold the same."""
    if then == now:
        return True
    if not name.endswith(".xlsx"):
        return False
    return not any(_package(then, now))


def _members(
    then: Mapping[str, bytes], now: Mapping[str, bytes], same: Callable[[str, bytes, bytes], bool]
) -> Iterator[str]:
    for name in sorted({*then, *now}):
        if name not in now:
            yield f"{name} is in the file only"
        elif name not in then:
            yield f"{name} is missing in the file"
        elif not same(name, then[name], now[name]):
            yield name


def _pdf(then: bytes, now: bytes) -> Iterator[str]:
    before, after = list(pages(then)), list(pages(now))
    if len(before) != len(after):
        yield f"{len(before)} pages in the file, {len(after)} from its inputs"
    for number, (one, other) in enumerate(zip(before, after, strict=False), start=1):
        yield from (f"page {number}: {what}" for what in _page(one, other))


def _page(then: Page, now: Page) -> Iterator[str]:
    if then.text != now.text:
        yield "the text"
    elif then.pixels != now.pixels:
        yield "the picture"


def _html(then: bytes, now: bytes) -> Iterator[str]:
    bare = [_PACKED.sub(b"", one).decode("utf-8", "replace") for one in (then, now)]
    if bare[0] != bare[1]:
        yield from _pieces(*bare)


def _json(then: bytes, now: bytes) -> Iterator[str]:
    before, after = json.loads(then), json.loads(now)
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _entries(before, after, "")
    else:
        yield "the whole"


def _entries(then: dict[str, Any], now: dict[str, Any], above: str) -> Iterator[str]:
    """Yield the names of entries that differ, two levels deep."""
    for key in dict.fromkeys((*then, *now)):
        one, other = then.get(key), now.get(key)
        if one == other:
            continue
        if not above and isinstance(one, dict) and isinstance(other, dict):
            yield from _entries(one, other, f"{key}: ")
        else:
            yield f"{above}{key}"


def _lines(then: bytes, now: bytes) -> Iterator[str]:
    yield from _pieces(then.decode("utf-8", "replace"), now.decode("utf-8", "replace"))


def _pieces(then: str, now: str) -> Iterator[str]:
    """Yield where two texts first part."""
    before, after = _PIECES.split(then), _PIECES.split(now)
    pairs = zip([*before, ""], [*after, ""], strict=False)
    one, other = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    start = max(0, same - _SHOWN // 2)
    told = [f"“{'…' if start else ''}{text[start : start + _SHOWN]}”" for text in (one, other)]
    yield f"in the file {told[0]}, from its inputs {told[1]}"


_READERS: Mapping[str, Callable[[bytes, bytes], Iterator[str]]] = {
    "docx": _package,
    "pdf": _pdf,
    "html": _html,
    "json": _json,
}
