"""Titles that no author writes: those of the key findings and of what stands behind the text."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from aibrief_report.model.blocks import Block, Box, Exhibits, Figure, Provenance, References, Table
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import Text
from aibrief_report.model.walk import walk

_TITLES = {"findings": "key-findings", "about": "about", "corrections": "corrections", "method": "method"}


def with_titles(document: Document, words: Mapping[str, str]) -> Document:
    """Return the document with its fixed words, titles for boxes and lists, references and annex.

    A list of figures or tables of which there are none is left out. A brief that does not say what type of
    paper it is is a policy brief.
    """
    blocks = tuple(_titled(block, words) for block in document.blocks if not _is_empty(block, document))
    meta = replace(document.meta, genre=document.meta.genre or words["genre"])
    return replace(document, meta=meta, words=words, blocks=(*blocks, *_back_matter(document, words)))


def _titled(block: Block, words: Mapping[str, str]) -> Block:
    if isinstance(block, Box) and not block.title and block.role in _TITLES:
        return replace(block, title=(Text(words[_TITLES[block.role]]),))
    return replace(block, title=(Text(words[block.kind]),)) if isinstance(block, Exhibits) else block


def _is_empty(block: Block, document: Document) -> bool:
    if not isinstance(block, Exhibits):
        return False
    nodes = walk(document.blocks)
    if block.kind == "figures":
        return not any(isinstance(one, Figure) for one in nodes)
    return not any(isinstance(one, Table) and one.title for one in nodes)


def _back_matter(document: Document, words: Mapping[str, str]) -> tuple[Block, ...]:
    references = References((Text(words["references"]),))
    return (references, Provenance((Text(words["numbers"]),))) if document.numbers else (references,)
