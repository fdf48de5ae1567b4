"""Tables laid out from their content."""

import io
import re
from decimal import Decimal

import docx

from reportgen.content import (
    Chart,
    ChartSeries,
    Number,
    Sentence,
    SourceMark,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from reportgen.ooxml import Package
from reportgen.record import replace
from reportgen.word.table_breaks import kept_with_next
from tests.word.documents import body_xml, docx_of, filled, lines, p, rows_of, table


def plan(**changes):
    columns = (
        TableColumn("label", "指标", weight=2),
        TableColumn("level", "绝对数", "亿元", "number", group="2021年"),
        TableColumn("growth", "比上年增长", "%", "number", group="2021年"),
        TableColumn("status", "状态", align="centre"),
    )
    rows = (
        TableRow(
            cells("跨境电商进出口", Number("322.1", value=Decimal("322.1"), key="k1"), "63.3", "落后"),
            "total",
        ),
        TableRow(cells("其中：出口", "1,278.15", "-5.25", ""), indent=1),
        TableRow((TableCell("综合保税区"),), "group"),
        TableRow(cells("进口", Sentence(("104.2", SourceMark("[1]", "src_1"))), "…", "达标"), indent=1),
    )
    settings = {
        "unit": "亿元",
        "notes": ("分项之和可能不等于总计。", "…表示无数据。"),
        "source": "重庆市商务委员会",
        "alt_text": "目标进展",
        "language": "zh",
    }
    return Table("plan", "目标进展", columns, rows, **(settings | changes))


def cells(*contents):
    return tuple(TableCell(content) for content in contents)


def grid(xml):
    return [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', xml)]


def test_everything_around_a_table_is_written_in_order():
    document = filled(docx_of("{{ t }}"), t=plan())
    shown = lines(document)
    assert shown[:2] == ["表1　目标进展", "单位：亿元"]
    assert shown[-3:] == ["注：1．分项之和可能不等于总计。", "2．…表示无数据。", "资料来源：重庆市商务委员会"]


def test_notes_with_marks_of_their_own_are_not_counted_again():
    noted = plan(notes=("推断。", "未注明。", "“…”表示无数据。"), note_marks=("①", "②"))
    shown = lines(filled(docx_of("{{ t }}"), t=noted))
    assert shown[-4:-1] == ["注：① 推断。", "② 未注明。", "“…”表示无数据。"]


def test_notes_are_counted_as_the_rows_are_marked_and_what_holds_for_all_rows_has_no_mark():
    rows = (TableRow((TableCell("进口", marks=("②",)), *cells("1", "2", ""))),)
    marked = replace(plan(notes=("推断。", "未注明。", "…表示无数据。")), rows=rows, note_marks=("①", "②"))
    shown = lines(filled(docx_of("{{ t }}"), t=marked))
    assert "进口②" in shown
    assert shown[-4:-1] == [
        "注：① 推断。",
        "② 未注明。",
        "…表示无数据。",
    ]


def test_parts_of_a_whole_stand_under_each_other():
    """A level is two letters wide, and 其中： three more."""
    first = TableRow((TableCell("其中：出口"), *cells("1", "2", "")), indent=1)
    other = TableRow((TableCell("进口"), *cells("1", "2", "")), indent=1, lead="其中：")
    data = filled(docx_of("{{ t }}"), t=replace(plan(), rows=(first, other)))
    table = docx.Document(io.BytesIO(data)).tables[0]
    lefts = [row.cells[0].paragraphs[0].paragraph_format.left_indent.pt for row in table.rows[-2:]]
    assert lefts[1] / lefts[0] == 2.5


def test_heads_of_a_group_merge_and_repeat_on_each_page():
    document = filled(docx_of("{{ t }}"), t=plan())
    xml = body_xml(document)
    assert rows_of(document)[:2] == [
        ["指标", "2021年", "状态"],
        ["", "绝对数（亿元）", "比上年增长|（%）", ""],
    ]
    assert xml.count("<w:tblHeader/>") == 2
    assert xml.count("<w:cantSplit/>") == 6
    assert '<w:gridSpan w:val="2"/>' in xml


def test_columns_share_the_width_of_the_text():
    assert sum(grid(body_xml(filled(docx_of("{{ t }}"), t=plan())))) == 11906 - 2 * 1440


def test_a_table_in_a_cell_keeps_to_its_cell_and_leaves_a_paragraph_behind(ooxml_validator):
    document = filled(docx_of(table(["{{ t }}", "x"])), t=plan(notes=(), source=""))
    assert sum(grid(body_xml(document))[2:]) == 4500 - 216
    assert ooxml_validator(document) == []


def test_members_are_indented_and_groups_go_across():
    xml = body_xml(filled(docx_of("{{ t }}"), t=plan()))
    assert re.search(
        r'w:left="\d+"[^>]*/>(?:<w:jc [^>]*/>)?</w:pPr><w:r><w:t xml:space="preserve">其中：出口', xml
    )
    assert '<w:gridSpan w:val="4"/>' in xml


def test_decimal_points_stand_under_each_other():
    from reportgen.word.column_geometry import CellContent, right_indents

    one, two, none = right_indents([CellContent("1.5"), CellContent("22.25"), CellContent("…")], 2000, 20)
    assert one - two == 100  # one digit of 10 pt
    assert none - two == 250  # the point and two digits


def test_alignment_gives_way_before_a_number_wraps():
    from reportgen.word.column_geometry import CellContent, right_indents

    wide, whole = right_indents([CellContent("1.123456"), CellContent(">10,000")], 900, 20)
    assert wide == 0
    assert whole < 100  # alignment alone would ask for 650
    _, dash = right_indents([CellContent("1.6个百分点"), CellContent("—")], 1236, 21)
    assert 1236 - dash > 210  # as wide as a character of 10.5 pt in Chinese typefaces


def test_numbers_keep_their_controls_and_totals_are_bold():
    xml = body_xml(filled(docx_of("{{ t }}"), t=plan()))
    control = re.search(r"<w:sdt>.*?</w:sdt>", xml)[0]
    assert 'w:val="k1"' in control
    assert "<w:b/>" in control


def test_emphasis_is_never_colour_alone():
    row = TableRow(
        (TableCell("进口"), TableCell("-5.2", "bad"), TableCell("6.1", "good"), TableCell("", "strong"))
    )
    xml = body_xml(filled(docx_of("{{ t }}"), t=replace(plan(), rows=(row,))))
    for text in ("-5.2", "6.1"):
        look = re.search(rf"<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t[^>]*>{text}<", xml)[1]
        assert "<w:b/>" in look
        assert "<w:color" in look


def test_a_table_style_of_the_template_is_used_by_its_name():
    xml = body_xml(filled(docx_of("{{ t }}"), t=plan(style="Light Shading Accent 1")))
    assert '<w:tblStyle w:val="LightShading-Accent1"/>' in xml


def test_alternative_text_is_set():
    xml = body_xml(filled(docx_of("{{ t }}"), t=plan()))
    assert '<w:tblCaption w:val="目标进展"/><w:tblDescription w:val="目标进展"/>' in xml


def test_captions_are_counted_through_with_the_designers_own():
    own = (
        '<w:fldSimple w:instr=" SEQ 表 \\* ARABIC "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> mine</w:t></w:r>'
    )
    document = filled(docx_of("{{ t }}", p("<w:r><w:t>表</w:t></w:r>", own), "{{ t }}"), t=plan())
    assert [line for line in lines(document) if line.startswith("表")] == [
        "表1　目标进展",
        "表2 mine",
        "表3　目标进展",
    ]


def chart(**changes):
    series = (
        ChartSeries("实际", (Decimal("78.1"), Decimal("322.1"))),
        ChartSeries("目标", (Decimal(700), Decimal(700)), kind="line", role="target"),
    )
    return Chart(
        "gap", "combination", "目标差距", ("2020", "2021"), series, alt_text="缺口", language="zh", **changes
    )


def test_a_chart_is_native_and_has_its_own_part_in_each_turn_of_a_loop(ooxml_validator):
    document = filled(docx_of("{%p for x in [1, 2] %}", "{{ c }}", "{%p endfor %}"), c=chart())
    package = Package.open(document)
    assert [name for name in package.names() if "charts/chart" in name and "rels" not in name] == [
        "word/charts/chart1.xml",
        "word/charts/chart2.xml",
    ]
    assert lines(document) == ["", "图1　目标差距", "", "图2　目标差距"]
    assert re.findall(r'<wp:docPr id="(\d+)"', body_xml(document)) == ["1", "2"]
    assert 'descr="缺口"' in body_xml(document)
    assert ooxml_validator(document) == []


def test_a_charts_caption_does_not_cling_to_the_text_below():
    """Captions stand above tables, so their style keeps them with what follows; below a chart nothing follows."""
    caption = p("x", properties='<w:pStyle w:val="Caption"/>')
    xml = body_xml(filled(docx_of(caption, "{{ c }}", "text"), c=replace(chart(), notes=())))
    assert re.search(r'<w:pStyle w:val="Caption"/><w:keepNext w:val="0"/>', xml)


def test_a_chart_is_made_smaller_for_a_narrow_cell():
    xml = body_xml(filled(docx_of(table(["{{ c }}", "x"])), c=chart()))
    assert int(re.search(r'<wp:extent cx="(\d+)"', xml)[1]) <= 4500 * 635


def test_tables_and_charts_are_sound_and_look_right(ooxml_validator, soffice_pdf):
    document = filled(docx_of("{{ t }}", "text", "{{ c }}"), t=plan(), c=chart(notes=("注解。",)))
    assert ooxml_validator(document) == []
    text = soffice_pdf(document).text
    for expected in ("表 1", "目标进展", "1,278.15", "资料来源", "图 1", "注：注解。"):
        assert expected.replace(" ", "") in text.replace(" ", "")


def test_head_rows_come_again_on_the_second_page(soffice_pdf):
    rows = tuple(TableRow(cells(f"第{i}行", str(i), "1.0", "")) for i in range(80))
    pages = soffice_pdf(filled(docx_of("{{ t }}"), t=replace(plan(), rows=rows)))
    assert all("比上年增长" in page for page in pages.texts)


def test_a_number_is_not_broken_where_another_column_has_room():
    from reportgen.word.column_geometry import CellContent, fitted_columns

    narrow = fitted_columns(
        [4, 1], [[CellContent("label")], [CellContent("more than 100,000,000")]], ["A", "B"], 4000, 20
    ).widths
    assert sum(narrow) == 4000
    assert narrow[1] > 4000 / 5
    assert fitted_columns([3, 1], [[CellContent("a")], [CellContent("1")]], ["", ""], 4000, 20).widths == (
        3000,
        1000,
    )


def test_a_low_table_breaks_only_between_long_groups():
    """Half a page stays white before a table that is kept together: one of two long groups may part between them."""
    group, body = TableRow((TableCell("Group"),), "group"), TableRow((TableCell("a"), TableCell("1")))
    rows = [group, *[body] * 5, group, *[body] * 4]
    kept = kept_with_next(rows, (3000, 1000), 100, 18, followed=True)
    assert [place for place, is_kept in enumerate(kept) if not is_kept] == [5]
    short = [group, *[body] * 2, group, *[body] * 2]
    assert all(kept_with_next(short, (3000, 1000), 100, 18, followed=True))
