"""The pages of a small brief look as they did when somebody last looked at them.

A change that is meant is taken over by `pytest tests/test_pictures.py --snapshot-update`; then open the
pictures in `tests/pictures/` before they are committed.

Compared are blurred pages, so that what counts is where ink stands, not the shape of letters: another
release of Pango may break a line elsewhere or set a letter half a pixel aside, but it moves no block. The
limits were measured on this brief, as shares of a page: 0.12 % differs where all letters stand half a pixel
aside, 0.15 % where a few words are added to a paragraph, 0.54 % where a heading stands two millimetres lower.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image, ImageFilter

from aibrief_report.inputs.door import Inputs
from aibrief_report.model.blocks import Box, Table
from aibrief_report.model.document import Document
from aibrief_report.pipeline import Written, write
from aibrief_report.render.formats import render
from aibrief_report.theme.read import read_theme
from tests.languages.conftest import lay

FOLDER = Path(__file__).parent / "pictures"
DPI = 50
GREYS = 16
BLUR = 3
"""How far the blur reaches, in pixels: more than half a line of text."""
FAINT = 24
"""Differences of blurred pixels up to this, of 255, count as none."""
MOST_CHANGED = 0.003
MOST_MEAN = 1.5
MOST_BYTES = 100_000


def pictures(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Return the pages of a PDF in greys."""
    with pypdfium2.PdfDocument(pdf) as pages:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in pages]


def references(name: str = "page") -> list[Path]:
    return sorted(FOLDER.glob(f"{name}-*.png"))


def reference(number: int, name: str = "page") -> Image.Image:
    with Image.open(FOLDER / f"{name}-{number}.png") as held:
        return held.convert("L")


def keep(pages: Sequence[Image.Image], name: str = "page") -> None:
    """Write pages as the references of later runs."""
    FOLDER.mkdir(exist_ok=True)
    for path in references(name):
        path.unlink()
    for number, page in enumerate(pages, start=1):
        page.quantize(GREYS).save(FOLDER / f"{name}-{number}.png", optimize=True)


def difference(one: Image.Image, other: Image.Image) -> str:
    """Return in what two pages differ, an empty text where they look alike."""
    if one.size != other.size:
        return f"the page was {one.size} pixels large, and is {other.size}"
    blurred = [np.asarray(page.filter(ImageFilter.BoxBlur(BLUR)), dtype=float) for page in (one, other)]
    apart = np.abs(blurred[0] - blurred[1])
    changed = apart > FAINT
    if changed.mean() <= MOST_CHANGED and apart.mean() <= MOST_MEAN:
        return ""
    rows = np.flatnonzero(changed.any(axis=1)) if changed.any() else np.array([0, one.height])
    top, bottom = (round(100 * row / one.height) for row in (rows[0], rows[-1]))
    return f"{changed.mean():.2%} of the page changed, between {top}% and {bottom}% of its height"


@pytest.fixture(scope="module")
def pages(compact_pdf: bytes, request: pytest.FixtureRequest) -> list[Image.Image]:
    found = pictures(compact_pdf)
    if request.config.getoption("update_snapshots"):
        keep(found)
    return found


def test_the_pages_look_as_they_did(pages, tmp_path):
    found = {}
    for number, page in enumerate(pages, start=1):
        page.save(tmp_path / f"page-{number}.png")
        if (FOLDER / f"page-{number}.png").exists() and (told := difference(reference(number), page)):
            found[f"page {number}"] = told
    assert not found, f"the pages as they are now lie in {tmp_path}"
    assert len(pages) == len(references())


def test_the_references_take_little_room():
    assert 0 < sum(path.stat().st_size for path in FOLDER.glob("*.png")) < MOST_BYTES


# The other built-in theme, and a page of Chinese.


def institute(compact: Written, root: Path) -> bytes:
    theme = read_theme(Inputs(root), "institute")
    return render("pdf", compact.document, theme, compact.cache)


def chinese(_compact: Written, root: Path) -> bytes:
    written = write(lay("zh", root), "brief")
    document = written.document.with_version("0123456789ab")
    return render("pdf", document, written.theme, written.cache)


@pytest.mark.parametrize("drawn", [institute, chinese])
def test_the_first_pages_look_as_they_did(drawn, compact, tmp_path, request):
    name, found = drawn.__name__, pictures(drawn(compact, tmp_path))[:2]
    if request.config.getoption("update_snapshots"):
        keep(found, name)
    told = [difference(reference(number, name), page) for number, page in enumerate(found, start=1)]
    assert told == ["", ""]


# A comparison is worth what it notices, and what it does not.


def test_letters_half_a_pixel_aside_are_no_difference(pages, compact_pdf):
    for page, large in zip(pages, pictures(compact_pdf, 4 * DPI), strict=True):
        aside = Image.new("L", large.size, 255)
        aside.paste(large, (2, 2))
        assert difference(page, aside.resize(page.size, Image.Resampling.BOX)) == ""


def lower(page: Image.Image, top: int, bottom: int, by: int) -> Image.Image:
    """Return a page with a part of it set lower."""
    part, found = page.crop((0, top, page.width, bottom)), page.copy()
    found.paste(255, (0, top, page.width, bottom))
    found.paste(part, (0, top + by))
    return found


def thirds(page: Image.Image) -> list[tuple[int, int]]:
    """Return top and bottom of each third of what stands on a page, its foot aside."""
    inked = np.flatnonzero(np.asarray(page).min(axis=1)[: page.height * 9 // 10] < 200)
    edges = np.linspace(inked[0], inked[-1] + 1, 4).astype(int).tolist()
    return list(pairwise(edges))


def test_a_block_that_stands_lower_is_a_difference(pages):
    for page in pages:
        for top, bottom in thirds(page):
            assert "changed" in difference(page, lower(page, top, bottom, 6)), (top, bottom)


def exchanged(document: Document) -> Document:
    """Return a document in which a box stands before the table that it followed."""
    blocks = list(document.blocks)
    place = next(k for k, (a, b) in enumerate(pairwise(blocks)) if (type(a), type(b)) == (Table, Box))
    blocks[place : place + 2] = reversed(blocks[place : place + 2])
    return replace(document, blocks=tuple(blocks))


def test_blocks_that_changed_places_are_a_difference(pages, compact: Written):
    moved = pictures(render("pdf", exchanged(compact.document), compact.theme, compact.cache))
    told = [difference(one, other) for one, other in zip(pages, moved, strict=True)]
    assert [bool(text) for text in told] == [False, True]
    assert "of its height" in told[1]
