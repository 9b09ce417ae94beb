"""Charts: drawn for the window, telling their values by pointer, key and tap; alive when asked."""

from __future__ import annotations

import pytest

from tests.page.visits import PHONE, visiting

pytestmark = pytest.mark.conformance

BARS = "#fig-investment-gap"
LINE = "#fig-ai-spending"


def at(visit, selector, across, down):
    """A place within an element, by shares of its width and height."""
    visit.page.locator(selector).first.scroll_into_view_if_needed()
    box = visit.box(selector)
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


def test_a_mark_tells_value_and_source_on_hover(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        visit.page.mouse.move(*at(visit, f"{BARS} .plot", 0.18, 0.9))
        told = visit.card()
        assert "$67.2 billion US, 2023" in told
        assert "Source: Stanford HAI 2024, “Economy” page, key findings" in told
        visit.page.mouse.move(2, 2)
        visit.page.locator("body > .card").wait_for(state="hidden")


def test_arrow_keys_tell_one_mark_after_another_and_say_it_aloud(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        visit.page.focus(f"{BARS} .plot")
        told = []
        for key in ("Home", "ArrowRight", "ArrowRight", "End", "End"):
            visit.page.keyboard.press(key)
            told.append(visit.page.inner_text("[role=status]"))
        assert told == ["US, 2023: 67.2", "US, 2024: 109.1", "China, 2023: 7.76", *["China, 2024: 9.3"] * 2]
        assert "$9.3 billion China, 2024" in visit.card()
        visit.page.keyboard.press("Escape")
        assert visit.card() == ""


def test_a_line_is_read_by_time(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        visit.page.mouse.move(*at(visit, f"{LINE} .plot", 0.28, 0.5))
        assert "14.75" in visit.card()


@pytest.mark.parametrize(("width", "shown"), [(PHONE, [False, True]), (1440, [True, False])])
@pytest.mark.parametrize("scripts", [True, False])
def test_one_of_two_drawings_is_shown_and_its_labels_can_be_read(browser, brief_page, width, shown, scripts):
    with visiting(browser, brief_page, width, java_script_enabled=scripts) as visit:
        drawings = visit.page.locator(f"{BARS} .plot > svg")
        assert [one.is_visible() for one in drawings.all()] == shown
        label = drawings.nth(shown.index(True)).locator("text", has_text="109.1").bounding_box()
        assert label["height"] >= 10


def test_a_tap_tells_the_value_on_a_phone(browser, brief_page):
    with visiting(browser, brief_page, PHONE, has_touch=True, is_mobile=True) as visit:
        visit.page.touchscreen.tap(*at(visit, f"{BARS} .plot", 0.22, 0.8))
        assert "$67.2 billion US, 2023" in visit.card()


def test_a_chart_comes_alive_and_hides_a_series(browser, brief_page):
    with visiting(browser, brief_page) as visit:
        figure = visit.page.locator(BARS)
        figure.get_by_role("button", name="Explore").click()
        marks = figure.locator(".vega path[aria-label]")
        marks.first.wait_for()
        assert marks.count() == 4
        marks.first.hover()
        assert "67.2 US, 2023" in visit.card()
        figure.get_by_role("checkbox", name="US").uncheck()
        figure.locator(".vega path[aria-label^=US]").first.wait_for(state="detached")
        assert {one.get_attribute("aria-label") for one in marks.all()} == {
            "China, 2023: 7.76",
            "China, 2024: 9.3",
        }
        figure.get_by_role("button", name="Explore").click()
        assert figure.locator(".plot").is_visible()
        assert not figure.locator(".live").is_visible()


def test_every_live_chart_of_the_torture_brief_is_drawn_within_the_window(browser, torture_page):
    with visiting(browser, torture_page, PHONE) as visit:
        buttons = visit.page.get_by_role("button", name="Explore")
        assert buttons.count() >= 20
        for button in buttons.all():
            button.click()
        visit.page.wait_for_function(
            "count => document.querySelectorAll('.vega svg').length === count", arg=buttons.count()
        )
        wide = (
            "[...document.querySelectorAll('.vega svg')].filter((one) => one.clientWidth > innerWidth).length"
        )
        assert visit.page.evaluate(wide) == 0
