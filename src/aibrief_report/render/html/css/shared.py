"""What screen and paper have in common: faces, weights, colours, tables, the manner of each small thing."""

SHARED = """
*{box-sizing:border-box}
html{font-family:var(--text);font-size:var(--body);line-height:var(--leading);color:var(--ink)}
body,h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote,pre{margin:0;padding:0}
h1,h2,h3,h4,figcaption,table,.genre,.deck,.imprint,.beneath,.label,.no,.box-title,.key-figures,
.references,.annex,.footnotes,.card,.contents{font-family:var(--sans)}
h1,h2,h3,h4{font-weight:700;line-height:1.2}
a{color:inherit;text-decoration:none}
em{font-style:italic}
strong,b{font-weight:700}
code,pre{font-family:var(--code)}
.small-caps{font-variant-caps:small-caps}
sup,sub{font-size:.68em;line-height:0}
sup{vertical-align:.5em}
sub{vertical-align:-.25em}
.genre .kind{font-weight:700;color:var(--accent);text-transform:uppercase;letter-spacing:.08em}
.genre .of,.deck,.imprint .key,.subtitle,.beneath,.key-detail,.lead,.facts .key,.backs,.no{color:var(--muted)}
.label,.box-title,.cite a,.xref,.references a,.facts a,.footnotes a,.note-mark,.imprint a{color:var(--accent)}
.label,.box-title,figcaption .title,.key-value,.entry b,thead th,.group th{font-weight:700}
sup.contested{font-size:.8em;vertical-align:.3em;padding-left:.08em;color:var(--contested);font-weight:700;font-family:var(--sans)}
.claim.contested,.claim.fails{text-decoration:underline dotted var(--contested)}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:var(--table);line-height:1.3;
font-variant-numeric:tabular-nums lining-nums}
th,td{text-align:left;vertical-align:baseline;font-weight:400}
thead th,thead td{vertical-align:bottom}
.unit{display:block;font-weight:400;color:var(--muted)}
th.num,td.num{text-align:right;white-space:nowrap}
th.middle,td.middle{text-align:center}
.frac{display:inline-block;text-align:left;white-space:nowrap}
.box-body>:first-child{margin-top:0!important}
.box-body>:last-child{margin-bottom:0!important}
.author,.affiliation{display:block}
.key-figures,.imprint{list-style:none;display:flex}
.imprint .key{display:block}
.key-value,.key-label,.key-detail{display:block}
.entries{list-style:none}
ul ul,ol ul{list-style-type:"–  "}
"""
"""CSS that reads the custom properties of `tokens` and names no size of its own."""
