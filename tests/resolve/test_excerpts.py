"""The part of the ledger that travels with a brief: enough to make the brief again, and no more."""

import csv
import io
import shutil

import pytest
from msgspec.structs import replace

from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import write
from tests.conftest import FLAGSHIP, ROOT


def held(document) -> dict[str, str]:
    return {one.name: one.text for one in document.inputs}


def ids(text: str) -> set[str]:
    return {row["id"] for row in csv.DictReader(io.StringIO(text))}


def test_the_templates_travel_as_they_were_written(flagship):
    names = [one.name for one in flagship.document.inputs if not one.excerpt]
    assert names == [f"templates/{FLAGSHIP}/brief.yaml", f"templates/{FLAGSHIP}/narrative.md"]
    for name in names:
        assert held(flagship.document)[name] == (ROOT / name).read_text(encoding="utf-8")


def test_rows_travel_with_every_column_of_their_table(flagship):
    text = held(flagship.document)["data/observations.csv"]
    shipped = (ROOT / "data/observations.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == shipped.splitlines()[0]
    found = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    all_rows = {row["id"]: row for row in csv.DictReader(io.StringIO(shipped))}
    for key, row in found.items():
        spelled = {name: value for name, value in all_rows[key].items() if value}
        assert {name: row[name] for name in spelled} == spelled  # an empty cell means a default
    assert 0 < len(found) < len(all_rows)


def test_rivals_contests_events_and_sources_travel_too(flagship):
    texts = held(flagship.document)
    assert {"inv-chn-2023-art3-83", "eq-chn-2023-cbi"} <= ids(texts["data/observations.csv"])
    assert "china-2023-investment" in ids(texts["data/contests.csv"])
    assert ids(texts["data/events.csv"])
    assert "id: ai-index-2024" in texts["data/sources.yaml"]


@pytest.mark.parametrize("name", [FLAGSHIP, "china-self-reliance"])
def test_a_brief_is_made_again_from_what_travels_with_it(shipped, flagship, tmp_path, name):
    written = flagship if name == FLAGSHIP else write(shipped, name)
    for one in written.document.inputs:
        (tmp_path / one.name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / one.name).write_text(one.text, encoding="utf-8")
    shutil.copytree(shipped.out / ".cache", tmp_path / "out/.cache")
    assert unnamed(write(Project(tmp_path), name).document) == unnamed(written.document)


def unnamed(document):
    """A document without its version and the record of what was read for it."""
    attachments = tuple(one for one in document.attachments if one.name != "inputs.json")
    return replace(document.with_version(""), attachments=attachments)
