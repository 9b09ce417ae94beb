"""The pages that are visited, each rendered once a session, and the browser that visits them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import Written, write
from aibrief_report.render.formats import render
from tests.page.visits import ARGUMENTS, CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHIPPED = ("us-china-ai-rivalry", "where-ai-stands", "china-self-reliance", "open-models-and-governance")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright  # here: tests without a browser need none of it

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def brief_page(flagship: Written, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the flagship brief."""
    return laid(flagship, tmp_path_factory)


@pytest.fixture(scope="session")
def torture_page(torture_brief: Written, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the torture brief."""
    return laid(torture_brief, tmp_path_factory)


@pytest.fixture(scope="session", params=[*SHIPPED, "torture"])
def any_page(
    request: pytest.FixtureRequest, shipped: Project, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Each shipped brief's page in turn, and that of the torture brief."""
    own = {SHIPPED[0]: "brief_page", "torture": "torture_page"}.get(request.param)
    return request.getfixturevalue(own) if own else laid(write(shipped, request.param), tmp_path_factory)


def laid(written: Written, factory: pytest.TempPathFactory) -> Path:
    """Return the file of a brief's page."""
    file = factory.mktemp(written.version.brief) / "brief.html"
    file.write_bytes(render("html", written.document, written.theme, written.cache))
    return file
