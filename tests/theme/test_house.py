"""House templates as a theme names them."""

import re

import pytest

from aibrief_report.errors import BriefError
from aibrief_report.inputs.door import Inputs
from aibrief_report.render.docx.styles import style_sheet
from aibrief_report.theme.house import REQUIRED
from aibrief_report.theme.read import read_theme
from tests.documents import theme
from tests.projects import BASE
from tests.render.docx.house.templates import changed, foreign, own

STYLES = "word/styles.xml"


def read(tmp_path, template, more=""):
    """The theme of a project whose theme.yaml names a template."""
    folder = tmp_path / "templates" / "themes" / "house"
    folder.mkdir(parents=True)
    plain = (BASE / "templates" / "themes" / "plain" / "theme.yaml").read_text(encoding="utf-8")
    (folder / "theme.yaml").write_text(f"{plain}word-template: house.docx\n{more}", encoding="utf-8")
    if template is not None:
        (folder / "house.docx").write_bytes(template)
    inputs = Inputs(tmp_path)
    return read_theme(inputs, "house"), inputs


def told(tmp_path, template, more=""):
    with pytest.raises(BriefError) as caught:
        read(tmp_path, template, more)
    return str(caught.value)


def test_a_template_is_read_and_is_part_of_the_version(tmp_path):
    found, inputs = read(tmp_path, own())
    assert found.word.template is not None
    assert "templates/themes/house/house.docx" in inputs.freeze().files


def test_a_theme_without_a_template_has_none(tmp_path):
    assert read_theme(Inputs(tmp_path), "default").word.template is None


def test_missing_styles_are_named_all_at_once_with_the_place_that_names_the_file(tmp_path):
    without = changed(
        foreign(),
        **{STYLES: lambda xml: re.sub('"(Subtitle|List ?Number)"', '"Other"', xml)},
    )
    said = told(tmp_path, without)
    assert "theme.yaml:" in said
    assert "templates/themes/house/house.docx lacks styles: Subtitle, List Number" in said
    assert "aibrief new NAME --word-template" in said


def test_a_missing_template_is_an_error_at_the_place_that_names_it(tmp_path):
    said = told(tmp_path, None)
    assert "there is no file templates/themes/house/house.docx" in said
    assert "theme.yaml:" in said


def test_a_template_cannot_lie_outside_the_project(tmp_path):
    with pytest.raises(BriefError, match="leads out of the project"):
        read(tmp_path, None, "logo: ../../../../logo.svg\n")


def test_a_theme_with_a_template_names_no_other_fonts_for_word(tmp_path):
    said = told(tmp_path, own(), "word: {text: Georgia}\n")
    assert "word-template brings the fonts of the DOCX; text cannot name another" in said


def test_what_is_required_is_what_a_brief_is_written_in():
    ours = {style.name for style in style_sheet(theme(), 330, 95)}
    assert set(REQUIRED) <= ours
