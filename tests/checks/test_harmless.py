"""False alarms are faults: two hundred ordinary sentences of policy prose raise none."""

from pathlib import Path

import pytest

from aibrief_report.checks.run import check
from tests.checks.briefs import material

SENTENCES = (Path(__file__).parent / "harmless.txt").read_text(encoding="utf-8").splitlines()


def alarms(narrative: str, brief: str = "") -> list[str]:
    found = check(material(narrative, brief))
    return [f"{one.rule.code} {one.finding.message} | {one.finding.text}" for one in found if one.open]


def test_there_are_two_hundred_different_ones():
    assert len(set(SENTENCES)) == len(SENTENCES) >= 200


def test_none_is_found_fault_with_in_paragraphs():
    assert alarms("\n\n".join(SENTENCES)) == []


def test_none_is_found_fault_with_in_lists_boxes_and_footnotes():
    listed = "\n".join(f"- {one}" for one in SENTENCES)
    noted = "\n\n".join(f"[^n{number}]: {one}" for number, one in enumerate(SENTENCES))
    marks = " ".join(f"So.[^n{number}]" for number in range(len(SENTENCES)))
    boxed = "\n\n".join(SENTENCES[:100])
    assert alarms(f"{listed}\n\n::: box A box\n{boxed}\n:::\n\n{marks}\n\n{noted}") == []


@pytest.mark.parametrize("size", [4, 9])
def test_none_is_found_fault_with_in_company(size):
    groups = [SENTENCES[place : place + size] for place in range(0, len(SENTENCES), size)]
    assert alarms("\n\n".join(" ".join(group) for group in groups)) == []
