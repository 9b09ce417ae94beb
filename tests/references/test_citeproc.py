from pathlib import Path

import pytest

from aibrief_report.digest import canonical
from aibrief_report.errors import Place, ReferencesError
from aibrief_report.model.inlines import Citation, CiteItem, Emphasis, Link, Note, Subscript, Text
from aibrief_report.model.walk import plain, walk
from aibrief_report.references import citeproc
from aibrief_report.references.citeproc import format_references, without_notes
from aibrief_report.store.cache import Cache
from tests.references.sources import (
    BINDER,
    CENSUS,
    HALPERN,
    NO_CACHE,
    YALE,
    cite,
    formatted,
    library,
    listed,
    printed,
    report,
    shown,
    style,
)


def test_two_reports_of_one_year_get_letters() -> None:
    sources = library(report("x", issued="2024-06", title="Beta"), report("y", issued="2024", title="Alpha"))
    found = formatted(sources, "apa", cite("x"), cite("y", "x"))
    assert printed(found) == ["(Stanford HAI, 2024b)", "(Stanford HAI, 2024a, 2024b)"]


def test_two_undated_sources_get_letters_too() -> None:
    found = formatted(library(report("x"), report("y")), "apa", cite("x"), cite("y"))
    assert printed(found) == ["(Stanford HAI, n.d.-a)", "(Stanford HAI, n.d.-b)"]
    assert listed(found)[0] == "Stanford HAI. (n.d.-a). *Report x*."


def test_a_source_without_author_is_cited_by_its_title() -> None:
    page = {"id": "page", "type": "webpage", "title": "An overview", "container-title": "The Site"}
    assert printed(formatted(library(page), "apa", cite("page"))) == ["(*An Overview*, n.d.)"]


def test_a_source_of_nothing_but_a_title_is_listed() -> None:
    assert listed(
        formatted(library({"id": "x", "type": "document", "title": "Found"}), "apa", cite("x"))
    ) == ["*Found*. (n.d.)."]


def test_prefix_locator_and_bare_year() -> None:
    sources = library(BINDER, HALPERN)
    clusters = (
        cite(("binder2022", "see", "p. 3"), ("halpern2002", "but cf.", "Table 4.2.1, p. 157")),
        cite(CiteItem("binder2022", bare=True)),
    )
    assert printed(formatted(sources, "apa", *clusters)) == [
        "(see Binder & Kidder, 2022, p. 3; but cf. Halpern et al., 2002, Table 4.2.1, p. 157)",
        "(2022)",
    ]


def test_a_numbered_citation_keeps_spaces_between_its_words() -> None:
    clusters = (cite("binder2022", ("halpern2002", "but cf.")),)
    found = formatted(library(BINDER, HALPERN), "vancouver", *clusters)
    assert printed(found) == ["(1, but cf. 2)"]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("ieee", "en-US", "Binder and Kidder [1, p. 3]"),
        ("nature", "fr", "Binder et Kidder^1^"),
        ("vancouver", "de", "Binder und Kidder (1)"),
        ("chicago-author-date", "de", "Binder und Kidder (2022, 3)"),
        ("apa", "zh", "Binder & Kidder (2022, 页 3)"),
    ],
)
def test_a_narrative_citation_names_the_authors(name: str, language: str, expected: str) -> None:
    asked = cite(("binder2022", "", "p. 3"), narrative=True)
    assert printed(formatted(library(BINDER), name, asked, language=language)) == [expected]


def test_a_narrative_note_stands_behind_the_name() -> None:
    name, title = "Amy J. Binder and Jeffrey L. Kidder", "*Channels of Student Activism*"
    clusters = cite("binder2022", narrative=True), cite("yale"), cite("binder2022", narrative=True)
    found = formatted(library(BINDER, YALE), "chicago-notes-bibliography", *clusters)
    assert found.clusters[0][0] == Text(name)
    assert isinstance(found.clusters[0][1], Note)
    assert printed(found)[2] == f"Binder and Kidder{{{title}.}}"
    assert shown(without_notes(found.clusters[2])) == f"Binder and Kidder, {title}."


