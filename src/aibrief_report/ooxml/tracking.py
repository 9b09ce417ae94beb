"""Tracked changes: the setting that switches their recording on."""

from __future__ import annotations

from lxml import etree

from aibrief_report.ooxml.names import clark

_BEFORE = tuple(
    clark(f"w:{name}")
    for name in (
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts"),
        *("saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges"),
        *("bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors"),
        *("hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate"),
        *("linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge"),
        "revisionView",
    )
)
"""What the schema puts before it (ECMA-376 part 1, section 17.15.1.78)."""


def track_changes(settings: etree._Element) -> None:
    """Put `w:trackRevisions` into a document's settings, where the schema wants it."""
    if settings.find(clark("w:trackRevisions")) is None:
        place = sum(1 for one in settings if one.tag in _BEFORE)
        settings.insert(place, etree.SubElement(settings, clark("w:trackRevisions")))
