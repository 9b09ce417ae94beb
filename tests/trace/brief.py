"""A small resolved document with the rows behind it, for tests of what works on finished versions."""

import json
from pathlib import Path

from msgspec.structs import replace

from aibrief_report.model.blocks import (
    Box,
    Column,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Paragraph,
    Row,
    Table,
)
from aibrief_report.model.charts import Axis, Chart, Point, Series
from aibrief_report.model.claims import Claim
from aibrief_report.model.document import Attachment, Dependency, Document, Meta, Reference
from aibrief_report.model.inlines import Citation, CiteItem, Claimed, Note, NumberText, Text
from aibrief_report.model.json import dump
from aibrief_report.model.numbers import Number, Rival, SourceMark, Span
from aibrief_report.resolve.words import words_for

VERSION = "0123456789ab"
NARRATIVE = "templates/bicycles/narrative.md"

ROWS = """\
id,indicator,area,counterpart,period,period_as_stated,value,unit,low,high,qualifier,status,source,locator,origin,credited_to,reading,edition,rank,note
lanes-by-city,spending,NORTH,,2023,,10.0,USD million,,,exact,normal,budget,p. 9,,,primary,,preferred,
lanes-by-press,spending,NORTH,,2023,,14.6,USD million,,,exact,normal,press,,budget,,copy,,normal,
trips-north-2023,trips,NORTH,,2023,,4.1,trips million,,,exact,normal,counts,table 2,,,primary,2025,normal,
trips-north-2024,trips,NORTH,,2024,,5.2,trips million,,,about,normal,counts,table 2,,,primary,2025,normal,
trips-south-2024,trips,SOUTH,,2024,,2.9,trips million,,,exact,normal,counts,table 3,,,primary,2025,normal,
"""

COUNTS, BUDGET, PRESS = SourceMark("counts", "table 2"), SourceMark("budget", "p. 9"), SourceMark("press")


def number(key: str, text: str, value: str, unit: str, **more: object) -> Number:
    """A number of the northern district in 2024, unless told otherwise."""
    told = {"label": "Bicycle trips", "area": "the north", "period": "2024", "rows": (key,), **more}
    return Number(key, text, value, unit, **told)  # type: ignore[arg-type]  # keywords of any kind


NUMBERS = {
    one.id: one
    for one in (
        number("trips-north-2024", "about 5.2\u00a0million", "5.2", "trips million", sources=(COUNTS,)),
        number(
            "trips-north-2023", "4.1\u00a0million", "4.1", "trips million", period="2023", sources=(COUNTS,)
        ),
        number(
            "ratio-1",
            "1.3",
            "1.268",
            "ratio",
            kind="derived",
            rows=("trips-north-2024", "trips-north-2023"),
            formula="trips-north-2024 ÷ trips-north-2023",
            sources=(COUNTS,),
            low="1.2",
            high="1.4",
        ),
        number(
            "lanes-by-city",
            "$10.0\u00a0million",
            "10.0",
            "USD million",
            label="Spending on lanes",
            period="2023",
            sources=(BUDGET,),
            rivals=(Rival("lanes-by-press", "$14.6\u00a0million", PRESS),),
            verdict="preferred",
            note="Preferred: read in the budget itself.",
            contests=("lanes",),
        ),
    )
}

CLAIM = Claim(
    "claim-1",
    "north_24 > north_23",
    "holds",
    (
        Rival("trips-north-2024", "about 5.2 million", COUNTS),
        Rival("trips-north-2023", "4.1 million", COUNTS),
    ),
)


def n(key: str, place: int, source: str = "", text: str = "") -> NumberText:
    """A printed number with its anchor and expression."""
    return NumberText(key, text or NUMBERS[key].text, f"n{place}", source or key.replace("-", "_"))


def cite(key: str, text: str) -> Citation:
    """A citation as printed."""
    return Citation((CiteItem(key),), children=(Text(f"({text})"),), anchor="cite-1")


def span(line: int, source: str = "") -> Span:
    """A place in the narrative."""
    return Span(NARRATIVE, line, line, source)


def reference(key: str, text: str, csl: str) -> Reference:
    """An entry of the reference list."""
    return Reference(key, (Text(text),), csl)


