from functools import partial

import pytest

from aibrief_report.errors import Place, ReferencesError
from aibrief_report.inputs.yaml_text import read_yaml
from aibrief_report.references.library import Library, csl_items, is_web_address
from tests.references.sources import library


def from_yaml(text: str) -> Library:
    held = read_yaml(text, "sources.yaml")
    assert isinstance(held.tree, list)
    return csl_items([(entry, partial(held.place, number)) for number, entry in enumerate(held.tree)])


def test_hand_written_yaml_becomes_csl_json() -> None:
    found = from_yaml("""
- id: hai2024
  type: report
  title: "The AI Index: 2024"
  author: [{literal: Stanford HAI}, {family: Maslej, given: Nestor}]
  issued: 2024-04-15
  volume: 07
  DOI: https://doi.org/10.48550/arXiv.2405.19522
  custom: {archive: {url: x}}
""")
    assert found == {
        "hai2024": {
            "id": "hai2024",
            "type": "report",
            "title": "The AI Index: 2024",
            "author": [{"literal": "Stanford HAI"}, {"family": "Maslej", "given": "Nestor"}],
            "issued": {"date-parts": [[2024, 4, 15]]},
            "volume": "07",
            "DOI": "10.48550/arXiv.2405.19522",
            "custom": {"archive": {"url": "x"}},
        }
    }


def test_all_faults_are_told_at_once_where_they_stand() -> None:
    with pytest.raises(ReferencesError) as caught:
        from_yaml("""
- id: a
  type: raport
  titel: Report
  author: Stanford HAI
  issued: 15 April 2024
  URL: www.example.org
- title: Nameless
  type: book
  issued: n.d.
- id: A
  type: book
  title: Twice
  publisher:
""")
    assert str(caught.value).splitlines() == [
        "sources.yaml:2:3: the source a has no title",
        "sources.yaml:3:9: the source a is of type raport, which CSL does not know",
        "  hint: did you mean report or post?",
        "sources.yaml:4:10: the source a has titel, which CSL does not know",
        "  hint: did you mean title?",
        "sources.yaml:5:11: the source a has author, which is no list",
        "  hint: write author: [{literal: Stanford HAI}]",
        "sources.yaml:6:11: the source a has the date issued: 15 April 2024, but it is not a date such as "
        "2024, 2024-04 or 2024-04-15",
        "  hint: write 2024-04-15, 2024-04, 2024, 2023/2024 for an interval, 2024~ for about",
        "sources.yaml:7:8: the source a has the URL www.example.org, which is no web address",
        "  hint: write it whole, from https:// on, without spaces",
        "sources.yaml:8:3: a source has no id",
        "  hint: give it a short name, such as id: hai2024",
        "sources.yaml:10:11: the source without id has the date issued: n.d., but it is not a date such as "
        "2024, 2024-04 or 2024-04-15",
        "  hint: leave issued out; the style prints its own words for an undated source",
        "sources.yaml:11:7: the source 'A' stands twice",
        "  hint: the other is at sources.yaml:2:7",
        "sources.yaml:14:13: the source A has an empty publisher",
        "  hint: fill it in or delete the line",
    ]


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        ({"author": [{"family": "Smith, John"}]}, "has the family name 'Smith, John'"),
        (
            {"author": [{"family": "Smith", "literal": "J. Smith"}]},
            "neither a person nor an institution, or both",
        ),
        ({"author": [{"name": "Smith"}]}, "has 'name' in a name"),
        ({"author": ["Smith"]}, "has author, where a name is not in parts"),
        ({"issued": "forthcoming"}, "leave issued out and write status: forthcoming"),
        ({"DOI": "10.x/y"}, "has the DOI 10.x/y, which is none"),
        ({"language": "English (British)"}, "is in the language"),
        ({"publisher": ["x"]}, "has publisher, which is not text"),
        ({"year-suffix": "a"}, "has year-suffix, which CSL does not know"),
        ({"id": "two words"}, "cannot be the id of a source"),
    ],
)
def test_a_field_that_no_style_could_print_is_an_error(field: dict[str, object], fault: str) -> None:
    with pytest.raises(ReferencesError, match=fault):
        library({"id": "x", "type": "report", "title": "T", **field})


def test_the_place_of_an_entry_will_do_where_no_finer_one_is_known() -> None:
    with pytest.raises(ReferencesError, match=r"^sources.yaml:9: the source x has no title"):
        csl_items([({"id": "x", "type": "report"}, Place("sources.yaml", 9))])


@pytest.mark.parametrize("text", ["https://example.org/a?b=c#d", "http://wipo.int", "https://例子.cn/路"])
def test_web_addresses(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    ["example.org", "ftp://example.org", "https://a b.org", "https://", "https://[x", "javascript:alert(1)"],
)
def test_no_web_addresses(text: str) -> None:
    assert not is_web_address(text)
