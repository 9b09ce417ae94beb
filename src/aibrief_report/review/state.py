"""The state of a number check as a file: `templates/<brief>/number-check.yaml`, for people and for git."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import yaml
from pydantic import Field, field_validator

from aibrief_report.inputs.brief import brief_folder
from aibrief_report.inputs.checked import Strict, read_checked
from aibrief_report.inputs.yaml_text import read_yaml
from aibrief_report.review.checks import Check, Verdict

NAME = "number-check.yaml"
_HEAD = """\
# The number check of this brief: what reviewers found. Written by: aibrief number-check --import
# No build reads it. A check lapses when its sentence, its expression or one of its rows changes.
"""


class _Entry(Strict):
    """One check, as it stands in the file."""

    id: str
    where: str = ""
    sentence: str = ""
    number: str
    expression: str = ""
    printed: str = ""
    rows: dict[str, str] = Field(default_factory=dict)
    verdict: Verdict
    checker: str
    date: str
    remark: str = ""

    @field_validator("date")
    @classmethod
    def _day(cls, value: str) -> str:
        return day(value)


class _State(Strict):
    checks: tuple[_Entry, ...] = ()


def state_file(brief: str) -> str:
    """Return the file of a brief's checks, below the project."""
    return f"{brief_folder(brief)}/{NAME}"


def read_state(text: str, file: str) -> tuple[Check, ...]:
    """Return the checks in a file's text. Raises `InputError` with all its faults."""
    state = read_checked(read_yaml(text, file), _State)
    return tuple(
        Check(
            one.id,
            one.where,
            one.sentence,
            one.number,
            one.expression,
            one.printed,
            one.rows,
            one.verdict,
            one.checker,
            one.date,
            one.remark,
        )
        for one in state.checks
    )


def state_text(checks: Iterable[Check]) -> str:
    """Return the text of a file that holds checks; the same checks give the same text."""
    entries = [_entry(check) for check in checks]
    body = yaml.safe_dump({"checks": entries}, allow_unicode=True, sort_keys=False, width=110)
    return _HEAD + body


def day(value: str) -> str:
    """Return a day as ISO 8601 has it. Raises `ValueError` for anything else."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError("a date is written year-month-day, such as 2026-01-15") from None


def _entry(check: Check) -> dict[str, object]:
    told: dict[str, object] = {
        "id": check.id,
        "where": check.where,
        "sentence": check.sentence,
        "number": check.number,
        "expression": check.expression,
        "printed": check.printed,
        "rows": dict(check.rows),
        "verdict": check.verdict,
        "checker": check.checker,
        "date": check.date,
        "remark": check.remark,
    }
    return {key: value for key, value in told.items() if value not in ("", {})}