CHART = Chart(
    "bar",
    Axis("category"),
    Axis("quantity", unit="million trips"),
    (
        Series("NORTH", "North", "#1f5f99", (Point("2024", "5.2", "5.2", "trips-north-2024"),)),
        Series("SOUTH", "South", "#c8501e", (Point("2024", "2.9", "2.9", "trips-south-2024"),)),
    ),
    "Bars.",
)


def document() -> Document:
    """The document: findings, large numbers, text with a claim and a footnote, a chart, a table."""
    findings = Paragraph(
        (Text("The north counted "), n("trips-north-2024", 1), Text(" trips.")), "p-1", span(3)
    )
    rises = (
        Text("Trips rose from "),
        n("trips-north-2023", 3),
        Text(" to "),
        n("trips-north-2024", 4),
        Text(", "),
        n("ratio-1", 5, "ratio(north_24, north_23)"),
        Text(" times as many "),
        cite("counts", "Office of Examples, 2025"),
        Text("."),
    )
    footnote = Note(
        (Paragraph((Text("The city spent "), n("lanes-by-city", 6), Text(".")), "p-3"),), "fn-1", 1
    )
    blocks = (
        Box((), (ListBlock(((findings,),)),), "box-key-findings", "findings"),
        KeyFigures((KeyFigure((n("ratio-1", 2, "ratio(north_24, north_23)"),), (Text("times as many"),)),)),
        Heading(1, (Text("Both districts ride more"),), "sec-more", span=span(9)),
        Paragraph(
            (
                Claimed("claim-1", "holds", rises),
                Text(" Nobody knows why."),
                footnote,
                Text(" Prof. Wheel of the U.S. office asked 14 people in 2024."),
            ),
            "p-2",
            span(11, "Trips rose …"),
        ),
        Figure(CHART, (Text("The north leads"),), "fig-trips", label="Figure 1", span=span(13)),
        Table(
            (Column((Text("District"),)), Column((Text("Trips"),), "million")),
            (Row(((Text("North"),), (n("trips-north-2024", 7, "north_24 | number", "5.2"),))),),
            (Text("Who rides"),),
            "tbl-trips",
            label="Table 1",
            rows_used=("trips-north-2024",),
            span=span(15),
        ),
    )
    return Document(
        Meta(
            (Text("Bicycles in two districts"),),
            "2026-01-15",
            "15 January 2026",
            "en-GB",
            publisher="Institute",
        ),
        blocks,
        NUMBERS,
        {CLAIM.id: CLAIM},
        (
            reference(
                "counts",
                "Office of Examples. (2025). Counting bicycles.",
                '{"author":[{"literal":"Office of Examples"}],"issued":{"date-parts":[["2025"]]}}',
            ),
            reference(
                "budget", "City of Examples. (2025). The budget.", '{"id":"budget","title":"The budget"}'
            ),
            reference(
                "press",
                "Writer, A. (2024). What lanes cost.",
                '{"author":[{"family":"Writer"}],"issued":{"date-parts":[["2024"]]}}',
            ),
        ),
        (Attachment("rows.csv", "text/csv", "The observations", ROWS),),
        (Dependency(Span(NARRATIVE, 20, 22, "{% if south > 2 %}"), ("trips-south-2024",)),),
        words_for("en-GB"),
        VERSION,
    )


def changed_rows(old: str, new: str) -> Document:
    """The document with one text of its rows replaced."""
    assert ROWS.count(old) == 1
    attachment = replace(document().attachments[0], data=ROWS.replace(old, new))
    return replace(document(), attachments=(attachment,))


def shelve(out: Path, brief: str, found: Document, *, latest: bool = True) -> Path:
    """Put a document into `out/` as a version; return the version's folder."""
    folder = out / brief / found.version
    folder.mkdir(parents=True)
    (folder / "document.json").write_bytes(dump(found))
    if latest:
        (out / brief / "latest").unlink(missing_ok=True)
        (out / brief / "latest").symlink_to(found.version)
    return folder


def addressed(url: str = "", **entry: str) -> Document:
    """The document, with an address for its first source."""
    made, told = document(), {**({"URL": url} if url else {}), **entry}
    first = next(one for one in made.references if one.key == "counts")
    csl = json.dumps({**json.loads(first.csl), **told})
    rest = tuple(one for one in made.references if one is not first)
    return replace(made, references=(replace(first, csl=csl), *rest))
