"""What every output has to hold: beginnings of paragraphs, and titles of tables, figures and works."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from aibrief_report.model.blocks import Figure, Heading, Paragraph, Table
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Citation, Inlines, Note
from aibrief_report.model.walk import plain, walk

LONGEST = 40
"""Letters of a text that are looked for: the foot of a page may stand between those further on."""

Expected = Mapping[str, Sequence[str]]
"""Texts by what they are of: "paragraphs", "tables", "figures" and "references"."""


def expected(document: Document) -> dict[str, list[str]]:
    """Return the texts that each output has to hold, of the whole document but its annex."""
    nodes = list(walk(document.blocks))
    return {
        "paragraphs": [_words(node.inlines) for node in nodes if isinstance(node, Heading | Paragraph)],
        "tables": [plain(node.title) for node in nodes if isinstance(node, Table)],
        "figures": [plain(node.title) for node in nodes if isinstance(node, Figure)],
        "references": [str(json.loads(one.csl)["title"]) for one in document.references],
    }


def held(text: str, texts: Expected) -> dict[str, int]:
    """Return how many of the texts an output holds, by what they are of."""
    whole = letters(text)
    return {kind: sum(letters(one)[:LONGEST] in whole for one in told) for kind, told in texts.items()}


def letters(text: str) -> str:
    """Return only the letters of a text, small: lines are broken and words parted in many ways."""
    return re.sub(r"[^a-z]", "", text.lower())


def _words(inlines: Inlines) -> str:
    """Return the words of a paragraph up to its first citation, which programs print each in their way."""
    return plain(tuple(takewhile(lambda node: not isinstance(node, Citation | Note), inlines)))
