"""Every link of the pages leads somewhere, and every page can be found."""

import re
from pathlib import Path

import pytest

from tests.docs.fences import PAGES, ROOT

_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")


def prose(page: Path) -> str:
    """Return a page without its fenced blocks and its code."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`]*`", "", text)


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives to a page's headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


LINKS = sorted(
    {(page.relative_to(ROOT).as_posix(), link) for page in PAGES for link in _LINK.findall(prose(page))}
)


@pytest.mark.parametrize(("page", "link"), [one for one in LINKS if "://" not in one[1]])
def test_a_link_between_pages_leads_to_a_file_and_heading(page: str, link: str) -> None:
    target, _, anchor = link.partition("#")
    file = (ROOT / page).parent / target if target else ROOT / page
    assert file.exists(), f"{page}: {link}"
    assert not anchor or anchor in anchors(file), f"{page}: {link}"


@pytest.mark.parametrize(("page", "link"), [one for one in LINKS if "://" in one[1]])
def test_a_link_to_the_web_is_safe(page: str, link: str) -> None:
    assert link.startswith("https://"), f"{page}: {link}"


def test_the_index_leads_to_every_page() -> None:
    index = ROOT / "docs" / "README.md"
    told = {(index.parent / link.partition("#")[0]).resolve() for link in _LINK.findall(prose(index))}
    told |= {
        (ROOT / "docs" / "checks" / link).resolve()
        for link in _LINK.findall(prose(ROOT / "docs/checks/README.md"))
    }
    assert {page for page in PAGES if page.is_relative_to(ROOT / "docs")} - {index} <= told
