"""Copies for co-authors: what is written, what is remembered, and what is never touched."""

import json

import pytest
from lxml import etree

from aibrief_report.checks.package.returned import read_returned
from aibrief_report.cli.gc import _sent
from aibrief_report.digest import sha256
from aibrief_report.errors import InputError
from aibrief_report.inputs.project import find_project
from aibrief_report.ooxml.names import clark
from aibrief_report.ooxml.reading import read_package
from aibrief_report.review.sending import Sending, send, sent_before
from tests.projects import NARRATIVE, change, command, project, swap, tree

TEXT = '# A\n\nIt was {{ obs("trips", "NORTH", 2024) }}, and {{ contest("lanes").low }} [@counts].\n'
DAY, LATER = "2026-01-15", "2026-02-20"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A project of which one copy was sent."""
    made = project(tmp_path_factory.mktemp("sending") / "project", TEXT)
    send(find_project(made), "brief", Sending("Ada"), DAY)
    return made


def sending(root, to="Ada", day=DAY, **form):
    return send(find_project(root), "brief", Sending(to, **form), day)


def parts(delivery):
    members = read_package(delivery.path.read_bytes())
    return {
        name: etree.fromstring(data) for name, data in members.items() if name.endswith((".xml", ".rels"))
    }


def test_a_copy_lies_beside_the_version_and_records_changes(root):
    found = sending(root)
    assert found.path == root / "out/brief/sent/brief_draft-1_Ada.docx"
    assert parts(found)["word/settings.xml"].find(clark("w:trackRevisions")) is not None
    version = root / "out/brief" / found.sent.version
    assert b"trackRevisions" not in read_package((version / "brief.docx").read_bytes())["word/settings.xml"]


def test_the_same_again_gives_the_same_bytes_and_one_entry(root):
    first = sending(root)
    before = tree(root / "out/brief/sent")
    again = sending(root, "  ADA ", LATER)
    assert again.again
    assert again.sent == first.sent
    assert again.sent.date == DAY
    assert tree(root / "out/brief/sent") == before


def test_a_copy_that_was_lost_or_damaged_is_written_again(root):
    found = sending(root)
    data = found.path.read_bytes()
    found.path.write_bytes(b"damaged")
    assert sending(root).path.read_bytes() == data
    found.path.unlink()
    assert sending(root).path.read_bytes() == data


def test_a_second_person_gets_the_same_draft(root):
    ada, bo = sending(root), sending(root, "Bo Åkesson")
    assert (bo.sent.draft, bo.sent.version) == (ada.sent.draft, ada.sent.version)
    assert bo.path.name == "brief_draft-1_Bo-Åkesson.docx"
    assert bo.path.read_bytes() == ada.path.read_bytes()


def test_without_annex_nothing_links_into_it_and_nothing_else_is_lost(root):
    whole, found = sending(root), sending(root, annex=False)
    assert found.path.name == "brief_draft-1_Ada_no-annex.docx"
    held = parts(found)
    stories = [held[name] for name in ("word/document.xml", "word/footnotes.xml")]
    marks = {one.get(clark("w:name")) for story in stories for one in story.iter(clark("w:bookmarkStart"))}
    links = {one.get(clark("w:anchor")) for story in stories for one in story.iter(clark("w:hyperlink"))}
    assert not any(name.startswith("_from_") or name == "_numbers" for name in marks)
    assert links - {None} <= marks
    both = [read_returned(one.path.read_bytes()) for one in (whole, found)]
    assert [one.text for one in both[0].passages] == [one.text for one in both[1].passages]
    assert [one.text for one in both[0].numbers] == [one.text for one in both[1].numbers]
    assert both[1].changes == ()


def test_without_comments_there_are_none(root):
    assert "word/comments.xml" in parts(sending(root))
    held = parts(sending(root, comments=False))
    assert "word/comments.xml" not in held
    assert list(held["word/document.xml"].iter(clark("w:commentReference"))) == []


def test_the_register_tells_what_went_to_whom(root):
    found = sending(root)
    (entry,) = [one for one in sent_before(find_project(root), "brief") if one == found.sent]
    assert (entry.to, entry.date, entry.annex, entry.comments) == ("Ada", DAY, True, True)
    assert entry.sha256 == sha256(found.path.read_bytes())
    assert entry.hash.startswith(entry.version)


def test_versions_that_were_sent_are_no_garbage(root):
    assert _sent(find_project(root)) == {sending(root).sent.version}


def test_a_new_version_is_the_next_draft_and_the_day_shapes_no_byte(tmp_path):
    made = project(tmp_path / "project", TEXT)
    first = sending(made)
    change(made / NARRATIVE, swap("# A", "# B"))
    second = sending(made, day=LATER)
    assert (first.sent.draft, second.sent.draft) == (1, 2)
    other = project(tmp_path / "other", TEXT)
    assert sending(other, day=LATER).path.read_bytes() == first.path.read_bytes()


def test_a_damaged_register_is_told_and_stays(tmp_path):
    made = project(tmp_path / "project", TEXT)
    register = made / "out/brief/sent/register.json"
    register.parent.mkdir(parents=True)
    register.write_text("[")
    with pytest.raises(InputError, match=r"register\.json"):
        sending(made)
    assert register.read_text() == "["
    assert sorted(path.name for path in (made / "out/brief").iterdir()) == ["sent"]


def test_a_brief_with_faults_is_not_sent(tmp_path, capsys):
    made = project(tmp_path / "project", "# A\n\n{{ nonsense }}\n")
    assert command(made, "send", "brief", "--to", "Ada") == 1
    assert "nonsense" in capsys.readouterr().err
    assert not (made / "out/brief/sent").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name a recipient, or ask for the list"),
        (("--to", "Ada", "--list"), "name a recipient, or ask for the list"),
        (("--to", "///"), "no letters that could name a file"),
    ],
)
def test_misuse_is_told(root, capsys, arguments, told):
    assert command(root, "send", "brief", *arguments) == 2
    assert told in capsys.readouterr().err


def test_an_unknown_brief_is_told(root, capsys):
    assert command(root, "send", "breif", "--list") == 1
    assert "did you mean brief?" in capsys.readouterr().err


def test_the_command_sends_and_lists(root, capsys):
    assert command(root, "send", "brief", "--to", "Ada") == 0
    assert "is draft 1 for Ada, as on 2026-01-15: " in capsys.readouterr().out
    assert command(root, "send", "brief", "--list") == 0
    assert "  2026-01-15  Ada: brief_draft-1_Ada.docx\n" in capsys.readouterr().out
    assert command(root, "send", "brief", "--list", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["to"] == "Ada"


def test_a_brief_of_which_nothing_was_sent_says_so(tmp_path, capsys):
    made = project(tmp_path / "project", TEXT)
    assert command(made, "send", "brief", "--list") == 0
    assert capsys.readouterr().out == "nothing of brief was sent yet\n"
