"""The files attached to a PDF (ISO 32000-1, 7.11.4)."""

from __future__ import annotations

from collections.abc import Iterator

from aibrief_report.errors import Fault, InputError, Place

_REASONS = {
    4: ("it is encrypted", "open it with its password, and save it without one"),
    5: ("it is encrypted in a way that is not known here", "save it without a password"),
}
"""What PDFium's error codes mean (fpdfview.h, FPDF_ERR_*) where the analyst can do something."""


def of_pdf(data: bytes, place: Place) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the attached files. Raises `InputError` where the PDF cannot be read."""
    import pypdfium2  # here: it loads a library of 5 MB

    try:
        with pypdfium2.PdfDocument(data) as document:
            for number in range(document.count_attachments()):
                attachment = document.get_attachment(number)
                yield attachment.get_name(), bytes(attachment.get_data())
    except pypdfium2.PdfiumError as error:
        message, hint = _REASONS.get(getattr(error, "err_code", 0), ("the PDF is damaged", None))
        raise InputError(Fault(message, place, hint)) from error
