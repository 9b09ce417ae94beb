"""The torture project: a brief with every node, every kind of chart, several scripts, and too much of all.

What can be written by hand lies beside this module; the rows behind the long table and most charts are
counted out by a rule. `lay` makes the whole project in a folder, to be built like any other.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

NAME = "torture"
HOME = Path(__file__).parent
AREAS = ("ALFA", "BRAV", "CHAR", "DELT", "ECHO", "FOXT", "GOLF", "HOTL", "INDI", "NIHON")
OBSERVATIONS = "data/observations.csv"


def lay(root: Path) -> Path:
    """Make the project in a folder that is empty or not there yet; return the folder."""
    for name in ("data", "templates"):
        shutil.copytree(HOME / name, root / name)
    with (root / OBSERVATIONS).open("a", encoding="utf-8", newline="") as file:
        file.writelines(f"{row}\n" for row in rows())
    return root


def rows() -> Iterator[str]:
    """Yield the lines of observations.csv that follow a rule: 200 of output, and those of other charts."""
    for place, area in enumerate(AREAS):
        for year in range(2005, 2025):
            output = Decimal(40 + 13 * (10 - place)) + Decimal(year - 2005) * Decimal(9 - place) / 4
            yield row("output", area, year, output.quantize(Decimal("0.1")), "widgets thousand")
        yield row("people", area, 2024, 900 - 61 * place - 17 * (place % 3), "persons thousand")
    for place, area in enumerate(AREAS[:4]):
        for year in range(2019, 2025):
            share = Decimal(31 - 6 * place) + Decimal((year - 2019) * (2 - place)) / 10
            yield row("market", area, year, share.quantize(Decimal("0.1")), "percent")
            balance = Decimal((2 - place) * (year - 2015)) / 8 - Decimal(place) / 4
            yield row("balance", area, year, balance.quantize(Decimal("0.01")), "USD billion")


def row(indicator: str, area: str, year: int, value: object, unit: str) -> str:
    """Return a line of observations.csv."""
    told = (
        *(f"{indicator}-{area}-{year}".lower(), indicator, area, "", year, "", value, unit, "", "", ""),
        *("normal", "yearbook", f"table {year - 2000}", "", "", "primary", "", "normal", ""),
    )
    return ",".join(map(str, told))
