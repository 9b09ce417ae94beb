"""Numbers: their cards by hover, focus and tap, with scripts and without; within the window."""

from __future__ import annotations

import pytest

from tests.page.visits import PHONE, spaced, visiting

pytestmark = pytest.mark.conformance

CONTESTED = "#n2"
"""A number of the key findings with a source, its place, and rivals."""


def told_all(card: str) -> bool:
    """Whether a card tells value, source, place and rivals."""
    source = "Source: Stanford HAI 2024, as cited in MeriTalk 2024, news text"
    return all(part in spaced(card) for part in ("$7.76 billion", source, "$14.6 billion"))


def test_a_number_tells_its_origin_on_hover_until_escape(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        visit.page.hover(CONTESTED)
        assert told_all(visit.card())
        visit.page.hover("body > .card")
        visit.page.wait_for_timeout(300)
        assert told_all(visit.card()), "the card stays while the pointer is on it"
        visit.page.keyboard.press("Escape")
        assert visit.card() == ""


def test_a_number_tells_its_origin_on_focus(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        visit.page.focus(f"{CONTESTED} > a")
        assert told_all(visit.card())
        described = visit.page.get_attribute(f"{CONTESTED} > a", "aria-describedby")
        assert told_all("$7.76 billion" + visit.page.text_content(f"#{described}"))
        visit.page.keyboard.press("Tab")
        assert "Private AI investment, the United States; China" in visit.card()


def test_a_tap_opens_the_card_and_a_second_one_follows(browser, brief_page):
    with visiting(browser, brief_page, PHONE, has_touch=True, is_mobile=True) as visit:
        visit.page.tap(f"{CONTESTED} > a")
        assert told_all(visit.card())
        assert "#" not in visit.page.url
        visit.page.tap("h1")
        assert visit.card() == ""
        visit.page.tap(f"{CONTESTED} > a")
        visit.page.tap(f"{CONTESTED} > a")
        assert visit.page.url.endswith("#from-inv-chn-2023-vib24")


@pytest.mark.parametrize("width", [PHONE, 700, 1440])
@pytest.mark.parametrize("number", [CONTESTED, "td .number >> nth=3", ".key-value .number >> nth=3"])
def test_a_card_is_within_the_window(browser, brief_page, width, number):
    with visiting(browser, brief_page, width) as visit:
        visit.page.locator(number).first.locator("a").focus()
        box = visit.box("body > .card")
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 900


@pytest.mark.parametrize("width", [PHONE, 700, 1440])
def test_without_scripts_a_number_tells_the_same(browser, brief_page, width):
    with visiting(browser, brief_page, width, java_script_enabled=False) as visit:
        own = visit.page.locator(f"{CONTESTED} > a + span")
        assert not own.is_visible()
        visit.page.hover(f"{CONTESTED} > a")
        assert told_all(visit.page.inner_text(CONTESTED))
        box = own.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        visit.page.mouse.move(2, 2)
        visit.page.keyboard.press("Tab")
        visit.page.focus(f"{CONTESTED} > a")
        assert told_all(visit.page.inner_text(CONTESTED))


def test_without_scripts_a_tap_opens_the_card(browser, brief_page):
    how = {"has_touch": True, "is_mobile": True, "java_script_enabled": False}
    with visiting(browser, brief_page, PHONE, **how) as visit:
        visit.page.locator(CONTESTED).scroll_into_view_if_needed()
        at = visit.box(f"{CONTESTED} > a")
        visit.page.touchscreen.tap(at["x"] + 20, at["y"] + 8)
        assert visit.page.locator(f"{CONTESTED} > a + span").is_visible()
        assert "#" not in visit.page.url