def test_a_source_cited_again_is_told_in_short_and_by_its_note() -> None:
    sources = library(BINDER, HALPERN)
    clusters = cite("binder2022"), cite("halpern2002"), cite("binder2022"), cite(("binder2022", "", "p. 9"))
    assert printed(formatted(sources, "oscola", *clusters))[2:] == ["{Binder and Kidder (n 1).}", "{Ibid 9.}"]
    numbered = format_references(
        sources, clusters, (), style("oscola"), "en-GB", NO_CACHE, notes=(4, 6, 7, 8)
    )
    assert printed(numbered)[2] == "{Binder and Kidder (n 4).}"


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en-US", "“No date page.”"),
        ("en-GB", "‘No date page’"),
        ("en-AU", "‘No date page’"),
        ("de", "„No date page“"),
        ("fr", "«\u00a0No date page\u00a0»"),
        ("zh-Hans", "《No date page》"),
        ("zh-Hant-HK", "「No date page」"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, quoted: str) -> None:
    page = {"id": "x", "type": "webpage", "title": "No date page", "language": "fr"}
    (entry,) = listed(formatted(library(page), "chicago-author-date", cite("x"), language=language))
    assert quoted in entry


def test_citations_jump_to_entries_and_entries_to_addresses() -> None:
    found = formatted(library(CENSUS), "apa", cite("census"))
    (jump,) = [node for node in walk(found.clusters) if isinstance(node, Link)]
    assert jump == Link("#ref-census", (Text("U.S. Census Bureau, n.d."),))
    (entry,) = found.entries
    address = "https://www.census.gov/popclock/"
    assert entry.inlines[-1] == Link(address, (Text(address),))


@pytest.mark.parametrize(
    "name",
    ["apa", "chicago-author-date", "ieee", "modern-language-association", "chicago-fullnote-bibliography"],
)
def test_each_source_of_a_cluster_leads_to_its_own_entry(name: str) -> None:
    sources = library(report("x_1", issued="2024-06"), report("y", issued="2024"), BINDER, HALPERN)
    keys = (("x_1", "y"), ("binder2022", "halpern2002", "y"))
    found = formatted(sources, name, *(cite(*cluster) for cluster in keys))
    links = [{one.url for one in walk(cluster) if isinstance(one, Link)} for cluster in found.clusters]
    assert links == [{f"#ref-{key}" for key in cluster} for cluster in keys]


def test_a_range_of_numbers_leads_to_its_ends() -> None:
    sources = library(report("x"), report("y"), report("z"))
    found = formatted(sources, "nature", cite("x", "y", "z"))
    assert [(plain(one.children), one.url) for one in walk(found.clusters) if isinstance(one, Link)] == [
        ("1", "#ref-x"),
        ("3", "#ref-z"),
    ]


def test_links_are_never_nested() -> None:
    found = formatted(library(CENSUS), "chicago-notes-bibliography", cite("census"))
    links = [node for node in walk(found.clusters) if isinstance(node, Link)]
    assert [link.url for link in links] == ["#ref-census", "https://www.census.gov/popclock/"]
    assert not any(isinstance(inner, Link) for link in links for inner in walk(link.children))


def test_markup_in_titles_turns_upright_within_italics() -> None:
    book = {"id": "x", "type": "book", "title": "On <i>E. coli</i> and CO<sub>2</sub>"}
    assert formatted(library(book), "apa", cite("x")).entries[0].inlines == (
        Emphasis((Text("On "),)),
        Text("E. coli"),
        Emphasis((Text(" and CO"), Subscript((Text("2"),)))),
        Text(". (n.d.)."),
    )


def test_titles_are_text_not_markdown() -> None:
    page = {"id": "x", "type": "report", "title": "A *b* _c_ [d](e) $5 & <u>6 < 7"}
    (entry,) = listed(formatted(library(page), "apa", cite("x")))
    assert entry == "*A *b* _c_ [d](e) $5 & <u>6 < 7*. (n.d.)."


def test_sources_of_numbers_are_listed_without_being_cited() -> None:
    sources = library(HALPERN, BINDER, CENSUS)
    found = formatted(sources, "vancouver", cite("census"), extra=("binder2022", "census", "halpern2002"))
    assert [(entry.key, entry.label) for entry in found.entries] == [
        ("census", "1."),
        ("binder2022", "2."),
        ("halpern2002", "3."),
    ]


def test_an_entry_carries_its_source_as_csl_json() -> None:
    sources = library(CENSUS)
    assert formatted(sources, "apa", cite("census")).entries[0].csl == canonical(sources["census"]).decode()


def test_nothing_cited_is_nothing_listed() -> None:
    found = formatted(library(BINDER), "apa")
    assert (found.clusters, found.entries, found.note) == ((), (), False)


