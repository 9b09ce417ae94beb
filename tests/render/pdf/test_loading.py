"""What WeasyPrint loads for the fonts of others comes when it is called, and works then."""

import subprocess
import sys

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
