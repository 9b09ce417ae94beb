"""The style sheet of the screen page: one column on a phone, a side list on a desk, cards for numbers."""

from __future__ import annotations

from aibrief_report.render.html.css.colours import dark, light
from aibrief_report.render.html.css.shared import SHARED
from aibrief_report.render.html.css.tokens import colours, families, number, sizes
from aibrief_report.theme.tokens import Theme

_BODY = 1.125
"""The size of running text in rem: 18 px where a reader has changed nothing."""


def screen_style(theme: Theme) -> str:
    """Return the style sheet of the screen page, for light and dark and for the reader's own printer."""
    scale = _BODY / theme.sizes.body
    turned = dark(theme.colours)
    root = families(theme) + sizes(theme, "rem", scale) + colours(light(theme.colours))
    marks = "".join(
        f'.drawing [fill="{old}"]{{fill:{new}}}.drawing [stroke="{old}"]{{stroke:{new}}}'
        for old, new in turned.marks
        if old != new
    )
    title = number(theme.sizes.title * scale)
    return (
        f":root{{color-scheme:light dark;{root}--title:clamp(1.9rem,6vw,{title}rem)}}"
        + SHARED
        + _SCREEN
        + f"@media screen and (prefers-color-scheme:dark){{:root{{{colours(turned)}}}{marks}}}"
        + _PRINT
    )


