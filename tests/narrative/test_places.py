"""Spans and ids: they come from the template's source, survive a change of data, and name its lines."""

from tests.projects import change, composed, project, swap

TEMPLATE = """{## a comment ##}
# A heading with {{ obs("trips", "NORTH", 2024) }}

{% for area in ["NORTH", "SOUTH"] %}
In {{ area }}: {{ obs("trips", area, 2024) }}
trips.

{% endfor %}
{% if obs("trips", "NORTH", 2024) > 5 %}

Many.
{% endif %}
| a | b |
|---|---|
| c | {{ obs("trips", "NORTH", 2024) }} |

The end.
"""


def spans(document):
    return [(block.span.first, block.span.last, block.anchor) for block in document.blocks]


def test_spans_name_the_lines_of_the_template(compose):
    document = compose(TEMPLATE)
    assert [(first, last) for first, last, _ in spans(document)] == [
        (2, 2),
        (5, 6),
        (5, 6),
        (11, 11),
        (13, 15),
        (17, 17),
    ]
    assert document.blocks[1].span.source == 'In {{ area }}: {{ obs("trips", area, 2024) }}\ntrips.'


def test_what_a_loop_prints_again_is_numbered(compose):
    anchors = [anchor for _, _, anchor in spans(compose(TEMPLATE))]
    assert anchors[2] == f"{anchors[1]}-2"
    assert len(set(anchors)) == len(anchors)


def test_ids_survive_a_change_of_data(tmp_path):
    root = project(tmp_path / "a", TEMPLATE)
    before = composed(root)
    change(root / "data/observations.csv", swap("2024,,5.2,", "2024,,5.9,"))
    after = composed(root)
    assert spans(after) == spans(before)
    assert set(after.numbers) == set(before.numbers)
    assert after.blocks != before.blocks


def test_ids_change_with_the_text_they_name_and_with_no_other(compose):
    before = spans(compose(TEMPLATE))
    after = spans(compose(TEMPLATE.replace("Many.", "Very many.")))
    assert [new for new, old in zip(after, before, strict=True) if new != old] == [after[3]]


def test_ids_do_not_mind_where_a_paragraph_stands(compose):
    before = spans(compose(TEMPLATE))
    after = spans(compose(f"A paragraph before all.\n\n{TEMPLATE}"))
    assert [anchor for _, _, anchor in after[1:]] == [anchor for _, _, anchor in before]
    assert [first - 2 for first, _, _ in after[1:]] == [first for first, _, _ in before]


def test_a_number_knows_its_expression(compose):
    numbers = compose('One.\n\nTwo {{ obs("trips",   "NORTH", 2024) | number }}.').numbers
    span = numbers["trips-north-2024"].span
    assert (span.first, span.source) == (3, 'obs("trips", "NORTH", 2024) | number')


def test_what_a_condition_depends_on_is_remembered_though_nothing_is_printed(compose):
    document = compose(
        'One.\n\n{% if obs("trips", "NORTH", 2024) > obs("trips", "SOUTH", 2024) %}\nMore.\n{% endif %}'
        '\n\n{{ "x" if obs("riders", "NORTH", 2024) > 50 else "y" }}'
    )
    assert [(one.span.first, one.rows) for one in document.dependencies] == [
        (3, ("trips-north-2024",)),
        (3, ("trips-south-2024",)),
        (7, ("riders-north-2024",)),
    ]
    assert document.numbers == {}


def test_faults_name_the_line_and_column_behind_loops_includes_and_blank_lines(faults, tmp_path):
    told = faults(
        "{## two\nlines ##}\n{% for a in [1, 2, 3] %}\nLine {{ a }}.\n\n{% endfor %}\n\n\n"
        'Text {{ row("none") }} and <b>\nsecond line [@nobody]\n\n- [x](y)\n\n  | a |\n  |---|\n  | <i> |\n'
    )
    assert told.splitlines() == [
        "narrative.md:9: HTML is not supported: <b>",
        "narrative.md:9:9: there is no observation 'none'",
        "narrative.md:10: there is no source 'nobody'",
        "narrative.md:12: the link leads nowhere: y",
        "narrative.md:16: HTML is not supported: <i>",
    ]
