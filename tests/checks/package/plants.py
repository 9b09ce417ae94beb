"""Faults, one of each kind, each of which leaves a file that many a program still opens."""

from tests.checks.package.sound import (
    BOOK,
    CHART,
    CHART_RELATIONS,
    COMMENT,
    COMMENTS,
    DOCUMENT,
    FOOTNOTES,
    RELATIONS,
    STYLES,
    Plant,
    added,
    before,
    cut,
    gone,
    holding,
    same,
    setting,
    without,
    wording,
)

TYPES, ROOT_RELATIONS, RECORD = "[Content_Types].xml", "_rels/.rels", "customXml/item1.xml"
NUMBERING, SETTINGS, PICTURE, CORE = (
    "word/numbering.xml",
    "word/settings.xml",
    "word/media/image1.png",
    "docProps/core.xml",
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXT = "//w:p[.//w:footnoteReference]"
FIELD = "//w:r[w:fldChar/@w:fldCharType='{}']"


def _relation(name: str, kind: str, target: str, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<rel:Relationship Id="{name}" Type="{_KIND}/{kind}" Target="{target}"{mode}/>'


def _field(instruction: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


NEW = "<w:p><w:r><w:t>Some 12.5% more.</w:t></w:r></w:p>"
BELOW = "//w:p[.//w:t='Below it']"
DATA = "//w:tbl[count(w:tr) > 1 and w:tr[count(w:tc) > 1]]/w:tblPr"
"""The properties of tables that hold data."""

PLANTS = (
    # The package
    Plant("a part that is cut off", "AB601", "not well-formed", (cut(FOOTNOTES),)),
    Plant("a document type", "AB601", "document type", (holding(COMMENTS, b"<!DOCTYPE x><x/>"),)),
    Plant("a part that is missing", "AB602", "leads to no part: numbering.xml", (without(NUMBERING),)),
    Plant("a picture that is missing", "AB602", "leads to no part: media/image1.png", (without(PICTURE),)),
    Plant("relationships of no part", "AB602", "not there, word/charts/chart1.xml", (without(CHART),)),
    Plant(
        "a relationship that is missing",
        "AB603",
        "blip names the relationship",
        (gone(RELATIONS, "//rel:Relationship[contains(@Type,'/image')]"),),
    ),
    Plant(
        "a chart's relationship that is missing",
        "AB603",
        "chart names the relationship",
        (gone(RELATIONS, "//rel:Relationship[contains(@Type,'/chart')]"),),
    ),
    Plant(
        "a relationship of another kind",
        "AB603",
        "of kind “hyperlink”",
        (setting(RELATIONS, "//rel:Relationship[contains(@Type,'/image')]", "Type", f"{_KIND}/hyperlink"),),
    ),
    Plant(
        "a part nobody relates to",
        "AB604",
        "no relationship leads to",
        (holding("word/media/lost.png", b"\x89PNG"),),
    ),
    Plant(
        "notes that nobody relates to",
        "AB604",
        "no relationship leads to",
        (gone(RELATIONS, "//rel:Relationship[contains(@Type,'/comments')]"),),
    ),
    Plant(
        "a part without a type",
        "AB605",
        "has no content type",
        (gone(TYPES, "//ct:Default[@Extension='png']"),),
    ),
    Plant(
        "a part of the wrong type",
        "AB605",
        "used as “styles”",
        (setting(TYPES, "//ct:Override[@PartName='/word/styles.xml']", "ContentType", "application/xml"),),
    ),
    Plant(
        "a type for no part",
        "AB605",
        "a part that is not there",
        (added(TYPES, "/*", '<ct:Override PartName="/word/none.xml" ContentType="application/xml"/>'),),
    ),
    Plant(
        "a template on a server",
        "AB606",
        "(attachedTemplate)",
        (
            added(
                RELATIONS, "/*", _relation("rId901", "attachedTemplate", "file://server/a.dotx", outside=True)
            ),
        ),
    ),
    Plant(
        "a picture on the web",
        "AB606",
        "(image)",
        (added(RELATIONS, "/*", _relation("rId901", "image", "https://example.org/a.png", outside=True)),),
    ),
    Plant(
        "a link that runs something",
        "AB606",
        "may run a program",
        (added(RELATIONS, "/*", _relation("rId901", "hyperlink", "javascript:alert(1)", outside=True)),),
    ),
    Plant(
        "macros",
        "AB607",
        "has macros",
        (
            holding("word/vbaProject.bin", b"x"),
            added(RELATIONS, "/*", _relation("rId901", "vbaProject", "vbaProject.bin")),
        ),
    ),
    # Ids
    Plant(
        "two controls of one id",
        "AB611",
        "two content controls",
        (same(DOCUMENT, "//w:sdtPr/w:id", "w:val"),),
    ),
    Plant(
        "two bookmarks of one id",
        "AB611",
        "two bookmarks have the id",
        (same(DOCUMENT, "//w:bookmarkStart", "w:id"),),
    ),
    Plant("two drawings of one id", "AB611", "two drawings", (same(DOCUMENT, "//wp:docPr", "id"),)),
    Plant(
        "two paragraphs of one id",
        "AB611",
        "two paragraphs",
        (
            setting(DOCUMENT, "(//w:p)[1]", "w14:paraId", "0A0B0C0D"),
            setting(DOCUMENT, "(//w:p)[2]", "w14:paraId", "0A0B0C0D"),
        ),
    ),
    Plant(
        "two footnotes of one id",
        "AB611",
        "two footnotes",
        (same(FOOTNOTES, "//w:footnote[not(@w:type)]", "w:id"),),
    ),
    Plant(
        "two comments of one id",
        "AB611",
        "two comments",
        (added(COMMENTS, "/*", f'<w:comment w:id="{COMMENT}" w:author="B"><w:p/></w:comment>'),),
    ),
    Plant(
        "two styles of one id",
        "AB611",
        "two styles",
        (same(STYLES, "//w:style[@w:type='paragraph']", "w:styleId"),),
    ),
    Plant("two numberings of one id", "AB611", "two numberings", (same(NUMBERING, "//w:num", "w:numId"),)),
    Plant(
        "two relationships of one id",
        "AB611",
        "two relationships",
        (added(RELATIONS, "/*", _relation("rId1", "hyperlink", "https://example.org", outside=True)),),
    ),
    Plant(
        "two bookmarks of one name",
        "AB612",
        "two bookmarks are named '_sec_gap'",
        (setting(DOCUMENT, "//w:bookmarkStart[@w:name='_sec_below']", "w:name", "_sec_gap"),),
    ),
    Plant(
        "names that differ in case",
        "AB612",
        "two bookmarks are named '_SEC_gap'",
        (setting(DOCUMENT, "//w:bookmarkStart[@w:name='_sec_below']", "w:name", "_SEC_gap"),),
    ),
    # Ranges and fields
    Plant(
        "a bookmark that never ends",
        "AB613",
        "'_p_one' that begins here never ends",
        (gone(DOCUMENT, "//w:bookmarkEnd[@w:id=//w:bookmarkStart[@w:name='_p_one']/@w:id]"),),
    ),
    Plant(
        "a bookmark that never began",
        "AB613",
        "a bookmark ends here",
        (gone(DOCUMENT, "//w:bookmarkStart[@w:name='_p_one']"),),
    ),
    Plant(
        "a bookmark turned about",
        "AB613",
        "a bookmark ends here",
        (
            before(
                DOCUMENT,
                "//w:bookmarkStart[@w:name='_p_one']",
                '<w:bookmarkEnd w:id="77"/><w:bookmarkStart w:id="77" w:name="x"/>',
            ),
        ),
    ),
    Plant(
        "a comment that never ends",
        "AB613",
        "the comment that begins here",
        (gone(DOCUMENT, "//w:commentRangeEnd"),),
    ),
    Plant(
        "a comment that never began",
        "AB613",
        "a comment ends here",
        (gone(DOCUMENT, "//w:commentRangeStart"),),
    ),
    Plant("a field that never ends", "AB614", "never ends", (gone(DOCUMENT, FIELD.format("end")),)),
    Plant(
        "a field that never began",
        "AB614",
        "“separate” stands outside",
        (gone(DOCUMENT, FIELD.format("begin")),),
    ),
    Plant(
        "a field with two results",
        "AB614",
        "two results",
        (before(DOCUMENT, FIELD.format("end"), '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'),),
    ),
    Plant(
        "a field that ends in another note",
        "AB614",
        "never ends",
        (
            added(
                FOOTNOTES,
                "//w:footnote[not(@w:type)][1]/w:p",
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            ),
            added(
                FOOTNOTES, "//w:footnote[not(@w:type)][2]/w:p", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
        ),
    ),
    # What leads nowhere
    Plant(
        "a cross-reference to nothing",
        "AB615",
        "field REF asks",
        (setting(DOCUMENT, "//w:bookmarkStart[@w:name='_fig_gap']", "w:name", "_fig_other"),),
    ),
    Plant(
        "a page reference to nothing",
        "AB615",
        "field PAGEREF asks",
        (added(DOCUMENT, TEXT, _field("PAGEREF _none \\h")),),
    ),
    Plant(
        "a note reference to nothing",
        "AB615",
        "field NOTEREF asks",
        (added(DOCUMENT, TEXT, _field("NOTEREF _none")),),
    ),
    Plant(
        "a link to nothing",
        "AB615",
        "the bookmark '_none'",
        (setting(DOCUMENT, "//w:hyperlink[@w:anchor]", "w:anchor", "_none"),),
    ),
    Plant(
        "a link field to nothing",
        "AB615",
        "the bookmark 'none'",
        (added(DOCUMENT, TEXT, _field("HYPERLINK \\l &quot;none&quot;")),),
    ),
    Plant(
        "a footnote that is missing", "AB616", "no footnote 1", (gone(FOOTNOTES, "//w:footnote[@w:id='1']"),)
    ),
    Plant("a comment that is missing", "AB616", f"no comment {COMMENT}", (gone(COMMENTS, "//w:comment"),)),
    Plant(
        "an endnote where there are none",
        "AB616",
        "no endnote 5",
        (added(DOCUMENT, TEXT, '<w:r><w:endnoteReference w:id="5"/></w:r>'),),
    ),
    Plant(
        "a footnote without a mark",
        "AB617",
        "refers to the footnote 1",
        (gone(DOCUMENT, "//w:r[w:footnoteReference]"),),
    ),
    Plant(
        "a style that is missing",
        "AB618",
        "no style 'Caption' (",
        (gone(STYLES, "//w:style[@w:styleId='Caption']"),),
    ),
    Plant(
        "a style for something else",
        "AB618",
        "no paragraph style",
        (setting(DOCUMENT, "//w:pStyle[@w:val='Caption']", "w:val", "Hyperlink"),),
    ),
    Plant(
        "a style based on nothing",
        "AB618",
        "no style 'None'",
        (setting(STYLES, "//w:basedOn", "w:val", "None"),),
    ),
    Plant(
        "a numbering that is missing", "AB619", "no numbering 3", (gone(NUMBERING, "//w:num[@w:numId='3']"),)
    ),
    Plant(
        "a numbering made from nothing",
        "AB619",
        "no abstract numbering 99",
        (setting(NUMBERING, "//w:num/w:abstractNumId", "w:val", "99"),),
    ),
    Plant(
        "a cell without a paragraph",
        "AB620",
        "a cell does not end",
        (gone(DOCUMENT, "//w:tc[not(w:p[2])]/w:p"),),
    ),
    Plant(
        "a cell that ends with a table",
        "AB620",
        "a cell does not end",
        (added(DOCUMENT, "//w:tc", "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),),
    ),
    Plant(
        "an empty footnote",
        "AB620",
        "a footnote does not end",
        (gone(FOOTNOTES, "//w:footnote[not(@w:type)]/w:p"),),
    ),
    Plant(
        "a table without rows",
        "AB620",
        "a table has no rows",
        (before(DOCUMENT, TEXT, "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"),),
    ),
    # Charts and pictures
    Plant(
        "a chart without cached values", "AB621", "no cached values", (gone(CHART, "//c:val//c:numCache"),)
    ),
    Plant(
        "a plot with an axis of its own",
        "AB622",
        "an axis 9 that is not there",
        (setting(CHART, "//c:barChart/c:axId", "val", "9"),),
    ),
    Plant(
        "an axis that crosses nothing",
        "AB622",
        "crosses one that is not there",
        (setting(CHART, "//c:crossAx", "val", "9"),),
    ),
    Plant(
        "two series in one place", "AB622", "two series have one idx", (same(CHART, "//c:ser/c:idx", "val"),)
    ),
    Plant(
        "a chart without a workbook",
        "AB623",
        "has no workbook",
        (gone(CHART, "//c:externalData"), without(CHART_RELATIONS), without(BOOK)),
    ),
    Plant("a workbook that is cut off", "AB623", "does not open", (cut(BOOK),)),
    Plant("a workbook that is a text", "AB623", "no zip file", (holding(BOOK, b"67.2"),)),
    Plant(
        "a value in the chart alone",
        "AB624",
        "hold other values",
        (wording(CHART, "//c:numCache/c:pt/c:v", "99"),),
    ),
    Plant(
        "cells that are not there",
        "AB624",
        "no cells Other!",
        (wording(CHART, "//c:numRef/c:f", "Other!$B$2:$B$3"),),
    ),
    Plant("a picture that is cut off", "AB625", "cut off", (cut(PICTURE),)),
    Plant("a picture that is a page", "AB625", "no PNG", (holding(PICTURE, b"<html>404</html>"),)),
    # For readers who cannot see, and for all others
    Plant(
        "a chart without alt text",
        "AB631",
        "the chart 'Chart 1'",
        (setting(DOCUMENT, "//wp:docPr", "descr", None),),
    ),
    Plant(
        "a picture without alt text",
        "AB631",
        "the picture 'Picture 2'",
        (setting(DOCUMENT, "//wp:docPr[@id='2']", "descr", ""),),
    ),
    Plant(
        "a table without alt text",
        "AB632",
        "no alt text",
        (gone(DOCUMENT, f"{DATA}[not(w:tblCaption and w:tblDescription)]/w:tblCaption"),),
    ),
    Plant("no language", "AB633", "in which language", (gone(STYLES, "//w:rPrDefault//w:lang"),)),
    Plant(
        "a heading that skips a level",
        "AB634",
        "level 3 follows one of level 1",
        (setting(DOCUMENT, "//w:pStyle[@w:val='Heading2']", "w:val", "Heading3"),),
    ),
    Plant(
        "a heading by its own level",
        "AB634",
        "level 5 follows",
        (before(DOCUMENT, f"{TEXT}/*", '<w:pPr><w:outlineLvl w:val="4"/></w:pPr>'),),
    ),
    Plant("a header row that is not marked", "AB635", "not marked", (gone(DOCUMENT, "//w:tblHeader"),)),
    Plant("a link without words", "AB636", "no words", (gone(DOCUMENT, "//w:hyperlink[@r:id]/w:r"),)),
    Plant("no title", "AB637", "no title", (gone(CORE, "//dc:title"),)),
    Plant("fields to be updated", "AB651", "Word asks", (added(SETTINGS, "/*", "<w:updateFields/>"),)),
    Plant(
        "a field to be updated",
        "AB651",
        "marked to be updated",
        (setting(DOCUMENT, "//w:fldChar", "w:dirty", "true"),),
    ),
    # The record of the numbers
    Plant(
        "a control without an id",
        "AB641",
        "“$67.2 billion” does not say",
        (
            gone(DOCUMENT, "//w:sdtPr/w:tag"),
            gone(DOCUMENT, "//w:sdtPr/w:alias"),
            gone(DOCUMENT, "//w:bookmarkStart[@w:name='_n1']"),
        ),
    ),
    Plant("a number without a record", "AB642", "named 'q12'", (gone(RECORD, "//p:number[@tag='q12']"),)),
    Plant("a record that is missing", "AB642", "no longer holds the record", (without(RECORD),)),
    Plant(
        "a number that was changed",
        "AB643",
        "“$67.2 billion” was changed to “$67.9 billion”",
        (wording(DOCUMENT, "//w:sdt//w:t", "$67.9 billion"),),
    ),
    Plant(
        "a sentence that was changed",
        "AB644",
        "“Investment was $67.2 billion and $7.76 …” now reads “Once investment was $67.2 billion",
        (wording(DOCUMENT, "//w:t[.='Investment was ']", "Once investment was "),),
    ),
    Plant(
        "a sentence that was added with tracked changes",
        "AB644",
        "“… 1 (Maslej 2024), see the page” now reads “… 1 (Maslej 2024), see the page.”",
        (
            added(
                DOCUMENT, TEXT, '<w:ins w:id="77" w:author="Ada"><w:r><w:t>. Much more.</w:t></w:r></w:ins>'
            ),
        ),
    ),
    Plant("a heading that was taken out", "AB644", "“Below it” was taken out", (gone(DOCUMENT, BELOW),)),
    Plant("a paragraph that was added", "AB645", "a paragraph was added", (before(DOCUMENT, TEXT, NEW),)),
    Plant("a number that was typed", "AB646", "“12.5%” was typed", (before(DOCUMENT, TEXT, NEW),)),
)
