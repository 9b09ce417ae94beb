"""Using a page: sorting, taking figures away, moving by keyboard, light and dark, printing."""

from __future__ import annotations

import csv
import json
from io import BytesIO

import pypdfium2
import pytest
from lxml import etree
from PIL import Image

from tests.page.visits import PHONE, visiting

pytestmark = pytest.mark.conformance

BARS = "#fig-investment-gap"
_COLOURS = (
    "() => { const s = getComputedStyle(document.documentElement); return [s.backgroundColor, s.color] }"
)
LIGHT = ["rgb(255, 255, 255)", "rgb(27, 30, 35)"]


def column(table, place):
    """The cells of a column, cards and marks aside."""
    return [one.strip() for one in table.locator(f"tbody tr > :nth-child({place})").all_inner_texts()]


def test_a_table_is_sorted_by_values_and_back(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        table = visit.page.locator("figure.table table").first
        first = column(table, 2)
        heading = table.locator("th").nth(1)
        found = []
        for _ in range(3):
            heading.get_by_role("button").click()
            found.append((heading.get_attribute("aria-sort"), column(table, 2)))
        by_size = sorted(first, key=lambda one: float(one.strip("~>").replace(",", "")))
        assert found == [("ascending", by_size), ("descending", by_size[::-1]), (None, first)]


def test_groups_of_rows_stay_together(browser, torture_page):
    with visiting(browser, torture_page) as visit:
        table = visit.page.locator("figure.table table:has(.group)").first
        heads = table.locator(".group th").all_inner_texts()
        table.locator("th button").last.click()
        assert table.locator("tbody > tr:first-child.group th").all_inner_texts() == heads


def taken(visit, act) -> bytes:
    with visit.page.expect_download() as download:
        act()
    return download.value.path().read_bytes()


def test_a_figure_can_be_taken_away_with_title_and_sources(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        tools = visit.page.locator(f"{BARS} .tools")
        drawing = taken(visit, tools.get_by_role("button", name="SVG").click)
        texts = " ".join(etree.fromstring(drawing).xpath("//*[local-name()='text']/text()"))
        assert "US private investment rose from 8.7" in texts
        assert "Sources: Stanford HAI (2024)" in texts
        assert b"@font-face" in drawing
        picture = Image.open(BytesIO(taken(visit, tools.get_by_role("button", name="PNG").click)))
        assert picture.width > 1200
        colours = picture.convert("RGB").getcolors(maxcolors=1 << 20)
        assert {(22, 72, 122), (27, 30, 35), (255, 255, 255)} <= {colour for _, colour in colours}


def test_the_data_of_a_figure_can_be_taken_away_without_scripts(browser, brief_page):
    with visiting(browser, brief_page, java_script_enabled=False) as visit:
        data = taken(visit, visit.page.locator(f"{BARS} .tools a").click).decode()
        rows = list(csv.DictReader(data.splitlines()))
        assert rows[0] == {
            "series": "US",
            "x": "2023",
            "value": "67.2",
            "unit": "$ billion",
            "row": "inv-usa-2023-hai24",
        }


def test_a_table_can_be_taken_away(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        button = visit.page.locator("figure.table .tools button").first
        rows = list(csv.reader(taken(visit, button.click).decode().splitlines()))
        assert rows[0][:3] == ["Measure", "United States", "China"]
        assert rows[1][:3] == ["Private AI investment, 2023, $ billion", "67.2", "7.76"]


_FOCUSED = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const label = one.closest("label");
  const seen = style.outlineStyle !== "none" || (label && getComputedStyle(label).outlineStyle !== "none");
  return [[...document.querySelectorAll("*")].indexOf(one), Boolean(seen), one.className || one.tagName];
}"""


def test_the_keyboard_goes_from_top_to_bottom_and_shows_where_it_is(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.className") == "skip"
        places = []
        for _ in range(120):
            visit.page.keyboard.press("Tab")
            place, seen, name = visit.page.evaluate(_FOCUSED)
            assert seen, name
            places.append(place)
        assert places == sorted(places)
        assert visit.page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0


def test_the_first_key_leads_past_the_contents(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        visit.page.keyboard.press("Tab")
        visit.page.keyboard.press("Enter")
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.closest('.text') !== null")


def test_the_section_being_read_is_marked(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        heading = visit.page.locator("h2", has_text="Model counts do not settle who leads")
        heading.evaluate("one => one.scrollIntoView()")
        current = visit.page.locator("[aria-current]")
        current.filter(has_text="Model counts do not settle").wait_for()
        assert current.count() == 1


def test_a_wide_table_takes_the_focus_only_where_it_scrolls(browser, brief_page):
    for width, scrolls in ((PHONE, True), (1440, False)):
        with visiting(browser, brief_page, width) as visit:
            table = visit.page.locator("figure.table .scroll").first
            visit.page.wait_for_timeout(100)
            assert (table.get_attribute("tabindex") == "0") == scrolls
            assert table.get_attribute("aria-labelledby")


@pytest.mark.parametrize("scripts", [True, False])
def test_light_and_dark_follow_the_system_and_the_switch(browser, brief_page, scripts):
    with visiting(browser, brief_page, java_script_enabled=scripts, color_scheme="dark") as visit:
        dark = visit.page.evaluate(_COLOURS)
        assert dark != LIGHT
        visit.page.get_by_text("Light", exact=True).click()
        assert visit.page.evaluate(_COLOURS) == LIGHT
        visit.page.emulate_media(color_scheme="light")
        visit.page.get_by_text("Dark", exact=True).click()
        assert visit.page.evaluate(_COLOURS) == dark


def test_the_choice_is_remembered(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        visit.page.get_by_text("Dark", exact=True).click()
        visit.page.reload()
        assert visit.page.evaluate(_COLOURS) != LIGHT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_readers_own_printer_prints_text_figures_and_sources(browser, brief_page, scheme):
    with visiting(browser, brief_page, color_scheme=scheme) as visit:
        visit.page.emulate_media(media="print", color_scheme=scheme)
        assert visit.page.evaluate(_COLOURS)[1] == LIGHT[1]
        with pypdfium2.PdfDocument(visit.page.pdf(prefer_css_page_size=True)) as pdf:
            told = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    assert "Counting the AI race" in told
    assert "Sources: Stanford HAI (2024)" in told
    assert "Where each number comes from" in told
    for hidden in ("Skip to the text", "Show the data", "Explore", "Download"):
        assert hidden not in told


def test_what_search_engines_read_is_whole(browser, brief_page):
    with visiting(browser, brief_page, java_script_enabled=False) as visit:
        told = json.loads(visit.page.locator("script[type='application/ld+json']").text_content())
        assert told["@type"] == "Report"
        assert told["name"] == visit.page.title()
