"""The DOCX files that others are asked about: of the shipped briefs and of the torture brief."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from aibrief_report.model.document import Document

ROOT = Path(__file__).parents[3]
TORTURE = "torture"
NAMES = (*sorted(path.parent.name for path in ROOT.glob("templates/*/brief.yaml")), TORTURE)
OFFICE, VALIDATOR = shutil.which("soffice"), shutil.which("ooxml-validator")


@dataclass(frozen=True)
class Published:
    """A brief and its DOCX, as a file."""

    document: Document
    file: Path

    @property
    def data(self) -> bytes:
        return self.file.read_bytes()


def converted(files: Iterable[Path], form: str, folder: Path) -> Mapping[str, Path]:
    """What LibreOffice makes of files, by their stems: it is started once for all."""
    profile, out = (folder / "profile").as_uri(), folder / form
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    command += ["--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {path.stem: path for path in out.glob(f"*.{form}")}
