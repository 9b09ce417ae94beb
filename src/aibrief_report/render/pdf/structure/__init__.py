"""The structure of a PDF: from laid out boxes to the tree that assistive technology reads.

WeasyPrint's own tags begin anew on each page, so that a paragraph that runs over becomes two and a table's
repeated head is read again; they know no language, scope or note, and wrap each run of text in an element.
Here one element of the page is one element of the structure, wherever its boxes lie.
"""
