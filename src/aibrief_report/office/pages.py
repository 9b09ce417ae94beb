"""The pages on which the bookmarks of a Word document stand, as LibreOffice lays it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aibrief_report.errors import Fault, RenderError
from aibrief_report.office.macro import ANSWER, run_macro

_DOCUMENT, _NAMES = "brief.docx", "bookmarks.txt"

_BASIC = f"""
Sub Main(folder As String)
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(folder & "{_DOCUMENT}", "_blank", 0, hidden())
  document.TextFields.refresh()
  cursor = document.CurrentController.getViewCursor()
  asked = FreeFile()
  Open folder & "{_NAMES}" For Input As #asked
  told = FreeFile()
  Open folder & "{ANSWER}" For Output As #told
  Do While Not Eof(asked)
    Line Input #asked, bookmark
    If document.Bookmarks.hasByName(bookmark) Then
      cursor.gotoRange(document.Bookmarks.getByName(bookmark).Anchor.Start, False)
      Print #told, bookmark & " " & cursor.getPage()
    End If
  Loop
  Close #told
Failed:
  StarDesktop.terminate()
End Sub
"""


def bookmark_pages(docx: bytes, names: Iterable[str], fonts: Mapping[str, bytes]) -> dict[str, int]:
    """Return the page, from 1, of each bookmark of these names.

    `fonts` are files that the layout may use beside those that the document embeds. Raises `RenderError`
    where LibreOffice fails, or does not find one of them.
    """
    wanted = tuple(names)
    listed = "".join(f"{name}\n" for name in wanted).encode()
    answer = run_macro(_BASIC, {_DOCUMENT: docx, _NAMES: listed}, fonts)
    pairs = (line.rsplit(" ", 1) for line in answer.splitlines() if line)
    pages = {name: int(page) for name, page in pairs}
    lost = [name for name in wanted if name not in pages]
    if lost:
        raise RenderError(Fault(f"LibreOffice lost the places of {', '.join(lost[:3])}"))
    return pages
