"""Tables of any ordinary width: no number breaks; letters become smaller, then the page is turned; long tables break well."""

import re
from decimal import Decimal

import pytest

from reportgen.content import Number, Table, TableCell, TableColumn, TableRow
from reportgen.ooxml import Package
from reportgen.record import replace
from reportgen.word.column_geometry import CellContent, fitted_columns
from tests.word.documents import body_xml, docx_of, filled, table

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ROOM = 9026
"""Twips between the margins of the document that the tests fill."""


def months(count, language="en", number=">1,234.56"):
    """Imports and exports over so many months from January 2023."""
    heads = [
        f"{2023 + at // 12}年{at % 12 + 1}月" if language == "zh" else f"{MONTHS[at % 12]} {2023 + at // 12}"
        for at in range(count)
    ]
    labels = (
        ("进出口总额", "其中：出口", "跨境电商进出口额①")
        if language == "zh"
        else ("Imports and exports", "of which: exports", "Cross-border e-commerce①")
    )
    columns = (
        TableColumn("label", "指标" if language == "zh" else "Indicator", weight=2),
        *(TableColumn(f"m{at}", head, align="number") for at, head in enumerate(heads)),
    )
    rows = tuple(
        TableRow(
            (TableCell(label), *(TableCell(Number(number, value=Decimal(1))) for _ in heads)), indent=at == 1
        )
        for at, label in enumerate(labels)
    )
    return Table("months", "Months", columns, rows, language=language, source="S")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("count", [3, 6, 9, 12, 14, 18])
def test_numbers_have_their_room_on_the_upright_or_the_turned_page(count, language):
    xml = body_xml(filled(docx_of("before", "{{ t }}", "after"), t=months(count, language)))
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', xml)]
    size = int((re.search(r'<w:sz w:val="(\d+)"/>.{0,200}?1,234', xml) or [0, 22])[1])
    needed = CellContent(">1,234.56").longest(size * 10) * (1.15 if count > 12 else 1.3) + 90
    assert min(widths[1:]) >= needed - 2
    turned = 'w:orient="landscape"' in xml
    assert turned == (count > 8)
    assert sum(widths) == (16838 - 2 * 1440 if turned else ROOM)


@pytest.mark.long_but_for("zh")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_eighteen_months_are_whole_on_paper(soffice_pdf, ooxml_validator, language):
    document = filled(docx_of("before", "{{ t }}", "after"), t=months(18, language, "1,234.5"))
    assert ooxml_validator(document) == []
    pages = soffice_pdf(document)
    assert pages.text.count("1,234.5") == 18 * 3
    assert len(pages.texts) == 3
    assert "before" in pages.texts[0]
    assert "after" in pages.texts[2]


def test_letters_shrink_before_a_page_is_turned():
    xml = body_xml(filled(docx_of("{{ t }}"), t=months(7)))
    assert "landscape" not in xml
    assert re.search(r'<w:sz w:val="1[5-8]"/><w:szCs w:val="1[5-8]"/></w:rPr><w:t[^>]*>&gt;1,234.56', xml)
    assert re.search(r'<w:sz w:val="1[5-8]"/>(?:(?!<w:t).)*<w:t[^>]*>Jan 2023', xml)


def test_the_turned_page_has_its_head_at_the_binding_and_the_pages_around_stay():
    xml = body_xml(filled(docx_of("before", "{{ t }}", "after"), t=months(14)))
    first, second, last = re.findall(r"<w:sectPr.*?</w:sectPr>", xml, re.DOTALL)
    assert first == last
    assert 'w:w="16838" w:h="11906" w:orient="landscape"' in second
    before, rest = xml.split(first, 1)
    assert "before" in before
    assert "Months" in rest.split(second)[0]
    assert "after" in rest.split(second)[1]


def test_no_page_is_turned_inside_a_cell_or_where_pages_are_counted_anew():
    assert "landscape" not in body_xml(filled(docx_of(table(["{{ t }}", "x"])), t=months(14)))
    counted = docx_of(
        "{{ t }}",
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
        'w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/></w:sectPr></w:pPr></w:p>',
    )
    assert "landscape" not in body_xml(filled(counted, t=months(14)))


def test_a_long_label_takes_the_room_that_numbers_can_spare():
    label = CellContent("Wanzhou Economic and Technological Development Zone")
    numbers = [[CellContent("12.3")] for _ in range(4)]
    fit = fitted_columns([1, 1, 1, 1, 1], [[label], *numbers], ["Zone", *(["Growth"] * 4)], 9000, 20)
    assert fit.whole
    assert fit.widths[0] > 1.9 * fit.widths[1]
    assert label.width(200) / 2 < fit.widths[0]


