"""Figures: a chart of Word's own, its drawing where there is none, or a picture; with caption and notes."""

from __future__ import annotations

from msgspec.structs import replace

from aibrief_report.charts.bitmap import bitmap, chart_bitmap
from aibrief_report.charts.parts.sheet import Sheet
from aibrief_report.charts.wording import chart_wording
from aibrief_report.errors import Fault, Place, RenderError
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Chart, Image
from aibrief_report.ooxml.drawings import Picture
from aibrief_report.ooxml.markup import Xml
from aibrief_report.ooxml.paragraphs import WordParagraph
from aibrief_report.render.docx.captions import below, caption, notes
from aibrief_report.render.docx.draft import Draft, Flow
from aibrief_report.render.docx.native.embed import embed_charts
from aibrief_report.render.docx.native.forms import native_charts

_BITMAPS = ("image/png", "image/jpeg", "image/gif")
_PIXELS_PER_POINT = 3
_MOST_PIXELS = 6_000_000
"""Of a drawing, measured in points: what 17 × 25 cm have at 300 dots an inch."""

_PLAIN = "export it anew as plain SVG"


def write_figure(draft: Draft, figure: Figure, flow: Flow) -> list[WordParagraph]:
    """Return a figure's caption, drawing and notes, kept on one page."""
    beneath = notes(draft, figure)
    drawing = WordParagraph(
        draw_figure(draft, figure, flow.whole),
        "BriefFigure",
        keep_next=None if beneath else False,
        after=None if beneath else below(draft.theme),
        indent=None if flow.side else 0.0,
    )
    told = caption(draft, figure, flow)
    if draft.theme.manners.captions.place == "beneath":
        return [replace(drawing, keep_next=None), *told, *beneath]
    return [*told, drawing, *beneath]


def draw_figure(draft: Draft, figure: Figure, width: float) -> Xml:
    """Return a run that shows a figure's content, no wider than `width` points.

    Raises `RenderError` for a chart that was not drawn and for pictures that Word cannot show.
    """
    match figure.content:
        case Chart() as chart:
            return _chart(draft, figure, chart, width)
        case Image() as image:
            return _image(draft, figure, image, width)


def _chart(draft: Draft, figure: Figure, chart: Chart, width: float) -> Xml:
    drawn = chart.drawing
    if drawn is None:
        raise RenderError(Fault(f"the chart of {figure.anchor!r} was not drawn", _place(figure)))
    sheet = Sheet(draft.theme, min(drawn.width, width), chart_wording(draft.document), draft.cache)
    native = native_charts(chart, sheet)
    if native:
        return embed_charts(draft, figure, chart, native, sheet)
    size = _fit(drawn.width, drawn.height, width)
    picture = Picture(
        draft.ids.count("drawing"),
        draft.package.picture(chart_bitmap(drawn, draft.theme, draft.cache)),
        *size,
        chart.alt,
        draft.package.drawing(drawn.svg) if drawn.svg else "",
    )
    return picture.xml


def _image(draft: Draft, figure: Figure, image: Image, width: float) -> Xml:
    size = _fit(image.width, image.height, width)
    svg = image.data.decode() if image.media_type == "image/svg+xml" else ""
    if not svg and image.media_type not in _BITMAPS:
        hint = "save it as PNG, JPEG, GIF or SVG"
        raise RenderError(Fault(f"Word cannot show {image.name} ({image.media_type})", _place(figure), hint))
    drawn = _bitmap(draft, figure, image) if svg else image.data
    picture = Picture(
        draft.ids.count("drawing"),
        draft.package.picture(drawn),
        *size,
        image.alt,
        draft.package.drawing(svg) if svg else "",
    )
    return picture.xml


def _bitmap(draft: Draft, figure: Figure, image: Image) -> bytes:
    """Return a drawing as PNG, for readers that show no SVG; no larger than a page shows it."""
    scale = min(_PIXELS_PER_POINT, (_MOST_PIXELS / (image.width * image.height)) ** 0.5)
    try:
        return bitmap(image.data.decode(), draft.theme.fonts, scale)
    except RuntimeError as error:  # it panics, with pages of its own, on what it cannot draw
        raise RenderError(Fault(f"{image.name} cannot be drawn", _place(figure), _PLAIN)) from error


def _fit(width: float, height: float, most: float) -> tuple[float, float]:
    scale = min(1.0, most / width)
    return width * scale, height * scale


def _place(figure: Figure) -> Place | None:
    return Place(figure.span.file, figure.span.first) if figure.span else None
