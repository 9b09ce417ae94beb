"""What draws live charts in a browser: Vega, Vega-Lite and Vega-Embed as one script, bundled by vl-convert.

Vega-Embed brings Vega's interpreter of expressions, by which a page runs under a policy without `eval`
(https://vega.github.io/vega/usage/interpreter/).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version

from aibrief_report.errors import ChartError, Fault
from aibrief_report.store.cache import Cache

EVENT = "vega"
"""The event of the window that the script ends with; its `detail` is the function `vegaEmbed`."""

_SNIPPET = f'dispatchEvent(new CustomEvent("{EVENT}",{{detail:vegaEmbed}}));'


def runtime(cache: Cache) -> str:
    """Return the script, the same for all charts and briefs; making it takes two seconds, so it is kept."""
    made_of = ["vega runtime", version("vl-convert-python"), _SNIPPET]
    held = cache.get(made_of)
    if held is None:
        held = _bundle().encode()
        cache.put(made_of, held)
    return held.decode()


@lru_cache(maxsize=1)
def _bundle() -> str:
    import vl_convert  # here: it starts V8

    script: str = vl_convert.javascript_bundle(_SNIPPET)
    # It stands within a script element, which either of these would end or change (HTML, 4.12.1.3).
    if "</script" in script.lower() or "<!--" in script:
        raise ChartError(Fault("the bundle of Vega holds what may not stand in a page"))
    return script
