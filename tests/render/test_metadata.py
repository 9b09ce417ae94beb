"""Machines read the page: a reference manager as Zotero's does, a search engine, a site that shows links."""

from __future__ import annotations

import json
from collections import defaultdict

from lxml import html
from msgspec.structs import replace

from aibrief_report.model.document import Author, Document
from aibrief_report.render.html.head import head
from tests.documents import small, torture

PUBLISHED = replace(
    torture(), meta=replace(torture().meta, url="https://example.org/ai", doi="10.1234/ai", number="4")
)


def read(document: Document) -> html.HtmlElement:
    """The head of a document's page."""
    return html.document_fromstring(f"<!doctype html><html>{head(document, '', 'none')}</html>").head


def item(document: Document) -> dict[str, object]:
    """What Zotero's translator for embedded metadata makes of a page, by its tags of Highwire Press.

    https://github.com/zotero/translators/blob/master/Embedded%20Metadata.js: one kind of work is told from
    another by its journal, conference, book or institution.
    """
    held = defaultdict(list)
    for one in read(document).xpath("meta[starts-with(@name, 'citation_')]"):
        held[one.get("name").removeprefix("citation_")].append(one.get("content"))
    first = {name: values[0] for name, values in held.items()}
    return {
        "itemType": "report" if "technical_report_institution" in first else "webpage",
        "title": first["title"],
        "creators": held["author"],
        "date": first["publication_date"].replace("/", "-"),
        "institution": first.get("technical_report_institution"),
        "reportNumber": first.get("technical_report_number"),
        "seriesTitle": first.get("series_title"),
        "language": first["language"],
        "DOI": first.get("doi"),
        "url": first.get("public_url"),
        "tags": held["keywords"],
    }


def test_a_reference_manager_reads_a_whole_report():
    assert item(PUBLISHED) == {
        "itemType": "report",
        "title": "Counting the AI race: where figures lead, lag & disagree",
        "creators": ["Ada Example", "Bo Muster"],
        "date": "2025-11-20",
        "institution": "Institute for Counting",
        "reportNumber": "4",
        "seriesTitle": "AI figures",
        "language": "en-GB",
        "DOI": "10.1234/ai",
        "url": "https://example.org/ai",
        "tags": list(torture().meta.keywords),
    }


def linked(document: Document) -> dict[str, object]:
    (told,) = read(document).xpath("script[@type='application/ld+json']/text()")
    found: dict[str, object] = json.loads(told)
    return found


def test_a_search_engine_reads_a_report_with_its_authors():
    told = linked(PUBLISHED)
    assert (told["@type"], told["@id"], told["sameAs"]) == (
        "Report",
        "https://example.org/ai",
        "https://doi.org/10.1234/ai",
    )
    assert [one["name"] for one in told["author"]] == ["Ada Example", "Bo Muster"]
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_what_is_not_known_is_not_told():
    bare = linked(small())
    assert "" not in bare.values()
    assert not {"@id", "sameAs", "publisher", "isPartOf"} & set(bare)


def test_a_publisher_that_is_its_own_author_is_no_person():
    meta = replace(small().meta, publisher="Institute", authors=(Author("Institute"), Author("Jo", "Lab")))
    institute, jo = linked(replace(small(), meta=meta))["author"]
    assert institute == {"@type": "Organization", "name": "Institute"}
    assert jo["affiliation"] == {"@type": "Organization", "name": "Lab"}


def test_sites_that_show_links_read_title_summary_and_address():
    shown = {one.get("property"): one.get("content") for one in read(PUBLISHED).xpath("meta[@property]")}
    assert shown["og:title"] == "Counting the AI race: where figures lead, lag & disagree"
    assert shown["og:description"] == torture().meta.description
    assert (shown["og:url"], shown["og:locale"]) == ("https://example.org/ai", "en_GB")


def test_a_draft_is_not_for_search_engines():
    robots = "meta[@name='robots']/@content"
    draft = replace(torture(), meta=replace(torture().meta, status="draft"))
    assert read(draft).xpath(robots) == ["noindex"]
    assert read(torture()).xpath(robots) == []


def test_where_a_page_is_published_is_its_canonical_address():
    assert read(PUBLISHED).xpath("link[@rel='canonical']/@href") == ["https://example.org/ai"]
    assert read(torture()).xpath("link[@rel='canonical']") == []
