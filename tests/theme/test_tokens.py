"""Every token of theme.yaml is documented, and changes what it is said to change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from aibrief_report.inputs.checked import Strict
from aibrief_report.model.document import Document
from aibrief_report.render.docx.writer import render_docx
from aibrief_report.render.html.css.screen import screen_style
from aibrief_report.render.html.page import paper_page, screen_body
from aibrief_report.theme import manners
from aibrief_report.theme.entries import ThemeEntry
from aibrief_report.theme.tokens import Colours, Margins, Page, Sizes, Spacing, Theme
from tests.documents import theme, torture

DOCS = Path(__file__).parents[2] / "docs" / "themes.md"
OTHER_SCREEN = frozenset({"margins", "page"})
"""What decides on sheets of paper: the page on screen has none."""
PAPER_ONLY = frozenset({"running", "headings.place", "boxes.title"})
"""What stands in a foot, or in the side column that the page on screen has not."""


ALIKE = frozenset({("screen", "captions.label", "run-in"), ("docx", "headings.weight", 600)})
"""Choices that a medium cannot tell from the default: no side column on screen, one bold in Word."""


def tokens(model: type[Strict] = ThemeEntry, prefix: str = "") -> Iterator[str]:
    """Yield every token by its path of keys."""
    for name, field in model.model_fields.items():
        key = prefix + (field.alias or name)
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, Strict):
            yield from tokens(inner, f"{key}.")
        else:
            yield key


def test_every_token_is_documented():
    told = set(re.findall(r"`([a-z][\w.-]*)`", DOCS.read_text(encoding="utf-8")))
    assert [one for one in tokens() if one not in told] == []


def test_every_choice_of_a_token_is_documented():
    told = DOCS.read_text(encoding="utf-8")
    groups = (manners.Cover, manners.Headings, manners.Captions, manners.Tables, manners.Boxes)
    for group in (*groups, manners.KeyFigures, manners.Running):
        for choices in re.findall(r"Literal\[([^]]*)\]", " ".join(group.__annotations__.values())):
            assert [one for one in re.findall(r"\w[\w-]*", choices) if f"`{one}`" not in told] == []


LENGTHS = (("sizes", Sizes), ("spacing", Spacing), ("margins", Margins), ("page", Page))


def changed() -> Iterator[Any]:
    """Yield tokens, each with a theme that differs from the default one by it alone."""
    base = with_logo()
    for group, kind in LENGTHS:
        for name in kind.__struct_fields__:
            other = replace(getattr(base, group), **{name: getattr(getattr(base, group), name) + 1})
            yield pytest.param(f"{group}.{name}", replace(base, **{group: other}), id=f"{group}.{name}")
    for name in sorted({*Colours.__struct_fields__} - {"areas", "series"}):
        colours = replace(base.colours, **{name: "#123456"})
        yield pytest.param(f"colours.{name}", replace(base, colours=colours), id=f"colours.{name}")
    for group in manners.Manners.__struct_fields__:
        held = getattr(base.manners, group)
        for name, annotation in type(held).__annotations__.items():
            for value in others(annotation, getattr(held, name)):
                chosen = replace(base.manners, **{group: replace(held, **{name: value})})
                token = f"{group}.{name}"
                yield pytest.param(token, replace(base, manners=chosen), id=f"{token}={value}")


def others(annotation: str, value: Any) -> list[Any]:
    """Return the values that a manner may have instead; of a length, another one."""
    if annotation == "bool":
        return [not value]
    if annotation == "float":
        return [value + 1]
    found = [one.strip("\"' ") for one in annotation.removeprefix("Literal[").removesuffix("]").split(",")]
    return [type(value)(one) for one in found if type(value)(one) != value]


def with_logo() -> Theme:
    """The default theme with a logo, a band's colours in use, one face, and a rule in its feet."""
    base = theme()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
    fonts = replace(base.fonts, faces=())
    return replace(base, fonts=fonts, logo=svg)


@pytest.fixture(scope="module")
def document() -> Document:
    return torture()


@pytest.fixture(scope="module")
def plain(document: Document) -> dict[str, object]:
    return {one: drawn(one, document, with_logo()) for one in ("paper", "screen", "docx")}


def drawn(medium: str, document: Document, of: Theme) -> object:
    """Return what a medium makes of a document, without what is the same in all themes."""
    if medium == "paper":
        return paper_page(document, of)
    if medium == "screen":
        return screen_style(of) + screen_body(document, of)
    with ZipFile(BytesIO(render_docx(document, of))) as package:
        return {one: package.read(one) for one in package.namelist() if one.endswith(".xml")}


EACH = pytest.mark.parametrize(("token", "other"), [*changed()])


def seen(medium: str, token: str, of: Theme) -> bool:
    """Return whether a medium can show a token as it is in a theme."""
    group, _, name = token.partition(".")
    value = getattr(getattr(of.manners, group, None), name, None)
    if medium == "screen" and (group in OTHER_SCREEN or {group, token} & PAPER_ONLY):
        return False
    return (medium, token, value) not in ALIKE


@EACH
def test_a_token_changes_paper_and_screen(token, other, document, plain):
    assert drawn("paper", document, other) != plain["paper"]
    assert (drawn("screen", document, other) != plain["screen"]) == seen("screen", token, other)


@EACH
def test_a_token_changes_the_word_file(token, other, document, plain):
    if token not in WITH_OTHERS:
        assert (drawn("docx", document, other) != plain["docx"]) == seen("docx", token, other)


WITH_OTHERS = ("colours.band", "page.reference_columns")
"""What Word shows only on a band, and only of many references."""


def test_the_colour_of_a_band_is_that_of_words_title_block(document):
    base = with_logo()
    band = replace(base, manners=replace(base.manners, cover=manners.Cover("band")))
    other = replace(band, colours=replace(band.colours, band="#123456"))
    assert b"123456" not in drawn("docx", document, band)["word/styles.xml"]
    assert b"123456" in drawn("docx", document, other)["word/styles.xml"]


def test_many_references_stand_in_as_many_columns_as_the_theme_says(document):
    many = tuple(replace(document.references[0], key=f"k{place}") for place in range(12))
    three = replace(with_logo(), page=Page(reference_columns=3))
    told = drawn("docx", replace(document, references=(*document.references, *many)), three)
    assert b'<w:cols w:num="3"' in told["word/document.xml"]
