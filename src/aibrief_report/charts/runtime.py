"""What draws live charts in a browser: Vega, Vega-Lite and Vega-Embed as one script, bundled by vl-convert.

Bundling takes two seconds, more than all else that a page needs. So the script lies here, compressed, as the
locked vl-convert gives it; any other version bundles its own. `scripts/vega.py` writes it anew, and a test
compares the two. `vega-licences.txt` says whose it is.

Vega-Embed brings Vega's interpreter of expressions, by which a page runs under a policy without `eval`
(https://vega.github.io/vega/usage/interpreter/).
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files

from aibrief_report.errors import ChartError, Fault
from aibrief_report.store.cache import Cache

EVENT = "vega"
"""The event of the window that the script ends with; its `detail` is the function `vegaEmbed`."""

_SNIPPET = f'dispatchEvent(new CustomEvent("{EVENT}",{{detail:vegaEmbed}}));'


def runtime(cache: Cache) -> str:
    """Return the script, the same for all charts and briefs. `cache` keeps one that had to be made."""
    found = version("vl-convert-python")
    bundled = files("aibrief_report.charts").joinpath(bundled_name(found))
    if bundled.is_file():
        return gzip.decompress(bundled.read_bytes()).decode()
    made_of = ["vega runtime", found, _SNIPPET]
    held = cache.get(made_of)
    if held is None:
        held = bundle().encode()
        cache.put(made_of, held)
    return held.decode()


def bundled_name(version: str) -> str:
    """Return the name of the file that holds the script of a version of vl-convert."""
    return f"vega-{version}.js.gz"


@lru_cache(maxsize=1)
def bundle() -> str:
    """Return the script as vl-convert makes it."""
    import vl_convert  # here: it starts V8

    script: str = vl_convert.javascript_bundle(_SNIPPET)
    # It stands within a script element, which either of these would end or change (HTML, 4.12.1.3).
    if "</script" in script.lower() or "<!--" in script:
        raise ChartError(Fault("the bundle of Vega holds what may not stand in a page"))
    return script
