"""A designer's own chart gets new data and keeps its looks; its workbook follows, and keeps the rest."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from lxml import etree

from reportgen.content import Chart
from reportgen.errors import TemplateError
from reportgen.findings import Finding
from reportgen.language import language
from reportgen.ooxml import Package, charts
from reportgen.ooxml.charts.refill import refill
from reportgen.ooxml.xml import NAMESPACES
from tests.ooxml.designs import PART, WORKBOOK, columns_with_target_line, designed
from tests.ooxml.files import chart, document_with, packed_parts_of, parts_of, series

DESIGN = designed(columns_with_target_line)

TWO_MORE_YEARS = chart(
    "combination", "2020 2021 2022 2023 2024 2025",
    series("进口", "4 6 8 9 - 12", number_format="0.00"), series("出口", "3 5 7 8 9 10", number_format="0.00"),
    series("目标", "15 20 25 30 35 40", kind="line", axis="secondary"),
)  # fmt: skip


def refilled(source: bytes, data: Chart, part: str = PART) -> tuple[Package, tuple[Finding, ...]]:
    package = Package.open(source)
    findings = refill(package, part, data)
    return Package.open(package.save()), findings


def find(package: Package, path: str, part: str = PART) -> list[Any]:
    root = etree.fromstring(package.read(part))
    found = root.xpath(path, namespaces={key: NAMESPACES[key] for key in ("c", "a", "c15", "c16")})
    assert isinstance(found, list)
    return [str(one) if isinstance(one, str) else one for one in found]


def of_series(package: Package, name: str, path: str) -> list[Any]:
    return find(package, f"//c:ser[c:tx//c:v='{name}']{path}")


def sheet_of(package: Package, name: str = "Sheet1") -> Any:
    return openpyxl.load_workbook(io.BytesIO(package.read(WORKBOOK)))[name]


def rows_of(package: Package, columns: int) -> list[tuple[Any, ...]]:
    rows = sheet_of(package).iter_rows(max_col=columns, values_only=True)
    return [row for row in rows if any(value is not None for value in row)]


def drawn(package: Package) -> dict[str, list[float | None]]:
    """Name to values of each series, read through its references from the embedded workbook."""
    book = openpyxl.load_workbook(io.BytesIO(package.read(WORKBOOK)))
    values = {}
    for ser in find(package, "//c:ser"):
        name, area = (ser.findtext(f"{{*}}{tag}//{{*}}f") for tag in ("tx", "val"))
        cells = [cell for _, cell in _cells(book, area)]
        cached = {int(pt.get("idx")): float(pt.findtext("{*}v")) for pt in ser.findall("{*}val//{*}pt")}
        assert cells == [cached.get(at) for at in range(len(cells))], "cache and workbook differ"
        values[_cells(book, name)[0][1]] = cells
    return values


def _cells(book: Any, reference: str) -> list[tuple[str, Any]]:
    sheet, _, area = reference.rpartition("!")
    found = book[sheet.strip("'")][area.replace("$", "")]
    if not isinstance(found, tuple):
        found = ((found,),)
    return [(cell.coordinate, cell.value) for row in found for cell in row]


def test_series_take_their_data_by_name_in_the_designers_order() -> None:
    package, findings = refilled(DESIGN, TWO_MORE_YEARS)
    assert drawn(package) == {
        "出口": [3, 5, 7, 8, 9, 10],
        "进口": [4, 6, 8, 9, None, 12],
        "目标": [15, 20, 25, 30, 35, 40],
    }
    assert find(package, "//c:ser/c:tx//c:v/text()") == ["出口", "进口", "目标"]
    assert set(find(package, "//c:cat//c:f/text()")) == {"Sheet1!$A$2:$A$7"}
    assert findings == ()


def test_every_bit_of_styling_is_kept() -> None:
    package, _ = refilled(DESIGN, TWO_MORE_YEARS)
    data = ("c:tx", "c:cat", "c:val", "c:dLbl", "c:dispBlanksAs")
    before, after = (_without(Package.open(source).read(PART), *data) for source in (DESIGN, package.save()))
    assert after == before
    assert (
        after.replace(b'<c:dispBlanksAs val="gap"/>', b"") == before.replace("旧峰值".encode(), b"")
        or b"FFFF00" in after
    )
    assert of_series(package, "出口", "/c:dPt/c:idx/@val") == ["1", "3"]
    assert of_series(package, "出口", "/c:trendline/c:name/text()") == ["趋势"]
    assert of_series(package, "目标", "/c:spPr//a:prstDash/@val") == ["dash"]
    assert find(package, "//c:lineChart/c:axId/@val") == find(
        Package.open(DESIGN), "//c:lineChart/c:axId/@val"
    )
    assert find(package, "//c:title//a:t/text()") == ["设计师的标题"]
    assert find(package, "//c:legendEntry/c:idx/@val") == ["3"]


def _without(xml: bytes, *tags: str) -> bytes:
    root = etree.fromstring(xml)
    for tag in tags:
        for found in root.xpath(f"//{tag}", namespaces={"c": NAMESPACES["c"]}):  # type: ignore[union-attr]
            found.getparent().remove(found)  # type: ignore[union-attr]
    return etree.tostring(root)


def test_the_workbook_keeps_its_other_sheet_its_note_and_its_table(ooxml_validator) -> None:
    package, _ = refilled(DESIGN, TWO_MORE_YEARS)
    was, now = (packed_parts_of(Package.open(source).read(WORKBOOK)) for source in (DESIGN, package.save()))
    assert sorted(name for name in was if was[name] != now.get(name)) == [
        "xl/tables/table1.xml",
        "xl/worksheets/sheet1.xml",
    ]
    sheet = sheet_of(package)
    table = sheet.tables["Table1"]
    assert (table.ref, table.autoFilter.ref) == ("A1:D7", "A1:D7")
    assert [cell.value for cell in sheet[1]][:4] == table.column_names == ["年份", "出口", "进口", "目标"]
    assert sheet["H1"].value == "口径：海关统计"
    assert (sheet["B7"].number_format, sheet["D7"].number_format) == ("0.00", "General")
    assert ooxml_validator(package.save()) == []


def test_a_formula_on_another_sheet_is_calculated_when_the_workbook_opens() -> None:
    package, _ = refilled(DESIGN, TWO_MORE_YEARS)
    assert b'fullCalcOnLoad="1"' in parts_of(package.read(WORKBOOK))["xl/workbook.xml"]


def test_only_the_chart_and_its_workbook_change_in_the_document() -> None:
    package, _ = refilled(DESIGN, TWO_MORE_YEARS)
    was, now = packed_parts_of(DESIGN), packed_parts_of(package.save())
    assert sorted(name for name in was if was[name] != now[name]) == [PART, WORKBOOK]
    assert list(was) == list(now)


@pytest.mark.long
def test_fewer_points_leave_no_stale_ones_behind(ooxml_validator) -> None:
    package, findings = refilled(DESIGN, chart("column", "2023 2024", series("出口", "7 8")))
    assert drawn(package) == {"出口": [7, 8]}
    assert rows_of(package, 4) == [
        ("年份", "出口", None, None),
        ("2023", 7, None, None),
        ("2024", 8, None, None),
    ]
    assert of_series(package, "出口", "/c:dPt/c:idx/@val") == ["1"]
    assert sheet_of(package).tables["Table1"].ref == "A1:B3"
    assert [finding.place.text for finding in findings] == ["进口", "目标"]
    assert [finding.code for finding in findings] == ["chart-series-without-data"] * 2
    assert (
        language("en")
        .what(findings[0])
        .startswith("The template's chart has a series “进口” for which there are no data")
    )
    assert language("zh").what(findings[0]) == "模板图表中的系列“进口”没有对应数据，已略去。"
    assert ooxml_validator(package.save()) == []


def test_a_group_without_series_goes_with_its_axes() -> None:
    package, _ = refilled(DESIGN, chart("column", "2023 2024", series("出口", "7 8")))
    assert find(package, "//c:lineChart") == []
    assert sorted(find(package, "//c:plotArea/*/c:axId/@val")) == sorted(
        2 * find(package, "//c:barChart/c:axId/@val")
    )


def test_a_surplus_series_is_cloned_from_the_last_of_its_sort_and_can_be_told_from_it(
    ooxml_validator,
) -> None:
    data = chart("combination", "2021 2022", series("出口", "1 2"), series("进口", "3 4"), series("转口", "5 6"),
                 series("目标", "7 8", kind="line"), series("上年目标", "9 10", kind="line"))  # fmt: skip
    package, _ = refilled(DESIGN, data)
    assert drawn(package) == {
        "出口": [1, 2],
        "进口": [3, 4],
        "转口": [5, 6],
        "目标": [7, 8],
        "上年目标": [9, 10],
    }
    assert find(package, "//c:lineChart//c:tx//c:v/text()") == ["目标", "上年目标"]
    assert of_series(package, "上年目标", "/c:spPr//a:prstDash/@val") == ["dash"]
    assert of_series(package, "转口", "/c:dPt") == []
    colours = find(package, "//c:ser/c:spPr/a:solidFill/a:srgbClr/@val | //c:ser/c:spPr/a:ln//a:srgbClr/@val")
    assert len(set(colours)) == 5
    for unique in (find(package, "//c:ser/c:idx/@val"), find(package, "//c:ser/c:order/@val")):
        assert len(set(unique)) == 5
    assert find(package, "//c:legendEntry/c:idx/@val") == ["5"]  # the trend line's entry stays hidden
    assert sheet_of(package).tables["Table1"].column_names == [
        "年份",
        "出口",
        "进口",
        "目标",
        "转口",
        "上年目标",
    ]
    assert ooxml_validator(package.save()) == []


def test_next_year_follows_where_the_designer_drew_this_year() -> None:
    source = document_with(chart("column", "1月 2月", series("2021年", "1 2"), series("2022年", "3 4")))
    package, findings = refilled(
        source, chart("column", "1月 2月", series("2022年", "5 6"), series("2023年", "7 8"))
    )
    colours = {name: of_series(package, name, "/c:spPr//a:srgbClr/@val")[0] for name in ("2022年", "2023年")}
    assert len(set(colours.values())) == 2
    assert findings == ()


def test_cloned_series_have_unique_ids_of_their_own() -> None:
    source = document_with(chart("column", "a b", series("A", "1 2")))
    data = chart("column", "a b", series("A", "1 2"), series("B", "1 2"), series("C", "1 2"))
    package, _ = refilled(source, data)
    ids = find(package, "//c16:uniqueId/@val")
    assert len(ids) == len(set(ids)) == 3
    assert find(refilled(source, data)[0], "//c16:uniqueId/@val") == ids


@pytest.mark.long
def test_a_note_below_the_data_is_not_overwritten(ooxml_validator) -> None:
    def with_note(book: Any, sheet: Any) -> None:
        columns_with_target_line(book, sheet)
        sheet.write("B7", "注：初步核算")

    package, _ = refilled(designed(with_note), TWO_MORE_YEARS)
    assert sheet_of(package)["B7"].value == "注：初步核算"
    assert drawn(package)["出口"] == [3, 5, 7, 8, 9, 10]
    assert sheet_of(package).tables["Table1"].ref == "J1:M7"
    assert ooxml_validator(package.save()) == []


@pytest.mark.long
def test_series_in_rows_stay_in_rows(ooxml_validator) -> None:
    def in_rows(book: Any, sheet: Any) -> None:
        for row, values in enumerate([["", "2020", "2021"], ["出口", 1, 2], ["进口", 3, 4]]):
            sheet.write_row(row, 0, values)
        bars = book.add_chart({"type": "bar"})
        for row in (1, 2):
            bars.add_series(
                {
                    "name": ["Sheet1", row, 0],
                    "categories": ["Sheet1", 0, 1, 0, 2],
                    "values": ["Sheet1", row, 1, row, 2],
                }
            )
        sheet.insert_chart("F5", bars)

    package, _ = refilled(
        designed(in_rows), chart("bar", "2021 2022 2023", series("出口", "2 5 6"), series("进口", "4 7 8"))
    )
    assert drawn(package) == {"出口": [2, 5, 6], "进口": [4, 7, 8]}
    assert rows_of(package, 4) == [(None, "2021", "2022", "2023"), ("出口", 2, 5, 6), ("进口", 4, 7, 8)]
    assert ooxml_validator(package.save()) == []


@pytest.mark.long
def test_formulas_under_the_data_give_way_and_the_calculation_chain_goes(ooxml_validator) -> None:
    def with_formulas(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["", "出口"])
        for row in (1, 2):
            sheet.write(row, 0, f"202{row}")
            sheet.write_formula(row, 1, f"=说明!A{row}", None, row)
        notes = book.add_worksheet("说明")
        notes.write_column(0, 0, [1, 2])
        notes.write_formula("B1", "=A1*2", None, 2)
        pie = book.add_chart({"type": "pie"})
        pie.add_series(
            {"name": ["Sheet1", 0, 1], "categories": ["Sheet1", 1, 0, 2, 0], "values": ["Sheet1", 1, 1, 2, 1]}
        )
        sheet.insert_chart("F5", pie)

    package, _ = refilled(designed(with_formulas), chart("column", "a b c", series("出口", "4 5 6")))
    assert drawn(package) == {"出口": [4, 5, 6]}
    assert "calcChain" not in str(Package.open(package.read(WORKBOOK)).names())
    assert sheet_of(package, "说明")["B1"].value == "=A1*2"
    assert ooxml_validator(package.save()) == []


@pytest.mark.parametrize("content", [None, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old binary workbook"])
def test_a_chart_without_a_workbook_that_can_be_edited_gets_one(
    content: bytes | None, ooxml_validator
) -> None:
    source = Package.open(DESIGN)
    if content is None:
        for related in source.relationships(PART):
            source.relationships(PART).remove(related.id)
        source.remove(WORKBOOK)
        xml = source.read(PART)
        source.write(
            PART, xml.replace(b'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>', b"")
        )
    else:
        source.write(WORKBOOK, content)
    package, findings = refilled(source.save(), TWO_MORE_YEARS)
    assert [finding.code for finding in findings] == ["chart-workbook-replaced"]
    assert "had no embedded workbook that could be edited" in language("en").what(findings[0])
    assert "已为其新建一个" in language("zh").what(findings[0])
    [workbook] = [related.part for related in package.relationships(PART)]
    sheet = openpyxl.load_workbook(io.BytesIO(package.read(workbook))).active
    assert [cell.value for cell in sheet["B"]] == ["出口", 3, 5, 7, 8, 9, 10]
    assert len([name for name in package.names() if "embeddings" in name]) == 1
    assert ooxml_validator(package.save()) == []


def test_labels_say_what_the_figure_says_in_the_designers_type() -> None:
    data = chart(
        "column",
        "2020 2021 2022 2023",
        series("出口", "1 2 3 4", "1.00 2.00 超3.00 4.00", number_format="0.00"),
    )
    package, _ = refilled(DESIGN, data)
    assert of_series(package, "出口", "/c:dLbls/c:dLbl//a:t/text()") == ["超3.00"]
    assert of_series(package, "出口", "/c:dLbls/c:dLbl[c:idx/@val=2]//a:rPr/a:latin/@typeface") == ["楷体"]
    assert "旧峰值" not in package.read(PART).decode()


@pytest.mark.long
def test_labels_made_of_fields_and_of_cells_are_brought_up_to_date(ooxml_validator) -> None:
    field = (
        '<c:dLbl><c:idx val="0"/><c:tx><c:rich><a:bodyPr/><a:p><a:fld id="{0B4E0A2C-5F4B-4C2A-9C41-0B1B3B0F6E11}" type="CATEGORYNAME"><a:rPr/>'
        '<a:pPr/><a:t>[旧]</a:t></a:fld><a:r><a:t>：</a:t></a:r><a:fld id="{0B4E0A2C-5F4B-4C2A-9C41-0B1B3B0F6E12}" type="VALUE"><a:rPr/><a:pPr/>'
        "<a:t>[1]</a:t></a:fld></a:p></c:rich></c:tx>"
    )
    shows = '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="1"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>'
    source = designed(
        columns_with_target_line, lambda xml: xml.replace("<c:dLbls>", f"<c:dLbls>{field}{shows}", 1)
    )
    package, _ = refilled(
        source, chart("column", "2030年 2031年", series("出口", "8 9", number_format="0.0"))
    )
    assert of_series(package, "出口", "/c:dLbls/c:dLbl[c:idx/@val=0]//a:t/text()") == ["2030年", "：", "8.0"]
    assert ooxml_validator(package.save()) == []


def test_a_missing_value_is_not_drawn_as_zero() -> None:
    assert find(refilled(DESIGN, TWO_MORE_YEARS)[0], "//c:dispBlanksAs/@val") == ["gap"]
    spanning = designed(
        columns_with_target_line,
        lambda xml: xml.replace("</c:chart>", '<c:dispBlanksAs val="span"/></c:chart>').replace(
            '<c:dispBlanksAs val="gap"/>', ""
        ),
    )
    assert find(refilled(spanning, TWO_MORE_YEARS)[0], "//c:dispBlanksAs/@val") == ["span"]


def test_a_chart_without_any_series_is_refused() -> None:
    with pytest.raises(TemplateError, match="has no series"):
        refilled(document_with(chart("column", "a")), TWO_MORE_YEARS)


@pytest.mark.long
def test_text_in_categories_and_names_stays_text(ooxml_validator) -> None:
    package, _ = refilled(DESIGN, chart("column", "=1+1 <R&D> \x0b", series(" =A&B\n第二行", "1 2 3")))
    assert [row[0] for row in rows_of(package, 2)][1:3] == ["=1+1", "<R&D>"]
    assert ooxml_validator(package.save()) == []


def test_the_same_refill_gives_the_same_bytes() -> None:
    assert refilled(DESIGN, TWO_MORE_YEARS)[0].save() == refilled(DESIGN, TWO_MORE_YEARS)[0].save()


def test_a_refilled_chart_is_laid_out_with_its_new_words(soffice_pdf) -> None:
    text = "".join(soffice_pdf(refilled(DESIGN, TWO_MORE_YEARS)[0].save()).text.split())
    for words in ("设计师的标题", "2025", "出口", "进口", "目标"):
        assert words in text


@pytest.mark.long
def test_each_turn_of_a_loop_fills_its_own_copy(ooxml_validator) -> None:
    package = Package.open(DESIGN)
    copies = [charts.duplicate(package, PART) for _ in range(3)]
    for at, copied in enumerate(copies, start=1):
        refill(package, copied, chart("column", "2020 2021", series("出口", f"{at} {at + 1}")))
        package.relationships(package.main_part).add(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart", copied
        )
    workbooks = [next(iter(package.relationships(copied))).part for copied in copies]
    assert len({*workbooks, WORKBOOK}) == 4
    assert [find(package, "//c:val//c:v/text()", copied)[:2] for copied in copies] == [
        ["1", "2"],
        ["2", "3"],
        ["3", "4"],
    ]
    assert package.read(PART) == Package.open(DESIGN).read(PART)
    assert ooxml_validator(package.save()) == []
