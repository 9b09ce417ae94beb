"""Fonts for the layout: fontconfig is shown the theme's faces and nothing else that a machine has installed.

Fontconfig reads its configuration once, when a font configuration is made (`inputs/fontconfig.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from aibrief_report.inputs.fontconfig import configured
from aibrief_report.render.pdf.loading import load_weasyprint
from aibrief_report.theme.coverage import yielded
from aibrief_report.theme.tokens import Face, Fonts

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

_WEIGHTS = {100: 0, 200: 40, 300: 50, 400: 80, 500: 100, 600: 180, 700: 200, 800: 205, 900: 210}
"""CSS weights as fontconfig counts them (fontconfig.h, FC_WEIGHT_*)."""

_UPRIGHT, _ITALIC = 0, 100


@contextmanager
def only_faces(fonts: Fonts, language: str = "en") -> Iterator[FontConfiguration]:
    """Yield a font configuration that knows a theme's faces alone; their files exist as long as the context.

    `language` is the document's: in some, a theme's own faces leave marks to those that stand in for them.
    """
    with TemporaryDirectory(prefix="aibrief-fonts-") as name:
        folder = Path(name)
        conf = folder / "fonts.conf"
        conf.write_text(_configuration(folder, fonts, yielded(fonts, language)), encoding="utf-8")
        with configured(conf):
            # Imported here for start-up, and under this environment because its import looks for fonts, too.
            load_weasyprint()
            from weasyprint.text.fonts import FontConfiguration

            found = FontConfiguration()
        yield found


def _configuration(folder: Path, fonts: Fonts, left: str) -> str:
    """Write the faces to the folder; return a configuration that finds them by the theme's names."""
    rules = []
    for place, face in enumerate(fonts.faces):
        file = folder / f"{place:02}-{Path(face.name).name}"
        file.write_bytes(face.data)
        rules.append(_rule(file, face, "" if face.family in fonts.fallbacks() else left))
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>'
        f"<dir>{escape(str(folder))}</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir>"
        f"{''.join(rules)}<config><rescan><int>0</int></rescan></config></fontconfig>"
    )


def _rule(file: Path, face: Face, left: str) -> str:
    """Return the rule that gives a file the theme's family, weight and slant, and takes some characters away.

    The family is put before the file's own: Pango no longer finds a face whose own name is gone.
    """
    edits = (
        ("family", "prepend", f"<string>{escape(face.family)}</string>"),
        ("weight", "assign_replace", f"<int>{_WEIGHTS[round(face.weight, -2)]}</int>"),
        ("slant", "assign_replace", f"<int>{_ITALIC if face.italic else _UPRIGHT}</int>"),
    )
    shown = "".join(f'<edit name="{name}" mode="{mode}">{value}</edit>' for name, mode, value in edits)
    if left:
        codes = "".join(f"<int>0x{ord(char):x}</int>" for char in left)
        value = f"<minus><name>charset</name><charset>{codes}</charset></minus>"
        shown += f'<edit name="charset" mode="assign_replace">{value}</edit>'
    test = f'<test name="file" compare="eq"><string>{escape(str(file))}</string></test>'
    return f'<match target="scan">{test}{shown}</match>'
