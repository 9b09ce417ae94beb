"""PDF, DOCX and HTML say the same, and what the document says: all their text is read back and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from aibrief_report.model.blocks import Paragraph
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import NumberText, Text
from aibrief_report.model.json import dump, load
from aibrief_report.model.walk import rewrite, walk
from aibrief_report.pipeline import Written
from aibrief_report.render.formats import FORMATS, render
from aibrief_report.store.cache import Cache
from aibrief_report.theme.tokens import Theme
from tests.documents import p, small, theme, torture
from tests.extracting.model import told_by_document
from tests.extracting.page import told_by_html
from tests.extracting.paper import read_pdf
from tests.extracting.told import KINDS, Told, differences
from tests.extracting.word import told_by_docx


@dataclass(frozen=True)
class Edition:
    """A document, what it says, and how each format is read: against what it is meant to say."""

    document: Document
    meant: Told
    read: Mapping[str, Callable[[Told], Told]]


def edition(document: Document, of: Theme, cache: Cache) -> Edition:
    """Return a document with all formats read; it is what `document.json` holds of it."""
    document = load(dump(document))
    outputs = {form: render(form, document, of, cache) for form in FORMATS}
    references, annex = document.words["references"], document.words["numbers"]
    page, word = told_by_html(outputs["html"]), told_by_docx(outputs["docx"], annex)
    lists = (document.words["figures"], document.words["tables"])
    paper = read_pdf(outputs["pdf"], references, annex, lists)
    return Edition(
        document,
        told_by_document(document),
        {"html": lambda _: page, "docx": lambda _: word, "pdf": paper.told},
    )


@pytest.fixture(scope="module")
def shipped_brief(flagship: Written) -> Edition:
    return edition(flagship.document, flagship.theme, flagship.cache)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def every_node(cache: Cache) -> Edition:
    return edition(torture(), theme(), cache)


@pytest.fixture(params=["shipped_brief", "every_node"])
def brief(request: pytest.FixtureRequest) -> Edition:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Edition)
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_says_what_the_document_says(brief, form):
    told = differences(brief.meant, brief.read[form](brief.meant), ("document", form))
    assert not told, f"\n{told}"


@pytest.mark.parametrize(("first", "second"), [("html", "docx"), ("html", "pdf"), ("docx", "pdf")])
def test_two_formats_say_the_same(brief, first, second):
    said = brief.read[first](brief.meant)
    told = differences(said, brief.read[second](said), (first, second))
    assert not told, f"\n{told}"


def test_what_the_document_says_is_all_that_it_says(brief):
    """What all is compared with leaves out no text and no number of `document.json`."""
    document, told = brief.document, " ".join(line for kind in KINDS for line in brief.meant[kind])
    shown = (document.meta.title, document.meta.subtitle, document.blocks, document.references)
    nodes = list(walk(shown))
    bare = "".join(told.casefold().split())
    texts = [node.text for node in nodes if isinstance(node, Text)]
    assert [text for text in texts if "".join(text.casefold().split()) not in bare] == []
    numbers = Counter(" ".join(node.text.split()) for node in nodes if isinstance(node, NumberText))
    assert numbers == Counter(brief.meant["numbers"])


def test_there_is_much_to_compare(shipped_brief, every_node):
    counts = {kind: len(shipped_brief.meant[kind]) for kind in KINDS}
    least = {"headings": 8, "paragraphs": 50, "numbers": 150, "captions": 12, "rows": 30, "pictures": 8}
    least |= {"references": 30, "annex": 150, "targets": 150}
    assert {kind: counts[kind] for kind, count in least.items() if counts[kind] < count} == {}
    assert all(every_node.meant[kind] for kind in KINDS)


# A comparison is worth what it notices: texts that differ by a little must be told, whatever their kind.


def changed(told: Told, kind: str, change: Callable[[list[str]], list[str]]) -> Told:
    return Told({**told.by_kind, kind: change(list(told[kind]))})


def without_one(lines: list[str]) -> list[str]:
    return [*lines[: len(lines) // 2], *lines[len(lines) // 2 + 1 :]]


def with_another_character(lines: list[str]) -> list[str]:
    """Change one digit, or a letter where there is none, in one of the lines."""
    place = len(lines) // 2
    old = lines[place]
    at = next((k for k, char in enumerate(old) if char.isdigit()), len(old) // 2)
    new = str((int(old[at]) + 1) % 10) if old[at].isdigit() else "#"
    return [*lines[:place], old[:at] + new + old[at + 1 :], *lines[place + 1 :]]


def swapped(lines: list[str]) -> list[str]:
    return [*lines[1:2], *lines[:1], *lines[2:]]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("change", [without_one, with_another_character, swapped])
def test_a_text_that_is_missing_altered_or_elsewhere_is_told(every_node, form, kind, change):
    meant = changed(every_node.meant, kind, change)
    told = differences(meant, every_node.read[form](meant), ("document", form)).splitlines()
    assert 1 <= len(told) <= 4
    assert all(line.startswith(f"{kind} ") for line in told)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"footnotes", "exhibits"}])
def test_a_digit_that_changed_in_the_shipped_pdf_is_told(shipped_brief, kind):
    meant = changed(shipped_brief.meant, kind, with_another_character)
    told = differences(meant, shipped_brief.read["pdf"](meant), ("document", "pdf")).splitlines()
    assert [line.split(" ", 1)[0] for line in told] == [kind, kind]


def dropped(document: Document) -> Document:
    """Return a document without its first paragraph."""
    first = next(block for block in document.blocks if isinstance(block, Paragraph))
    return replace(document, blocks=tuple(block for block in document.blocks if block is not first))


def altered(document: Document) -> Document:
    """Return a document in which one printed number has another digit."""

    def change(node: object) -> object:
        return replace(node, text=node.text.replace("7", "8")) if isinstance(node, NumberText) else node

    return rewrite(document, change)


@pytest.mark.parametrize(
    ("change", "kinds"), [(dropped, {"paragraphs"}), (altered, {"paragraphs", "numbers"})]
)
def test_a_format_that_leaves_out_a_paragraph_or_prints_another_digit_is_caught(change, kinds, cache):
    document = replace(small(), blocks=(p("A paragraph of its own."), *small().blocks))
    meant, other = told_by_document(document), edition(change(document), theme(), cache)
    for form in FORMATS:
        told = differences(meant, other.read[form](meant), ("document", form)).splitlines()
        assert {line.split(" ", 1)[0] for line in told} == kinds, form


def test_a_difference_is_told_in_the_words_that_differ():
    one, two = Told(), Told()
    for told, value in ((one, "67.2"), (two, "67.3")):
        told.add("paragraphs", f"{'Much is said before. ' * 20}It was ${value} billion in 2023.")
    assert differences(one, two, ("document", "pdf")) == (
        "paragraphs 1, document: …before. Much is said before. It was $67.2 billion in 2023.\n"
        "paragraphs 1, pdf: …before. Much is said before. It was $67.3 billion in 2023.\n"
    )
