"""What a theme chooses among: each choice is a few rules, in lengths that both media set in their own units.

`--hair`, `--thin`, `--mid` and `--thick` are widths of lines; `--pad` is the space within a coloured ground.
"""

from __future__ import annotations

from collections.abc import Mapping

from aibrief_report.render.html.css.tokens import number
from aibrief_report.theme.manners import Manners
from aibrief_report.theme.tokens import Theme

COVER: Mapping[str, str] = {
    "rule": ".title-block{border-top:var(--cover-rule) solid var(--accent)}",
    "plain": ".title-block{border-top:0}.imprint{border-top:0}",
    "band": """
.title-block,.title-block .kind,.title-block .of,.title-block .deck,.imprint .key,.title-block .affiliation,
.imprint a{color:var(--band-ink)}
.title-block{background:var(--band);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.imprint{border-top-color:var(--band-ink)}
""",
}
LOGO: Mapping[str, str] = {
    "right": ".logo{float:right;height:var(--logo-height)}",
    "left": ".logo{display:block;height:var(--logo-height);margin-bottom:1.2em}",
}
HEADING_RULE: Mapping[str, str] = {
    "none": "",
    "above": "h2{border-top:var(--mid) solid var(--accent);padding-top:.45em}",
    "beneath": "h2{border-bottom:var(--mid) solid var(--accent);padding-bottom:.25em}",
}
CAPTION_LABEL: Mapping[str, str] = {
    "side": "",
    "line": "figcaption .label{display:block;margin-bottom:.1em}",
    "run-in": "",
}
TABLE_RULES: Mapping[str, str] = {
    "hairlines": "",
    "book": """
tbody th,tbody td{border-bottom-color:transparent}
thead tr:first-child>*{border-top:var(--mid) solid var(--ink)}
.group th{border-bottom:var(--hair) solid var(--rule)}
""",
}
TABLE_HEAD: Mapping[str, str] = {
    "plain": "",
    "tint": "thead th,thead td{background:var(--tint);padding-top:.45em}"
    "thead :is(th,td):first-child,thead~tbody :is(th,td):first-child{padding-left:.6em}"
    "thead :is(th,td):last-child,thead~tbody :is(th,td):last-child{padding-right:.6em}",
    "band": "thead th,thead td,thead .unit{color:var(--band-ink)}"
    "thead th,thead td{background:var(--band);padding-top:.45em;border-bottom-color:var(--band);"
    "-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "thead :is(th,td):first-child,thead~tbody :is(th,td):first-child{padding-left:.6em}"
    "thead :is(th,td):last-child,thead~tbody :is(th,td):last-child{padding-right:.6em}",
}
BOX: Mapping[str, str] = {
    "tint": ".box{background:var(--tint);border-top:var(--mid) solid var(--accent)}"
    ".method,.about{background:none}",
    "bar": ".box{border-left:var(--thick) solid var(--accent)}"
    ".findings{background:var(--tint)}.method,.about{border-left:0}",
    "frame": ".box{border:var(--mid) solid var(--rule)}.findings{border-color:var(--accent)}"
    ".method,.about{border-width:var(--thin) 0 0}",
}
KEY_FIGURES: Mapping[str, str] = {
    "rules": ".key-figures li{border-top:var(--mid) solid var(--accent);padding-top:var(--pad)}",
    "cards": ".key-figures li{background:var(--tint);padding:var(--pad) calc(1.4*var(--pad)) "
    "calc(1.2*var(--pad));border-bottom:var(--thick) solid var(--accent)}",
    "lines": ".key-figures li+li{border-left:var(--thin) solid var(--rule);"
    "padding-left:calc(1.6*var(--pad))}",
}


def manners_style(theme: Theme) -> str:
    """Return the rules that both media share; each adds what its own geometry needs."""
    chosen = theme.manners
    return "".join((_headings(chosen), *_looked_up(chosen), _captions(chosen)))


def lengths(theme: Theme, unit: str, scale: float, lines: Mapping[str, str]) -> str:
    """Return the custom properties of lengths in a medium: its lines, and the theme's own in its unit."""
    cover, spacing = theme.manners.cover, theme.spacing
    own = {
        "cover-rule": cover.rule,
        "logo-height": cover.logo_height,
        "paragraph": spacing.paragraph,
        "section": spacing.section,
        "block": spacing.block,
    }
    return "".join(f"--{name}:{value};" for name, value in lines.items()) + "".join(
        f"--{name}:{number(length * scale)}{unit};" for name, length in own.items()
    )


def _looked_up(chosen: Manners) -> tuple[str, ...]:
    return (
        COVER[chosen.cover.style],
        LOGO[chosen.cover.logo],
        HEADING_RULE[chosen.headings.rule],
        CAPTION_LABEL[chosen.captions.label],
        TABLE_RULES[chosen.tables.rules],
        TABLE_HEAD[chosen.tables.head],
        BOX[chosen.boxes.style],
        KEY_FIGURES[chosen.key_figures.style],
    )


def _headings(chosen: Manners) -> str:
    return f"h2,h3,h4{{font-weight:{chosen.headings.weight};color:var(--{chosen.headings.colour})}}"


def _captions(chosen: Manners) -> str:
    if chosen.captions.rule:
        return "figcaption{border-top:var(--mid) solid var(--accent);padding-top:var(--pad)}"
    return ""
