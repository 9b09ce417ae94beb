"""What the rules look at: a brief's document, its ledger and declaration, its prose as read."""

from __future__ import annotations

from msgspec import Struct

from aibrief_report.checks.prose import Prose, prose_of
from aibrief_report.checks.reading.topics import Topics, topics_of
from aibrief_report.checks.uses import Use, uses_of
from aibrief_report.inputs.brief import Brief
from aibrief_report.inputs.yaml_text import YamlText
from aibrief_report.ledger.ledger import Ledger
from aibrief_report.model.document import Document


class Material(Struct, frozen=True):
    """All that is known of one brief.

    `topics` is what its ledger speaks of, for rules on words. `uses` are the places where rows stand behind
    what is printed. `unused` are the ids of observations that no brief of the project uses, `None` where not
    every brief could be read.
    """

    document: Document
    ledger: Ledger
    brief: Brief
    source: YamlText
    prose: tuple[Prose, ...]
    uses: tuple[Use, ...]
    topics: Topics
    unused: tuple[str, ...] | None = None

    @property
    def english(self) -> bool:
        """Whether rules on English words apply."""
        return self.document.meta.language.lower().split("-")[0] == "en"


def material_of(
    document: Document,
    ledger: Ledger,
    declared: tuple[Brief, YamlText],
    unused: tuple[str, ...] | None = None,
) -> Material:
    """Return what the rules look at, from a brief's document, ledger, and declaration with its places."""
    brief, source = declared
    prose = prose_of(document, brief, source)
    uses, topics = uses_of(document, prose), topics_of(ledger)
    return Material(document, ledger, brief, source, prose, uses, topics, unused)
