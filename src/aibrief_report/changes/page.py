"""Changes as a page: then and now side by side, in one file that fetches nothing and runs nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from aibrief_report.changes.changes import Changes
from aibrief_report.changes.pictures import PagePair
from aibrief_report.changes.rows import RowChange
from aibrief_report.changes.sentences import SentenceChange
from aibrief_report.model.sentences import Sentence
from aibrief_report.model.walk import plain
from aibrief_report.render.html.markup import element, text
from aibrief_report.render.html.report import report_page

_STYLE = """
:root { --old: #fde3df; --new: #dcf1e0; }
@media (prefers-color-scheme: dark) { :root { --old: #55251f; --new: #1d4527; } }
table { min-width: 44rem; } col.where { width: 20%; } col.cause { width: 9%; }
del { background: var(--old); text-decoration: line-through; } ins { background: var(--new); }
.pages { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; break-inside: avoid; }
.pages img { width: 100%; border: 1px solid var(--line); } figure { margin: 0; }
"""
_LEGEND = (
    "Framed is where the pictures of two pages differ. Text that says the same is framed as well where it "
    "moved: an entry of the annex behind a longer one, a reference behind a new one, a page number. A frame "
    "follows the ink that differs, and may cut through a line. The name of the version is left blank on both "
    "sides, at the title and in the foot, as it always differs. What the text says otherwise, tables tell."
)


def changes_page(found: Changes, pairs: Sequence[PagePair] = ()) -> bytes:
    """Return the page that tells all changes; `pairs` are the pages of the PDFs that differ."""
    title = f"What changed: {plain(found.now.document.meta.title)}"
    told = f"{found.then.name} → {found.now.name}: {found.summary or 'nothing differs'}"
    body = [element("h1", text(title)), element("p", text(told), class_="quiet"), *_sections(found, pairs)]
    return report_page(title, _STYLE, body)


def _sections(found: Changes, pairs: Sequence[PagePair]) -> Iterator[str]:
    sentences = [_sentence(one) for one in found.sentences]
    yield from _table("Sentences", ("where", "cause", "then", "now"), sentences)
    rows = [line for one in found.rows for line in _row(one)]
    yield from _table("Rows", ("row", "column", "then", "now"), rows)
    figures = [
        (one.label or one.anchor, one.cause, one.how, text(", ".join(one.parts) or one.title))
        for one in found.figures
    ]
    yield from _table("Figures and tables", ("where", "cause", "how", "parts"), figures)
    references = [(one.key, one.how, *_marked(one.then.split(), one.now.split())) for one in found.references]
    yield from _table("References", ("key", "how", "then", "now"), references)
    files = [(one.name, one.cause, one.how, "") for one in found.files]
    yield from _table("Inputs", ("file", "cause", "how", ""), files)
    made_with = [(one.what, "toolkit", text(one.then), text(one.now)) for one in found.toolkit]
    yield from _table("Toolkit and libraries", ("what", "cause", "then", "now"), made_with)
    if pairs:
        yield element("h2", "Pages that differ")
        yield element("p", text(_LEGEND), class_="quiet")
        yield from (_pages(one) for one in pairs)


def _table(title: str, heads: Sequence[str], rows: Sequence[tuple[str, str, str, str]]) -> Iterator[str]:
    """Yield a heading and a table; nothing for no rows. The first two cells are plain text, the rest HTML."""
    if not rows:
        return
    columns = element("col", class_="where") + element("col", class_="cause") + element("col") * 2
    head = element("tr", "".join(element("th", text(one.capitalize()), scope="col") for one in heads))
    lines = (
        element("tr", "".join(element("td", cell) for cell in (text(one), text(two), three, four)))
        for one, two, three, four in rows
    )
    parts = element("colgroup", columns) + element("thead", head) + element("tbody", "\n".join(lines))
    yield element("h2", text(title))
    yield element(
        "div", element("table", parts), class_="scroll", tabindex=0, role="region", aria_label=title
    )


def _sentence(one: SentenceChange) -> tuple[str, str, str, str]:
    then, now = _words(one.then), _words(one.now)
    old, new = _marked(then, now)
    verdicts = [f" ({text(verdict)})" if verdict else "" for verdict in one.verdicts or ("", "")]
    return one.where, one.cause, old + verdicts[0], new + verdicts[1]


def _row(one: RowChange) -> Iterator[tuple[str, str, str, str]]:
    name = f"{one.id} [{one.source}]" if one.source else one.id
    if not one.cells:
        then, now = ("", one.value) if one.how == "added" else (one.value, "")
        yield name, one.how, text(then), text(now)
    for cell in one.cells:
        yield name, cell.column, *_marked(cell.then.split(), cell.now.split())


def _words(one: Sentence | None) -> list[str]:
    return one.text.split(" ") if one else []


def _marked(then: list[str], now: list[str]) -> tuple[str, str]:
    """Return two texts as HTML, with the words that went and those that came marked."""
    old, new = [], []
    for tag, first, last, start, end in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        gone, came = text(" ".join(then[first:last])), text(" ".join(now[start:end]))
        same = tag == "equal"
        if gone:
            old.append(gone if same else element("del", gone))
        if came:
            new.append(came if same else element("ins", came))
    return " ".join(old), " ".join(new)


def _pages(pair: PagePair) -> str:
    both = ((pair.then, "then"), (pair.now, "now"))
    return element("div", "".join(_page(data, pair.number, when) for data, when in both), class_="pages")


def _page(data: bytes | None, number: int, when: str) -> str:
    told = f"Page {number}, {when}"
    if data is None:
        return element("figure", element("figcaption", text(f"{told}: there is none"), class_="quiet"))
    source = f"data:image/png;base64,{b64encode(data).decode()}"
    picture = element("img", src=source, alt=f"{told}, differences framed")
    return element("figure", element("figcaption", text(told), class_="quiet") + picture)
