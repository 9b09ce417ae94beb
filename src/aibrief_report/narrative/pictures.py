"""Pictures that a narrative shows: PNG, JPEG and SVG files beside it, nothing from elsewhere."""

from __future__ import annotations

import re

from aibrief_report.errors import BriefError, Faults, Place
from aibrief_report.inputs.brief import brief_folder
from aibrief_report.inputs.door import Inputs
from aibrief_report.model.charts import Image
from aibrief_report.ooxml import rasters
from aibrief_report.theme import drawings

_SVG = "image/svg+xml"
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": _SVG}
_POINTS_PER_PIXEL = 0.75


def read_picture(
    inputs: Inputs, brief: str, picture: tuple[str, str], faults: Faults, place: Place
) -> Image | None:
    """Return a picture (its address and alt text) of the brief's folder.

    Returns `None`, and adds a fault, where it cannot be used.
    """
    address, alt = picture
    if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE):
        hint = "save the picture beside narrative.md; a brief never fetches anything"
        faults.add(f"a remote picture: {address}", place, hint)
        return None
    if not alt.strip():
        faults.add("the picture has no alt text", place, "![what it shows](file.png)")
    kind = _TYPES.get(address.rpartition(".")[2].lower())
    if kind is None:
        faults.add(f"{address} is no picture that can be shown", place, "use PNG, JPEG or SVG")
        return None
    try:
        data = inputs.read(f"{brief_folder(brief)}/{address}", asked=place)
    except BriefError as error:
        faults.take(error)
        return None
    reason = drawings.refused(data, address) if kind == _SVG else None
    if reason:
        faults.add(reason, place, "export it as plain SVG: no scripts, no outside addresses, no DOCTYPE")
        return None
    size = drawings.size(data, address) if kind == _SVG else rasters.size(data, kind)
    if size is None:
        hint = "its root needs a viewBox" if kind == _SVG else f"is it really {kind}?"
        faults.add(f"the size of {address} cannot be read", place, hint)
        return None
    reason = _too_large(size) if kind == _SVG else rasters.unfit(data, kind)
    if reason:
        faults.add(f"{address} {reason}", place, "save it anew, no larger than it is shown")
        return None
    width, height = (side * _POINTS_PER_PIXEL for side in size)
    return Image(address, kind, data, alt, width, height)


def _too_large(size: tuple[float, float]) -> str | None:
    most = rasters.MOST_PIXELS
    return f"has more than {most:,} pixels" if size[0] * size[1] > most else None
