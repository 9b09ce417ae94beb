"""What the layout may read beside its page: data addresses within it, and nothing else in the world."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher


def only_data() -> URLFetcher:
    """Return a fetcher for WeasyPrint that decodes data addresses (RFC 2397) and refuses every other."""
    from base64 import b64decode

    from weasyprint.urls import URLFetcher, URLFetcherResponse  # here: WeasyPrint takes 0.8 s to import

    class OnlyData(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
        """Reads what an address itself holds."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            if not url.startswith("data:"):
                raise ValueError(f"a brief is made from its own files, and {url[:200]} is none of them")
            head, _, body = url.removeprefix("data:").partition(",")
            media_type = head.partition(";")[0] or "text/plain"
            data = b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)
            return URLFetcherResponse(url, data, {"Content-Type": media_type})

    return OnlyData(fail_on_errors=True)
