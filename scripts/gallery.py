"""Writes docs/gallery/: pictures of every page of the shipped briefs, and of their Word files and pages.

    gallery.py

Every brief is drawn in a folder of its own under each built-in theme, so that out/ stays as it is. The PDF
needs nothing more; pages of the Word file need LibreOffice, pictures of the page need Chromium. What a
machine lacks is left as it was, and said. Pictures have few colours, so that the folder stays small.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from aibrief_report.inputs.project import Project
from aibrief_report.pipeline import write
from aibrief_report.render.formats import FORMATS, render
from aibrief_report.theme.read import BUILTIN

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs" / "gallery"
COLOURS = 32
DPI, WORD_DPI = 48, 40
WORD_PAGES = 2
"""How many pages of the Word file are shown: it follows the PDF."""
SCREENS = {"desk": (1440, 1600, False), "phone": (500, 1100, False), "dark": (1440, 1600, True)}
"""How wide and high the window is in pixels, and whether it is dark; Chromium opens none below 500."""
SHRUNK = 3
TITLES = {"pdf": "PDF", "docx": "Word, as LibreOffice lays it out", "html": "Page"}


@dataclass(frozen=True)
class Shown:
    """A picture of a brief: what it shows, and its file."""

    form: str
    what: str
    file: Path


def main() -> None:
    """Make every picture anew, and the page that shows them."""
    briefs = sorted(path.parent.name for path in (ROOT / "templates").glob("*/brief.yaml"))
    found: dict[tuple[str, str], list[Shown]] = {}
    for theme in BUILTIN:
        with tempfile.TemporaryDirectory() as folder:
            project = laid(Path(folder), theme)
            for brief in briefs:
                found[theme, brief] = pictured(project, brief, GALLERY / theme / brief)
                print(f"{theme}/{brief}: {len(found[theme, brief])} pictures")
    (GALLERY / "index.md").write_text(index(found), encoding="utf-8")


def laid(folder: Path, theme: str) -> Project:
    """Lay a copy of the project in which every brief has a theme."""
    for part in ("data", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    for path in folder.glob("templates/*/brief.yaml"):
        text = re.sub(r"(?m)^theme:.*\n", "", path.read_text(encoding="utf-8"))
        path.write_text(f"{text.rstrip()}\ntheme: {theme}\n", encoding="utf-8")
    return Project(folder)


def pictured(project: Project, brief: str, home: Path) -> list[Shown]:
    """Return the pictures of a brief; those that cannot be made here are the ones there were."""
    written = write(project, brief)
    # No version in a foot: it would change every picture with every change of the toolkit.
    document = written.document.with_version("")
    files = {}
    for form in FORMATS:
        files[form] = project.root / f"{brief}.{form}"
        files[form].write_bytes(render(form, document, written.theme, written.cache))
    home.mkdir(parents=True, exist_ok=True)
    return [*of_pdf(files["pdf"], home), *of_word(files["docx"], home), *of_page(files["html"], home)]


def of_pdf(file: Path, home: Path) -> list[Shown]:
    """Return pictures of every page of the PDF."""
    return kept("pdf", home, [(f"page {n}", page) for n, page in enumerate(pages(file, DPI), start=1)])


def of_word(file: Path, home: Path) -> list[Shown]:
    """Return pictures of the first pages of the Word file."""
    office = shutil.which("soffice")
    if office is None:
        return there("docx", home, "LibreOffice")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        laid_out = pages(Path(folder) / f"{file.stem}.pdf", WORD_DPI)[:WORD_PAGES]
    return kept("docx", home, [(f"page {n}", page) for n, page in enumerate(laid_out, start=1)])


def of_page(file: Path, home: Path) -> list[Shown]:
    """Return pictures of the page in windows of some widths, in the light and in the dark."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        return there("html", home, "Chromium")
    return kept("html", home, [(what, shot(browser, file, *how)) for what, how in SCREENS.items()])


def shot(browser: str, file: Path, width: int, height: int, dark: bool) -> Image.Image:
    """Return what a window shows of a page."""
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "shot.png"
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--hide-scrollbars",
        ]
        flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        flags += [
            f"--user-data-dir={folder}/profile",
            f"--window-size={width},{height}",
            f"--screenshot={picture}",
        ]
        flags += ["--blink-settings=preferredColorScheme=0"] if dark else []  # what the system would say
        subprocess.run([browser, *flags, file.as_uri()], check=True, capture_output=True, timeout=120)
        with Image.open(picture) as found:
            return found.convert("RGB").reduce(SHRUNK if width > 1000 else 2)


def pages(file: Path, dpi: int) -> list[Image.Image]:
    """Return the pages of a PDF."""
    with pypdfium2.PdfDocument(file) as held:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in held]


def kept(form: str, home: Path, found: list[tuple[str, Image.Image]]) -> list[Shown]:
    """Write pictures over those that were there before."""
    for old in home.glob(f"{form}-*.png"):
        old.unlink()
    shown = []
    for what, picture in found:
        file = home / f"{form}-{what.replace('page ', '').rjust(2, '0') if what[-1].isdigit() else what}.png"
        picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            file, optimize=True
        )
        shown.append(Shown(form, what, file))
    return shown


def there(form: str, home: Path, lacking: str) -> list[Shown]:
    """Return the pictures as they are, where the program that makes them is lacking."""
    print(f"{lacking} is not installed: pictures of {TITLES[form]} stay as they are", file=sys.stderr)
    return [Shown(form, named(file), file) for file in sorted(home.glob(f"{form}-*.png"))]


def named(file: Path) -> str:
    """Return what a picture shows, by its name."""
    what = file.stem.partition("-")[2]
    return f"page {int(what)}" if what.isdigit() else what


def index(found: dict[tuple[str, str], list[Shown]]) -> str:
    """Return the page that shows all pictures."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: dict[tuple[str, str], list[Shown]]) -> Iterator[str]:
    yield "# Gallery"
    yield ""
    told = "Every page of the shipped briefs under each built-in [theme](../themes.md), remade by"
    yield f"{told} `make gallery`."
    for (theme, brief), pictures in found.items():
        yield f"\n## {brief}, theme {theme}"
        for form, title in TITLES.items():
            shown = [one for one in pictures if one.form == form]
            if shown:
                yield f"\n### {title}: {brief}, {theme}\n"
                links = (
                    f"![{title}, {one.what}]({one.file.relative_to(GALLERY).as_posix()})" for one in shown
                )
                yield "\n".join(links)


if __name__ == "__main__":
    main()
