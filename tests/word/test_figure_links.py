"""Figures that link to their rows in the appendix, in documents and to those who audit, refresh and release them."""

import re

import docx
import pytest

from reportgen.errors import PackError
from reportgen.language import language
from reportgen.living.audit.audit import audit
from reportgen.living.release import release
from reportgen.ooxml import Package
from tests.living.refresh.workshop import BODY, LEVEL, Workshop, charts, lines, typed_over, workshop, xml_of

BRIEFS = {"en": "plan-2025-brief-en.docx", "zh": "plan-2025-brief-zh.docx"}
LINK = re.compile(r'<w:hyperlink w:anchor="figure_(f\w{9})"[^>]*>(.*?)</w:hyperlink>', re.DOTALL)
ROW = re.compile(r'<w:bookmarkStart [^>]*w:name="figure_(f\w{9})"/>')


def linked(folder, *, marks: str = "bookmarks", linking: str = "true") -> Workshop:
    desk = workshop(folder, marks=marks)
    path = desk.pack / "pack.toml"
    path.write_text(f"link_figures = {linking}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    return desk


@pytest.mark.long_but_for("bookmarks")
@pytest.mark.parametrize("marks", ["bookmarks", "controls", "none"])
def test_each_figure_of_the_text_leads_to_its_row(tmp_path, marks):
    brief = linked(tmp_path, marks=marks).built(BRIEFS["en"])
    xml = xml_of(brief)
    rows = set(ROW.findall(xml))
    links = LINK.findall(xml)
    assert len(links) > 80
    assert {key for key, _ in links} <= rows
    assert all("w:rStyle" not in inside for _, inside in links)
    assert [text for key, text in links if marks != "none" and key not in text] == []
    if marks == "controls":
        return  # python-docx passes over them
    text = docx.Document(brief).paragraphs[6].text
    assert "were 46.0% of the lower limit of the 2025 target" in text


def test_without_the_key_and_in_a_short_appendix(tmp_path):
    plain = workshop(tmp_path / "plain").built(BRIEFS["en"])
    assert LINK.findall(xml_of(plain)) == []
    desk = linked(tmp_path / "short")
    path = desk.pack / "pack.toml"
    definition = path.read_text(encoding="utf-8")
    assert 'appendix = "short"' in definition
    path.write_text(definition.replace('appendix = "short"', 'appendix = "none"'), encoding="utf-8")
    assert LINK.findall(xml_of(desk.built(BRIEFS["en"]))) == []


def test_the_text_is_the_same_with_links_and_without(tmp_path):
    with_links, without = linked(tmp_path / "a"), workshop(tmp_path / "b")
    for brief in BRIEFS.values():
        assert lines(with_links.built(brief)) == lines(without.built(brief))


@pytest.mark.long_but_for("zh")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_audit_and_refresh_know_them(tmp_path, language):
    desk = linked(tmp_path)
    brief = desk.built(BRIEFS[language])
    assert audit(brief).findings == ()
    assert desk.refreshed(brief).data == brief.read_bytes()
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    today = desk.built(BRIEFS[language], "today")
    assert lines(refreshed.data) == lines(today)
    assert charts(refreshed.data) == charts(today)
    assert refreshed.report.up_to_date.shown == refreshed.report.up_to_date.all
    assert LINK.findall(xml_of(refreshed.data)) == LINK.findall(xml_of(today))


def test_a_figure_that_goes_takes_its_links_along(tmp_path):
    desk = linked(tmp_path)
    brief = desk.built(BRIEFS["en"])
    desk.drop("cn_cbec_trade_2021_yoy")
    xml = xml_of(desk.refreshed(brief).data)
    assert {key for key, _ in LINK.findall(xml)} <= set(ROW.findall(xml))


def test_a_number_typed_over_in_a_link_is_found(tmp_path):
    desk = linked(tmp_path)
    brief = desk.edited(desk.built(BRIEFS["en"]), typed_over("63.3%", "65.3%"))
    assert "65.3%" in str(audit(brief).findings)


def test_a_released_copy_keeps_the_links_and_no_marks(tmp_path):
    brief = linked(tmp_path).built(BRIEFS["en"])
    release(brief, tmp_path / "out.docx")
    xml = Package.open(tmp_path / "out.docx").read(BODY).decode("utf-8")
    assert len(LINK.findall(xml)) > 80
    assert "_rg_" not in xml


def test_the_key_is_true_or_false(tmp_path):
    with pytest.raises(PackError) as found:
        linked(tmp_path, linking='"yes"').built(BRIEFS["en"])
    assert "link_figures" in language("en").what(found.value.findings[0])


@pytest.mark.long_but_for("bookmarks")
@pytest.mark.validator
@pytest.mark.parametrize("marks", ["bookmarks", "controls"])
def test_it_is_valid(tmp_path, marks, ooxml_validator):
    desk = linked(tmp_path, marks=marks)
    brief = desk.built(BRIEFS["zh"])
    assert ooxml_validator(brief.read_bytes(), "brief.docx") == []
    desk.revise(LEVEL)
    assert ooxml_validator(desk.refreshed(brief).data, "brief.docx") == []
