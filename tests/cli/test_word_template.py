"""`aibrief new --word-template`: a theme with a Word template, in which a brief then stands."""

import pytest

from aibrief_report.ooxml.reading import read_package
from aibrief_report.ooxml.style_sheets import StyleSheet, name_of
from aibrief_report.render.docx.styles import style_sheet
from aibrief_report.render.docx.table_styles import table_styles
from tests.documents import theme
from tests.projects import BRIEF, change, command, project, swap, tree
from tests.render.docx.house.templates import changed, parsed
from tests.render.docx.written import find

FOLDER = "templates/themes/ours"
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A project with a theme that has a Word template."""
    root = project(tmp_path_factory.mktemp("ours") / "project")
    assert command(root, "new", "ours", "--word-template") == 0
    return root


def test_the_theme_and_its_template_are_written(root):
    assert {one for one in tree(root) if one.startswith(FOLDER)} == {
        f"{FOLDER}/house.docx",
        f"{FOLDER}/theme.yaml",
    }
    written = (root / FOLDER / "theme.yaml").read_text()
    assert "\nname: ours\n" in written or written.startswith("name: ours\n")
    assert written.endswith("\nword-template: house.docx\n")


def test_the_template_has_every_style_that_a_brief_is_written_in(root):
    parts = read_package((root / FOLDER / "house.docx").read_bytes())
    names = {name_of(one) for one in StyleSheet(parsed(parts, STYLES))}
    assert {one.name for one in (*style_sheet(theme(), 330, 95), *table_styles(theme()))} <= names


def test_the_template_shows_what_it_is_for(root):
    body = read_package((root / FOLDER / "house.docx").read_bytes())[DOCUMENT].decode()
    for style in ("Heading1", "ListBullet3", "Quote", "Caption", "BriefNote", "BriefCode", "Bibliography"):
        assert f'w:val="{style}"' in body
    assert 'w:orient="landscape"' in body
    assert 'w:num="2"' in body


def test_what_is_changed_in_the_template_is_so_in_the_brief(root):
    template = root / FOLDER / "house.docx"
    larger = swap('<w:sz w:val="52"/>', '<w:sz w:val="98"/>')
    template.write_bytes(changed(template.read_bytes(), **{STYLES: larger}))
    change(root / BRIEF, swap("theme: plain", "theme: ours"))
    assert command(root, "build", "brief", "--formats", "docx") == 0
    (file,) = (root / "out/brief").glob("*/brief.docx")
    parts = read_package(file.read_bytes())
    title = StyleSheet(parsed(parts, STYLES)).by_id("Title")
    assert find(title, "string(w:rPr/w:sz/@w:val)") == "98"
    assert b"style by style" not in parts[DOCUMENT]


def test_a_template_that_is_there_is_not_written_over(root, capsys):
    assert command(root, "new", "ours", "--word-template") == 2
    assert "templates/themes/ours/house.docx: there is a Word template already" in capsys.readouterr().err


def test_a_theme_that_is_there_keeps_its_look_and_is_told_what_to_add(tmp_path, capsys):
    root = project(tmp_path / "project")
    assert command(root, "new", "plain", "--word-template") == 0
    told = capsys.readouterr().out
    assert "add to templates/themes/plain/theme.yaml: word-template: house.docx" in told
    parts = read_package((root / "templates/themes/plain/house.docx").read_bytes())
    accent = (root / "templates/themes/plain/theme.yaml").read_text().partition('accent: "#')[2][:6]
    assert accent.lower().encode() in parts["word/theme/theme1.xml"]


def test_a_theme_that_names_its_template_before_it_is_there_gets_it(tmp_path):
    root = project(tmp_path / "project")
    theme_file = root / "templates/themes/plain/theme.yaml"
    change(theme_file, lambda text: f"{text}word-template: house.docx\n")
    assert command(root, "new", "plain", "--word-template") == 0
    assert (root / "templates/themes/plain/house.docx").exists()


def test_a_theme_that_names_another_template_is_told_what_to_change(tmp_path, capsys):
    root = project(tmp_path / "project")
    theme_file = root / "templates/themes/plain/theme.yaml"
    change(theme_file, lambda text: f"{text}word-template: 'other.docx' # ours\n")
    assert command(root, "new", "plain", "--word-template") == 0
    told = "change in templates/themes/plain/theme.yaml, which names other.docx: word-template: house.docx"
    assert told in capsys.readouterr().out
