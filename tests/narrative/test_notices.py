"""Notices: told once, at the line that gives rise to them, and settled by text, chart, table or a reason."""

import pytest

from aibrief_report.errors import BriefError
from aibrief_report.inputs.brief import read_brief
from aibrief_report.inputs.door import Inputs
from aibrief_report.ledger.read import read_ledger
from aibrief_report.model.blocks import Figure
from aibrief_report.model.charts import Axis, Chart, Point, Series
from aibrief_report.model.json import dump, load
from aibrief_report.model.notices import CODES
from aibrief_report.model.numbers import Span
from aibrief_report.narrative.compose import Narrative
from aibrief_report.narrative.compose import compose as compose_narrative
from aibrief_report.narrative.notices import Notices
from tests.projects import change, command, composed, project

LANES = '{{ row("lanes-by-city") }}'
UNTOLD = "lanes-by-city is one of several figures for “What the north spent on lanes”"
TABLE = """tables:
  lanes: {{title: Lanes, {what}}}
"""
EDITIONS = (
    "riders-north-old,riders,NORTH,,2023,,50.0,percent,,,,normal,counts,t. 1,,,primary,2023,normal,\n"
    "riders-north-new,riders,NORTH,,2025,,60.0,percent,,,,normal,counts,t. 1,,,primary,2025,normal,\n"
    "riders-south-new,riders,SOUTH,,2025,,55.0,percent,,,,forecast,counts,t. 1,,,primary,2025,normal,\n"
)


@pytest.fixture
def notices(compose):
    """A function from a narrative to its notices, a line each: line, code, message."""

    def notices(narrative, brief="", rows=""):
        found = compose(narrative, brief, rows).notices
        return [f"{one.span.first}: {one.code}: {one.message}" for one in found]

    return notices


JOINED = (
    "riders-23,riders,NORTH,,2023,,50.0,percent,,,,normal,counts,t. 1,,,primary,2023,normal,\n"
    "riders-24,riders,NORTH,,2024,,51.0,percent,,,,normal,counts,t. 1,,,primary,2024,normal,\n"
    "riders-25,riders,NORTH,,2025,,52.0,percent,,,,normal,press,t. 1,,,primary,,normal,\n"
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "line",
            [
                "the chart riders: 2023 and 2024 are different editions of counts",
                "the chart riders: a line joins riders-24 (counts) and riders-25 (press), "
                "which different producers count",
            ],
        ),
        ("bar", []),
    ],
)
def test_a_line_that_joins_editions_or_producers_is_told(tmp_path, kind, expected):
    notices = Notices(read_ledger(Inputs(project(tmp_path, "", rows=JOINED))))
    points = tuple(Point(f"20{year}", "5", row=f"riders-{year}") for year in (25, 23, 24))
    drawn = Chart(kind, Axis("period"), Axis("quantity"), (Series("NORTH", "North", "#000000", points),), "")
    notices.drawn((Figure(drawn, (), "fig-riders", span=Span("brief.yaml", 3, 3)),))
    assert [one.notice.message for one in notices.found] == expected


def untold(line):
    return [f"{line}: contest-untold: {UNTOLD}, and the brief never says how they differ"]


def test_a_row_of_a_contest_alone_is_told_at_its_first_line(notices):
    assert notices(f"Text.\n\nIt spent {LANES}.\n\nAgain {LANES}.") == untold(3)


@pytest.mark.parametrize(
    "settled",
    [
        '{{ contest("lanes") | range }}',
        '{{ contest("lanes").how }}',
        '{{ contest("lanes").low }} to {{ contest("lanes").high }}',
        "::: method Sources\nWhat the north spent on lanes is told twice.\n:::",
        'Others say {{ row("lanes-by-press") }} ({{ row("lanes-by-city") }}).',
        "| who | sum |\n|---|---|\n| a | " + LANES + ' |\n| b | {{ row("lanes-by-press") }} |',
    ],
)
def test_a_brief_that_tells_of_the_contest_settles_it_once_for_all(notices, settled):
    assert notices(f"{LANES}.\n\n{settled}\n") == []


@pytest.mark.parametrize(
    "open_still",
    [
        '{{ contest("lanes").low }}',
        '{{ contest("lanes").title }}',
        "::: box Sources\nWhat the north spent on lanes is told twice.\n:::",
        '{{ row("lanes-by-press") }}',
    ],
)
def test_half_of_it_does_not_settle_a_contest(notices, open_still):
    assert notices(f"{LANES}.\n\n{open_still}\n") == untold(1)


