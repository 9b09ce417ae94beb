"""How long the PDF takes: of the flagship brief, and of documents up to some two hundred pages.

Prints CPU seconds of this process and the time of each page, against that of the shortest, a column that
stays as it is: tests/render/pdf/test_linear.py holds the same in calls of functions. Then where the time
goes, stage by stage. Charts and citations come from the cache.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
from tests.render.lengthened import lengthened

from aibrief_report.inputs.project import Project
from aibrief_report.model.document import Document
from aibrief_report.pipeline import Written, write

BRIEF = "us-china-ai-rivalry"
LENGTHS = (1, 2, 5, 10)
STAGES = (
    ("HTML of the pages", "page.py", "paper_page"),
    ("parsing HTML", "parser.py", "parse"),
    ("styles", "__init__.py", "get_all_computed_styles"),
    ("boxes", "build.py", "build_formatting_structure"),
    ("layout", "__init__.py", "layout_document"),
    ("painting", "painting.py", "paint"),
    ("fonts", "fonts.py", "build_fonts_dictionary"),
    ("tags, files, metadata", "write.py", "_finish"),
    ("writing", "__init__.py", "write"),
)
"""What a stage is called, and the file and function that it is."""


def main(arguments: Sequence[str]) -> None:
    """Measure a brief of the project in the current folder; the flagship brief if none is named."""
    written = write(Project(Path()), arguments[0] if arguments else BRIEF)
    print(f"first, with imports: {seconds(lambda: pdf(written, written.document)):.2f} s")
    print("length   pages     CPU s   CPU ms a page   ratio")
    first = 0.0
    for times in LENGTHS:
        document = lengthened(written.document, times)
        spent = seconds(lambda document=document: pdf(written, document))
        pages = count(pdf(written, document))
        each = 1000 * spent / pages
        first = first or each
        print(f"{times:5}×  {pages:6}  {spent:8.2f}  {each:14.1f}  {each / first:6.2f}")
    print_stages(written)


def print_stages(written: Written) -> None:
    """Print the share of each stage; the profiler slows calls of functions, so that shares are rough."""
    profile = cProfile.Profile()
    profile.runcall(pdf, written, written.document)
    found = pstats.Stats(profile)
    print("\nshare of the time")
    for name, file, function in STAGES:
        spent = [
            told[3]
            for (path, _, called), told in found.stats.items()
            if (Path(path).name, called) == (file, function)
        ]
        print(f"{100 * max(spent, default=0.0) / found.total_tt:5.1f} %  {name}")


def pdf(written: Written, document: Document) -> bytes:
    """Return the PDF of a document, loaded only now what it needs."""
    from aibrief_report.render.formats import render

    return render("pdf", document, written.theme, written.cache)


def count(data: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main(sys.argv[1:])
