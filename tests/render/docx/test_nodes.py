"""Every node of the model has its form in Word; one that has none is an error."""

from dataclasses import dataclass
from typing import get_args

import pytest
from lxml import etree

from aibrief_report.errors import RenderError
from aibrief_report.model.blocks import Block, Figure
from aibrief_report.model.inlines import Inline, Note
from aibrief_report.model.walk import walk
from tests.documents import p, torture
from tests.render.docx.written import body, find


@dataclass(frozen=True)
class Strange:
    """A node that nobody knows."""


def example(kind):
    return next(node for node in walk((torture().meta, torture().blocks)) if type(node) is kind)


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_block_is_written(kind):
    figure = example(Figure)  # what a list of figures lists
    assert len(etree.tostring(body(example(kind), figure))) > len(etree.tostring(body(figure)))


@pytest.mark.parametrize("kind", get_args(Inline), ids=lambda kind: kind.__name__)
def test_every_inline_is_written(kind):
    alone, among = etree.tostring(body(p("ab"))), etree.tostring(body(p("a", example(kind), "b")))
    assert len(among) > len(alone)


def test_an_unknown_block_is_an_error():
    with pytest.raises(RenderError, match="no form for Strange"):
        body(Strange())


def test_an_unknown_inline_is_an_error():
    with pytest.raises(RenderError, match="no form for Strange"):
        body(p("a", Strange()))


def test_a_footnote_within_a_footnote_is_an_error():
    with pytest.raises(RenderError, match="within a footnote"):
        body(p("a", Note((p("b", Note((p("c"),))),))))


def test_a_document_of_nothing_is_still_a_document():
    assert [one.tag.rpartition("}")[2] for one in body()][-1] == "sectPr"
    assert find(body(), "w:p")
