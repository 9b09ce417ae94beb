"""Sources and citations for these tests, and inlines as text that can be read in an assertion."""

from pathlib import Path

from aibrief_report.errors import Place
from aibrief_report.inputs.door import Inputs
from aibrief_report.model.inlines import (
    Citation,
    CiteItem,
    Emphasis,
    LineBreak,
    Link,
    Note,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from aibrief_report.references.citeproc import Formatted, format_references
from aibrief_report.references.library import Library, csl_items
from aibrief_report.references.styles import Style, find_style
from aibrief_report.store.cache import Cache

NO_CACHE = Cache(None)
HERE = Place("sources.yaml", 1)


def person(name: str) -> dict[str, str]:
    """`Family, Given` in parts."""
    return dict(zip(("family", "given"), name.split(", "), strict=True))


def people(names: str) -> list[dict[str, str]]:
    return [person(name) for name in names.split("; ")]


def library(*entries: dict[str, object]) -> Library:
    return csl_items([(entry, HERE) for entry in entries])


def style(name: str) -> Style:
    return find_style(name, Inputs(Path()))


def cite(*items: str | tuple[str, ...] | CiteItem, narrative: bool = False) -> Citation:
    """A cluster of keys; a tuple holds key, prefix and locator."""
    return Citation(tuple(_item(item) for item in items), narrative)


def _item(item: str | tuple[str, ...] | CiteItem) -> CiteItem:
    if isinstance(item, CiteItem):
        return item
    return CiteItem(item) if isinstance(item, str) else CiteItem(*item)


def formatted(
    entries: Library, name: str, *clusters: Citation, language: str = "en-US", extra: tuple[str, ...] = ()
) -> Formatted:
    return format_references(entries, clusters, extra, style(name), language, NO_CACHE)


def printed(found: Formatted) -> list[str]:
    """The clusters as text."""
    return [shown(cluster) for cluster in found.clusters]


def listed(found: Formatted) -> list[str]:
    """The entries as text, with their labels."""
    return [f"{entry.label} {shown(entry.inlines)}".strip() for entry in found.entries]


MARKS = {Emphasis: "*", Strong: "**", SmallCaps: "^^", Superscript: "^", Subscript: "~"}


def shown(node: object) -> str:
    """Inlines with marks like Markdown's; links as their text, a note in braces."""
    match node:
        case tuple():
            return "".join(shown(part) for part in node)
        case Text(text):
            return text
        case LineBreak():
            return "⏎"
        case Link(_, children):
            return shown(children)
        case Note((paragraph,)):
            return "{" + shown(paragraph.inlines) + "}"
        case Emphasis() | Strong() | SmallCaps() | Superscript() | Subscript():
            mark = MARKS[type(node)]
            return f"{mark}{shown(node.children)}{mark}"
    raise AssertionError(node)


GRADY: dict[str, object] = {
    "id": "grady2019",
    "type": "article-journal",
    "author": people("Grady, Jessica S.; Her, Mary; Moreno, Geena; Perez, Carlos; Yelinek, Jo"),
    "issued": "2019",
    "title": "Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups "
    "in the United States",
    "container-title": "Psychology of Popular Media Culture",
    "volume": "8",
    "issue": "3",
    "page": "207-217",
    "DOI": "10.1037/ppm0000185",
}
CANCER: dict[str, object] = {
    "id": "nci2019",
    "type": "report",
    "author": [{"literal": "National Cancer Institute"}],
    "issued": "2019",
    "title": "Taking time: Support for people with cancer",
    "genre": "NIH Publication",
    "number": "18-2059",
    "publisher": "U.S. Department of Health and Human Services, National Institutes of Health",
    "URL": "https://www.cancer.gov/publications/patient-education/takingtime.pdf",
}
CENSUS: dict[str, object] = {
    "id": "census",
    "type": "webpage",
    "author": [{"literal": "U.S. Census Bureau"}],
    "title": "U.S. and world population clock",
    "publisher": "U.S. Department of Commerce",
    "accessed": "2020-01-09",
    "URL": "https://www.census.gov/popclock/",
}
BINDER: dict[str, object] = {
    "id": "binder2022",
    "type": "book",
    "author": people("Binder, Amy J.; Kidder, Jeffrey L."),
    "issued": "2022",
    "title": "The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in Campus "
    "Politics Today",
    "title-short": "Channels of Student Activism",
    "publisher": "University of Chicago Press",
}
YALE: dict[str, object] = {
    "id": "yale",
    "type": "webpage",
    "author": [{"literal": "Yale University"}],
    "title": "About Yale: Yale Facts",
    "accessed": "2022-03-08",
    "URL": "https://www.yale.edu/about-yale/yale-facts",
}
HALPERN: dict[str, object] = {
    "id": "halpern2002",
    "type": "article-journal",
    "author": people("Halpern, Scott D.; Ubel, Peter A.; Caplan, Arthur L."),
    "issued": "2002-07-25",
    "title": "Solid-organ transplantation in HIV-infected patients",
    "container-title": "N Engl J Med",
    "volume": "347",
    "issue": "4",
    "page": "284-287",
}
ROSE: dict[str, object] = {
    "id": "rose2002",
    "type": "article-journal",
    "author": people(
        "Rose, M. E.; Huerbin, M. B.; Melick, J.; Marion, D. W.; Palmer, A. M.; Schiding, J. K.; "
        "Kochanek, P. M.; Graham, S. H."
    ),
    "issued": "2002",
    "title": "Regulation of interstitial excitatory amino acid concentrations after cortical contusion "
    "injury",
    "container-title": "Brain Res",
    "volume": "935",
    "issue": "1-2",
    "page": "40-46",
}


def report(key: str, **more: object) -> dict[str, object]:
    """A plain report by one institution."""
    plain = {"type": "report", "title": f"Report {key}", "author": [{"literal": "Stanford HAI"}]}
    return {"id": key, **plain, **more}
