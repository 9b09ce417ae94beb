"""Mappings: how the rows of a foreign table become rows of ours, written down once and used again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Literal

from pydantic import Field

from aibrief_report.errors import Fault, Faults, InputError, Place
from aibrief_report.inputs.checked import Strict, read_checked
from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.nearest import nearest
from aibrief_report.inputs.yaml_text import YamlText, read_yaml
from aibrief_report.ledger.exchange.changes import Incoming
from aibrief_report.ledger.exchange.grids import Grid, GridRow
from aibrief_report.ledger.read import COLUMNS

_FIELD = re.compile(r"\{([^{}]*)\}")
_NO_ID = re.compile(r"[^a-z0-9]+")
_NUMBERS = frozenset({"value", "low", "high", "decimals"})
_GROUPS = re.compile("[ \u00a0\u202f'’]")


class Mapping_(Strict):
    """A mapping, keyed by our columns. docs/exchange.md tells what each part does."""

    table: Literal["observations", "indicators", "areas", "events", "contests"]
    sheet: str = ""
    header: int = Field(default=1, ge=1)
    columns: dict[str, str] = Field(default_factory=dict)
    constants: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    defaults: dict[str, str] = Field(default_factory=dict)
    files: dict[str, dict[str, str]] = Field(default_factory=dict)
    id: str = ""
    decimal: Literal[".", ","] = "."
    skip: tuple[str, ...] = ()
