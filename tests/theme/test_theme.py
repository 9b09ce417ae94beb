from importlib.resources import files
from io import BytesIO

import pytest
from fontTools.ttLib import TTCollection, TTFont
from msgspec.structs import replace

from aibrief_report.cli.new_theme import write_theme
from aibrief_report.errors import ThemeError, UsageError
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


def test_a_built_in_theme_is_copied_under_another_name_and_reads(tmp_path):
    written = write_theme(tmp_path, "house", "institute")
    assert written == ["templates/themes/house/logo.svg", "templates/themes/house/theme.yaml"]
    theme = read_theme(Inputs(tmp_path), "house")
    model = read_theme(Inputs(tmp_path), "institute")
    assert theme == replace(model, name="house")


def test_no_theme_is_written_over_another(tmp_path):
    write_theme(tmp_path, "house", "default")
    with pytest.raises(UsageError, match="there is such a theme already"):
        write_theme(tmp_path, "house", "institute")


def own(root, **changes):
    """Lay the plain theme, parts of its text replaced; return the inputs that read it."""
    text = (BASE / "templates" / "themes" / "plain" / "theme.yaml").read_text(encoding="utf-8")
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new)
    (root / "templates/themes/plain").mkdir(parents=True)
    (root / "templates/themes/plain/theme.yaml").write_text(text, encoding="utf-8")
    return Inputs(root)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('accent: "#0b4f7d"', 'accent: "#0b4f7d"\n  link: "#9ab0c0"', "link on paper has a contrast of"),
        ('accent: "#0b4f7d"', 'accent: "#0b4f7d"\n  band: "#e0b030"', "band-ink on band has a contrast of"),
        ('SOUTH: "#c8501e"', 'SOUTH: "#f0d090"', "marks of charts need 3:1"),
        ('series: ["#0b4f7d"', 'series: ["#e8e8e8"', "marks of charts need 3:1"),
    ],
)
def test_colours_that_cannot_be_read_or_seen_are_refused(tmp_path, old, new, told):
    with pytest.raises(ThemeError) as caught:
        read_theme(own(tmp_path, colour=(old, new)), "plain")
    assert any(told in fault.message for fault in caught.value.faults)
    assert all(fault.place.line for fault in caught.value.faults)


def collection(root):
    """Write two faces as one file, as fonts for Chinese, Japanese and Korean are published."""
    faces = [(files(package) / "files" / name).read_bytes() for package, name in _MEMBERS]
    found = TTCollection()
    found.fonts = [TTFont(BytesIO(data), recalcTimestamp=False) for data in faces]
    found.save(root / "both.ttc", shareTables=False)


_PACKED = "package: font_source_sans_pro, file: SourceSansPro-Regular.ttf"
_MEMBERS = (
    ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
)


@pytest.mark.parametrize(("index", "family"), [(0, "Source Sans Pro"), (1, "Source Serif Pro")])
def test_a_font_of_a_collection_is_taken_by_its_number(tmp_path, index, family):
    named = (
        "package: font_source_sans_pro, file: SourceSansPro-Regular.ttf",
        f"file: both.ttc, index: {index}",
    )
    inputs = own(tmp_path, file=named)
    collection(tmp_path / "templates/themes/plain")
    (face,) = read_theme(inputs, "plain").fonts.faces
    assert TTFont(BytesIO(face.data))["name"].getDebugName(1) == family


def test_a_number_that_a_collection_has_not_is_a_fault(tmp_path):
    named = (_PACKED, "file: both.ttc, index: 7")
    inputs = own(tmp_path, file=named)
    collection(tmp_path / "templates/themes/plain")
    with pytest.raises(ThemeError, match=r"both\.ttc \(font 7 of the collection\) is not a TrueType"):
        read_theme(inputs, "plain")


def test_a_fallback_without_a_file_is_a_fault(tmp_path):
    named = ("  code: Source Sans Pro\n", "  code: Source Sans Pro\n  fallback: {text: Nowhere}\n")
    with pytest.raises(ThemeError, match="no font file of the family 'Nowhere'"):
        read_theme(own(tmp_path, fallback=named), "plain")


def test_families_stand_in_in_order_and_all_others_come_last(tmp_path):
    fonts = replace(read_theme(Inputs(tmp_path), "default").fonts, fallback={"sans": ("Noto",)})
    assert fonts.stack("sans") == ("Source Sans Pro", "Noto", "Source Serif Pro")
    assert fonts.fallbacks() == {"Noto"}
