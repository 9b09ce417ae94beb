"""A document twice as long takes twice the work: counted in calls, which no slow machine changes."""

import pytest

from aibrief_report.model.blocks import Heading
from aibrief_report.render.pdf import render_pdf
from tests.documents import n, p, t, theme
from tests.render.docx.test_linear import calls, growth
from tests.render.lengthened import lengthened
from tests.render.pdfs import document

FILLER = "A sentence of filler takes up room on the page, and says nothing else to anyone who reads it. "


@pytest.fixture(scope="module")
def part():
    """A page of text with numbers, each of which has its places in the annex."""
    lines = (p(FILLER * 4, n("q12", "$67.2 billion", 100 + place), ".") for place in range(8))
    return document(Heading(1, t("Finding"), "sec-finding", "1"), *lines)


def test_the_work_grows_with_the_length(part):
    render_pdf(part, theme())  # what is done once only, such as imports
    assert (
        0.9 < growth([calls(lambda k=k: render_pdf(lengthened(part, k), theme())) for k in (3, 6, 12)]) < 1.1
    )
