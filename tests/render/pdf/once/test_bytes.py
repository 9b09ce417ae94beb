"""What is done once says the same: the bytes are those that WeasyPrint gives by itself."""

from contextlib import nullcontext

from weasyprint import HTML

from aibrief_report.render.pdf import layout, render_pdf, write
from tests.documents import theme, torture
from tests.render.pdfs import torture_pdf


def test_the_bytes_are_those_of_weasyprint_alone(monkeypatch):
    torture_pdf()  # made before anything is taken away
    monkeypatch.setattr(write, "lines_kept", nullcontext)
    monkeypatch.setattr(layout, "lengths_kept", nullcontext)
    monkeypatch.setattr(layout, "flow_told_at_once", nullcontext)
    monkeypatch.setattr(layout, "without_ids", lambda _: nullcontext({}))
    monkeypatch.setattr(layout, "share_styles", lambda _: None)
    monkeypatch.setattr(layout, "paper", lambda page: HTML(string=page))
    assert render_pdf(torture(), theme()) == torture_pdf()
