"""A document as a few readable lines: for tests that ask what a template became."""

from collections.abc import Iterator
from typing import Any

from aibrief_report.model.blocks import (
    Block,
    Box,
    CodeBlock,
    Figure,
    Heading,
    KeyFigures,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from aibrief_report.model.document import Document
from aibrief_report.model.inlines import (
    Citation,
    Claimed,
    Code,
    CrossRef,
    Emphasis,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteRef,
    NumberText,
    Passage,
    SmallCaps,
    Strong,
    Text,
)


def outline(document: Document) -> str:
    """Return the text of a document, a line a block: its kind, the template's lines, its words."""
    head = [f"title: {words(document.meta.title)}"]
    if document.meta.subtitle:
        head.append(f"subtitle: {words(document.meta.subtitle)}")
    lines = (line for block in document.blocks for line in block_lines(block))
    return "\n".join((*head, *lines)).replace("\u00a0", "␣") + "\n"


def block_lines(block: Block, indent: str = "") -> Iterator[str]:
    """Yield the lines of one block; what is in it follows indented."""
    kind = type(block).__name__
    span = getattr(block, "span", None)
    place = f" {span.file.rpartition('/')[2]}:{span.first}-{span.last}" if span else ""
    head = f"{indent}{kind}{place}"
    deeper = indent + "  "
    match block:
        case Paragraph():
            yield f"{head} {words(block.inlines)}"
        case Heading():
            yield f"{head} {'#' * block.level} {words(block.inlines)} {{#{block.anchor}}}"
        case CodeBlock():
            yield f"{head} [{block.language}] {block.text!r}"
        case Box() | Quote():
            yield f"{head} {words(getattr(block, 'title', ()))}".rstrip()
            for part in block.blocks:
                yield from block_lines(part, deeper)
        case ListBlock():
            yield head
            for item in block.items:
                for part in item:
                    yield from block_lines(part, deeper)
        case Table():
            yield f"{head} {words(block.title)} {{#{block.anchor}}}"
            yield deeper + " | ".join(words(column.heading) for column in block.columns)
            for row in block.rows:
                yield deeper + " | ".join(words(cell) for cell in row.cells)
        case Figure():
            yield f"{head} {words(block.title)} {{#{block.anchor}}} alt: {block.content.alt}"
        case KeyFigures():
            yield head
            for item in block.items:
                yield f"{deeper}{words(item.value)} | {words(item.label)} | {words(item.detail)}"
        case _:
            yield head


def words(inlines: Inlines) -> str:
    """Return inlines in a short notation: a number is {row: text}, a citation [@key, locator]."""
    return "".join(_words(node) for node in inlines)


def _words(node: Any) -> str:
    match node:
        case Text():
            return node.text
        case NumberText():
            return f"{{{node.number}: {node.text}}}"
        case Citation():
            return f"[{'; '.join(_cited(item) for item in node.items)}]"
        case CrossRef():
            return f"@{node.target}{'{.page}' if node.page else ''}={node.text}"
        case Emphasis():
            return f"*{words(node.children)}*"
        case Strong():
            return f"**{words(node.children)}**"
        case Code():
            return f"`{node.text}`"
        case Link():
            return f"[{words(node.children)}]({node.url})"
        case LineBreak():
            return "⏎"
        case Passage():
            return f"[{words(node.children)}]({node.language})"
        case SmallCaps():
            return f"[{words(node.children)}](small caps)"
        case Claimed():
            return f"«{node.verdict}: {words(node.children)}»"
        case NoteRef():
            return f"[^{node.name}]"
        case Note():
            return f"[^{' / '.join(line for block in node.blocks for line in block_lines(block))}]"
        case _:
            return f"<{type(node).__name__}>"


def _cited(item: Any) -> str:
    return f"@{item.key}, {item.locator}" if item.locator else f"@{item.key}"
