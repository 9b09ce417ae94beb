import pytest

from aibrief_report.errors import ReferencesError
from aibrief_report.inputs.yaml_text import read_yaml
from aibrief_report.references.bibtex import import_bibtex, to_csl_yaml
from tests.references.sources import library

BIBTEX = r"""
@techreport{hai2024, author = {{Stanford HAI} and M{\"u}ller, J{\"o}rg}, title = {The {AI Index} {Report}},
  institution = {Stanford University}, year = 2024, month = apr, url = {https://aiindex.stanford.edu/}}
@article{smith:2023, author = {Smith, Jo and de la Cruz, Ana}, title = {Quiet lead}, journaltitle = {Nature},
  volume = 3, number = 2, pages = {1--9}, date = {2023-03/2023-05}, doi = {10.1000/182}}
@misc{rest, title = {Circa}, date = {2020~}, note = {no}}
"""

YAML = """\
- id: hai2024
  type: report
  author:
  - {literal: Stanford HAI}
  - {family: Müller, given: Jörg}
  title: The AI Index Report
  issued: 2024-04
  publisher: Stanford University
  URL: https://aiindex.stanford.edu/

- id: smith:2023
  type: article-journal
  author:
  - {family: Smith, given: Jo}
  - {dropping-particle: de la, family: Cruz, given: Ana}
  title: Quiet lead
  container-title: Nature
  issued: 2023-03/2023-05
  DOI: 10.1000/182
  issue: '2'
  page: 1-9
  volume: '3'

- {id: rest, type: document, title: Circa, issued: 2020~, note: 'no'}
"""


def test_bibtex_becomes_yaml_to_keep() -> None:
    assert to_csl_yaml(import_bibtex(BIBTEX)) == YAML


def test_what_was_imported_is_a_library_that_passes() -> None:
    items = import_bibtex(BIBTEX)
    tree = read_yaml(to_csl_yaml(items), "sources.yaml").tree
    assert isinstance(tree, list)
    assert list(library(*tree).values()) == items


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("@article{a, title = {x}", "old.bib:3:1: this is not BibTeX: unexpected end of input"),
        ("@article{a b, title = {x}}", "old.bib:1:12: this is not BibTeX: unexpected"),
        ("@book{a, title={A}}\n@book{a, title={B}}", "old.bib: the key 'a' stands 2 times"),
        ("Dear colleague", "old.bib: there is no entry in it"),
    ],
)
def test_a_file_that_is_no_library_is_an_error(text: str, fault: str) -> None:
    with pytest.raises(ReferencesError) as caught:
        import_bibtex(text, "old.bib")
    assert str(caught.value).startswith(fault)
