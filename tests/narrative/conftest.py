import pytest

from aibrief_report.errors import BriefError
from aibrief_report.model.document import Document
from tests.outline import outline
from tests.projects import composed, project


@pytest.fixture
def compose(tmp_path):
    """A function from a narrative (and more of brief.yaml, and more rows) to its document."""
    count = iter(range(1000))

    def compose(narrative: str, brief: str = "", rows: str = "") -> Document:
        root = tmp_path / str(next(count))
        return composed(project(root, narrative, brief, rows))

    return compose


@pytest.fixture
def read(compose):
    """A function from a narrative to the outline of its blocks, without places."""

    def read(narrative: str, brief: str = "", rows: str = "") -> str:
        lines = outline(compose(narrative, brief, rows)).splitlines()[1:]
        return "\n".join(line.replace(" narrative.md:", " @", 1) for line in lines)

    return read


@pytest.fixture
def faults(compose):
    """A function from a narrative to what is wrong with it, a line a fault, without hints."""

    def faults(narrative: str, brief: str = "", rows: str = "") -> str:
        with pytest.raises(BriefError) as error:
            compose(narrative, brief, rows)
        told = (f"{fault.place}: {fault.message}" for fault in error.value.faults)
        return "\n".join(told).replace("templates/brief/", "")

    return faults
