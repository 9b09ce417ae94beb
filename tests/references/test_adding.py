"""Sources added to a file: behind the last, indented as the file is, and nothing else is touched."""

import pytest

from aibrief_report.errors import BriefError
from aibrief_report.references.adding import with_sources

NEW = {"id": "new", "type": "book", "title": "A: new one", "issued": {"date-parts": [[2024]]}}
ENTRY = "- {id: new, type: book, title: 'A: new one', issued: '2024'}\n"
FILES = {
    "indented": (
        "# Ours.\nreferences:\n  - id: old\n    title: Old\n",
        "# Ours.\nreferences:\n  - id: old\n    title: Old\n  " + ENTRY,
    ),
    "flush": (
        "references:\n- id: old\n  title: Old",
        "references:\n- id: old\n  title: Old\n" + ENTRY,
    ),
    "a list alone, with blank lines between": (
        "- id: old\n  title: Old\n\n- id: older\n",
        "- id: old\n  title: Old\n\n- id: older\n\n" + ENTRY,
    ),
    "more behind it": (
        "references:\n  - id: old\nnote: kept\n",
        "references:\n  - id: old\n  " + ENTRY + "note: kept\n",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_an_entry_stands_behind_the_last_as_the_file_is_written(name):
    before, after = FILES[name]
    found = with_sources(before, "sources.yaml", [NEW], "new.bib")
    assert (found.text, found.keys) == (after, ("new",))


def test_a_key_that_is_there_stays_as_it_stands():
    text = "references:\n  - id: new\n    title: Ours\n"
    found = with_sources(text, "sources.yaml", [NEW], "new.bib")
    assert (found.text, found.keys, found.known) == (text, (), ("new",))


@pytest.mark.parametrize(
    ("text", "item", "told"),
    [
        ("references: [{id: old}]\n", NEW, "sources.yaml: nothing can be added to the list as it is written"),
        ("- id: old\n", {"id": "new", "type": "book"}, "new.bib: the source new has no title"),
    ],
)
def test_what_cannot_be_added_is_told(text, item, told):
    with pytest.raises(BriefError, match=told):
        with_sources(text, "sources.yaml", [item], "new.bib")
