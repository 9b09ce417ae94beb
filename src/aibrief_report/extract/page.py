"""What a page carries: files to download that it holds as data addresses (RFC 2397), and data for scripts."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes

from aibrief_report.errors import Fault, InputError, Place

_DATA = ("application/json", "application/ld+json")


def of_page(data: bytes, place: Place) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the files that a page offers, and of its blocks of data.

    Raises `InputError` for markup that cannot be read.
    """
    reader = _Reader()
    try:
        reader.feed(data.decode(errors="replace"))
        reader.close()
    except AssertionError as error:  # Python's parser asserts that declarations are well-formed
        raise InputError(Fault(f"the page cannot be read: {error}", place)) from error
    yield from reader.found


class _Reader(HTMLParser):
    """Gathers downloads and data in the order of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, bytes]] = []
        self._name = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a download; begin a block of data."""
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and "download" in told and told.get("href", "").startswith("data:"):
            self.found.append((told["download"], _decoded(told["href"])))
        elif tag == "script" and told.get("type") in _DATA:
            self._name, self._text = f"{told.get('id') or 'data'}.json", []

    def handle_data(self, data: str) -> None:
        """Gather a block of data."""
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End a block of data."""
        if tag == "script" and self._name:
            self.found.append((self._name, "".join(self._text).encode()))
            self._name = ""


def _decoded(address: str) -> bytes:
    """Return the bytes of a data address; of a broken one, what stands in it."""
    head, _, body = address.removeprefix("data:").partition(",")
    if not head.endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return b64decode(unquote_to_bytes(body))
    except ValueError:
        return body.encode()
