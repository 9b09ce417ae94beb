"""The pack as a page: for reading beside the sources, on screen or on paper. No scripts, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from aibrief_report.render.html.markup import address, element, text
from aibrief_report.render.html.report import report_page
from aibrief_report.review.checks import Standing
from aibrief_report.review.pack import Item, RowBehind

_STYLE = """
:root { --mark: #fff0b3; }
@media (prefers-color-scheme: dark) { :root { --mark: #5c4a00; } }
p { margin: 0 0 .5rem; } small { color: var(--quiet); display: block; font-size: .85em; }
table { min-width: 56rem; }
col.sentence { width: 34%; } col.number { width: 12%; } col.row { width: 30%; } col.verdict { width: 24%; }
mark { background: var(--mark); color: inherit; padding: 0 .15em; }
dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: .15rem .5rem; }
dt { color: var(--quiet); font-size: .85em; } dd { margin: 0; min-height: 1.3em;
  border-bottom: 1px dotted var(--line); }
td p { margin: 0 0 .4rem; } .lapsed { font-weight: 600; }
@media print { thead { display: table-header-group; }
  a::after { content: " (" attr(href) ")"; font-size: .85em; } @page { size: A4 landscape; margin: 15mm; } }
"""
_COLUMNS = ("sentence", "number", "row", "verdict")
_HEADS = ("Sentence", "Number", "Row, source and place", "Verdict")


def pack_page(standing: Standing) -> bytes:
    """Return the page of a pack, with the checks that count; the same pack gives the same bytes."""
    pack = standing.pack
    title = f"Number check: {pack.title}"
    body = [
        element("h1", text(title)),
        element("p", text(f"{pack.brief} {pack.version}".strip() + f" · {standing.summary}"), class_="quiet"),
        *_sections(standing),
    ]
    return report_page(title, _STYLE, body)


def _sections(standing: Standing) -> Iterator[str]:
    for where, items in groupby(standing.pack.items, key=lambda item: item.where):
        columns = element("colgroup", "".join(element("col", class_=name) for name in _COLUMNS))
        heads = element("tr", "".join(element("th", text(name), scope="col") for name in _HEADS))
        rows = "\n".join(_row(item, standing) for item in items)
        table = element("table", columns + element("thead", heads) + element("tbody", rows))
        yield element("h2", text(where)) + element("div", table, class_="scroll", tabindex=0)


def _row(item: Item, standing: Standing) -> str:
    cells = (_sentence(item), _number(item), _rows(item), _verdict(item, standing))
    return element("tr", "".join(element("td", cell) for cell in cells), id=item.id)


def _sentence(item: Item) -> str:
    if item.start is None:
        return element("span", text("No sentence prints it."), class_="quiet")
    end = item.start + len(item.printed)
    told = text(item.sentence[: item.start]) + element("mark", text(item.sentence[item.start : end]))
    return told + text(item.sentence[end:]) + _small(item.place)


def _number(item: Item) -> str:
    return text(item.printed) + (_small(item.formula) if item.formula else "")


def _rows(item: Item) -> str:
    told = [element("p", _source(row) + _small(f"{row.id}: {row.value}")) for row in item.rows]
    return "".join([*told, _small(item.note) if item.note else ""])


def _source(row: RowBehind) -> str:
    """Return the source, a link where it has an address, and the place in it."""
    told = text(row.source)
    if row.address:
        told = element("a", told, href=address(row.address), rel="noreferrer")
    return told + (text(f", {row.locator}") if row.locator else "")


def _small(words: str) -> str:
    return element("small", text(words))


def _verdict(item: Item, standing: Standing) -> str:
    check = standing.valid.get(item.id)
    told = (check.verdict, check.checker, check.date, check.remark) if check else ("", "", "", "")
    names = ("Verdict", "Checker", "Date", "Remark")
    pairs = (
        element("dt", name) + element("dd", text(value)) for name, value in zip(names, told, strict=True)
    )
    reason = standing.reason(item)
    lapsed = element("small", text(f"An earlier check lapsed: {reason}"), class_="lapsed") if reason else ""
    return element("dl", "".join(pairs)) + lapsed
