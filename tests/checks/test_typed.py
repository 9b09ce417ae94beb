"""Which typed numbers say how much, and which are names."""

import pytest

from aibrief_report.checks.reading.typed import Vocabulary, typed_numbers

KNOWN = Vocabulary(("China", "United States"), ("models", "firms"))

COUNTS = [
    ("It has 300 firms.", ["300"]),
    ("It cost $67.2 billion, or US$ 5.", ["$67.2 billion", "US$ 5"]),
    ("Shares of 42, 36 and 29%", ["42", "36", "29%"]),
    ("from 5 to 10 per cent", ["5 to 10 per cent"]),
    ("some 5–10% of it", ["5–10%"]),
    ("two million users, a billion yuan", ["two million", "a billion "]),
    ("in 2023 there were 2023 firms", ["2023"]),
    ("3 of 5 labs", ["3", "5"]),
    ("China 15, United States 40", ["15", "40"]),
    ("it rose 10x, by 5pp and 3bn", ["10x", "5pp", "3bn"]),
    ("−34.4 and -2", ["−34.4", "-2"]),
    ("of 100 firms", ["100"]),
    ("5 GW and 12 km", ["5 GW", "12 km"]),
    ("Section 3 lists 12 of them", ["12"]),
]
NAMES = [
    "in 2023, 2014–2023, 2023/24, the 1990s, mid-2023 and FY24",
    "on 3 March, March 3, 2024, 28 or 29 July, 2023-10-17 and 17/10/2023",
    "the 1st, 22nd and 45th",
    "Article 5(2)(a), Articles 6, 7 and 8, § 4, pp. 3–5, step 1",
    "Order 14110, Horizon 2020, Regulation (EU) 2024/1689, H.R. 4346",
    "GPT-4, Llama 3, H100, G20, COVID-19, 5G, AI+5, Q3 2024, 1H25",
    "version 2.1, v2, ISO/IEC 42001:2023, Web 3.0",
    "a 20-year plan on 7 nm chips at 64-bit, aged 16 to 64",
    "per 100,000 people, 2015 = 100, a scale of 1 to 10",
    "https://example.org/2024/12, doi:10.1000/182, a_2023.csv, n@x24.org",
    "(1) chips, (2) data",
    "24/7, 9.30 a.m., 16:00",
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_amounts_and_counts_are_found(text, expected):
    assert [text[start:end] for start, end in typed_numbers(text, KNOWN)] == expected


@pytest.mark.parametrize("text", NAMES)
def test_names_are_understood(text):
    assert [text[start:end] for start, end in typed_numbers(text, KNOWN)] == []


def test_in_other_languages_only_signs_tell_an_amount():
    text = "Am 3. März 2024 zahlten 12 Länder 5 %, zusammen 67,2 Mrd. € oder 1.234 und $7"
    found = typed_numbers(text, KNOWN, english=False)
    assert [text[start:end] for start, end in found] == ["5 %", "1.234", "$7"]
