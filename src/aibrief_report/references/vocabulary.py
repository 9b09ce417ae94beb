"""The words of CSL 1.0.2: types of items, variables, parts of a name (schema csl-data.json).

Left out are the variables that a style computes or a citation brings: citation-number, locator and such.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TYPES = _words("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
    legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
    performance periodical personal_communication post post-weblog regulation report review review-book
    software song speech standard thesis treaty webpage
    """)

NAMES = _words("""
    author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator
    organizer original-author performer producer recipient reviewed-author script-writer series-creator
    translator
    """)

DATES = _words("accessed available-date event-date issued original-date submitted")

NUMBERS = _words("""
    chapter-number collection-number edition issue number number-of-pages number-of-volumes page page-first
    part-number printing-number section supplement-number version volume
    """)

TEXTS = _words("""
    abstract annote archive archive_collection archive_location archive-place authority call-number
    citation-key collection-title container-title container-title-short dimensions division DOI event
    event-place event-title genre ISBN ISSN journalAbbreviation jurisdiction keyword language license medium
    note original-publisher original-publisher-place original-title part-title PMCID PMID publisher
    publisher-place references reviewed-genre reviewed-title scale shortTitle source status title
    title-short URL volume-title
    """)

VARIABLES = NAMES | DATES | NUMBERS | TEXTS

NAME_PARTS = _words(
    "family given dropping-particle non-dropping-particle suffix comma-suffix static-ordering literal"
)
