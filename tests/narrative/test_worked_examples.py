"""Worked examples over the shipped tables: what is computed is what the sources themselves print, or did."""

import shutil
from pathlib import Path

import pytest

from aibrief_report.model.document import Document
from tests.outline import outline
from tests.projects import composed, project

DATA = Path(__file__).parents[2] / "data"
SHORT = """short:
  us_23: row("inv-usa-2023-vib24")
  cn_23: row("inv-chn-2023-vib24")
  us_24: obs("private-ai-investment", "USA", 2024)
  cn_24: obs("private-ai-investment", "CHN", 2024)
  spend_22: obs("ai-spending", "CHN", 2022)
  spend_26: row("spend-chn-2026-idc23")
  families: obs("genai-patent-families", "CHN", "2014/2023")
  us_families: obs("genai-patent-families", "USA", "2014/2023")
  all_families: obs("genai-patent-families", "WLD", "2014/2023")
  doctors: obs("stem-phds", "CHN", 2025)
  us_doctors: obs("stem-phds", "USA", 2025)
"""
EXAMPLES = [
    # expression, what it prints, who prints the same
    ("ratio(us_23, cn_23)", "8.66", "Stanford AI Index 2024: 8.7 times"),
    ("ratio(us_24, cn_24) | digits(2)", "12", "Stanford AI Index 2025: nearly 12 times"),
    ("growth(spend_22, spend_26)", "20.4%", "an article: 20.4% a year; IDC: over 20%, from 2021"),
    ("ratio(families, us_families) | digits(2)", "6.1", "WIPO 2024: six times as many"),
    ("share(families, all_families) | digits(2)", "71%", "by hand: 38,210 of about 54,000"),
    ("ratio(doctors, us_doctors) | digits(1)", "2", "CSET 2021: nearly double"),
    ('share(row("shanghai-2025-compute"), row("shanghai-2025-cny")) | digits(1)', "60%", "by hand"),
    ('total(row("shanghai-2025-compute"), row("shanghai-2025-models"), row("shanghai-2025-data"))',
     "1,000␣million␣yuan", "the programme: 1 billion yuan"),
    ("ratio(us_23, cn_23) | words(safe=true)", "more than four times", "by hand: 8.66, or 4.6 with 14.6"),
    ("ratio(us_24, cn_24) | words", "almost twelve times", "Stanford AI Index 2025: nearly 12 times"),
    ("change(spend_22, spend_26) | words", "more than doubled", "by hand: 2.1 times"),
    ("ratio(families, us_families) | words", "just over six times", "WIPO 2024: six times as many"),
    ("share(families, all_families) | words", "more than two thirds", "by hand: 70.8%"),
    ("ratio(doctors, us_doctors) | words(safe=true)", "more than one and a half times", "1.925 or more"),
    ('rank("genai-patent-families", "USA", "2014/2023") | words', "the second largest of five", "WIPO 2024"),
    ('row("inv-growth-chn-2023-hai24") | words', "fell", "Stanford AI Index 2024: down 44.2%"),
    ('row("llmshare-chn-2023-clsa") | words', "two fifths", "CLSA: 40%"),
]  # fmt: skip


@pytest.fixture(scope="module")
def document(tmp_path_factory) -> Document:
    narrative = "\n\n".join(f"{{{{ {expression} }}}}" for expression, _, _ in EXAMPLES)
    root = project(tmp_path_factory.mktemp("shipped"), narrative, SHORT)
    shutil.rmtree(root / "data")
    shutil.copytree(DATA, root / "data")
    return composed(root)


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=[expression for expression, _, _ in EXAMPLES])
def test_the_shipped_tables_give_what_is_published(document, number):
    line = [one for one in outline(document).splitlines() if one.startswith("Paragraph")][number]
    assert line.partition("{")[2].rpartition("}")[0].partition(": ")[2] == EXAMPLES[number][1]
