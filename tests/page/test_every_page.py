"""What holds for the page of every shipped brief, and for one that has too much of everything."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import pytest

from tests.page.visits import DESK, PHONE, visiting

pytestmark = pytest.mark.conformance

_OUTSIDE = """() => [...document.querySelectorAll("main *")]
  .filter((one) => !one.closest(".scroll, svg, pre, [hidden]") && one.getClientRects().length)
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 90))"""
_FINDINGS = """async (rules) => (await axe.run(document, {
    resultTypes: ["violations"], ...(rules && {runOnly: {type: "rule", values: rules}})})).violations
  .map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 150))}`)"""
_TOO_LONG = """() => [...document.querySelectorAll(".key-value")].filter((one) => {
  one.style.overflowWrap = "normal";
  return one.scrollWidth > one.clientWidth;
}).map((one) => one.innerText)"""
_LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.tagName[1]))"
_ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_is_wider_than_the_window(browser, any_page, width):
    with visiting(browser, any_page, width) as visit:
        assert visit.page.evaluate("document.documentElement.scrollWidth") == width
        assert visit.page.evaluate(_OUTSIDE) == []


def test_a_large_number_breaks_within_no_word_on_a_phone(browser, any_page):
    with visiting(browser, any_page, PHONE) as visit:
        assert visit.page.evaluate(_TOO_LONG) == []


@pytest.mark.parametrize(("scheme", "rules"), [("light", None), ("dark", _ABOUT_COLOUR)])
def test_axe_finds_nothing(browser, any_page, scheme, rules):
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    with visiting(browser, any_page, color_scheme=scheme) as visit:
        visit.page.evaluate(axe)
        assert visit.page.evaluate(_FINDINGS, rules) == []


def test_a_shipped_page_is_small_but_for_vega_and_its_charts(any_page):
    page = any_page.read_bytes()
    apart = re.findall(rb'<script[^>]* id="(?:vega|live)">.*?</script>', page, re.DOTALL)
    assert len(apart) == 2
    if "torture" not in str(any_page):
        assert len(page) - sum(map(len, apart)) < 400_000


def test_headings_come_in_order_and_landmarks_have_names(browser, any_page):
    with visiting(browser, any_page) as visit:
        levels = visit.page.evaluate(_LEVELS)
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        assert visit.page.locator("main").count() == 1
        assert visit.page.locator("nav:not([aria-labelledby])").count() == 0
