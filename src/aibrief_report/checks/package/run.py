"""Running the rules over a DOCX: every finding, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from aibrief_report.checks.package.rules import PACKAGE_RULES
from aibrief_report.checks.package.subject import WordFile, read_word_file
from aibrief_report.checks.rule import Rule
from aibrief_report.checks.run import Checked


def check_file(
    data: bytes, name: str, rules: Sequence[Rule[WordFile]] = PACKAGE_RULES
) -> tuple[Checked, ...]:
    """Return what the rules find in a DOCX, its text first, in the order of the codes and of the text.

    `name` is that of the file. Raises `InputError` for what is no DOCX or cannot be unpacked.
    """
    file = read_word_file(data, name)
    found = [Checked(rule, one) for rule in rules for one in rule.find(file)]
    return tuple(sorted(found, key=lambda one: (one.finding.part != file.main, one.finding.part)))
