"""The setting that records changes: settings in, settings out."""

import pytest
from lxml import etree

from aibrief_report.ooxml.names import DECLARED, clark
from aibrief_report.ooxml.tracking import track_changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "trackRevisions"),
        ("<w:zoom/><w:defaultTabStop/>", "zoom trackRevisions defaultTabStop"),
        ("<w:zoom/><w:embedTrueTypeFonts/><w:compat/>", "zoom embedTrueTypeFonts trackRevisions compat"),
        ("<w:trackRevisions/><w:compat/>", "trackRevisions compat"),
    ],
)
def test_it_stands_once_where_the_schema_wants_it(before, after):
    settings = etree.fromstring(f"<w:settings {DECLARED}>{before}</w:settings>")
    track_changes(settings)
    assert [one.tag for one in settings] == [clark(f"w:{name}") for name in after.split()]