@pytest.mark.parametrize("what", ["contest: lanes", "rows: [lanes-by-city, lanes-by-press]"])
def test_a_table_of_the_contest_settles_it(notices, what):
    assert notices(f'{LANES}\n\n{{{{ table("lanes") }}}}', TABLE.format(what=what)) == []


def test_a_table_of_some_other_rows_does_not(notices):
    table = TABLE.format(what="rows: [lanes-by-city]")
    assert [one.split(": ")[1] for one in notices('{{ table("lanes") }}', table)] == ["contest-untold"]


def test_a_value_computed_from_a_contested_row_is_not_told(notices):
    assert notices('{{ ratio(row("lanes-by-city"), row("lanes-by-press")) }}') == []


@pytest.mark.parametrize(
    ("row", "codes"), [("riders-north-2024", ["contest-untold"]), ("trips-north-2024", [])]
)
def test_nobody_takes_a_total_for_a_share(tmp_path, row, codes):
    root = project(tmp_path, f'{{{{ row("{row}") }}}}')
    more = "shares,Who rides,riders-north-2024 riders-south-2024 trips-north-2024,Shares and trips,\n"
    change(root / "data/contests.csv", lambda old: old.rstrip("\n") + "\n" + more)
    assert [one.code for one in composed(root).notices] == codes


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ('ratio(row("riders-north-new"), row("riders-south-2024"))',
         "periods-differ: {}: 2025 and 2024 are different periods"),
        ('row("riders-north-new") / row("riders-south-2024")',
         "periods-differ: {}: 2025 and 2024 are different periods"),
        ('ratio(row("riders-north-new"), row("riders-south-2024")) | digits(1)',
         "periods-differ: {}: 2025 and 2024 are different periods"),
        ('change(row("riders-north-old"), row("riders-north-new"))',
         "editions-differ: {}: 2025 and 2023 are different editions of counts"),
        ('difference(row("riders-north-new"), row("riders-south-new"))',
         "forecast-and-outcome: {}: riders-south-new is a forecast, riders-north-new is none"),
        ('change(row("riders-north-2024"), row("riders-north-new"))', None),
        ('ratio(row("riders-north-2024"), row("riders-south-2024"))', None),
        ('accept(row("riders-north-new") / row("riders-south-2024"), "why")', None),
        ('share(row("riders-north-new"), accept(row("riders-south-2024"), "why"))', None),
    ],
)  # fmt: skip
def test_a_printed_value_tells_what_is_not_alike(notices, expression, told):
    expected = [f"1: {told.format(expression)}"] if told else []
    assert notices(f"{{{{ {expression} }}}}", rows=EDITIONS) == expected


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ('row("riders-north-new") > row("riders-south-2024")', ["periods-differ"]),
        ('row("riders-north-2024") > row("riders-south-2024")', []),
        ('row("riders-north-new") > 50', []),
        ('not row("riders-north-new") < row("riders-south-2024")', ["periods-differ"]),
        ('row("riders-north-new") > accept(row("riders-south-2024"), "no newer count")', []),
    ],
)  # fmt: skip
def test_claims_and_conditions_tell_what_they_compare(notices, condition, codes):
    claim = notices(f"{{% claim {condition} %}}So it is.{{% endclaim %}}", rows=EDITIONS)
    assert [one.split(": ")[1] for one in claim] == codes
    asked = notices(f"{{% if {condition} %}}So it is.{{% endif %}}", rows=EDITIONS)
    assert [one.split(": ")[1] for one in asked] == codes


def test_the_same_is_told_once_and_in_the_order_of_the_text(notices):
    text = '{{ ratio(row("riders-north-new"), row("riders-south-2024")) }}'
    found = notices(f"Text.\n\n{LANES}\n\n{text}\n\n{text}", rows=EDITIONS)
    assert [one.split(": ")[:2] for one in found] == [["3", "contest-untold"], ["5", "periods-differ"]]


def test_a_short_name_that_is_accepted_is_accepted_wherever_it_stands(notices):
    brief = 'short:\n  lanes: accept(row("lanes-by-city"), "the only count of repairs")\n'
    assert notices("{{ lanes }} and {{ lanes }}", brief) == []


ACCEPT = "accept:\n  - {{rule: {rule}, where: {where}, reason: It is said in the report.}}\n"


@pytest.mark.parametrize("where", ["lanes", "What the north spent on lanes", "lanes-by-city"])
def test_brief_yaml_accepts_a_notice_with_a_reason(notices, where):
    assert notices(LANES, ACCEPT.format(rule="contest-untold", where=where)) == []


