"""Parts about the document."""

from aibrief_report.ooxml.properties import custom_properties, custom_xml_properties


def test_custom_properties_are_numbered_from_two():
    made = custom_properties({"version": "0a1b", "toolkit": ""}).decode()
    set_of = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    assert f'<property fmtid="{set_of}" pid="2" name="version"><vt:lpwstr>0a1b</vt:lpwstr></property>' in made
    assert f'<property fmtid="{set_of}" pid="3" name="toolkit"><vt:lpwstr/></property>' in made


def test_a_custom_xml_part_has_an_id_made_from_its_namespace():
    made = custom_xml_properties("urn:x").decode()
    assert '<ds:schemaRef ds:uri="urn:x"/>' in made
    assert made == custom_xml_properties("urn:x").decode() != custom_xml_properties("urn:y").decode()
