from __future__ import annotations

from urllib.parse import unquote

from aibrief_report.render.html.chart_csv import chart_csv, csv_address
from tests.documents import bar_chart, range_chart


def test_a_charts_values_are_raw_and_lead_to_their_rows():
    assert chart_csv(bar_chart()).splitlines()[:3] == [
        "series,x,value,unit,note,row",
        "United States,2023,67.2,US$ billion,,q12",
        "United States,2024,109.1,US$ billion,,q20",
    ]


def test_a_missing_value_is_empty_and_a_comma_is_quoted():
    *_, estimated, missing = chart_csv(range_chart()).splitlines()
    assert estimated == 'China,"China, 2023",14.6,US$ billion,,estimated,origin not traced,q15'
    assert missing == 'China,"China, 2022",,,,,,'


def test_an_address_holds_what_was_put_into_it():
    text = 'a,"b 100%"\r\n中 #1,<2>\r\n'
    address = csv_address(text)
    assert address.isascii()
    assert not {*' "#<>\r\n'} & {*address}
    assert unquote(address).removeprefix("data:text/csv;charset=utf-8,") == text
