"""How long the DOCX takes: of the flagship brief, and of documents up to twenty times as long.

Prints CPU seconds of this process, the least of three runs each. Charts and citations come from the cache;
the first line counts the imports as well. The last column should stay as it is:
tests/render/docx/test_linear.py holds the same in calls of functions.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.render.lengthened import lengthened

from aibrief_report.inputs.project import Project
from aibrief_report.model.document import Document
from aibrief_report.pipeline import Written, write

BRIEF = "us-china-ai-rivalry"
LENGTHS = (1, 2, 5, 10, 20)
RUNS = 3


def main(arguments: Sequence[str]) -> None:
    """Measure a brief of the project in the current folder; the flagship brief if none is named."""
    written = write(Project(Path()), arguments[0] if arguments else BRIEF)
    first = seconds(lambda: docx(written, written.document))
    print(f"first, with imports: {first:.2f} s")
    print("length   blocks     CPU s       KiB   CPU ms a block")
    for times in LENGTHS:
        document = lengthened(written.document, times)
        spent = min(seconds(lambda document=document: docx(written, document)) for _ in range(RUNS))
        size, blocks = len(docx(written, document)) / 1024, len(document.blocks)
        print(f"{times:5}×  {blocks:7}  {spent:8.2f}  {size:8.0f}  {1000 * spent / blocks:15.2f}")


def docx(written: Written, document: Document) -> bytes:
    """Return the DOCX of a document, loaded only now what it needs."""
    from aibrief_report.render.formats import render

    return render("docx", document, written.theme, written.cache)


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main(sys.argv[1:])
