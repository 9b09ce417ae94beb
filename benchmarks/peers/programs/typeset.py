"""Makes a PDF/UA with Typst: `typeset.py brief.typ brief.pdf`."""

import sys

import typst

if __name__ == "__main__":
    typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards="ua-1")
