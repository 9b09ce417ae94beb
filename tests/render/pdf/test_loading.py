"""What WeasyPrint loads for the fonts of others comes when it is called; its C libraries without a search."""

import subprocess
import sys

import pytest

LOADED = """
import sys
from aibrief_report.render.pdf.loading import LATE, load_weasyprint
load_weasyprint()
assert not {*LATE} & {*sys.modules}
from weasyprint.pdf import fonts
assert fonts.subset.Options(hinting=False).hinting is False
import fontTools.subset
assert fonts.subset.Options is not fontTools.subset.Options
assert isinstance(fonts.subset.Options(), fontTools.subset.Options)
assert callable(fonts.instantiateVariableFont)
"""


def test_the_subsetter_is_loaded_when_it_is_called():
    subprocess.run([sys.executable, "-c", LOADED], check=True)  # a process that has not loaded WeasyPrint yet


OPENED = """
import re, subprocess, sys
from ctypes import util
from pathlib import Path
own = util.find_library
if sys.argv[1] == "ours":
    subprocess.Popen = None  # nobody is asked where a library lies
    from aibrief_report.render.pdf.loading import load_weasyprint
    load_weasyprint()
import weasyprint
assert util.find_library is own
maps = Path("/proc/self/maps").read_text()
opened = re.findall(r"/\\S+/lib(?:gobject|pango|harfbuzz|fontconfig)\\S+", maps)
print(*sorted({*opened}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries have no names that suffice")
def test_the_libraries_are_those_that_a_search_finds():
    def opened(whose):
        command = [sys.executable, "-c", OPENED, whose]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    ours = opened("ours")
    assert "/libpango-1.0" in ours
    assert ours == opened("WeasyPrint's")