_SCREEN = """
html{background:var(--paper);line-height:1.55;-webkit-text-size-adjust:100%;text-size-adjust:100%;
scroll-padding-top:1.5rem;
font-variant-numeric:lining-nums;hyphens:manual}
body{padding:0 1.125rem 4rem;overflow-wrap:break-word}
article{max-width:46rem;margin:0 auto}
:target{scroll-margin-top:2rem}
.number:target,.num:target,.cite:target,.entry:target,.references li:target,
.footnotes li:target{background:var(--tint);
box-shadow:0 0 0 .25em var(--tint);outline:1px solid var(--rule);outline-offset:.25em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-100vw;top:.5rem;background:var(--paper);padding:.5rem 1rem;
font-family:var(--sans);z-index:3}
.skip:focus{left:.5rem}
p+p,p+.p,.p+p{margin-top:.8rem}
:where(.text) p,:where(.text) li,blockquote,.title-block .deck{max-width:37rem}
:where(.text) figure p,.entry p,.references li{max-width:none}

.title-block{border-top:4px solid var(--accent);padding:.9rem 0 0;margin-bottom:2rem}
.logo{float:right;height:2.25rem}
.genre{font-size:.875rem;margin-bottom:2rem}
.genre .of{margin-left:.5rem}
h1{font-size:var(--title);line-height:1.12;letter-spacing:-.012em;text-wrap:balance}
.deck{font-size:clamp(1.15rem,3.4vw,var(--subtitle));line-height:1.35;margin-top:.75rem}
.imprint{flex-wrap:wrap;gap:.75rem 2rem;font-size:.875rem;line-height:1.4;margin:1.5rem 0 0;
padding:.75rem 0 0;
border-top:1px solid var(--rule)}
.affiliation{color:var(--muted)}
.author+.author{margin-top:.3rem}
.version{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}

.contents{font-size:.9375rem;line-height:1.35;margin-bottom:2.5rem;padding:.9rem 1rem;background:var(--tint)}
.nav-title{font-weight:700;margin-bottom:.4rem}
.contents ol{list-style:none}
.contents li{margin-top:.45rem}
.contents li>a{display:flex;gap:.6em}
.contents .no{flex:none}
.contents ol ol{display:none}
.contents a:hover{color:var(--accent);text-decoration:underline;text-underline-offset:.15em}

h2{font-size:clamp(1.4rem,5vw,var(--heading1));margin:3rem 0 .8rem;text-wrap:balance}
h3{font-size:var(--heading2);margin:2.2rem 0 .5rem}
h4{font-size:var(--heading3);margin:1.8rem 0 .3rem}
.no{font-weight:400;margin-right:.35em}
:where(.text) ul,:where(.text) ol{padding-left:1.35rem;margin:.8rem 0}
:where(.text) li+li{margin-top:.4rem}
li::marker{color:var(--accent);font-family:var(--sans)}
blockquote{margin:1.4rem 0;padding-left:1.1rem;border-left:3px solid var(--accent);font-style:italic}
blockquote em{font-style:normal}
pre{font-size:var(--small);line-height:1.5;overflow-x:auto;background:var(--tint);
padding:.8rem 1rem;margin:1.2rem 0}
code{font-size:.92em}
pre code{font-size:inherit}
hr{border:0;border-top:2px solid var(--ink);width:4rem;margin:2rem 0}
:where(.text) a[href^="http"],.xref,.cite a,.facts a{text-decoration:underline;
text-decoration-color:var(--rule);
text-decoration-thickness:1px;text-underline-offset:.18em}
:where(.text) a[href^="http"]{color:var(--accent)}
:where(.text) a:hover{text-decoration-color:currentcolor}

.key-figures{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));
gap:1.25rem 1.5rem;margin:2rem 0!important;padding:0!important}
.key-figures li{margin:0!important;border-top:2px solid var(--accent);padding-top:.6rem;
font-size:.875rem;
line-height:1.4;max-width:none}
.key-value{font-size:var(--key-figure);line-height:1.15;color:var(--accent);letter-spacing:-.01em}
.key-value .contested{font-size:.4em}

.box{margin:2rem 0;padding:1.1rem 1.25rem 1.25rem;background:var(--tint);border-top:2px solid var(--accent)}
.box-title{font-size:1rem;margin-bottom:.6rem}
.label{margin-right:.5em}
.method,.about{background:none;border-top:1px solid var(--rule);padding:1rem 0 0;font-size:1rem}

figure{margin:2.5rem 0}
figcaption{border-top:2px solid var(--accent);padding-top:.6rem;margin-bottom:.9rem}
figcaption .title{font-size:1.0625rem;line-height:1.35;max-width:none}
figcaption .subtitle{font-size:.9375rem;line-height:1.4;margin:.1rem 0 0}
.image img{display:block;max-width:100%;height:auto}
.drawing{display:block;width:100%;height:auto;min-width:27rem;overflow:visible}
.scroll{overflow-x:auto;background:linear-gradient(to right,var(--paper) 40%,transparent),
linear-gradient(to left,var(--paper) 40%,transparent) 100% 0,
linear-gradient(to right,var(--rule),transparent),
linear-gradient(to left,var(--rule),transparent) 100% 0;
background-repeat:no-repeat;background-color:var(--paper);
background-size:2rem 100%,2rem 100%,.6rem 100%,.6rem 100%;background-attachment:local,local,scroll,scroll}
.beneath{font-size:.875rem;line-height:1.45;margin-top:.7rem}
.beneath p+p{margin-top:.15rem}
.data{font-family:var(--sans);font-size:.875rem;margin-top:.5rem}
.data summary{cursor:pointer;color:var(--accent);width:max-content}
.data table{margin-top:.5rem;width:auto}
.data td{font-variant-numeric:tabular-nums}
th,td{padding:.42rem 1rem .42rem 0;border-bottom:1px solid var(--rule)}
th.num,td.num{padding-left:1rem;padding-right:0}
th.num+th:not(.num),th.num+td:not(.num),td.num+td:not(.num){padding-left:1.25rem}
th.middle,td.middle{padding-left:1rem}
th:last-child,td:last-child{padding-right:0}
thead th,thead td{border-bottom:1.5px solid var(--ink)}
tbody:last-child tr:last-child>*{border-bottom:1.5px solid var(--ink)}
.group th{padding-top:1rem}
.landscape th.num,.landscape td.num{padding-left:.5rem}

.num{cursor:help}
.number{border-bottom:1px dotted var(--muted)}
.num:hover .number,.number:focus{border-bottom-color:var(--accent);color:var(--accent)}
td .number,.key-value .number{border-bottom:0}
.card{display:none;position:fixed;left:.75rem;right:.75rem;bottom:.75rem;z-index:2;padding:.8rem 1rem;
background:var(--paper);color:var(--ink);
border:1px solid var(--rule);border-top:3px solid var(--accent);box-shadow:0 .5rem 2rem rgb(0 0 0/.2);
font-size:.875rem;font-weight:400;font-style:normal;line-height:1.4;letter-spacing:0;text-align:left;
white-space:normal;text-transform:none;font-variant-caps:normal}
.card>*{display:block}
.card>*+*{margin-top:.2rem}
.card i{font-style:normal;color:var(--muted)}
.card-rivals,.card-verdict{color:var(--contested)}
.num:hover>.card,.num:focus>.card,.num:focus-within>.card{display:block}
@media (hover:none){.num:not(:focus):not(:focus-within)>.number{pointer-events:none}}

.footnotes,.references,.annex{margin-top:3.5rem;border-top:1px solid var(--rule)}
.footnotes,.references .entries,.annex .entries{font-size:.9375rem;line-height:1.45}
.footnotes h2{font-size:var(--heading2)}
.footnotes h2,.references h2,.annex h2{margin-top:1.2rem}
.references .entries,.annex .entries{padding:0;margin:0}
.references li{padding-left:1.2rem;text-indent:-1.2rem;margin-top:.6rem;overflow-wrap:anywhere}
.backs a{margin-left:.35em;font-size:.85em;white-space:nowrap}
.annex .lead{margin-bottom:1rem;font-size:.9375rem}
.entry{border-top:1px solid var(--rule);padding:.7rem 0}
.entry b{color:var(--accent);margin-right:.35em;font-size:1.0625em}
.entry p+p{margin-top:.25rem}
.fact{display:block;overflow-wrap:anywhere}
.places a{color:var(--ink)}

@media (max-width:40rem){
:where(.text) p,:where(.text) li{hyphens:auto}
}
@media (min-width:44rem){
.key-figures{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr)}
.key-value{font-size:1.5rem}
}
@media (min-width:62.5rem){
.card{position:absolute;left:auto;right:auto;bottom:auto;width:22rem;margin:1.6em 0 0 -12rem}
.key-value .card{margin-top:3.4rem;margin-left:-15rem}
.num{padding-bottom:.35em}
.drawing{min-width:0}
.entry{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
.entry p+p{margin:0}
}
/* Where the browser can, the card keeps within the window. */
@supports (position-area:bottom){
@media (min-width:62.5rem){
.num:hover,.num:focus,.num:focus-within{anchor-name:--number}
.num .card{position:fixed;position-anchor:--number;inset:auto;margin:.35rem 0;position-area:bottom;
position-try-fallbacks:flip-block}
}
}
@media (min-width:76rem){
article{max-width:none;margin:0;display:grid;grid-template-columns:15rem minmax(0,46rem);column-gap:4rem;
justify-content:center}
.title-block,.text{grid-column:2}
.contents{grid-column:1;grid-row:1/span 2;align-self:start;position:sticky;top:0;max-height:100vh;
overflow-y:auto;
margin:0;padding:2.2rem 0 2rem;background:none;font-size:.875rem}
.contents ol ol{display:block;padding-left:1.1rem}
.contents ol ol a{color:var(--muted)}
.title-block{margin-top:2.2rem}
}
"""

_PRINT = """
@media print{
@page{margin:20mm 22mm}
html{font-size:10pt;background:none}
.contents,.card,.data,.skip,.backs{display:none}
body{padding:0}
article{display:block;max-width:none}
h2,h3,h4,figcaption{break-after:avoid}
figure,.box,.entry,tr{break-inside:avoid}
p,li{orphans:2;widows:2}
.scroll{overflow:visible}
.drawing{min-width:0}
.number{border-bottom:0}
}
"""
