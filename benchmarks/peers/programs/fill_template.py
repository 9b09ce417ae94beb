"""Fills a DOCX template with docxtpl: `fill_template.py template.docx context.json brief.docx`."""

import json
import sys
from pathlib import Path

from docx.shared import Pt
from docxtpl import DocxTemplate, InlineImage


def main(source: str, context: str, target: str) -> None:
    """Fill a template with the blocks of a brief; pictures are named in the context."""
    template = DocxTemplate(source)
    told = json.loads(Path(context).read_text(encoding="utf-8"))
    for block in told["blocks"]:
        if block["kind"] == "picture":
            block["picture"] = InlineImage(template, block["file"], width=Pt(block["width"]))
    template.render(told, autoescape=True)
    template.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
