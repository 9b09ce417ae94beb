"""A page for colleagues beside the brief: one file, nothing fetched, nothing run."""

from __future__ import annotations

from collections.abc import Iterable

from aibrief_report.render.html.markup import element, text

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; --line: #bcc4cf; --quiet: #59626e; }
@media (prefers-color-scheme: dark) { :root { --line: #4a525d; --quiet: #a9b2bd; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 78rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.quiet { color: var(--quiet); } .scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-top: 1px solid var(--line); padding: .4rem .6rem .4rem 0; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
th { font-size: .85em; color: var(--quiet); font-weight: 600; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } tr { break-inside: avoid; } }
"""


def report_page(title: str, style: str, body: Iterable[str]) -> bytes:
    """Return a whole page; `style` adds to what all such pages share, `body` is HTML already."""
    head = [
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(title)),
        f"<style>{_STYLE}{style}</style>",
    ]
    parts = element("head", "\n".join(head)) + "\n" + element("body", "\n".join(body))
    return ("<!doctype html>\n" + element("html", parts, lang="en") + "\n").encode()
