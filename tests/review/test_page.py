"""The pack as a page: one file, no scripts, every number marked in its sentence."""

import re

from msgspec.structs import replace

from aibrief_report.model.inlines import Text
from aibrief_report.review.checks import standing
from aibrief_report.review.pack import make_pack
from aibrief_report.review.page import pack_page
from tests.review.test_checks import check
from tests.trace.brief import addressed, changed_rows, document


def page(found=None, *checks) -> str:
    return pack_page(standing(make_pack(found or document(), "bicycles"), checks)).decode()


def test_every_number_is_marked_in_its_sentence():
    assert re.findall(r"<mark>(.*?)</mark>", page().replace("\u00a0", " ")) == [
        "about 5.2 million",
        "1.3",
        "4.1 million",
        "about 5.2 million",
        "1.3",
        "$10.0 million",
        "5.2",
        "2.9",
        "5.2",
    ]


def test_rows_are_told_with_source_and_place():
    told = page()
    assert "Office of Examples 2025, table 2<small>trips-north-2023: 4.1 trips million</small>" in told


def test_the_page_loads_and_runs_nothing():
    told = page()
    assert "<script" not in told
    assert "default-src &#x27;none&#x27;" in told or "default-src 'none'" in told
    assert not re.search(r'\b(?:src|href)="', told)


def test_a_source_is_a_link_to_its_address():
    link = '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">Office of Examples 2025</a>, table 2'
    assert link in page(addressed("https://example.org/?a=1&b=2"))


def test_an_address_that_could_run_is_no_link():
    assert "<a " not in page(addressed("javascript:alert(1)"))


def test_what_comes_from_data_is_escaped():
    meta = replace(document().meta, title=(Text("<b>&"),))
    assert "Number check: &lt;b&gt;&amp;" in page(replace(document(), meta=meta))


def test_checks_that_count_and_checks_that_lapsed_are_told():
    item = make_pack(document(), "bicycles").items[2]
    given = check(item.id, rows=item.digests, number=item.number, remark="p. 3")
    assert "<dd>Ann</dd>" in page(None, given)
    lapsed = page(changed_rows(",4.1,", ",4.2,"), given)
    assert "An earlier check lapsed: row trips-north-2023 changed" in lapsed
    assert "<dd>Ann</dd>" not in lapsed


def test_the_same_pack_gives_the_same_bytes():
    assert page() == page()
