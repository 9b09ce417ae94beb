from __future__ import annotations

import json
import re
import time
from base64 import b64encode
from collections import Counter
from hashlib import sha256

from lxml import html
from msgspec.structs import replace
from tinyhtml5.parser import HTMLParser

from aibrief_report.model.inlines import Passage, Text
from aibrief_report.render.html import render_html
from aibrief_report.render.html.page import screen_body
from aibrief_report.store.cache import Cache
from tests.documents import p, plain_theme, small, t, theme, torture
from tests.render.pages import body, torture_page, torture_tree


def metas(tree):
    return [(one.get("name"), one.get("content")) for one in tree.xpath("//meta[@name]")]


def test_the_page_is_html_in_its_language():
    assert torture_page().startswith(b'<!doctype html>\n<html lang="en-GB">')
    assert torture_tree().xpath("//head/meta[1]/@charset") == ["utf-8"]


def test_the_page_parses_without_an_error():
    parser = HTMLParser()
    parser.parse(torture_page().decode())
    assert parser.errors == []


def test_ids_are_unique_and_every_inner_link_arrives():
    ids = Counter(torture_tree().xpath("//@id"))
    assert [one for one, count in ids.items() if count > 1] == []
    links = {href[1:] for href in torture_tree().xpath("//@href") if href.startswith("#")}
    assert links <= set(ids)


def test_the_page_needs_nothing_from_elsewhere():
    loaded = torture_tree().xpath("//@src | //link[@rel='stylesheet']/@href | //image/@href")
    assert all(one.startswith("data:") for one in loaded)
    styles = "".join(torture_tree().xpath("//style/text() | //@*"))
    addresses = re.findall(r"url\(([^)]{0,20})", styles)
    assert all(one.startswith(("data:", "#")) for one in addresses)
    assert b"@import" not in torture_page()


def test_the_page_runs_its_own_module_and_nothing_else():
    kinds = torture_tree().xpath("//script/@type")
    assert kinds == ["application/ld+json", "application/json", "application/json", "text/plain", "module"]
    assert torture_tree().xpath("//@*[starts-with(name(), 'on')]") == []
    (policy,) = torture_tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    module, vega = torture_tree().xpath("//script[@type='module' or @id='vega']/text()")[::-1]
    assert f"script-src {hashed(module)} {hashed(vega)};" in policy


def test_a_page_without_charts_brings_no_vega():
    tree = html.document_fromstring(render_html(small(), plain_theme()))
    assert tree.xpath("//script/@type") == ["application/ld+json", "application/json", "module"]


def test_the_words_of_the_scripts_are_the_documents():
    (data,) = torture_tree().xpath("//script[@id='page']/text()")
    assert json.loads(data)["words"]["download"] == "Download"


def test_the_policy_allows_what_is_in_the_file_and_nothing_else():
    (policy,) = torture_tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = dict(part.split(maxsplit=1) for part in policy.split("; "))
    assert allowed["default-src"] == "'none'"
    assert (allowed["img-src"], allowed["font-src"]) == ("data: blob:", "data:")
    assert "unsafe" not in policy


def hashed(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_knows_the_style_sheet_by_its_hash():
    (policy,) = torture_tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = torture_tree().xpath("//style/text()")
    assert f"style-src {hashed(style)};" in policy
    assert torture_tree().xpath("//@style") == []


def test_machines_can_read_what_it_is():
    found = metas(torture_tree())
    for expected in (
        ("description", torture().meta.description),
        ("generator", "aibrief-report"),
        ("version", "0a1b2c3d4e5f"),
        ("DC.title", "Counting the AI race: where figures lead, lag & disagree"),
        ("DC.date", "2025-11-20"),
        ("DC.rights", "CC BY 4.0"),
        ("citation_title", "Counting the AI race: where figures lead, lag & disagree"),
        ("citation_author", "Ada Example"),
        ("citation_author", "Bo Muster"),
        ("citation_publication_date", "2025/11/20"),
    ):
        assert expected in found


def test_what_is_not_known_is_not_claimed():
    tree = html.document_fromstring(render_html(small(), plain_theme()))
    assert all(content for _, content in metas(tree))
    assert "citation_publisher" not in dict(metas(tree))


def test_text_from_outside_is_escaped_wherever_it_stands():
    evil = '</style></title><script>alert("1")</script>'
    document = small()
    meta = replace(
        document.meta, title=t(evil), short_title=evil, description=evil, publisher=evil, licence=evil
    )
    words = document.words | {"contents": evil}
    numbers = {"q12": replace(document.numbers["q12"], label=evil, text=evil, unit=evil)}
    made = render_html(replace(document, meta=meta, words=words, numbers=numbers), plain_theme()).decode()
    assert "<script>" not in made
    assert made.count("<script") == made.count("</script>") == 3
    assert made.count("</style>") == 1


def test_the_page_is_small_but_for_vega_and_its_charts():
    apart = torture_tree().xpath("//script[@id='vega' or @id='live']")
    assert len(torture_page()) - sum(len(html.tostring(one)) for one in apart) < 150_000


def test_the_page_is_the_same_every_time():
    assert render_html(torture(), plain_theme()) == torture_page()


def test_a_warm_cache_changes_nothing(tmp_path):
    cache = Cache(tmp_path)
    assert render_html(small(), plain_theme(), cache) == render_html(small(), plain_theme(), cache)
    assert render_html(small(), plain_theme(), cache) == render_html(small(), plain_theme())


def test_a_page_is_drawn_quickly():
    began = time.process_time()
    screen_body(torture(), theme())
    assert time.process_time() - began < 0.5


def test_words_of_another_language_say_so():
    tree = body(p(Passage("zh-Hans", (Text("新一代人工智能发展规划"),))))
    assert tree.xpath("//*[@lang='zh-Hans']/text()") == ["新一代人工智能发展规划"]
