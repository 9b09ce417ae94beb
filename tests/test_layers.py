"""The layers of ARCHITECTURE.md are those that import-linter holds, and the code keeps them."""

import subprocess
import sys
import tomllib
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
THERE = {place.stem for place in (ROOT / "src" / "aibrief_report").iterdir()}

HEAVY = {
    "pandas",
    "numpy",
    "altair",
    "vl_convert",
    "weasyprint",
    "docx",
    "lxml",
    "pypandoc",
    "babel",
    "pydantic",
    "rich",
}
"""Libraries that take longer to load than the whole command may take to start."""


def test_imports_flow_one_way():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_the_contract_has_the_layers_that_the_plan_has():
    assert contract_layers() == planned_layers()


def test_starting_the_command_loads_no_heavy_library():
    code = "import sys, aibrief_report.cli.entry; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert HEAVY.isdisjoint(loaded.split())


def contract_layers() -> list[set[str]]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    # Brackets tell import-linter that a room may not be there yet.
    return [found for layer in layers if (found := rooms(layer.replace("(", "").replace(")", "")))]


def planned_layers() -> list[set[str]]:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = next(block for block in text.split("```") if block.strip().startswith("cli\n"))
    return [found for line in block.strip().splitlines() if (found := rooms(line))]


def rooms(layer: str) -> set[str]:
    return {room.strip() for room in layer.split("|")} & THERE
