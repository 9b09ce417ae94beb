"""Visits to pages in a real browser: what a test sees, and what a page asked for and said meanwhile."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PHONE, DESK = 360, 1440
"""The widths of windows, in pixels."""

_WATCH = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`refused: ${event.violatedDirective} ${event.sourceFile}`));"""


@dataclass
class Visit:
    """A page that is open, with all that it asked for and said on the console."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def card(self) -> str:
        """What the card says; empty where none is open."""
        shown = self.page.locator("body > .card")
        return spaced(shown.inner_text()) if shown.is_visible() else ""

    def box(self, selector: str) -> dict[str, float]:
        """Where an element is in the window."""
        found = self.page.locator(selector).first.bounding_box()
        assert found is not None, selector
        return dict(found)


def spaced(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\u00a0", " ")


@contextmanager
def visiting(browser: Browser, file: Path, width: int = DESK, **how: Any) -> Iterator[Visit]:
    """Open a page; at the end, nothing may have been asked for but the file itself, and nothing said."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **how)
    try:
        page = context.new_page()
        page.set_default_timeout(15_000)
        visit = Visit(page)
        page.on("request", lambda one: visit.asked.append(one.url))
        page.on("console", lambda one: visit.said.append(one.text))
        page.on("pageerror", lambda one: visit.said.append(str(one)))
        if how.get("java_script_enabled", True):
            page.add_init_script(_WATCH)
        page.goto(file.as_uri())
        yield visit
        own = (file.as_uri(), "blob:", "data:")
        assert [url for url in visit.asked if not url.startswith(own)] == []
        assert visit.said == []
    finally:
        context.close()