def test_unknown_keys_are_told_all_at_once_with_near_misses() -> None:
    places = {"binder2202": Place("narrative.md", 7, 3)}
    clusters = [cite("binder2202"), cite("census", "nobody")]
    with pytest.raises(ReferencesError) as caught:
        format_references(library(BINDER), clusters, (), style("apa"), "en", NO_CACHE, places=places)
    assert str(caught.value).splitlines() == [
        "there is no source 'census'",
        "there is no source 'nobody'",
        "narrative.md:7:3: there is no source 'binder2202'",
        "  hint: did you mean binder2022?",
    ]


def test_a_source_that_the_style_would_not_list_is_an_error() -> None:
    # APA 8.9: personal communication is cited in the text only; a number would lose its source.
    letter = {"id": "x", "type": "personal_communication", "title": "Letter", "issued": "2024"}
    with pytest.raises(ReferencesError, match="lists nothing for 'x'"):
        formatted(library(letter), "apa", cite("x"))


def test_a_citation_that_the_style_would_not_print_is_an_error() -> None:
    # MLA cites by author alone: without the name nothing is left.
    with pytest.raises(ReferencesError, match="prints nothing for this citation of 'binder2022'"):
        formatted(library(BINDER), "mla", cite(CiteItem("binder2022", bare=True)))


def test_chinese_names_get_no_stop_and_no_space() -> None:
    book = report(
        "x", author=[{"family": "王", "given": "小明"}, {"family": "李", "given": "华"}], issued="2024"
    )
    found = formatted(library(book), "apa", cite("x"), language="zh-CN")
    assert printed(found) == ["(王小明 & 李华, 2024)"]
    assert listed(found) == ["王小明, & 李华. (2024). *Report x*."]


def test_a_hyphen_in_a_number_makes_no_plural() -> None:
    act = {
        "id": "x",
        "type": "legislation",
        "title": "National Artificial Intelligence Initiative Act of 2020",
        "number": "116-283",
        "volume": "134",
        "container-title": "Stat.",
        "page": "4523",
        "issued": "2021",
    }
    assert listed(formatted(library(act), "apa", cite("x"))) == [
        "National Artificial Intelligence Initiative Act of 2020, Pub. L. No. 116-283, 134 Stat. 4523 (2021)."
    ]


def test_an_executive_order_is_a_regulation_with_its_genre() -> None:
    order = {
        "id": "x",
        "type": "regulation",
        "genre": "Exec. Order",
        "number": "14110",
        "title": "Safe, Secure, and Trustworthy Development and Use of Artificial Intelligence",
        "volume": "88",
        "container-title": "Fed. Reg.",
        "page": "75191",
        "issued": "2023-10-30",
    }
    # The Bluebook, rule 14.7, which APA (11.7) and Chicago (14.184) follow.
    assert listed(formatted(library(order), "apa", cite("x"))) == [
        "Safe, Secure, and Trustworthy Development and Use of Artificial Intelligence, Exec. Order No. "
        "14110, 88 Fed. Reg. 75191 (2023)."
    ]


def test_small_words_stay_small_after_initials() -> None:
    page = {"id": "x", "type": "webpage", "title": "China outpacing the U.S. in patents"}
    assert listed(formatted(library(page), "chicago-author-date", cite("x"))) == [
        "“China Outpacing the U.S. in Patents.” n.d."
    ]


def test_a_warm_cache_starts_no_pandoc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, sources, asked = Cache(tmp_path), library(BINDER), [cite("binder2022", narrative=True)]
    cold = format_references(sources, asked, (), style("nature"), "en", cache)

    def refuse(*_: object) -> bytes:
        raise AssertionError("pandoc was started")

    monkeypatch.setattr(citeproc, "run_pandoc", refuse)
    anchored = [Citation(asked[0].items, narrative=True, children=(Text("old"),), anchor="c1")]
    assert format_references(sources, anchored, (), style("nature"), "en", cache) == cold
    with pytest.raises(AssertionError):
        format_references(sources, asked, (), style("nature"), "de", cache)


def test_the_same_request_gives_the_same_answer_in_any_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clusters = cite("census"), cite(("halpern2002", "", "p. 3"))
    sources = library(CENSUS, HALPERN)
    first = formatted(sources, "chicago-author-date", *clusters)
    data = tmp_path / ".local" / "share" / "pandoc"
    data.mkdir(parents=True)
    (data / "abbreviations").write_text("N Engl J Med")
    monkeypatch.chdir(data)
    for name, value in {
        "HOME": str(tmp_path),
        "LANG": "de_DE",
        "LC_ALL": "tr_TR",
        "GHCRTS": "--no",
        "TZ": "Asia/Kabul",
    }.items():
        monkeypatch.setenv(name, value)
    assert formatted(sources, "chicago-author-date", *clusters) == first
