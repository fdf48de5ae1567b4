"""Charts of edited documents: the data follow the dataset, what people styled or typed stays."""

import re

import pytest

from reportgen.ooxml import Package
from tests.living.refresh.workshop import LEVEL, Workshop, charts, typed_over, workshop, xml_of

BRIEF = "plan-2025-brief-en.docx"


@pytest.fixture
def desk(tmp_path) -> Workshop:
    return workshop(tmp_path)


def trend_chart(desk: Workshop) -> str:
    """The part of the chart that shows 32.21 in its only series."""
    package = Package.open(desk.built(BRIEF))
    return next(
        name for name in package.names()
        if name.startswith("word/charts/chart") and package.read(name).count(b"<c:ser>") == 1
    )  # fmt: skip


def recoloured(xml: str) -> str:
    return re.sub(r'<a:srgbClr val="[0-9A-F]{6}"', '<a:srgbClr val="AB12CD"', xml)


def test_a_chart_that_people_restyled_gets_new_data_and_keeps_its_style(desk):
    part = trend_chart(desk)
    brief = desk.edited(desk.built(BRIEF), recoloured, part=part)
    desk.revise(LEVEL)
    refreshed = desk.refreshed(brief)
    assert charts(refreshed.data) == charts(desk.built(BRIEF, "today"))
    assert 'val="AB12CD"' in xml_of(refreshed.data, part)


def test_the_workbook_behind_a_chart_follows(desk):
    import io

    import openpyxl

    part = trend_chart(desk)
    brief = desk.edited(desk.built(BRIEF), recoloured, part=part)
    desk.revise(LEVEL)
    package = Package.open(desk.refreshed(brief).data)
    books = [package.read(name) for name in package.names() if name.startswith("word/embeddings/")]
    held = {
        cell for book in books for row in openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].values for cell in row
    }  # fmt: skip
    assert 33.56 in held
    assert 32.21 not in held


def test_a_number_typed_into_a_chart_is_a_conflict(desk):
    part = trend_chart(desk)
    brief = desk.edited(desk.built(BRIEF), typed_over("32.21", "32.99"), part=part)
    desk.revise(LEVEL)
    kept = desk.refreshed(brief)
    assert [item.kind for item in kept.report.conflicts] == ["chart"]
    assert ">32.99<" in xml_of(kept.data, part)
    taken = desk.refreshed(brief, take_data=True)
    assert charts(taken.data) == charts(desk.built(BRIEF, "today"))


def test_the_alternative_text_follows_unless_people_wrote_their_own(desk):
    brief = desk.built(BRIEF)
    desk.revise(LEVEL)
    assert "33.56 billion yuan in 2021" in xml_of(desk.refreshed(brief).data)
    own = desk.edited(brief, lambda xml: re.sub(r' descr="[^"]*"', ' descr="Our own words"', xml))
    said = xml_of(desk.refreshed(own).data)
    assert set(re.findall(r' descr="([^"]*)"', said)) == {"Our own words"}
