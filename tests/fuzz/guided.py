"""Fuzzing guided by coverage: `make fuzz`, or `python -m tests.fuzz.guided READER [seconds]`.

Needs atheris (https://github.com/google/atheris), which has no wheels for every Python that we support, and
so is in no lock: `.venv/bin/pip install atheris`. Each reader starts from its seed and from the files of
tests/cases; whatever it raises but a `BriefError` is written beside the corpus as `crash-…`.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"
CORPUS = Path(__file__).parent.parent.parent / ".fuzz"
ENDINGS = {
    **dict.fromkeys(("yaml", "brief"), "brief.yaml"),
    **dict.fromkeys(("observations", "contests", "csv"), ".csv"),
    **{
        "narrative": ".md",
        "sources": "sources.yaml",
        "theme": "theme.yaml",
        "drawing": ".svg",
        "style": ".csl",
    },
}
"""What the names of those files of tests/cases end in that a reader is for."""


def main(name: str, seconds: str = "120") -> None:
    """Fuzz one reader for some seconds."""
    import atheris

    with atheris.instrument_imports(include=["aibrief_report"]):
        from aibrief_report.errors import BriefError
        from tests.fuzz.test_readers import READERS
    seed, read = READERS[name]

    def once(data: bytes) -> None:
        try:
            read(data)
        except BriefError:
            return

    corpus = _corpus(name, seed)
    limits = (f"-max_total_time={seconds}", "-max_len=65536", "-timeout=20", "-rss_limit_mb=2048")
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={corpus}-", str(corpus)], once)
    atheris.Fuzz()


def _corpus(name: str, seed: bytes) -> Path:
    folder = CORPUS / name.replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "seed").write_bytes(seed)
    for place in CASES.rglob(f"*{ENDINGS.get(name, '/')}") if name in ENDINGS else ():
        (folder / "-".join(place.parts[-4:])).write_bytes(place.read_bytes())
    return folder


if __name__ == "__main__":
    if find_spec("atheris") is None:
        sys.exit("atheris is not installed: .venv/bin/pip install atheris")
    main(*sys.argv[1:])