def test_months_in_chinese_heads_stay_with_their_month():
    assert CellContent("2023年12月").longest(100) == 600 - 100 + 0
    assert CellContent("1—5月").longest(100) < 300


# ---- breaks over pages ----------------------------------------------------------------------------------------


def kept(rows):
    """For each row of a table in a document whether it is kept with the next."""
    shown = months(2)
    xml = body_xml(filled(docx_of("{{ t }}"), t=replace(shown, rows=tuple(rows))))
    body = re.findall(r"<w:tr>(?:(?!</w:tr>).)*</w:tr>", xml, re.DOTALL)[1:]
    return [row.count("<w:keepNext/>") > 0 for row in body]


def body(label, **options):
    return TableRow((TableCell(label), TableCell("1"), TableCell("2")), **options)


def test_a_low_table_stays_on_one_page_and_a_high_one_does_not():
    assert kept([body(f"r{at}") for at in range(8)]) == [True] * 8
    high = kept([body(f"r{at}") for at in range(30)])
    assert high[0]
    assert not any(high[1:28])
    assert high[28:] == [True, True]


def test_a_high_table_breaks_between_groups_and_totals_stay_with_their_parts():
    rows = []
    for group in range(6):
        rows += [TableRow((TableCell(f"g{group}"),), "group"), body("whole"), body("of which", indent=1)]
        rows += [body(f"r{at}") for at in range(3)]
    rows.append(body("all", role="total"))
    found = kept(rows)
    for at, row in enumerate(rows[:-1]):
        if row.role == "group" or str(row.cells[0].content) == "whole":
            assert found[at], at
    assert found[-2]
    assert not found[5]


def test_a_high_table_does_not_break_within_a_group_that_is_low():
    """Five rows under a head on one page, the sixth on the next: a reader takes it for a row without a group."""
    group, rows = TableRow((TableCell("g"),), "group"), [body(f"r{at}") for at in range(6)]
    assert [at for at, is_kept in enumerate(kept([group, *rows] * 3)) if not is_kept] == [6, 13]
    high = kept([group, *[body(f"r{at}") for at in range(30)]])
    assert not any(high[1:28])


UNITS = {
    "zh": ("出口额", "拉动全市", "亿元", "百分点"),
    "en": ("Exports", "Pull on the city", "billion yuan", "points"),
}


def in_times(data):
    """The document in the typeface of most documents; Cambria's stand-in here is among the widest."""
    package = Package.open(data)
    styles = package.read("word/styles.xml").decode()
    times = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
    package.write("word/styles.xml", re.sub("<w:rFonts[^>]*/>", times, styles).encode())
    return package.save()


def with_units(language, count):
    """So many columns of amounts and of points, each with its unit in the head."""
    amount, pull, money, points = UNITS[language]
    columns = [TableColumn("label", "指标" if language == "zh" else "Zone", weight=2)]
    for at in range(count):
        head, unit = ((amount, money), (pull, points))[at % 2]
        columns.append(TableColumn(f"c{at}", head, unit, "number"))
    cells = (TableCell("A"), *(TableCell(Number("270.8", value=Decimal("270.8"))) for _ in columns[1:]))
    return Table("units", "Units", tuple(columns), (TableRow(cells),), language=language)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("count", [2, 4, 6])
def test_no_head_breaks_within_its_brackets(soffice_pdf, language, count):
    """Left alone, Chinese breaks anywhere: 出口额（亿 / 元）."""
    _, _, money, points = UNITS[language]
    left, right = "（）" if language == "zh" else "()"
    text = soffice_pdf(in_times(filled(docx_of("{{ t }}"), t=with_units(language, count)))).text
    assert text.count(f"{left}{money}{right}") == text.count(f"{left}{points}{right}") == count // 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_unit_stays_whole_in_a_table_of_seventy_millimetres(soffice_pdf, language):
    """3969 twips, in a cell of a table of the template's, beside its margins of 216."""
    cell = table(["{{ t }}", "x"]).replace('w:w="4500"', 'w:w="4185"')
    text = soffice_pdf(in_times(filled(docx_of(cell), t=with_units(language, 2)))).text
    for unit in UNITS[language][2:]:
        assert (f"（{unit}）" if language == "zh" else f"({unit})") in text


@pytest.mark.long
def test_a_head_with_room_stays_on_its_line():
    xml = body_xml(filled(docx_of("{{ t }}"), t=with_units("zh", 1)))
    assert "出口额（亿元）</w:t>" in xml
