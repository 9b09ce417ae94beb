"""Work of WeasyPrint that is done once, and says the same as if it were done again and again.

In: WeasyPrint's own functions and styles. Out: the same results, so that the bytes of a PDF are those of
WeasyPrint alone; a test compares them. Nothing here knows a document.
"""
