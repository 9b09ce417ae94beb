"""Documents for tests of renderers: resolved by hand, so that no earlier stage is needed.

`torture()` has every node and every field in use; `small()` is the least that is still a brief; `theme()`
is the default theme without its reader.
"""

from __future__ import annotations

import itertools
import json
import struct
import zlib
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec.structs import replace

from aibrief_report.model.blocks import (
    Block,
    Box,
    CodeBlock,
    Column,
    Exhibits,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Paragraph,
    Provenance,
    Quote,
    References,
    Row,
    Rule,
    Table,
)
from aibrief_report.model.charts import Axis, Chart, Drawing, Image, Point, Series
from aibrief_report.model.claims import Claim, Contest, Flip
from aibrief_report.model.document import Attachment, Author, Dependency, Document, InputText, Meta, Reference
from aibrief_report.model.inlines import (
    Citation,
    CiteItem,
    Claimed,
    Code,
    CrossRef,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteRef,
    NumberText,
    Passage,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from aibrief_report.model.numbers import Number, Rival, SourceMark, Span, Use
from aibrief_report.model.walk import plain, rewrite, walk
from aibrief_report.resolve.words import words_for
from aibrief_report.theme.tokens import Colours, Face, Fonts, Margins, Sizes, Theme


def t(text: str) -> Inlines:
    """Plain text."""
    return (Text(text),)


def p(*inlines: Inline | str, anchor: str = "") -> Paragraph:
    """A paragraph of inlines; strings are plain text."""
    return Paragraph(
        line(*inlines), anchor, Span("templates/torture/narrative.md", 10, 12, "Private investment …")
    )


def line(*inlines: Inline | str) -> Inlines:
    """Inlines; strings are plain text."""
    return tuple(Text(one) if isinstance(one, str) else one for one in inlines)


def n(number: str, text: str, place: int) -> NumberText:
    """A printed number with its anchor."""
    return NumberText(number, text, f"n{place}", f"{{{{ {number} }}}}")


def cite(key: str, text: str, place: int, locator: str = "", *, narrative: bool = False) -> Citation:
    """A citation of one source, as a style would print it."""
    return Citation((CiteItem(key, locator=locator),), narrative, t(text), f"c{place}")


# The numbers ------------------------------------------------------------------------------------

HAI = SourceMark("hai2024", "fig. 4.3.8, p. 245")
HAI25 = SourceMark("hai2025", "fig. 4.3.9")


def _numbers() -> dict[str, Number]:
    private = "Private investment in AI"
    found = (
        Number(
            "q12",
            "$67.2 billion",
            "67.2",
            "USD_BN",
            private,
            "United States",
            "2023",
            rows=("q12",),
            sources=(HAI,),
            span=Span("templates/torture/narrative.md", 14, 14, "q('private-investment', 'USA')"),
        ),
        Number(
            "q13",
            "$7.76 billion",
            "7.76",
            "USD_BN",
            private,
            "China",
            "2023",
            rows=("q13",),
            sources=(HAI,),
            rivals=(
                Rival(
                    "q14", "about $2 billion", SourceMark("reuters2024", origin="CB Insights", reading="copy")
                ),
                Rival("q15", "$14.6 billion", SourceMark("blog2024", reading="untraced")),
            ),
            contests=("china-2023",),
            low="2",
            high="14.6",
            verdict="contested",
            note="The sources count different rounds; no figure is preferred.",
        ),
        Number(
            "gap-2023",
            "8.7 times",
            "8.66",
            "RATIO",
            "Private investment in AI, United States to China",
            "",
            "2023",
            kind="derived",
            rows=("q12", "q13"),
            sources=(HAI,),
            formula="67.2 ÷ 7.76",
            low="4.6",
            high="33.6",
            verdict="preferred",
            note="Computed from one edition of the AI Index; rivals give 4.6 to 33.6.",
        ),
        Number(
            "q20", "$109.1 billion", "109.1", "USD_BN", private, "United States", "2024", sources=(HAI25,)
        ),
        Number("q21", "$9.3 billion", "9.3", "USD_BN", private, "China", "2024", sources=(HAI25,)),
        Number(
            "gap-2024",
            "11.7 times",
            "11.73",
            "RATIO",
            "Private investment in AI, United States to China",
            "",
            "2024",
            kind="derived",
            rows=("q20", "q21"),
            sources=(HAI25,),
            formula="109.1 ÷ 9.3",
        ),
        Number(
            "q30",
            "38,210",
            "38210",
            "FAMILIES",
            "Generative-AI patent families",
            "China",
            "2014/2023",
            rows=("q30",),
            sources=(SourceMark("wipo2024", "table 2", credited="EconSight"),),
        ),
        Number(
            "q40",
            "$26.7 billion",
            "26.7",
            "USD_BN",
            "Spending on AI",
            "China",
            "2026",
            status="forecast",
            sources=(SourceMark("idc2023", origin="hai2024", reading="quotes-primary"),),
        ),
        Number(
            "q41",
            "over 90%",
            "90",
            "PCT",
            "Share of firms that use intelligent terminals",
            "China",
            "2030",
            status="target",
            low="90",
            sources=(SourceMark("council2025", "section 2"),),
        ),
        Number(
            "e5",
            "30 October 2023",
            "",
            "",
            "Executive Order 14110 signed",
            "United States",
            "2023-10-30",
            kind="event",
            rows=("e5",),
            sources=(SourceMark("eo14110"),),
        ),
        *(
            Number(f"m{place}", text, text, "MODELS", "Notable AI models", area, year, sources=(source,))
            for place, (text, area, year, source) in enumerate(
                (
                    ("61", "United States", "2023", HAI),
                    ("15", "China", "2023", HAI),
                    ("40", "United States", "2024", HAI25),
                    ("15", "China", "2024", HAI25),
                )
            )
        ),
        Number("w1", "1.05", "1.05", "RATIO", "Deflator of gross domestic product", "World", "2023"),
    )
    return {number.id: number for number in found}


def _claims() -> dict[str, Claim]:
    read = SourceMark("blog2024", reading="untraced")
    claim = Claim(
        "c1",
        "gap > 5",
        "contested",
        (Rival("q13", "$7.76 billion", HAI),),
        (Rival("q15", "$14.6 billion", read),),
        (Flip("q13", "7.76", "13.44"),),
        Span("templates/torture/narrative.md", 20, 20),
    )
    return {claim.id: claim, "c2": replace(claim, id="c2", verdict="holds", against=(), flips=())}


def _contests() -> dict[str, Contest]:
    told = {"q13": ("$7.76 billion", HAI, "normal")}
    told["q14"] = (
        "about $2 billion",
        SourceMark("reuters2024", origin="CB Insights", reading="copy"),
        "normal",
    )
    told["q15"] = ("$14.6 billion", SourceMark("blog9", reading="untraced", name="A blog 2024"), "deprecated")
    figures = tuple(
        Number(
            key,
            text,
            "",
            "USD_BN",
            "Private investment in AI",
            "China",
            "2023",
            sources=(source,),
            status=status,
        )
        for key, (text, source, status) in told.items()
    )
    how = "The sources count different rounds."
    return {"china-2023": Contest("china-2023", "China’s private investment in 2023", how, figures)}


# Pictures ---------------------------------------------------------------------------------------


def png(width: int, height: int, colour: tuple[int, int, int] = (31, 95, 153)) -> bytes:
    """A one-coloured picture, the same bytes wherever it is made."""
    rows = (b"\0" + bytes(colour) * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(rows, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def drawing(marks: str, width: float = 414, height: float = 170) -> Drawing:
    """A chart as drawn, around the SVG of its marks."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" version="1.1">'
        f'<defs><clipPath id="clip0"><rect width="{width:g}" height="{height:g}"/></clipPath></defs>'
        f'<g clip-path="url(#clip0)" font-family="Source Sans Pro" font-size="9">{marks}</g></svg>'
    )
    return Drawing('{"$schema":"https://vega.github.io/schema/vega-lite/v6.json"}', svg, width, height)


def _bars() -> Drawing:
    """Two pairs of bars over a baseline, labelled directly."""
    marks = ""
    bars = (
        (60, 67.2, "#1f5f99", "67.2"),
        (120, 7.76, "#c8501e", "7.76"),
        (240, 109.1, "#1f5f99", "109.1"),
        (300, 9.3, "#c8501e", "9.3"),
    )
    for x, value, colour, text in bars:
        tall = value * 1.2
        marks += (
            f'<rect x="{x}" y="{145 - tall:g}" width="50" height="{tall:g}" fill="{colour}"/>'
            f'<text x="{x + 25}" y="{141 - tall:g}" text-anchor="middle" fill="#1b1e23">{text}</text>'
        )
    for x, text in ((115, "2023"), (295, "2024")):
        marks += f'<text x="{x}" y="160" text-anchor="middle" fill="#555d68">{text}</text>'
    for x, colour, text in ((0, "#1f5f99", "United States"), (80, "#c8501e", "China")):
        marks += (
            f'<rect x="{x}" y="2" width="8" height="8" fill="{colour}"/>'
            f'<text x="{x + 12}" y="10" fill="#1b1e23">{text}</text>'
        )
    return drawing(marks + '<line x1="40" x2="370" y1="145.5" y2="145.5" stroke="#555d68"/>')


def _dots() -> Drawing:
    """Three sources' figures as dots on a range line."""
    marks = '<line x1="77" x2="380" y1="50" y2="50" stroke="#8a5a00" stroke-width="2"/>'
    for x, text in ((77, "about 2: Reuters"), (214, "7.76: AI Index"), (380, "14.6: untraced")):
        marks += (
            f'<circle cx="{x}" cy="50" r="5" fill="#c8501e"/>'
            f'<text x="{x}" y="36" text-anchor="middle" fill="#1b1e23">{text}</text>'
        )
    return drawing(marks + '<text x="0" y="53" fill="#1b1e23">China, 2023</text>', height=80)


def bar_chart() -> Chart:
    """A grouped bar chart of two areas in two years."""
    return Chart(
        "grouped-bar",
        Axis("period", "Year"),
        Axis("quantity", "Private investment", "US$ billion"),
        (
            Series(
                "USA",
                "United States",
                "#1f5f99",
                (Point("2023", "67.2", "67.2", "q12"), Point("2024", "109.1", "109.1", "q20")),
            ),
            Series(
                "CHN",
                "China",
                "#c8501e",
                (
                    Point("2023", "7.76", "7.76", "q13", detail="contested"),
                    Point("2024", "9.3", "9.3", "q21"),
                ),
            ),
        ),
        "Bars: private AI investment in the United States rose from $67.2 to $109.1 billion between 2023 and "
        "2024, in China from $7.76 to $9.3 billion.",
        ("hai2024", "hai2025"),
        drawing=_bars(),
    )


def range_chart() -> Chart:
    """A contest: one dot a source on a range line."""
    points = (
        Point("China, 2023", "2", "about 2", "q14", detail="CB Insights, as cited in Reuters"),
        Point("China, 2023", "7.76", "7.76", "q13", detail="AI Index"),
        Point("China, 2023", "14.6", "14.6", "q15", detail="origin not traced", status="estimated"),
        Point("China, 2022", None, ""),
    )
    return Chart(
        "range-dot",
        Axis("category", "Area and year"),
        Axis("quantity", "Private investment", "US$ billion"),
        (Series("CHN", "China", "#c8501e", points),),
        "Three sources put China's private AI investment in 2023 at about $2, $7.76 and $14.6 billion.",
        ("reuters2024", "hai2024", "blog2024"),
        drawing=_dots(),
    )


# References -------------------------------------------------------------------------------------


def _reference(key: str, family: str, year: int, title: str, rest: str) -> Reference:
    author = [{"literal": family}] if " " in family else [{"family": family, "given": "N."}]
    csl = {
        "id": key,
        "type": "report",
        "title": title,
        "author": author,
        "issued": {"date-parts": [[year]]},
    }
    shown = line(
        f"{family} ({year}). ", Emphasis(t(title)), f". {rest} ", Link("https://example.org/" + key, t(key))
    )
    return Reference(key, shown, json.dumps(csl, ensure_ascii=False, sort_keys=True))


def _references() -> tuple[Reference, ...]:
    return (
        _reference("blog2024", "Unnamed Monitor", 2024, "China's AI money", "Web page."),
        _reference(
            "council2025", "State Council of China", 2025, "Opinions on the AI Plus action", "No. 11."
        ),
        _reference(
            "eo14110", "Executive Office of the President", 2023, "Executive Order 14110", "88 FR 75191."
        ),
        _reference("hai2024", "Maslej", 2024, "The AI Index 2024 annual report", "Stanford HAI."),
        _reference("hai2025", "Maslej", 2025, "The AI Index 2025 annual report", "Stanford HAI."),
        _reference("idc2023", "IDC", 2023, "Worldwide artificial intelligence spending guide", "Needham."),
        _reference("reuters2024", "Cao", 2024, "Start-ups in China raise less & less", "Reuters <wire>."),
        replace(
            _reference("wipo2024", "WIPO", 2024, "Patent landscape report: generative AI", "Geneva."),
            label="[8]",
        ),
    )


# Blocks -----------------------------------------------------------------------------------------


def _findings() -> Box:
    items = (
        (
            p(
                "Private investment in artificial intelligence in 2023 was ",
                n("q12", "$67.2 billion", 1),
                " in the United States and ",
                n("q13", "$7.76 billion", 2),
                " in China, ",
                n("gap-2023", "8.7 times", 3),
                " as much; a year later the ratio was ",
                n("gap-2024", "11.7", 4),
                ".",
            ),
        ),
        (
            p(
                "China’s figure for 2023 runs from about $2 billion to $14.6 billion, depending on who "
                "counts; the highest of these ",
                Strong(t("cannot be traced")),
                ".",
            ),
        ),
        (p("China filed ", n("q30", "38,210", 5), " generative-AI patent families in ten years."),),
    )
    return Box(t("Key findings"), (ListBlock(items),), "findings", "findings")


def _key_figures() -> KeyFigures:
    def one(number: NumberText, label: str, detail: str, key: str, mark: str, place: int) -> KeyFigure:
        return KeyFigure((number,), t(label), line(detail, " · ", cite(key, mark, place)))

    return KeyFigures(
        (
            one(
                n("q20", "$109.1 bn", 6),
                "private AI investment, United States",
                "2024",
                "hai2025",
                "Maslej 2025",
                1,
            ),
            one(n("q21", "$9.3 bn", 7), "private AI investment, China", "2024", "hai2025", "Maslej 2025", 2),
            one(
                n("gap-2024", "11.7×", 8),
                "the United States to China",
                "2024, computed",
                "hai2025",
                "Maslej 2025",
                3,
            ),
            one(
                n("q30", "38,210", 9),
                "generative-AI patent families, China",
                "2014–2023",
                "wipo2024",
                "WIPO 2024",
                4,
            ),
        )
    )


def _gap() -> tuple[Block, ...]:
    note = Note(
        (
            p("The editions count ", Emphasis(t("private")), " rounds above $1.5 million only."),
            p(
                "An earlier edition had a lower threshold ",
                cite("hai2024", "(Maslej 2024, p. 12)", 5, "p. 12"),
                ".",
            ),
        ),
        "fn1",
        1,
    )
    return (
        Heading(1, t("The investment gap widened in 2024"), "sec-gap", "1"),
        p(
            "Private investment grew in both countries, but the gap between them widened, because the "
            "American total rose by more than half while the Chinese total rose by a fifth",
            note,
            ". In 2024 it was ",
            n("q20", "$109.1 billion", 10),
            " in the United States and ",
            n("q21", "$9.3 billion", 11),
            " in China, a ratio of ",
            n("gap-2024", "11.7 times", 12),
            " ",
            cite("hai2025", "(Maslej 2025)", 6),
            ". ",
            CrossRef("fig-gap", "Figure 1"),
            " shows both years; ",
            CrossRef("tab-score", "Table 1"),
            " has the same with more indicators.",
            anchor="p-gap",
        ),
        Figure(
            bar_chart(),
            line(
                "Investment in the United States pulled ahead, to ",
                n("gap-2024", "11.7 times", 13),
                " China’s",
            ),
            "fig-gap",
            t("Private investment in AI, US$ billion, 2023 and 2024"),
            t("Editions differ in method; no figure is adjusted for prices."),
            line(cite("hai2024", "Maslej 2024", 7), "; ", cite("hai2025", "Maslej 2025", 8)),
            "Figure 1",
        ),
        Heading(2, line("What the ", Emphasis(t("AI Index")), " counts"), "sec-counts", "1.1"),
        p(
            cite("hai2024", "Maslej (2024)", 9, narrative=True),
            " counts rounds that were ",
            SmallCaps(t("announced")),
            " in public. Investment",
            Superscript(t("a")),
            " is in current dollars, CO",
            Subscript(t("2")),
            " plays no part, and the column is called ",
            Code("inv_priv<USD>"),
            ".",
            LineBreak(),
            "The French edition says: ",
            Passage("fr", t("« l’investissement privé dans l’intelligence artificielle »")),
            ", the German one ",
            Passage("de", t("„Risikokapitalfinanzierungsgesellschaften“")),
            ". See ",
            Link("https://example.org/index?a=1&b=2", t("the index’s own page")),
            ".",
        ),
        Heading(3, t("Rounds, deals and years"), "sec-rounds"),
        ListBlock(
            (
                (p("Rounds are dated by announcement:"), ListBlock(((p("seed,"),), (p("growth."),)))),
                (
                    p("Deals count once, in this order:"),
                    ListBlock(
                        ((p("the lead investor,"), ListBlock(((p("if known,"),),))), (p("the others,"),)),
                        ordered=True,
                        start=3,
                    ),
                    p("and never twice."),
                ),
            )
        ),
        Quote(
            (
                p("What is not counted is not known to be small."),
                p("The editors, ", cite("hai2024", "Maslej 2024, p. 3", 10, "p. 3")),
            )
        ),
        CodeBlock(
            "gap = q('private-investment', 'USA') / q('private-investment', 'CHN')\n  # 8.66", "python"
        ),
        Rule(),
        p("After the pause, a sentence ends the section."),
    )


def _contest() -> tuple[Block, ...]:
    return (
        Heading(
            1, line("China’s ", n("q13", "$7.76 billion", 14), " depends on who counts"), "sec-contest", "2"
        ),
        p(
            Claimed("c1", "contested", t("The American total is more than five times the Chinese one.")),
            " ",
            Claimed("c2", "holds", line("It ", Emphasis(t("is")), " larger.")),
            " The three figures do not measure one thing. The spending forecast for 2026, ",
            n("q40", "$26.7 billion", 15),
            ", measures something else again, and the target of ",
            n("q41", "over 90%", 16),
            " is no measurement at all.",
            Note((p("Targets are printed as the plan words them."),), "fn2", 2, "plan"),
        ),
        Figure(
            range_chart(),
            t("Three sources, three figures for one year"),
            "fig-contest",
            t("Private investment in AI in China, US$ billion, 2023"),
            sources=line(cite("reuters2024", "Cao 2024", 11), "; ", cite("hai2024", "Maslej 2024", 12)),
            label="Figure 2",
        ),
        Box(
            t("How we reconciled the sources"),
            (
                p("Where sources disagree, every figure is shown: ", n("q13", "$7.76 billion", 17), "."),
                ListBlock(((p("None is averaged."),), (p("None is chosen silently."),))),
            ),
            "box-reconcile",
            "box",
            "Box 1",
        ),
        Figure(
            Image("map.png", "image/png", png(80, 30), "A plain blue field in place of a map", 240, 90),
            t("A picture from the project"),
            "fig-image",
            label="Figure 3",
        ),
    )


def _score_table() -> Table:
    cells = (
        Row((t("Investment, US$ billion"),), group=True),
        Row(
            (t("Private investment, 2023"), (n("q12", "67.2", 20),), (n("q13", "7.76", 21),), t("contested"))
        ),
        Row((t("Private investment, 2024"), (n("q20", "109.1", 22),), (n("q21", "9.3", 23),), t(""))),
        Row((t("Models, number"),), group=True),
        Row((t("Notable models, 2023"), (n("m0", "61", 24),), (n("m1", "15", 25),), t(""))),
        Row((t("Notable models, 2024"), (n("m2", "40", 26),), (n("m3", "15", 27),), t(""))),
        Row((t("Change on the year before"), t("−34.4"), t("1,234.0"), t("in per cent"))),
        Row((line("Small values ", Emphasis(t("and gaps"))), t("<0.1"), t("–"), t(""))),
    )
    columns = (
        Column(t("Indicator"), weight=3),
        Column(t("United States"), "as given", "decimal", 1),
        Column(t("China"), "as given", "decimal", 1),
        Column(line("Remark", Superscript(t("a"))), align="center", weight=1.5),
    )
    return Table(
        columns,
        cells,
        t("One edition of the AI Index, two countries"),
        "tab-score",
        t("Selected indicators, 2023 and 2024"),
        line(Superscript(t("a")), " Contested values are told in ", CrossRef("box-reconcile", "Box 1"), "."),
        line(cite("hai2024", "Maslej 2024", 13), "; ", cite("hai2025", "Maslej 2025", 14)),
        "Table 1",
        rows_used=("q12", "q13", "q20", "q21", "m0", "m1", "m2", "m3"),
        source_keys=("hai2024", "hai2025"),
    )


def _wide_table() -> Table:
    years = tuple(str(year) for year in range(2014, 2025))
    columns = (Column(t("Area")), *(Column(t(year), "US$ bn", "decimal") for year in years))
    areas = ("United States", "China", "European Union", "United Kingdom", "Israel", "Canada", "Japan")
    rows = tuple(
        Row((t(area), *(t(f"{(place + 1) * (7 - step) * 1.37:.{step % 3}f}") for place in range(len(years)))))
        for step, area in enumerate(areas)
    )
    return Table(
        columns,
        rows,
        t("Eleven years side by side"),
        "tab-wide",
        t("Made-up values that try the alignment on the decimal mark"),
        sources=t("None: these are made up"),
        label="Table 2",
        landscape=True,
    )


def _policy() -> tuple[Block, ...]:
    rows = tuple(
        Row((t(date), t(area), t(act)))
        for date, area, act in (
            (
                "July 2017",
                "China",
                "New Generation AI Development Plan, with targets for 2020, 2025 and 2030",
            ),
            ("30 October 2023", "United States", "Executive Order 14110, revoked on 20 January 2025"),
            (
                "August 2025",
                "China",
                "Opinions on the AI Plus action: intelligent terminals in most firms by 2030",
            ),
        )
    )
    columns = (Column(t("Date"), weight=2), Column(t("Area"), weight=1.5), Column(t("Act"), weight=5))
    return (
        Heading(
            1, t("Washington restricts and deregulates; Beijing plans and subsidises"), "sec-policy", "3"
        ),
        p(
            "Executive Order 14110 was signed on ",
            n("e5", "30 October 2023", 28),
            " ",
            cite("eo14110", "(Executive Office of the President 2023)", 15),
            ". ",
            CrossRef("tab-policy", "Table 3", page=True),
            " sets the acts side by side, after ",
            CrossRef("sec-gap", "Section 1", page=True),
            ".",
        ),
        Table(columns, rows, t("Acts, side by side"), "tab-policy", label="Table 3", stub=False),
        _wide_table(),
        Box(
            t("Method"),
            (
                p(
                    "Values are printed as published",
                    NoteRef("plan", "fn2", 2),
                    ". Ratios are computed from values of one edition.",
                ),
            ),
            "method",
            "method",
        ),
        Box(
            t("About this brief"),
            (
                p(
                    "Made for tests. ",
                    Strong((Emphasis(t("Nothing here")),)),
                    " is advice & all of it is <escaped>.",
                ),
            ),
            "about",
            "about",
        ),
    )


def anchored(document: Document) -> Document:
    """The document with an anchor for every paragraph, as all have that come from a template."""
    count = itertools.count()

    def named(node: Any) -> Any:
        bare = isinstance(node, Paragraph | CodeBlock) and not node.anchor
        return replace(node, anchor=f"p-{next(count)}") if bare else node

    return replace(document, blocks=rewrite(document.blocks, named))


@cache
def torture() -> Document:
    """A resolved brief with every node of the model and every field in use."""
    meta = Meta(
        line("Counting the AI race: where figures ", Emphasis(t("lead")), ", lag & disagree"),
        "2025-11-20",
        "20 November 2025",
        "en-GB",
        t("Published figures on the United States and China, each with its source"),
        "Policy brief",
        "AI figures",
        "4",
        (Author("Ada Example", "Institute for Counting"), Author("Bo Muster")),
        "Institute for Counting",
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        ("artificial intelligence", "United States", "China"),
        "Counting the AI race",
        "What published figures say about AI in the United States and China, and where they disagree.",
        edition="2",
        status="corrected",
        replaces="f4d3c2b1a0e9",
    )
    mended = p(Strong(t("2 December 2025")), "\u2002The value for China was that of 2022.")
    corrections = Box(t("Corrections"), (mended,), "box-corrections", "corrections")
    closing = (References(t("References")), Provenance(t("Where each number comes from")))
    score = (
        Heading(2, t("A scorecard"), "sec-score", "1.2"),
        p("Eight values, two editions."),
        _score_table(),
    )
    lists = (Exhibits("figures", t("Figures")), Exhibits("tables", t("Tables")))
    front = (corrections, _findings(), _key_figures(), *lists)
    blocks = (*front, *_gap(), *score, *_contest(), *_policy(), *closing)
    data = Attachment(
        "figure-1.csv", "text/csv", "The values of Figure 1", "year,usa,chn\r\n2023,67.2,7.76\r\n"
    )
    return with_uses(
        Document(
            meta,
            blocks,
            numbers=_numbers(),
            claims=_claims(),
            references=_references(),
            attachments=(data,),
            dependencies=(
                Dependency(Span("templates/torture/narrative.md", 30, 34, "gap > 5"), ("q12", "q13")),
            ),
            words=words_for("en"),
            version="0a1b2c3d4e5f",
            contests=_contests(),
            passages={
                "title-fig-gap": Span(
                    "templates/torture/brief.yaml", 7, 7, "Investment in the United States …"
                ),
                "note-fig-gap": Span("templates/torture/brief.yaml", 8, 8, "Editions differ in method; …"),
            },
            inputs=(
                InputText("templates/torture/narrative.md", "# Private investment …\n"),
                InputText("data/areas.csv", "id,name\nUSA,the United States\n", excerpt=True),
            ),
        )
    )


@cache
def small() -> Document:
    """A brief of one section with one number, one citation and a reference."""
    meta = Meta(
        t("A small brief"),
        "2025-01-02",
        "2 January 2025",
        "en",
        authors=(Author("Ada Example"),),
        short_title="A small brief",
    )
    blocks = (
        Heading(1, t("One finding"), "sec-one"),
        p("Investment was ", n("q12", "$67.2 billion", 1), " ", cite("hai2024", "(Maslej 2024)", 1), "."),
        References(t("References")),
        Provenance(t("Where each number comes from")),
    )
    numbers = {"q12": _numbers()["q12"]}
    references = tuple(one for one in _references() if one.key == "hai2024")
    found = Document(
        meta, blocks, numbers, references=references, words=words_for("en"), version="5f4e3d2c1b0a"
    )
    return with_uses(found)


def with_uses(document: Document) -> Document:
    """Fill in the places that print each number, as the resolver would."""
    uses: dict[str, list[Use]] = {key: [] for key in document.numbers}
    where = plain(document.meta.title)
    for block in document.blocks:
        if isinstance(block, Heading):
            where = f"{block.number} {plain(block.inlines)}".strip()
        for node in walk(block):
            if isinstance(node, NumberText):
                uses[node.number].append(Use(node.anchor, _where(block) or where))
    numbers = {key: replace(number, uses=tuple(uses[key])) for key, number in document.numbers.items()}
    return replace(document, numbers=numbers)


def _where(block: Block) -> str:
    match block:
        case KeyFigures():
            return "Key figures"
        case Box() | Figure() | Table():
            return block.label or plain(block.title)
        case _:
            return ""


# The theme --------------------------------------------------------------------------------------

_FILES = (
    ("Source Serif Pro", 400, False, "font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    ("Source Serif Pro", 400, True, "font_source_serif_pro", "SourceSerifPro-It.ttf"),
    ("Source Serif Pro", 700, False, "font_source_serif_pro", "SourceSerifPro-Bold.ttf"),
    ("Source Serif Pro", 700, True, "font_source_serif_pro", "SourceSerifPro-BoldIt.ttf"),
    ("Source Sans Pro", 400, False, "font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("Source Sans Pro", 400, True, "font_source_sans_pro", "SourceSansPro-It.ttf"),
    ("Source Sans Pro", 600, False, "font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    ("Source Sans Pro", 700, False, "font_source_sans_pro", "SourceSansPro-Bold.ttf"),
)


@cache
def plain_theme() -> Theme:
    """The default theme with one face only, for tests that embed fonts again and again."""
    return replace(theme(), fonts=replace(theme().fonts, faces=theme().fonts.faces[:1]))


@cache
def theme() -> Theme:
    """The default theme, with the values of its theme.yaml."""
    faces = tuple(
        Face(family, weight, italic, name, (files(package) / "files" / name).read_bytes())
        for family, weight, italic, package, name in _FILES
    )
    areas = {"USA": "#1f5f99", "CHN": "#c8501e", "WLD": "#6b7280", "EUR": "#3f8f6b", "EU27": "#3f8f6b"}
    areas |= {"JPN": "#8a6fb0", "KOR": "#b39a2c", "IND": "#4aa3b5"}
    colours = Colours(
        ink="#1b1e23",
        muted="#555d68",
        rule="#c9ced6",
        paper="#ffffff",
        tint="#f2f5f8",
        accent="#0b4f7d",
        contested="#8a5a00",
        link="#0b4f7d",
        band="#0b4f7d",
        band_ink="#ffffff",
        areas=areas,
        series=("#0b4f7d", "#c8501e", "#3f8f6b", "#8a6fb0", "#b39a2c", "#6b7280"),
    )
    fonts = Fonts("Source Serif Pro", "Source Sans Pro", "Source Sans Pro", faces)
    return Theme("default", fonts, Sizes(), colours, Margins())
