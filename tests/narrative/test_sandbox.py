"""What a hostile or careless template cannot do: reach out, run without end, pass off texts as numbers."""

# ruff: noqa: E501  # a pair reads best on one line

import pytest

from aibrief_report.errors import BriefError
from aibrief_report.narrative.budget import Budget

NORTH = 'obs("trips", "NORTH", 2024)'


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__",
        "''['__class__']",
        "obs.__globals__",
        "obs.__call__.__globals__['sys']",
        "obs.func_code",
        "self._TemplateReference__context",
        "self",
        "cycler.__init__.__globals__",
        "joiner()",
        "lipsum()",
        "dict(a=1)",
        "namespace.__init__",
        "_print",
        "_print(1, 'x', 'y', 3)",
        "_steps([1])",
        "_concat(1)",
        "_text('x')",
        "__import__('os')",
        "__builtins__",
        "'{0.__class__}'.format(obs)",
        "'{:>9999999999}'.format('x')",
        "'{x}'.format_map({})",
        "'%s' % obs",
        "'abc'.encode()",
        "''.join(['a', 'b'])",
        "'a'.translate({})",
        "'a'.zfill(10**9)",
        "'a'.center(99999999999)",
        "range(3).start",
        "(1, 2).count(1)",
        "[1].append(2)",
        "{'a': 1}.update({})",
        "{'a': 1}.__class__",
        f"{NORTH}.quantity",
        f"{NORTH}.session.inputs",
        f"{NORTH}['session']",
        f"{NORTH}.form",
        "event('lane-opened').event.place",
        "contest('lanes').quantities",
        "['a'] | map(attribute='__class__') | list",
        "'a' | attr('__class__')",
        "'<b>' | safe",
        "'a' | format",
        "'x' | center(1000000000)",
        "'x' | replace('x', 'y')",
        "caller",
        "chart.__self__",
    ],
)
def test_a_template_reaches_the_functions_of_the_ledger_and_nothing_else(faults, expression):
    told = faults(f"Line.\n\nText {{{{ {expression} }}}} here.")
    assert told.startswith("narrative.md:3")
    assert "Error" not in told
    assert "object at" not in told


@pytest.mark.parametrize(
    "template",
    [
        "{% include '../../../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'https://example.org/x' %}",
        "{% import 'os' as os %}{{ os.system('ls') }}",
        "{% from 'os' import system %}",
        "{% extends 'base.md' %}",
        "{% do obs.x %}",
        "{% set _print = 3 %}",
        "{% set obs.x = 3 %}",
        "{% set obs = 3 %}{{ obs() }}",
        "{% debug %}",
        "{% trans %}x{% endtrans %}",
    ],
)
def test_nor_does_a_tag(faults, template):
    assert "narrative.md" in faults(template)


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(10**9) %}x{% endfor %}",
        "{% for a in range(1000000000000) %}x{% endfor %}",
        "{% for a in range(1000000000000000000000000) %}x{% endfor %}",
        "{% for a in range(1000) %}{% for b in range(1000) %}x{% endfor %}{% endfor %}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% set n = namespace(s='xxxxxxxxxx') %}{% for a in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
        "{% set n = namespace(s='x') %}{% for a in range(99) %}{% set n.s %}{{ n.s }}{{ n.s }}{% endset %}{% endfor %}",
        "{% set n = namespace(s=[1]) %}{% for a in range(60) %}{% set n.s = [n.s, n.s] %}{% endfor %}",
        "{% set n = namespace(s=(1,)) %}{% for a in range(60) %}{% set n.s = (n.s, n.s) %}{% endfor %}{{ n.s ~ 'x' }}",
        "{% set n = namespace(s={1: 1}) %}{% for a in range(60) %}{% set n.s = {1: n.s, 2: n.s} %}{% endfor %}",
        "{% set n = namespace(x=99999999) %}{% for a in range(40) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}",
        "{% macro m(x) %}{{ m(x) }}{{ m(x) }}{% endmacro %}{{ m(1) }}",
        "{% macro a(x) %}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{{ x }}{% endmacro %}"
        "{{ a(a(a(a(a(a(a(a(a('xxxxxxxxxx'))))))))) }}",
        "{% include 'narrative.md' %}",
        "{{ 'x' * 10**9 }}",
        "{{ [1] * 1000000000 }}",
        "{{ 10**10**8 }}",
        "{{ range(190000) | join('x' ~ 'y' ~ 'z') | upper | list | length }}",
        "{% set n = namespace(s='x' ~ 'y') %}{% for a in range(15) %}{% set n.s = n.s ~ n.s %}{% endfor %}"
        "{% for a in range(100000) %}{% set n.t = n.s | upper %}{% endfor %}",
        "{% set n = namespace(s='x' ~ 'y') %}{% for a in range(15) %}{% set n.s = n.s ~ n.s %}{% endfor %}"
        "{% for a in range(100000) %}{% set n.t = n.s.upper() %}{% endfor %}",
    ],
)
def test_no_template_runs_or_grows_without_end(faults, template):
    assert faults(template).startswith("narrative.md:")


def test_a_long_loop_fits_the_budget_and_a_longer_one_does_not(compose):
    loop = "{{% for a in range({0}) %}}{{{{ a }}}}{{% endfor %}}"
    compose(loop.format(19_500))
    with pytest.raises(BriefError, match="does not come to an end"):
        compose(loop.format(201_000))


def test_a_budget_counts_steps_and_characters():
    budget = Budget(operations=2, output=3)
    assert list(budget.steps("ab")) == ["a", "b"]
    with pytest.raises(BriefError, match="does not come to an end"):
        budget.spend()
    assert budget.write("abc") == "abc"
    with pytest.raises(BriefError, match="prints too much"):
        budget.write("d")


