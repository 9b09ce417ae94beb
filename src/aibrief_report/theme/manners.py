"""How a theme sets each kind of thing: title block, headings, captions, tables, boxes. Choices among few.

A house differs from another less in its colours than in these. Each field is a token of theme.yaml.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Cover(Struct, frozen=True):
    """The title block: under a rule, on a coloured band, or plain; where the logo stands.

    `rule` is the thickness of the rule above a title block of that style, `logo_height` that of the logo;
    both in points.
    """

    style: Literal["rule", "band", "plain"] = "rule"
    rule: float = 2.5
    logo: Literal["left", "right"] = "right"
    logo_height: float = 24.0


class Headings(Struct, frozen=True):
    """Headings: their colour and weight, a rule at the first level, and where they begin.

    `place` is the text's own edge, or the edge of the page's block, left of the side column.
    """

    colour: Literal["ink", "accent"] = "ink"
    weight: Literal[400, 600, 700] = 700
    rule: Literal["none", "above", "beneath"] = "none"
    place: Literal["text", "edge"] = "text"


class Captions(Struct, frozen=True):
    """Captions: above or beneath a figure (a table's is always above), and where their label stands.

    `label` is beside the text in the side column, on a line of its own, or before the title in its line.
    """

    place: Literal["above", "beneath"] = "above"
    label: Literal["side", "line", "run-in"] = "side"
    rule: bool = True


class Tables(Struct, frozen=True):
    """Tables: a hairline beneath every row or rules at head and foot only; the ground of the head."""

    rules: Literal["hairlines", "book"] = "hairlines"
    head: Literal["plain", "tint", "band"] = "plain"


class Boxes(Struct, frozen=True):
    """Boxes: on a tint, beside a bar, or in a frame; their title in the side column or above the text."""

    style: Literal["tint", "bar", "frame"] = "tint"
    title: Literal["side", "above"] = "side"


class KeyFigures(Struct, frozen=True):
    """The strip of key figures: each under a rule, on a card, or parted from the next by a line."""

    style: Literal["rules", "cards", "lines"] = "rules"


class Running(Struct, frozen=True):
    """What runs through the pages: the short title in foot or head, a rule that parts it from the text."""

    title: Literal["foot", "head"] = "foot"
    rule: bool = False


class Manners(Struct, frozen=True):
    """All of them."""

    cover: Cover = Cover()
    headings: Headings = Headings()
    captions: Captions = Captions()
    tables: Tables = Tables()
    boxes: Boxes = Boxes()
    key_figures: KeyFigures = KeyFigures()
    running: Running = Running()


PLAIN = Manners()
"""What a theme gets that chooses nothing."""
