"""What a version holds, and that it is the same however and in which order its formats come to be."""

import json
import shutil

from aibrief_report.digest import sha256
from aibrief_report.ooxml.packages import content_hash, write_package
from aibrief_report.ooxml.reading import read_package
from tests.same_bytes.building import differing, files, finish, start


def test_all_formats_are_there(plain):
    assert sorted(plain.files) == [
        *("brief.docx", "brief.html", "brief.pdf", "document.json", "inputs.json", "manifest.json", "version")
    ]


def test_the_manifest_knows_a_docx_that_another_zlib_packed(plain):
    """Stands for a zlib of another make: the same parts, packed otherwise, those within workbooks too."""
    members = dict(read_package(plain.files["brief.docx"]))
    books = [name for name in members if name.endswith(".xlsx")]
    members |= {name: write_package(read_package(members[name]), level=1) for name in books}
    other = write_package(members, level=1)
    told = json.loads(plain.files["manifest.json"])["outputs"]["brief.docx"]
    assert books
    assert sha256(other) != told["sha256"]
    assert content_hash(other) == told["content"]


def test_formats_made_one_after_the_other_from_warm_caches_are_those_made_together(plain, place):
    root = shutil.copytree(plain.root, place, symlinks=True)
    shutil.rmtree(root / "out" / "brief")
    for form in ("html", "docx", "pdf"):
        finish(start(root, (), "build", "brief", "--formats", form))
    assert differing(plain.files, files(root)) == []
