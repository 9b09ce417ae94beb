"""Writes a brief for other programs, from the document that we make of it.

    python -m benchmarks.peers.prepare PROJECT FOLDER

None of this is measured: it stands for what an author of such a brief would have written by hand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from aibrief_report.inputs.door import Inputs
from aibrief_report.inputs.project import Project
from aibrief_report.model.document import Document
from aibrief_report.pipeline import write
from aibrief_report.references.styles import find_style
from benchmarks.peers.drawn import chart_data
from benchmarks.peers.expected import expected
from benchmarks.peers.markdown import markdown
from benchmarks.peers.templated import context, write_template
from benchmarks.peers.typeset import bibliography, typst
from benchmarks.sample.project import BRIEF

CSS = """@page { size: A4; margin: 25mm 22mm; @bottom-right { content: counter(page) } }
body { max-width: none; padding: 0; font: 9.5pt/1.45 serif; hyphens: auto }
h1, h2, figcaption, caption, table { font-family: sans-serif }
table { width: 100%; border-collapse: collapse; break-inside: avoid; font-size: 9pt }
td, th { border-bottom: .5pt solid #999; padding: 3pt }
figure { margin: 12pt 0; break-inside: avoid } img { width: 100% }
.box { background: #f2f5f8; padding: 6pt 12pt }
"""


def main(arguments: list[str]) -> None:
    """Read a project, and write into a folder what other programs make the same brief of."""
    root, folder = (Path(argument).resolve() for argument in arguments)
    folder.mkdir(parents=True, exist_ok=True)
    document = write(Project(root), BRIEF).document
    style = find_style("apa", Inputs(root))
    (folder / "style.csl").write_bytes(style.data)
    (folder / "print.css").write_text(CSS, encoding="utf-8")
    (folder / "references.json").write_text(references(document), encoding="utf-8")
    (folder / "brief.md").write_text(markdown(document), encoding="utf-8")
    (folder / "charts.json").write_text(json.dumps(chart_data(document)), encoding="utf-8")
    (folder / "expected.json").write_text(json.dumps(expected(document)), encoding="utf-8")
    (folder / "context.json").write_text(json.dumps(context(document)), encoding="utf-8")
    write_template(folder / "template.docx")
    (folder / "references.bib").write_text(bibliography(references(document)), encoding="utf-8")
    (folder / "brief.typ").write_text(typst(document), encoding="utf-8")


def references(document: Document) -> str:
    """Return the works of the reference list as CSL-JSON."""
    return f"[{','.join(one.csl for one in document.references)}]"


if __name__ == "__main__":
    main(sys.argv[1:])
