"""Fonts as embedded: each glyph that the text names by its place must be found by that number.

The text of a PDF names glyphs by their place in the font. Where a font with PostScript outlines numbers its
glyphs by itself, as East Asian ones do, readers look for that number instead (ISO 32000-1, 9.7.4.2). The two
are the same in a whole font, but not in one that was cut down before.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any


def number_glyphs(pdf: Any) -> None:
    """Let every embedded font of a PDF (a `pydyf.PDF`) number its glyphs by their places."""
    for item in pdf.objects:
        if isinstance(item, dict) and "FontFile3" in item:
            stream = pdf.objects[int(item["FontFile3"].split()[0])]
            data = b"".join(stream.stream)
            renumbered = _by_place(data)
            if renumbered is not None:
                stream.stream = [renumbered]


def _by_place(data: bytes) -> bytes | None:
    """Return a font whose glyphs have the numbers of their places; `None` where they have them already."""
    from fontTools.ttLib import TTFont  # here: most briefs have no such font

    font = TTFont(BytesIO(data), recalcTimestamp=False, lazy=True)
    top = font["CFF "].cff.topDictIndex[0] if "CFF " in font else None
    if top is None or not hasattr(top, "ROS"):
        return None
    before = list(top.charset)
    names = [before[0], *(f"cid{place:05d}" for place in range(1, len(before)))]
    if names == before:
        return None
    outlines = top.CharStrings
    outlines.charStrings = {
        names[place]: outlines.charStrings[name]
        for place, name in enumerate(before)
        if name in outlines.charStrings
    }
    top.charset = names
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()
