import pytest

from aibrief_report.references.locators import Locator, read_locator
from tests.references.sources import BINDER, cite, formatted, library, printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p. 3", Locator("page", "3")),
        ("pp. 3-5", Locator("page", "3-5")),
        ("pp. 3–5, 9", Locator("page", "3–5, 9")),
        ("p. xii", Locator("page", "xii")),
        ("12", Locator("page", "12")),
        ("s. 9", Locator("section", "9")),
        ("sec. 4(b)(1)", Locator("section", "4(b)(1)")),
        ("Fig. 3.2.1", Locator("figure", "3.2.1")),
        ("p. 157, Table 4.2.1", Locator("page", "157", ", Table 4.2.1")),
        ("pp. 3 ff.", Locator("page", "3", " ff.")),
        ("", Locator()),
    ],
)
def test_a_locator_is_split_into_label_and_value(text: str, expected: Locator) -> None:
    assert read_locator(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Table 4.2.1", "§ 4(b)", "ch. iv", "Figure 3-2", "sheet “Data”, cell B7", "第3页", "Annex A, p. 3"],
)
def test_what_is_not_understood_stays_as_written(text: str) -> None:
    assert read_locator(text) == Locator(rest=text)


def test_the_documents_language_is_understood_besides_english() -> None:
    assert read_locator("S. 9", "de") == read_locator("p. 9", "de") == Locator("page", "9")
    assert read_locator("chapitre 2", "fr-CA") == read_locator("chap. 2", "fr") == Locator("chapter", "2")


def test_english_locators_are_told_in_the_documents_language() -> None:
    clusters = [cite(("binder2022", "", place)) for place in ("pp. 3-5", "fig. 2", "Table 1 {a}")]
    assert printed(formatted(library(BINDER), "apa", *clusters, language="de")) == [
        "(Binder & Kidder, 2022, S. 3–5)",
        "(Binder & Kidder, 2022, Abbildung 2)",
        "(Binder & Kidder, 2022, Table 1 {a})",
    ]
