"""`brief.yaml`: title, findings, and for each part of the brief five charts and five tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from benchmarks.sample.figures import AREAS, COUNTERS, MEASURES, YEARS, Measure, key

FIRST, LAST = YEARS[0], YEARS[-1]
COMPUTED = MEASURES[:2]
"""Whose tables close with a computed column: each of its numbers has an entry in the annex."""


def declared(parts: int, number: int) -> str:
    """Return `brief.yaml`; `number` is the brief's in its series."""
    brief = {
        "title": "Lines, money and engineers: what a survey of eight countries shows",
        "subtitle": "A measure for programs that make reports. All of its figures are invented.",
        "series": "Examples",
        "number": str(number),
        "date": "2026-01-15",
        "language": "en-GB",
        "authors": [{"name": "Office of Examples"}],
        "citation-style": "apa",
        "key-findings": _findings(),
        "key-figures": [_key_figure(measure) for measure in MEASURES[:3]],
        "charts": {name: one for part in range(parts) for name, one in _charts(part).items()},
        "tables": {name: one for part in range(parts) for name, one in _tables(part).items()},
    }
    return yaml.safe_dump(brief, sort_keys=False, allow_unicode=True, width=100)


def printed(measure: str, area: str, year: int, part: int) -> str:
    """Return the expression that prints a figure."""
    return f'obs("{key(measure, part)}", "{area}", {year})'


def _findings() -> list[Mapping[str, str]]:
    return [_finding(measure, *AREAS[place]) for place, measure in enumerate(MEASURES)]


def _finding(measure: Measure, area: str, name: str) -> Mapping[str, str]:
    first, last = (printed(measure.name, area, year, 0) for year in (FIRST, LAST))
    text = (
        f"{measure.title} in {name} rose from {{{{ {first} }}}} in {FIRST} to {{{{ {last} }}}} in {LAST}, "
        f"while the countries that had started late caught up with those before them."
    )
    return {"text": text, "claim": f"{last} > {first}"}


def _key_figure(measure: Measure) -> Mapping[str, str]:
    return {
        "value": f"{{{{ {printed(measure.name, AREAS[0][0], LAST, 0)} }}}}",
        "label": measure.definition,
        "detail": f"{AREAS[0][1]}, {LAST}",
    }


def _charts(part: int) -> dict[str, Any]:
    lines, spend, traffic, staff = (key(measure.name, part) for measure in MEASURES)
    codes = [code for code, _ in AREAS]
    wave = f"in wave {part + 1}"
    return {
        lines: {
            **{"kind": "line", "indicator": lines, "areas": codes[:4], "periods": list(YEARS)},
            "title": f"Lines grew in every country {wave}",
            "note": "Years in which a country revised its register are not marked.",
        },
        spend: {
            **{"kind": "grouped-bar", "indicator": spend, "areas": codes[:4], "periods": [FIRST, LAST]},
            "title": f"Spending rose most where it had been highest {wave}",
        },
        traffic: {
            **{"kind": "stacked-bar", "indicator": traffic, "areas": codes[:4], "periods": [LAST]},
            "remainder": "All others",
            "title": f"Four countries carry a quarter of the traffic {wave}",
            "note": "“All others” is what the shares leave of a hundred.",
        },
        staff: {
            **{"kind": "horizontal-bar", "indicator": staff, "areas": codes, "periods": [LAST]},
            "title": f"Engineers are where the lines are {wave}",
        },
        key("cost", part): {
            **{"kind": "range-dot", "contest": key("cost", part)},
            "title": f'The network costs {{{{ contest("{key("cost", part)}") | range }}}} {wave}',
            "note": "No source counts what another counts.",
        },
    }


def _tables(part: int) -> dict[str, Any]:
    found = {key(measure.name, part): _table(measure, part) for measure in MEASURES}
    found[key("cost", part)] = {
        "title": f"{COUNTERS} answers to one question, wave {part + 1}",
        "contest": key("cost", part),
        "columns": [
            {"heading": "Cost", "show": "value", "align": "decimal", "weight": 1},
            {"heading": "Unit", "show": "unit", "weight": 1},
            {"heading": "Year", "show": "period", "weight": 1},
            {"heading": "Read in", "show": "source", "weight": 3},
            {"heading": "Place", "show": "locator", "weight": 1},
        ],
    }
    return found


def _table(measure: Measure, part: int) -> dict[str, Any]:
    years = (FIRST, YEARS[3], LAST)
    last = "Change" if measure in COMPUTED else str(YEARS[4])
    return {
        "title": f"{measure.title} in eight countries, wave {part + 1}",
        "subtitle": measure.definition,
        "columns": [
            {"heading": "Country", "weight": 2},
            *({"heading": str(year), "align": "decimal", "weight": 1} for year in years),
            {"heading": last, "align": "decimal", "weight": 1},
        ],
        "cells": [_cells(measure, code, name, part) for code, name in AREAS],
        "note": "The years are those in which all eight countries were counted.",
    }


def _cells(measure: Measure, code: str, name: str, part: int) -> list[str]:
    first, middle, last = (printed(measure.name, code, year, part) for year in (FIRST, YEARS[3], LAST))
    shown = [f"{{{{ {value} | number }}}}" for value in (first, middle, last)]
    fourth = f"{printed(measure.name, code, YEARS[4], part)} | number"
    return [name, *shown, f"{{{{ {f'change({first}, {last})' if measure in COMPUTED else fourth} }}}}"]
