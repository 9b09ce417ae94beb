"""The commands of other programs, as their manuals give them, and what is added up of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pypandoc

from benchmarks.measure import Job
from benchmarks.profiles import ROOT

CHARTS = "charts alone, by Altair: SVG and PNG"
PANDOC_DOCX = "pandoc: DOCX"
PANDOC_HTML = "pandoc: HTML"
WEASYPRINT = "pandoc + WeasyPrint: PDF/UA"
TYPST = "Typst: PDF/UA"
DOCXTPL = "docxtpl: DOCX, no citations"

OUTPUTS = {
    PANDOC_DOCX: "brief.docx",
    PANDOC_HTML: "brief.html",
    WEASYPRINT: "brief.pdf",
    TYPST: "typst.pdf",
    DOCXTPL: "docxtpl.docx",
}
"""The file that each command makes, the pictures aside."""

PACKAGES = ROOT / ".benchmarks" / "packages"
"""Where what only other programs need is installed (`make benchmark`): the rest they share with us."""
PANDOC = str(Path(pypandoc.__file__).parent / "files" / "pandoc")
"""The one that we use too: `get_pandoc_path()` might find another that happens to be installed."""
PROGRAMS = Path(__file__).parent / "programs"

_READ = ("brief.md", "--from=markdown-smart", "--citeproc", "--standalone")


def commands(folder: Path) -> list[Job]:
    """Return the commands that make a brief of what `prepare` wrote into a folder.

    The first draws the charts that the others put in.
    """
    svg, png = (f"--default-image-extension={kind}" for kind in ("svg", "png"))
    page = (*_READ, svg, "--css=print.css", "--output=brief.html", "--embed-resources")
    paper = (
        *(*_READ, svg, "--css=print.css", "--output=brief.pdf"),
        *("--pdf-engine=weasyprint", "--pdf-engine-opt=--pdf-variant=pdf/ua-1"),
    )
    return [
        _python(CHARTS, folder, "draw_charts", "charts.json", "charts"),
        _job(PANDOC_DOCX, folder, PANDOC, *_READ, png, "--output=brief.docx"),
        _job(PANDOC_HTML, folder, PANDOC, *page),
        _job(WEASYPRINT, folder, PANDOC, *paper),
        _python(TYPST, folder, "typeset", "brief.typ", "typst.pdf"),
        _python(DOCXTPL, folder, "fill_template", "template.docx", "context.json", "docxtpl.docx"),
    ]


def _python(name: str, folder: Path, program: str, *arguments: str) -> Job:
    # -P: a program's own folder holds nothing that it imports.
    return _job(name, folder, sys.executable, "-P", str(PROGRAMS / f"{program}.py"), *arguments)


def _job(name: str, folder: Path, *command: str) -> Job:
    found = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    environment = {**os.environ, "PATH": found, "PYTHONPATH": str(PACKAGES)}
    return Job(name, command, folder, environment)


def prepare(project: Path, folder: Path) -> None:
    """Write what the commands read, in a process of its own: this one stays small, for peaks to be theirs."""
    command = (sys.executable, "-m", "benchmarks.peers.prepare", str(project), str(folder))
    Job("preparing", command, ROOT).run(0)
