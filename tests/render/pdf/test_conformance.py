"""What veraPDF, the industry's validator, says of the PDF against both standards that it claims."""

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from aibrief_report.pipeline import write
from aibrief_report.render.pdf import render_pdf
from tests.documents import theme, torture

SCRIPT = Path(__file__).parents[3] / "scripts" / "verapdf.py"
SPEC = importlib.util.spec_from_file_location("verapdf", SCRIPT)
verapdf = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(verapdf)

FLAVOURS = ("ua1", "3a")
needs_verapdf = pytest.mark.skipif(
    not verapdf.JAR.exists() or shutil.which("java") is None,
    reason="veraPDF is not here (scripts/verapdf.py fetches it, with Java and Maven)",
)


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory, shipped, torture_brief) -> Path:
    """A folder with a PDF of each brief that is shipped, and of the two torture briefs."""
    folder = tmp_path_factory.mktemp("pdfs")
    (folder / "by-hand.pdf").write_bytes(render_pdf(torture(), theme()))
    (folder / "torture.pdf").write_bytes(render_pdf(torture_brief.document, torture_brief.theme))
    for name in shipped.briefs():
        written = write(shipped, name)
        (folder / f"{name}.pdf").write_bytes(render_pdf(written.document, written.theme))
    return folder


def judged(folder: Path, flavour: str) -> Mapping[str, list[str]]:
    """The rules that each PDF of a folder breaks; veraPDF starts once for all of them, as Java is slow to."""
    files = sorted(map(str, folder.glob("*.pdf")))
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", str(verapdf.JAR), verapdf.MAIN]
    command = [*java, "-f", flavour, "--format", "json", *files]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    jobs = json.loads(run.stdout)["report"]["jobs"]
    return {Path(job["itemDetails"]["name"]).name: broken(job) for job in jobs}


def broken(job: dict) -> list[str]:
    """The rules that one PDF breaks, each with the first place; or that it could not be judged."""
    if "validationResult" not in job:
        return [str(job.get("taskException"))]
    details = [result["details"] for result in job["validationResult"]]
    return [
        f"{rule['clause']} {rule['description']}: {rule['checks'][0]['context']}"
        for one in details
        for rule in one["ruleSummaries"]
    ]


@pytest.mark.conformance
@needs_verapdf
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_verapdf_finds_nothing_in_any_brief(pdfs, shipped, flavour):
    names = [*shipped.briefs(), "by-hand", "torture"]
    assert judged(pdfs, flavour) == {f"{name}.pdf": [] for name in names}


@pytest.mark.conformance
@needs_verapdf
def test_verapdf_does_find_what_is_wrong(tmp_path):
    import pikepdf

    file = tmp_path / "untitled.pdf"
    file.write_bytes(render_pdf(torture(), theme()))
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        del pdf.Root.ViewerPreferences
        pdf.save()
    assert any("7.1" in rule for rule in judged(tmp_path, "ua1")["untitled.pdf"])