def test_brief_yaml_accepts_by_words_of_a_long_expression(notices):
    wide = '{{ ratio(row("riders-north-new"), row("riders-south-2024")) | digits(1) | number | number }}'
    accept = ACCEPT.format(rule="periods-differ", where="2025 and 2024")
    assert notices(wide, accept, EDITIONS) == []


def test_an_acceptance_of_nothing_is_told(notices):
    (told,) = notices("Text.", ACCEPT.format(rule="contest-untold", where="lanes"))
    assert "accepted-nothing: contest-untold tells of nothing where 'lanes' is accepted" in told


def test_the_check_leaves_acceptances_of_notices_to_the_build(tmp_path, capsys):
    root = project(tmp_path, LANES, ACCEPT.format(rule="contest-untold", where="lanes"))
    command(root, "check", "brief")
    assert "contest-untold" not in capsys.readouterr().out


def strictly(root):
    inputs = Inputs(root)
    brief, source = read_brief(inputs, "brief")
    return compose_narrative(
        Narrative("brief", brief, source, inputs, read_ledger(inputs), strict=True), lambda _: {}
    )


def test_strict_makes_faults_of_notices(tmp_path):
    with pytest.raises(BriefError) as error:
        strictly(project(tmp_path, LANES))
    (fault,) = error.value.faults
    assert str(fault.place) == "templates/brief/narrative.md:1"
    assert fault.message == f"{UNTOLD}, and the brief never says how they differ [contest-untold]"
    assert "accept it: {rule: contest-untold, where: lanes, reason: …}" in fault.hint


def test_notices_stay_with_the_document(compose):
    document = compose(LANES)
    assert load(dump(document)).notices == document.notices
    assert {one.code for one in document.notices} <= set(CODES)


def test_the_command_warns_and_builds(tmp_path, capsys):
    root = project(tmp_path, f"The north spent {LANES}.\n")
    assert command(root, "build", "brief", "--formats", "html") == 0
    told = capsys.readouterr()
    assert told.err.startswith(f"warning: templates/brief/narrative.md:1: {UNTOLD}")
    assert "built html" in told.out


CONTESTED = '{% claim row("lanes-by-press") > 12 %}The north spent more.{% endclaim %}'
CHOSEN = "prefer:\n  lanes-by-press: a reason\n"
DOUBTED = "the claim is contested: lanes-by-city = 10.0 USD million speaks against it"


def test_a_contested_claim_is_told_at_its_line_with_what_speaks_against_it(tmp_path, capsys):
    root = project(tmp_path, f"# Lanes\n\n{CONTESTED}\n", CHOSEN)
    assert command(root, "build", "brief", "--formats", "html") == 0
    told = f"warning: templates/brief/narrative.md:3: {DOUBTED} [claim-contested]\n"
    assert told in capsys.readouterr().err


def test_a_contested_claim_is_accepted_by_words_of_its_condition(tmp_path, capsys):
    accepted = "accept:\n  - {rule: claim-contested, where: lanes-by-press, reason: The note says it.}\n"
    root = project(tmp_path, f"# Lanes\n\n{CONTESTED}\n", CHOSEN + accepted)
    assert command(root, "build", "brief", "--formats", "html") == 0
    assert "claim-contested" not in capsys.readouterr().err


def test_the_command_refuses_under_strict(tmp_path, capsys):
    root = project(tmp_path, f"The north spent {LANES}.\n")
    assert command(root, "build", "brief", "--formats", "html", "--strict") == 1
    assert "[contest-untold]" in capsys.readouterr().err
    assert not list(root.glob("out/brief/*/brief.html"))


RESTATED = (
    "dots-22,trips,CITY,,2026,,9.0,trips million,,,,forecast,counts,t. 1,,,primary,2022,normal,\n"
    "dots-23,trips,CITY,,2026,,{},trips million,,,,forecast,counts,t. 1,,,primary,2023,normal,\n"
)


@pytest.mark.parametrize(
    ("row", "newer", "note"),
    [
        ("dots-23", "8.4", "Restated: the edition of 2022 gave 9.0 million."),
        ("dots-22", "8.4", "A newer edition (2023) gives 8.4 million."),
        ("dots-23", "9", ""),
    ],
)
def test_a_restated_value_is_told_as_restated(compose, row, newer, note):
    found = compose(f'{{{{ row("{row}") }}}}', rows=RESTATED.format(newer))
    assert found.numbers[row].note.replace("\u00a0", " ") == note
