"""Columns of Word tables, and charts, that the pack has newly or no longer."""

import re
from collections import Counter

import docx
import pytest

from reportgen.living.refresh.report import report_text
from tests.living.refresh.test_workbook_lines import redefine
from tests.living.refresh.workshop import Workshop, lines, replaced, workshop

BRIEFS = {"en": "plan-2025-brief-en.docx", "zh": "plan-2025-brief-zh.docx"}
IMPLIED = ', { key = "implied", head = { en = "Year before, implied by the growth", zh = "由增速推算的上年同期" }, value = ".implied_base", weight = 1.6 }'
AGAIN = '{ key = "again", head = { en = "Once more", zh = "再列" }, value = "." }'


@pytest.fixture
def desk(tmp_path) -> Workshop:
    return workshop(tmp_path)


def only_the_brief(desk: Workshop) -> None:
    """The workbooks name columns that go here."""
    path = desk.pack / "pack.toml"
    text = path.read_text(encoding="utf-8")
    documents = re.findall(r"\[\[documents\]\]\n(?:[^\n\[]+\n)+", text)
    for document in documents[1:]:
        text = text.replace(document, "")
    path.write_text(text, encoding="utf-8")


def tables(data, folder):
    path = folder / "seen.docx"
    path.write_bytes(data if isinstance(data, bytes) else data.read_bytes())
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(path).tables]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_column_less_and_a_column_more(desk, language, tmp_path):
    brief = desk.built(BRIEFS[language])
    only_the_brief(desk)
    redefine(desk, (IMPLIED, ""), ('"level", "yoy"]', f'"level", {AGAIN}, "yoy"]'))
    redefine(desk, ('"yoy", { key = "against"', f'{AGAIN}, "yoy", {{ key = "against"'))
    refreshed = desk.refreshed(brief)
    assert tables(refreshed.data, tmp_path) == tables(desk.built(BRIEFS[language], "today"), tmp_path)
    assert lines(refreshed.data) == lines(desk.built(BRIEFS[language], "today"))
    assert refreshed.report.conflicts == []
    assert [one.kind for one in refreshed.report.changes].count(
        "column"
    ) == 1  # in the other table a column is another one


def test_a_column_that_people_wrote_in_stays_and_is_told(desk):
    brief = desk.edited(desk.built(BRIEFS["en"]), replaced(">6.64<", ">6.65<"))
    only_the_brief(desk)
    redefine(desk, (IMPLIED, ""))
    refreshed = desk.refreshed(brief)
    assert "gone_column" in [one.kind for one in refreshed.report.conflicts]
    assert "Year before, implied by the growth" in report_text(refreshed.report, "en")


def test_charts_that_change_places_stay_and_are_told(desk):
    brief = desk.built(BRIEFS["en"])
    template = desk.folder / "templates" / BRIEFS["en"]
    document = docx.Document(template)
    for paragraph in document.paragraphs:
        if "{{ charts.gap }}" in paragraph.text:
            paragraph.text = "{{ charts.trend }}"
        elif "{{ charts.trend }}" in paragraph.text:
            paragraph.text = "{{ charts.more }}"
        elif "charts.gap.number" in paragraph.text:
            paragraph.text = paragraph.text.replace("charts.gap.number", "charts.trend.number")
    document.save(template)
    text = (desk.pack / "pack.toml").read_text(encoding="utf-8")
    more = (
        text[text.index("[charts.trend]") :]
        .replace("charts.trend", "charts.more")
        .replace('"2023"]', '"2021"]')
        .replace("of Chongqing", "again")
    )
    (desk.pack / "pack.toml").write_text(f"{text}\n{more}", encoding="utf-8")
    kinds = Counter(one.kind for one in desk.refreshed(brief).report.kept)
    assert kinds == {"gone_chart": 1, "new_chart": 2}


@pytest.mark.long
@pytest.mark.validator
def test_it_is_valid(desk, ooxml_validator):
    brief = desk.built(BRIEFS["en"])
    only_the_brief(desk)
    redefine(desk, (IMPLIED, ""), ('"yoy", { key = "against"', f'{AGAIN}, "yoy", {{ key = "against"'))
    assert ooxml_validator(desk.refreshed(brief).data, "brief.docx") == []
