"""The style sheet of the PDF: pages, feet, a side column for labels, columns for the back matter."""

from __future__ import annotations

from msgspec.structs import asdict

from aibrief_report.model.document import Document, PageSize
from aibrief_report.render.html.css.colours import light
from aibrief_report.render.html.css.manners import lengths, manners_style
from aibrief_report.render.html.css.pages import filled, page_rules
from aibrief_report.render.html.css.paper_manners import paper_manners
from aibrief_report.render.html.css.tokens import colours, families, number, sizes
from aibrief_report.render.html.markup import css_string
from aibrief_report.render.html.sources import style_sheet
from aibrief_report.theme.coverage import lacking
from aibrief_report.theme.tokens import Theme

POINTS = 72 / 25.4
PAGES: dict[PageSize, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height of a page in millimetres."""

_LEAST_SIDE = 40.0
"""Points. A narrower side column holds no label, and text takes the whole width."""

_HYPHENS = "\u2010-"
"""What ends a divided line: the sign that is a hyphen only, else the one that may be a minus as well."""

_LINES = {"hair": ".35pt", "thin": ".5pt", "mid": ".75pt", "thick": "2.5pt", "pad": "5pt"}


def paper_style(theme: Theme, document: Document) -> str:
    """Return the style sheet for WeasyPrint."""
    side = side_column(theme, document.meta.page)
    root = (
        families(theme) + sizes(theme, "pt") + colours(light(theme.colours)) + lengths(theme, "pt", 1, _LINES)
    )
    return (
        f":root{{{root}{_geometry(theme, side)}}}"
        + page_rules(theme, document)
        + style_sheet("shared")
        + _PAPER
        + manners_style(theme)
        + paper_manners(theme, side)
        + _generated(document)
    )


def side_column(theme: Theme, page: PageSize) -> float:
    """Return the width in points of the column beside the text, where labels hang; 0 for none."""
    side = block_width(theme, page) - theme.sizes.body * theme.page.measure
    return side if side >= _LEAST_SIDE else 0.0


def block_width(theme: Theme, page: PageSize) -> float:
    """Return the width in points of all that stands between the margins."""
    return (PAGES[page][0] - theme.margins.left - theme.margins.right) * POINTS


def _geometry(theme: Theme, side: float) -> str:
    edges = {f"page-{name}": f"{number(edge)}mm" for name, edge in asdict(theme.margins).items()}
    hyphen = next(one for one in _HYPHENS if not lacking(one, theme.fonts))
    own = {
        "hyphen": css_string(hyphen),
        "side": f"{number(side)}pt",
        "reference-columns": str(theme.page.reference_columns),
        **edges,
    }
    return "".join(f"--{name}:{value};" for name, value in own.items())


def _generated(document: Document) -> str:
    """Return what the layout fills in: the pages on which something stands."""
    page = filled(document.words["on-page"], page="target-counter(attr(href),page)")
    told = filled(document.words["on-the-page"], page="target-counter(attr(href),page)")
    return (
        f'.on-page::after{{content:" (" {page} ")"}}.the-page::after{{content:{told}}}'
        ".its-page::after{content:target-counter(attr(href),page)}"
    )


_PAPER = """
/* The zone keeps ragged lines from needless hyphens; without it WeasyPrint 70 also breaks some lines far too
early, where a link is followed by a word that it tries to hyphenate. */
html{hyphens:auto;hyphenate-character:var(--hyphen);hyphenate-limit-chars:7 3 3;hyphenate-limit-zone:20%;
font-variant-numeric:lining-nums}
p,li{orphans:2;widows:2;overflow-wrap:break-word}
/* Not within links and numbers: there WeasyPrint 70 breaks words that fit the next line ("Reute/rs"). */
a,.number{overflow-wrap:normal}
.xref{hyphens:manual}
.references a{overflow-wrap:anywhere}
.number,.number a{hyphens:manual}
article{margin-left:var(--side)}
h1,h2,h3,h4,.title,.box-title,.exhibits,.genre,.deck,thead,.imprint,.label,.key-figures{hyphens:manual}
h1{bookmark-level:none}
h2{bookmark-level:1;bookmark-label:attr(data-label)}
h3{bookmark-level:2;bookmark-label:attr(data-label)}
h4{bookmark-level:3;bookmark-label:attr(data-label)}
.references h2,.annex h2{bookmark-label:content()}
h2,h3,h4,.box-title,figcaption{break-after:avoid}

.title-block{margin-left:calc(-1*var(--side));padding-top:7pt;margin-bottom:16pt}
.genre{font-size:8pt;line-height:11pt;margin-bottom:26pt}
.genre .of{margin-left:8pt}
h1{font-size:var(--title);line-height:1.12;letter-spacing:-.01em;margin-bottom:8pt}
.deck{font-size:var(--subtitle);line-height:1.3;margin-bottom:16pt}
.imprint{font-size:7.5pt;line-height:10pt;display:flex;flex-wrap:wrap;gap:6pt 14pt;
border-top:.5pt solid var(--rule);
padding:6pt 0 0;margin:0}
.imprint li{margin:0}
.affiliation{color:var(--muted)}

p+p,p+.p,.p+p{margin-top:var(--paragraph)}

h2{font-size:var(--heading1);line-height:1.2;margin:var(--section) 0 7pt}
h3{font-size:var(--heading2);line-height:1.25;margin:calc(.68*var(--section)) 0 4pt}
h4{font-size:var(--heading3);margin:calc(.5*var(--section)) 0 3pt}
ul,ol{padding-left:13pt;margin:var(--paragraph) 0}
li+li{margin-top:3pt}
li>ul,li>ol{margin:3pt 0}
li::marker{color:var(--accent);font-family:var(--sans)}
blockquote{margin:8pt 0 8pt;padding-left:11pt;border-left:2pt solid var(--accent);font-style:italic}
blockquote em{font-style:normal}
pre{font-size:var(--table);line-height:1.4;white-space:pre-wrap;
background:var(--tint);padding:7pt 9pt;margin:8pt 0;
hyphens:none;break-inside:avoid}
code{font-size:.92em;hyphens:none}
pre code{font-size:inherit}
hr{border:0;border-top:.75pt solid var(--ink);width:30pt;margin:12pt 0}
.note-mark a{color:var(--accent)}
.footnote{float:footnote;font-size:var(--small);line-height:1.35;margin-left:var(--side);padding-top:3.5pt}
.footnote::footnote-call{content:none}
.footnote::footnote-marker{content:none}
.footnote a{color:var(--link)}
.note-number{display:inline-block;width:12pt;margin-left:-12pt}
.note-line{display:inline}
.note-line+.note-line{display:block}

.key-figures{margin:14pt 0 18pt calc(-1*var(--side));padding:0;gap:14pt;break-inside:avoid}
.key-figures li{flex:1 1 0;margin:0;font-size:7.5pt;line-height:10pt}
.key-value{font-size:var(--key-figure);line-height:1.15;color:var(--accent);margin-bottom:2pt;
letter-spacing:-.01em}
.key-value .contested{font-size:.4em}

.box{margin:var(--block) 0;padding:9pt 11pt 10pt}
.box-title{font-size:8.5pt;line-height:12pt}
.findings{margin-top:0}
.findings li{margin-bottom:5pt}
.method,.about{border-top:.5pt solid var(--rule);padding:7pt 0 0;font-size:9pt;line-height:12.5pt}
.box{break-inside:avoid}

.exhibits{margin:var(--block) 0;font-size:8.5pt;line-height:12pt;break-inside:avoid}
.exhibits ol{padding:0}
.exhibits li{margin:0 0 2pt}
.exhibits .line{display:table;table-layout:fixed;width:100%}
.exhibits .line>*{display:table-cell}
.exhibits .label{width:58pt}
.exhibits .at{width:24pt;text-align:right;vertical-align:bottom}
.nav-title{font-size:8.5pt;line-height:12pt;margin-bottom:3pt;color:var(--accent)}

figure{margin:var(--block) 0 var(--block) calc(-1*var(--side))}
figure.chart,figure.image,figure.few{break-inside:avoid}
figcaption{margin-bottom:7pt}
figcaption .title{font-size:var(--caption);line-height:1.32}
figcaption .subtitle{font-size:calc(var(--caption) - 1pt);line-height:1.35}
/* PDF/A leaves it to the reader's program how a picture's points are spread (ISO 19005-3, 6.2.8.3). */
figure img{display:block;max-width:100%;image-rendering:crisp-edges}
.beneath{font-size:7.5pt;line-height:10pt;margin-top:5pt;break-before:avoid}
.beneath p+p{margin-top:1pt}
th,td{padding:2.6pt 8pt 2.6pt 0;border-bottom:.35pt solid var(--rule)}
th.num,td.num{padding-left:10pt;padding-right:0}
th.num+th:not(.num),th.num+td:not(.num),td.num+td:not(.num){padding-left:14pt}
th.middle,td.middle{padding-left:8pt}
th:last-child,td:last-child{padding-right:0}
thead th,thead td{border-bottom:.75pt solid var(--ink);padding-bottom:4pt}
tbody:last-child tr:last-child>*{border-bottom:.75pt solid var(--ink)}
.group th{padding-top:7pt}
tr{break-inside:avoid}
.group{break-after:avoid}
/* Named everywhere: WeasyPrint goes back from a landscape page only to a page that has a name. But it then
takes every page break for a forced one, after which margins would stand at the top of the page. */
body{page:upright}
body *{margin-break:discard}
.landscape{page:wide;margin-left:calc(-1*var(--side))}

.references .entries{columns:var(--reference-columns);column-gap:16pt;padding:0;
margin:0 0 0 calc(-1*var(--side));font-size:7.5pt;
line-height:10pt}
.references li{padding-left:9pt;text-indent:-9pt;margin:0 0 3.5pt;break-inside:avoid;hyphens:manual}
.annex .lead{break-after:avoid;font-size:var(--small);margin-bottom:8pt}
.annex .entries{font-size:7.25pt;line-height:9.5pt;border-bottom:.35pt solid var(--rule);
margin-left:calc(-1*var(--side))}
.entry{border-top:.35pt solid var(--rule);padding:3pt 0 3.5pt 74pt;hyphens:manual}
.entry p{orphans:3;widows:3}
.entry p:first-child{break-after:avoid}
/* One line high: a second line of the label stands beside the facts, and moves nothing. */
.entry{min-height:19pt}
.entry b{color:var(--accent);font-size:8pt;
display:inline-block;height:9.5pt;vertical-align:top;width:74pt;padding-right:8pt;
margin-left:-74pt}
.facts{margin-top:0}
.facts i{white-space:nowrap}
.places a{color:var(--ink)}
"""
