"""`python -m benchmarks`: the sample brief by us and by others, with growth and stages, as one report."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.growth import grown
from benchmarks.hundred import Many, build_many
from benchmarks.machine import machine
from benchmarks.measure import Job, interleaved
from benchmarks.ours import COLD, EDITED, TEXT_ONLY, jobs
from benchmarks.outputs import look, read_expected
from benchmarks.peers.commands import OUTPUTS, PACKAGES, commands, prepare
from benchmarks.profiles import profiled
from benchmarks.report import report
from benchmarks.results import Results
from benchmarks.sample.project import BRIEF, write_project

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- results: written by `make benchmark` -->", "<!-- end of results -->"


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: rounds, rounds of the stages, lengths of the brief, number of briefs."""

    rounds: int
    stage_rounds: int
    lengths: tuple[int, ...]
    briefs: int


FULL = Plan(rounds=5, stage_rounds=2, lengths=(2, 5, 10, 20), briefs=100)
QUICK = Plan(rounds=2, stage_rounds=1, lengths=(3,), briefs=6)


def main() -> None:
    """Measure, print the report, and write it into README.md where that is asked for."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--quick", action="store_true", help="two minutes instead of twelve: fewer of all")
    options.add_argument("--write", action="store_true", help="put the report into benchmarks/README.md")
    asked = options.parse_args()
    if not PACKAGES.is_dir():
        sys.exit("typst and docxtpl are not installed yet: start with `make benchmark`")
    with tempfile.TemporaryDirectory() as folder:
        told = report(measured(Path(folder), QUICK if asked.quick else FULL))
    print(told)
    if asked.write:
        write(told)


def measured(work: Path, plan: Plan) -> Results:
    """Return the results of all measurements, made in an empty folder."""
    write_project(work / "given")
    prepare(work / "given", work / "peers")
    ours = jobs(work)
    costs = interleaved([*ours, *commands(work / "peers")], plan.rounds, tell)
    texts = read_expected(work / "peers")
    made = work / "cold" / "out" / BRIEF / "latest"
    outputs = {f"ours: {kind.upper()}": made / f"brief.{kind}" for kind in ("pdf", "docx", "html")}
    outputs |= {name: work / "peers" / file for name, file in OUTPUTS.items()}
    return Results(
        machine=machine(),
        version=f"aibrief-report {version('aibrief-report')}",
        rounds=plan.rounds,
        costs=costs,
        outputs={name: look(path, texts) for name, path in outputs.items()},
        expected={kind: len(held) for kind, held in texts.items()},
        stages=stages(ours, plan.stage_rounds),
        grown=grown(work, plan.lengths, tell),
        many=many(work / "many", plan.briefs),
    )


def stages(ours: list[Job], rounds: int) -> dict[str, dict[str, float]]:
    """Return the CPU seconds of each stage of our builds."""
    found = {}
    for job in ours:
        if job.name in (COLD, EDITED, TEXT_ONLY):
            tell(f"stages: {job.name}")
            found[job.name] = profiled(job, rounds)
    return found


def many(root: Path, briefs: int) -> Many:
    """Return what many briefs of one project cost."""
    tell(f"{briefs} briefs")
    return build_many(root, briefs)


def write(told: str) -> None:
    """Put the report between the marks of README.md."""
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    README.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


def tell(what: str) -> None:
    """Say what is being measured, where somebody watches."""
    print(f"… {what}", file=sys.stderr)


if __name__ == "__main__":
    main()
