"""A document twice as long takes twice the work: counted in calls, which no slow machine changes."""

import cProfile
import pstats

import pytest

from aibrief_report.checks.package.run import check_file
from aibrief_report.model.walk import walk
from aibrief_report.render.docx.writer import render_docx
from tests.documents import anchored, torture
from tests.render.docx.written import bare
from tests.render.lengthened import lengthened

LEAST, MOST = 0.9, 1.1


def calls(work):
    """How many calls of functions some work makes, those of built-in ones too."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return pstats.Stats(profile).total_calls


@pytest.fixture(scope="module")
def documents():
    return [lengthened(anchored(torture()), times) for times in (1, 2, 4)]


def growth(amounts):
    """What two more lengths add, by what one more adds, twice: 1 where the amounts grow in a line."""
    one, two, four = amounts
    return (four - two) / (2 * (two - one))


def test_a_longer_document_is_longer_throughout(documents):
    counts = [sum(1 for _ in walk(document.blocks)) for document in documents]
    assert growth(counts) == pytest.approx(1)
    assert [len(document.numbers) for document in documents] == [
        len(torture().numbers) * times for times in (2, 3, 5)
    ]


def test_writing_and_checking_grow_with_the_length(documents):
    render_docx(documents[0], bare())  # what is done once only, such as imports
    files = []
    written = [calls(lambda one=one: files.append(render_docx(one, bare()))) for one in documents]
    assert LEAST < growth(written) < MOST
    assert LEAST < growth([len(data) for data in files]) < MOST
    assert all(check_file(data, "brief.docx") == () for data in files[:2])
    checked = [calls(lambda data=data: check_file(data, "brief.docx")) for data in files]
    assert LEAST < growth(checked) < MOST


def test_work_that_grows_faster_is_seen():
    def square(length):
        return calls(lambda: [len("") for _ in range(length) for _ in range(length)])

    assert growth([square(length) for length in (10, 20, 40)]) > MOST
