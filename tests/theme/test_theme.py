import pytest

from aibrief_report.inputs.door import Inputs
from aibrief_report.theme.contrast import contrast
from aibrief_report.theme.read import read_theme
from tests.projects import BASE


def test_the_built_in_theme_reads(tmp_path):
    theme = read_theme(Inputs(tmp_path), "default")
    assert theme.name == "default"
    assert {face.family for face in theme.fonts.faces} >= {
        theme.fonts.text,
        theme.fonts.sans,
        theme.fonts.code,
    }


def test_a_theme_of_the_project_goes_before_a_built_in_one(tmp_path):
    own = tmp_path / "templates" / "themes" / "default"
    own.mkdir(parents=True)
    plain = (BASE / "templates" / "themes" / "plain" / "theme.yaml").read_text(encoding="utf-8")
    (own / "theme.yaml").write_text(plain.replace("name: plain", "name: ours"), encoding="utf-8")
    assert read_theme(Inputs(tmp_path), "default").name == "ours"


def test_colours_of_areas_are_fixed_and_others_come_in_turn(tmp_path):
    theme = read_theme(Inputs(tmp_path), "default")
    assert theme.colour_of("USA", 5) == theme.colours.areas["USA"]
    assert theme.colour_of("unknown", 1) == theme.colours.series[1]
    assert theme.colour_of("unknown", len(theme.colours.series)) == theme.colours.series[0]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    # the last two are worked examples of WebAIM's contrast checker
    assert round(contrast(one, other), 2) == ratio == round(contrast(other, one), 2)
