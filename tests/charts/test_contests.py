"""Range-dot charts: every source's figure on its own dot, named, the doubtful ones hollow."""

from tests.charts.gallery import CONTEST
from tests.charts.making import P, boxes, chart, drawn, inline, layers, series, spec, texts


def test_every_figure_is_a_dot_with_its_value_and_who_says_so():
    assert {"7.76", "AI Index 2024", "private investment", "2", "CB Insights", "14.6", "Article A"} <= set(
        texts(CONTEST)
    )
    assert drawn(CONTEST).svg.count("data-row=") == 6


def test_no_bar_stands_for_a_contest():
    assert layers(spec(CONTEST), "bar") == []


def test_what_was_not_traced_is_hollow_and_the_key_says_so():
    solid, hollow = (layer for layer in layers(spec(CONTEST), "point") if "data" not in layer)
    assert "< 0" in solid["transform"][0]["filter"]
    assert hollow["mark"] | {"filled": False, "fill": "#ffffff"} == hollow["mark"]
    assert "Origin not traced" in texts(CONTEST)


def test_the_line_runs_from_the_lowest_to_the_highest():
    [line] = [
        one for one in inline(spec(CONTEST), "rule") if one["y"] == one["y2"] and one["x2"] - one["x"] > 50
    ]
    dots = spec(CONTEST)["layer"][-1]
    assert dots is not None
    scale = layers(spec(CONTEST), "point")[0]["encoding"]["x"]["scale"]["domain"]
    width = spec(CONTEST)["width"]
    low, high = ((value - scale[0]) / (scale[1] - scale[0]) * width for value in (2, 14.6))
    assert (round(line["x"], 1), round(line["x2"], 1)) == (round(low, 1), round(high, 1))


def test_a_long_note_is_left_to_the_data_table():
    long = "a note of many words that would not fit beside a dot without covering all the others " * 2
    one = chart("range-dot", series("CHN", P("A", "1", "1", detail=long), P("B", "2", "2")), x="category")
    assert not any("note of many words" in text for text in texts(one))
    assert "note of many words" in drawn(one).svg


def test_several_contests_have_a_line_each_under_their_names():
    one = chart(
        "range-dot",
        *(series(key, P("A", "1", "1"), P("B", "2", "2")) for key in ("USA", "CHN")),
        x="category",
    )
    found = {box.text: box for box in boxes(drawn(one))}
    assert found["United States"].bottom < found["China"].top
    levels = {record["level"] for record in spec(one)["datasets"]["values"]}
    assert len(levels) == 2


def test_an_open_figure_reaches_to_its_other_end():
    one = chart("range-dot", series("CHN", P("A", "1", "1"), P("B", "2", "2–4", end="4")), x="category")
    whole = [record for record in inline(spec(one), "rule") if record["y"] == record["y2"]]
    assert sorted(round(record["x2"] - record["x"]) for record in whole) == [195, 292]


def test_a_crowd_of_sources_has_a_line_each():
    crowd = chart(
        "range-dot",
        series("CHN", *(P(f"Source {at}", str(at), str(at)) for at in range(1, 16))),
        x="category",
    )
    assert layers(spec(crowd), "point")[0]["encoding"]["y"]["field"] == "x"
