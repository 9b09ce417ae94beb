"""The brief that is measured builds, and other programs are given the same one. Nothing here is timed."""

import json
import re
import sys

import pytest
from benchmarks import __main__ as command
from benchmarks import stages
from benchmarks.measure import Job, interleaved
from benchmarks.outputs import look
from benchmarks.peers.drawn import chart_data
from benchmarks.peers.expected import expected, held
from benchmarks.peers.markdown import markdown
from benchmarks.peers.templated import context
from benchmarks.sample.project import BRIEF, edit_project, write_project

from aibrief_report.inputs.project import Project
from aibrief_report.model.blocks import Figure, Heading, Table
from aibrief_report.model.charts import Drawing
from aibrief_report.model.walk import walk
from aibrief_report.pipeline import write
from aibrief_report.resolve import resolve as resolving
from tests.projects import tree


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("sample")
    write_project(root)
    return root


@pytest.fixture(scope="module", autouse=True)
def undrawn():
    """Charts with nothing in their drawings: what is drawn is no matter here, and takes long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resolving, "draw", lambda *_: Drawing("{}", "<svg/>", 425.0, 150.0))
        yield


@pytest.fixture(scope="module")
def document(root, undrawn):
    return write(Project(root), BRIEF).document


def count(document, kind):
    return sum(isinstance(block, kind) for block in document.blocks)


def test_the_sample_has_the_size_of_a_brief(document):
    sections = [block for block in walk(document.blocks) if isinstance(block, Heading) and block.level == 1]
    assert len(sections) == 7
    assert (count(document, Figure), count(document, Table), len(document.references)) == (5, 6, 25)


def test_the_sample_is_the_same_whenever_it_is_written(root, tmp_path):
    write_project(tmp_path)
    assert tree(tmp_path) == {name: text for name, text in tree(root).items() if not name.startswith("out/")}


def test_a_brief_twice_as_long_has_twice_as_much(tmp_path, document):
    write_project(tmp_path, parts=2)
    twice = write(Project(tmp_path), BRIEF).document
    for kind in (Figure, Table):
        assert count(twice, kind) == 2 * count(document, kind)
    assert len(twice.references) == 2 * len(document.references)


def test_editions_of_the_sample_differ_in_one_line(tmp_path):
    write_project(tmp_path)
    before = tree(tmp_path)
    edit_project(tmp_path, 3)
    (name,) = [name for name, text in tree(tmp_path).items() if text != before[name]]
    lines = zip(before[name].splitlines(), tree(tmp_path)[name].splitlines(), strict=True)
    assert sum(old != new for old, new in lines) == 1


def test_others_are_given_every_paragraph_table_figure_and_work(document):
    texts = expected(document)
    whole = {kind: len(told) for kind, told in texts.items()}
    assert whole["tables"] == 6
    works = " ".join(texts["references"])
    without_links = re.sub(r"\(#[^)]*\)", "", markdown(document))
    assert held(f"{without_links} {works}", texts) == whole
    told = " ".join(str(part) for block in context(document)["blocks"] for part in block.values())
    assert held(told, texts) == whole


def test_others_cite_every_work_that_we_cite(document):
    cited = {one.key for one in document.references}
    written = markdown(document)
    assert {key for key in cited if f"@{key}" in written} == cited


def test_others_draw_every_mark(document):
    charts = chart_data(document)
    assert [chart["kind"] for chart in charts] == [
        *("line", "grouped-bar", "stacked-bar", "horizontal-bar", "range-dot"),
    ]
    assert sum(len(chart["marks"]) for chart in charts) == 51
    json.dumps(charts)


def test_an_output_that_lacks_a_table_is_told_from_one_that_has_it(tmp_path):
    texts = {"tables": ["Fixed lines in eight countries"], "paragraphs": ["Lines grew."]}
    page = tmp_path / "page.html"
    page.write_text("<body><style>p{}</style><figure><img></figure><p>Lines gr-\new.</p></body>")
    found = look(page, texts)
    assert (found.words, found.pictures, found.held) == (3, 1, {"tables": 0, "paragraphs": 1})


@pytest.mark.parametrize("target", [one for _, targets in stages.STAGES for one in targets])
def test_every_stage_is_a_function_of_the_toolkit(target):
    holder, name = stages.found(target)
    assert callable(getattr(holder, name))


def test_the_time_of_a_stage_is_its_own(monkeypatch):
    now = iter((1.0, 2.0, 5.0, 9.0, 10.0, 10.0))
    monkeypatch.setattr(stages, "cpu", lambda: next(now))
    watch = stages.Stopwatch()
    with watch.stage("HTML"), watch.stage("charts"):
        pass
    assert {name: spent for name, spent in watch.closed().items() if spent} == {
        **{stages.START: 1.0, stages.REST: 1.0, "HTML": 4.0, "charts": 4.0},
    }


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path):
    job = Job("failing", (sys.executable, "-c", "raise SystemExit('no such brief')"), tmp_path)
    with pytest.raises(RuntimeError, match="failing failed: no such brief"):
        job.run(0)


def test_rounds_are_interleaved_and_the_first_only_warms_up(tmp_path):
    called = []
    jobs = [
        Job(
            name,
            (sys.executable, "-c", "pass"),
            tmp_path,
            prepare=lambda number, name=name: called.append((name, number)),
        )
        for name in "ab"
    ]
    told = []
    assert set(interleaved(jobs, 1, told.append)) == {"a", "b"}
    assert called == [("a", 0), ("b", 0), ("a", 1), ("b", 1)]
    assert len(told) == 4


def test_results_are_written_between_their_marks(tmp_path, monkeypatch):
    readme = tmp_path / "README.md"
    readme.write_text(f"Before.\n\n{command.BEGIN}\n\nOld.\n\n{command.END}\n\nBehind.\n", encoding="utf-8")
    monkeypatch.setattr(command, "README", readme)
    for told in ("New.", "Newer."):
        command.write(told)
    text = readme.read_text(encoding="utf-8")
    assert text == f"Before.\n\n{command.BEGIN}\n\nNewer.\n\n{command.END}\n\nBehind.\n"
