"""Lines of text, each of them set once: columns, tables and pages ask for the same ones again until all fits.

WeasyPrint also sets each line anew to paint it. Here what is painted is what was laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from aibrief_report.render.pdf.once.replacing import replaced

TEXT_PROPERTIES = (
    *("direction", "lang", "white_space", "word_break", "overflow_wrap", "tab_size", "text_decoration_line"),
    *("hyphens", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone"),
    *("letter_spacing", "word_spacing", "line_height"),
    *("font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
    *("font_variation_settings", "font_language_override"),
)
"""All that the setting of a line asks of a style."""

_ENDS = frozenset("\n\r\t\f\v\x1c\x1d\x1e\x85\u2028\u2029")
"""Characters that may end a line or a paragraph."""


@contextmanager
def lines_kept() -> Iterator[None]:
    """Keep lines while WeasyPrint lays out and paints."""
    from weasyprint.text import line_break  # here: it takes time to import

    own = _Lines(line_break)
    with replaced(
        (line_break.Layout, _layout_class()),
        (line_break.split_first_line, own.split),
        (line_break.strut, own.strut),
        (line_break.get_font_description, own.description),
    ):
        yield


class _Lines:
    """Remembers how texts were split, by all that decides it."""

    def __init__(self, line_break: Any) -> None:
        self._split, self._strut = line_break.split_first_line, line_break.strut
        self._describe = line_break.get_font_description
        self._known: dict[Any, Any] = {}

    def split(
        self,
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        """Return what WeasyPrint's `split_first_line` returns."""
        key = (text, _text_key(style), max_width, justification_spacing, is_line_start, minimum)
        if key not in self._known:
            self._known[key] = self._split(
                text, style, context, max_width, justification_spacing, is_line_start, minimum
            )
        return self._known[key]

    def strut(self, style: Any) -> Any:
        """Return what WeasyPrint's `strut` returns."""
        key = _text_key(style)
        if key not in self._known:
            self._known[key] = self._strut(style)
        return self._known[key]

    def description(self, style: Any) -> Any:
        """Return what WeasyPrint's `get_font_description` returns, which Pango copies."""
        key = ("font", _text_key(style))
        if key not in self._known:
            self._known[key] = self._describe(style)
        return self._known[key]


def _text_key(style: Any) -> str:
    """Return what a style says of text; a style that is changed later is a copy without it."""
    try:
        return str(style.text_key)
    except AttributeError:
        style.text_key = str([style[name] for name in TEXT_PROPERTIES])
        return str(style.text_key)


@cache
def _layout_class() -> Any:
    from weasyprint.text.ffi import pango
    from weasyprint.text.line_break import Layout

    class Kept(Layout):  # type: ignore[misc]  # WeasyPrint ships no types
        """A line that stays set until it is painted, unless it is stretched by then."""

        def set_text(self, text: str, justify: bool = False) -> None:
            """Set a text as it will be painted: Pango begins anew where one paragraph is asked for later."""
            super().set_text(text, justify)
            pango.pango_layout_set_single_paragraph_mode(self.layout, _ENDS.isdisjoint(text))

        def deactivate(self) -> None:
            """Keep the line."""
            if self.justification_spacing:
                super().deactivate()

        def reactivate(self, style: Any) -> None:
            """Set only what was not kept."""
            if self.justification_spacing:
                super().reactivate(style)

    return Kept
