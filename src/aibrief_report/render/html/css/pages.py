"""The pages of the PDF as rules: size and margins, what runs in head and foot, the turned page."""

from __future__ import annotations

from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain
from aibrief_report.render.html.css.tokens import number
from aibrief_report.render.html.markup import css_string
from aibrief_report.theme.manners import Running
from aibrief_report.theme.tokens import Theme

_LOOK = "font-family:var(--sans);font-size:7.5pt;color:var(--muted)"
_RULED_FOOT = Running("foot", rule=True)


def page_rules(theme: Theme, document: Document) -> str:
    """Return the rules of a document's pages; the first, with the title, names publisher and licence."""
    meta, margins = document.meta, theme.margins
    title = css_string(meta.short_title or plain(meta.title))
    imprint = css_string(" · ".join(part for part in (meta.publisher, meta.licence) if part))
    edges = " ".join(f"{number(one)}mm" for one in (margins.top, margins.right, margins.bottom, margins.left))
    return (
        f"@page{{size:{meta.page};margin:{edges};"
        # No padding here: WeasyPrint 70 takes it for an overflow and moves the notes to the next page.
        f"@footnote{{border-top:.5pt solid var(--rule);margin-top:9pt}}"
        f"{_foot(title, theme, document)}{_head(title, theme)}}}"
        f"@page:first{{@bottom-left{{content:{imprint}}}@top-left{{content:none}}}}"
        f"@page wide{{size:{meta.page} landscape;margin:{number(margins.top)}mm {number(margins.top)}mm}}"
    )


def filled(template: str, **parts: str) -> str:
    """Return a template of words as the value of `content`, with CSS functions in place of its braces."""
    found = []
    while template:
        before, brace, rest = template.partition("{")
        name, _, template = rest.partition("}") if brace else ("", "", "")
        found += [css_string(before)] if before else []
        found += [parts[name]] if name else []
    return " ".join(found)


def _foot(title: str, theme: Theme, document: Document) -> str:
    running = theme.manners.running
    # Its three parts are as wide as the foot, so that their rules are one.
    rule = ";border-top:.5pt solid var(--rule);width:33.333%" if running == _RULED_FOOT else ""
    look = f"{_LOOK};vertical-align:top;margin-top:9pt;padding-top:4pt{rule}"
    count = filled(document.words["page-of-pages"], page="counter(page)", pages="counter(pages)")
    left = title if running.title == "foot" else css_string("")
    return (
        f"@bottom-left{{{look};content:{left}}}"
        f"@bottom-center{{{look};content:{css_string(document.version)}}}"
        f"@bottom-right{{{look};content:{count}}}"
    )


def _head(title: str, theme: Theme) -> str:
    """Return the running head, where the theme sets one."""
    running = theme.manners.running
    if running.title != "head":
        return ""
    rule = ";border-bottom:.5pt solid var(--rule)" if running.rule else ""
    look = f"{_LOOK};width:100%;vertical-align:bottom;margin-bottom:9pt;padding-bottom:4pt{rule}"
    return f"@top-left{{{look};content:{title}}}"
