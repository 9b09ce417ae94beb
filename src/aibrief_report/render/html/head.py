"""The page's head: what browsers, catalogues and search engines read, what may be loaded, how it looks."""

from __future__ import annotations

from aibrief_report.model.document import Document
from aibrief_report.model.walk import plain
from aibrief_report.render.html.linked_data import linked_data
from aibrief_report.render.html.markup import element, json_text, text
from aibrief_report.render.html.metadata import names, properties, robots


def head(document: Document, style: str, policy: str) -> str:
    """Return the page's head around a style sheet and a policy of what may be loaded and run.

    Paper has no policy, and nothing that only the web asks for.
    """
    meta = document.meta
    tags = [
        element("meta", charset="utf-8"),
        *(_guards(policy) if policy else ()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(plain(meta.title))),
        *(element("meta", name=name, content=content) for name, content in names(document) if content),
        element("link", rel="schema.DC", href="http://purl.org/dc/elements/1.1/"),
        element("link", rel="license", href=meta.licence_url) if meta.licence_url else "",
        *(_for_the_web(document) if policy else ()),
        f"<style>{style}</style>",
    ]
    return element("head", "\n".join(tag for tag in tags if tag))


def _guards(policy: str) -> tuple[str, ...]:
    """Return what keeps a page on screen to itself; it comes before all that could be loaded or run."""
    return (
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
    )


def _for_the_web(document: Document) -> tuple[str, ...]:
    url, told = document.meta.url, robots(document)
    shared = (element("meta", property=name, content=text) for name, text in properties(document) if text)
    return (
        element("link", rel="canonical", href=url) if url else "",
        element("meta", name="robots", content=told) if told else "",
        *shared,
        element("script", json_text(linked_data(document)), type="application/ld+json"),
    )
