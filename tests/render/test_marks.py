from __future__ import annotations

import json

import pytest

from aibrief_report.model.document import Reference
from aibrief_report.render.marks import mark
from aibrief_report.resolve.words import words_for
from tests.documents import t

EN = words_for("en")


def reference(printed="", label="", **csl):
    return Reference("key", t(printed), json.dumps(csl) if csl else "", label)


def people(*families):
    return [{"family": one, "given": "A."} for one in families]


def year(number):
    return {"date-parts": [[number]]}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (reference(author=people("Maslej"), issued=year(2024)), "Maslej 2024"),
        (reference(author=people("Maslej", "Fattorini"), issued=year(2024)), "Maslej and Fattorini 2024"),
        (reference(author=people("A", "B", "C"), issued=year(2024)), "A et al. 2024"),
        (reference(author=[{"literal": "State Council"}], issued=year(2017)), "State Council 2017"),
        (
            reference(author=[{"family": "Berg", "non-dropping-particle": "van den"}], issued=year(2020)),
            "van den Berg 2020",
        ),
        (reference(editor=people("Cao"), issued={"raw": "2024-05-01"}), "Cao 2024"),
        (reference(publisher="WIPO"), "WIPO n.d."),
        (reference("Maslej (2024b). Title.", author=people("Maslej"), issued=year(2024)), "Maslej 2024b"),
        (
            reference("[3] WIPO, Report, 2024.", "[3]", author=people("WIPO"), issued=year(2024)),
            "[3] WIPO 2024",
        ),
        (reference("Reuters, A story, 2023."), "Reuters 2023"),
        (reference(), "key"),
    ],
)
def test_a_reference_is_named_in_short(entry, expected):
    assert mark(entry, EN) == expected


def test_more_than_two_authors_are_told_in_the_documents_language():
    entry = reference(author=people("A", "B", "C"), issued=year(2024))
    assert mark(entry, words_for("de")) == "A u. a. 2024"


def test_a_broken_record_is_named_by_what_is_printed():
    assert mark(Reference("key", t("WIPO. 2024."), "{not json"), EN) == "WIPO 2024"