@pytest.mark.parametrize(
    ("expression", "fault"),
    [
        (f"{NORTH} ~ 'x'", "a number cannot be joined to a text"),
        (f"'x' ~ {NORTH}", "a number cannot be joined to a text"),
        (f"[{NORTH}] | join(', ')", "a number cannot be joined to a text"),
        (f"{NORTH} | upper", "a number cannot be made into text by an operation"),
        (f"{NORTH} | trim", "a number cannot be made into text by an operation"),
        (f"'%s' % {NORTH}", "'%' cannot be used here"),
        (f"{NORTH} + 3", "a quantity and something else cannot be computed with"),
        (f"3 + {NORTH}", "a quantity and something else cannot be computed with"),
        (f"3 - {NORTH}", "this cannot be done with a number"),
        (f"3 / {NORTH}", "this cannot be done with a number"),
        (f"-{NORTH}", "this cannot be done with a number"),
        (f"{NORTH} * 1.5", "quantities are multiplied by whole numbers only"),
        (f"{NORTH} * {NORTH}", "quantities are multiplied by whole numbers only"),
        (f"{NORTH} / 0", "division by zero"),
        (f"{NORTH} ** 2", "'**' of a quantity means nothing"),
        (f"{NORTH} // 2", "'//' of a quantity means nothing"),
        (f"{NORTH} | length", "a number has no length"),
        (f"{NORTH} | list", "a number is no list"),
        (f"{NORTH}[0]", "a number has no '0'"),
        (f"{NORTH}.rnage", "a number has no 'rnage'"),
        (f"not {NORTH}", "a number is neither true nor false"),
        (f"{NORTH} or 1", "a number is neither true nor false"),
        (f"1 if {NORTH} else 2", "a number is neither true nor false"),
        (f"{NORTH} > '5'", "a number can be compared with a number only"),
        (f"{NORTH} == none", "a number can be compared with a number only"),
        (f"{NORTH} > obs('spending', 'NORTH', 2024)", "trips million and USD million cannot be compared"),
        (f"ratio({NORTH}, 3)", "ratio() works on quantities"),
        (f"ratio({NORTH}, obs('spending', 'NORTH', 2024))", "a ratio of trips million and USD million means nothing"),
        ("event('lane-opened')", "an event cannot be printed as a whole"),
        ("event('lane-opened').date > 3", "this cannot be done with a date"),
        ("event('lane-opened') ~ ''", "an event cannot be joined to a text"),
        ("contest('lanes')", "a contest cannot be printed as a whole"),
        ("3.5", "a computed number without a source cannot be printed"),
        ("7 / 2", "a computed number without a source cannot be printed"),
        ("none", "none cannot be printed"),
        ("true", "true or false cannot be printed"),
        ("[1, 2]", "a list cannot be printed"),
        ("obs", "a function without brackets cannot be printed"),
        ("", "nothing stands between the braces"),
        ("'x' | range", "“| range” works on quantities"),
        (f"ratio({NORTH}, {NORTH}) | all", "“| all” lists what sources say; a computed value has no rivals"),
        (f"{NORTH} | digits(7)", "7 significant digits cannot be printed"),
        ("total()", "a total of nothing"),
        ("rows('trps')", "there is no indicator 'trps'"),
        ("1 // 0", "division by zero"),
    ],
)  # fmt: skip
def test_what_would_lose_a_number_s_trail_is_refused(faults, expression, fault):
    told = faults(f"Line.\n\nText {{{{ {expression} }}}} here.")
    assert told.partition(": ")[2].startswith(fault)
    assert told.startswith("narrative.md:3")


@pytest.mark.parametrize(
    "template",
    [
        "{% filter upper %}Text {{ north }}.{% endfilter %}",
        "{% set x %}{{ north }}{% endset %}{{ x | upper }}",
        "{% set x %}{{ north }}{% endset %}{{ x | reverse }}",
        "{% set x %}{{ north }}{% endset %}{{ x | first }}",
        "{% set x %}{{ north }}{% endset %}{{ x[1:] }}",
        "{% set x %}{{ north }}{% endset %}{{ x.split('n') | join('') }}",
        "{% set x %}{{ north }}{% endset %}{% for c in x %}{{ c }}{% endfor %}",
        "{% set x %}{{ north }}{% endset %}{{ x | list | unique | join('') }}",
    ],
)
def test_a_captured_number_is_kept_whole(faults, template):
    told = faults(template, f"short:\n  north: {NORTH}\n")
    assert told == "narrative.md:1: a text with numbers in it cannot be taken apart"


@pytest.mark.parametrize(
    "template",
    ["&#xE000;n0&#xE001;", "&#57344;n0&#57345;", "{{ '\\ue000n0\\ue001' }}", "{{ '\\ue000n0\\ue001' ~ x }}"],
)
def test_no_text_passes_for_a_number(faults, template):
    assert "U+E000" in faults(f"{{% set x %}}y{{% endset %}}{template}").replace(
        "&#xE000;", "U+E000"
    ).replace("&#57344;", "U+E000")


def test_all_faults_of_a_template_are_told_at_once(faults):
    told = faults(
        "{{ nothing }} {{ obs('trips', 'NORTH', 1999) }}\n\n{{ row('none') }} {{ something }}\n\n"
        f"{{{{ {NORTH} + 3 }}}}"
    )
    assert told.splitlines() == [
        "narrative.md:1:4: 'nothing' is not defined",
        "narrative.md:1:18: no observation of trips for NORTH in 1999",
        "narrative.md:3:4: there is no observation 'none'",
        "narrative.md:3:22: 'something' is not defined",
        "narrative.md:5: a quantity and something else cannot be computed with",
    ]
