"""What a tag alone in a cell, or within a text, leaves in the cell."""

import datetime as dt
from decimal import Decimal

import pytest

from reportgen.content import Link, Number, Sentence
from reportgen.excel import EXCEL
from tests.excel.books import opened, part, template

LEVEL = Number("more than 32.21 billion yuan", "32.21", "billion yuan", Decimal("32.21"), '">"0.00', "fabc")


def filled(cell, **context):
    """The cell A1 of a filled workbook whose template says ``cell``."""
    return opened(EXCEL.compile(template({"A1": cell})).fill(context).data)["Data"]["A1"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("32.20"), 32.2),
        (7, 7),
        (0.1, 0.1),
        (True, True),
        ("plain", "plain"),
        (dt.date(2025, 5, 1), dt.datetime(2025, 5, 1)),
        (dt.datetime(2025, 5, 1, 13, 30), dt.datetime(2025, 5, 1, 13, 30)),
        (LEVEL, 32.21),
    ],
)
def test_a_tag_alone_in_a_cell_gives_a_typed_value(value, shown):
    assert filled("{{ x }}", x=value).value == shown


@pytest.mark.parametrize("text", ["=1+1", "+7", "-x", "@name", '=HYPERLINK("http://x")'])
def test_a_text_that_looks_like_a_formula_stays_text(text):
    cell = filled("{{ x }}", x=text)
    assert (cell.data_type, cell.value) == ("s", text)


def test_a_number_brings_its_format_to_a_general_cell():
    assert filled("{{ x }}", x=LEVEL).number_format == '">"0.00'


def test_a_cell_with_a_format_of_its_own_keeps_it():
    def design(workbook, sheet):
        sheet.write("A1", "{{ x }}", workbook.add_format({"num_format": "0.0%", "bold": True}))

    cell = opened(EXCEL.compile(template(design=design)).fill({"x": LEVEL}).data)["Data"]["A1"]
    assert (cell.number_format, cell.font.bold) == ("0.0%", True)


def test_a_date_in_a_general_cell_reads_as_a_date():
    assert filled("{{ x }}", x=dt.date(2025, 5, 1)).number_format == "yyyy-mm-dd"


def test_tags_inside_a_text_are_replaced_in_place():
    assert (
        filled("{{ city }}: {{ x }}。", city="重庆", x=LEVEL).value == "重庆: more than 32.21 billion yuan。"
    )


def test_conditions_work_within_a_cell():
    cell = "{% if x > 1 %}up {{ x }}{% else %}down{% endif %}"
    assert (filled(cell, x=2).value, filled(cell, x=0).value) == ("up 2", "down")


def test_loops_work_within_a_cell():
    assert (
        filled("{% for x in xs %}{{ x }}{% if not loop.last %}、{% endif %}{% endfor %}", xs=["a", "b"]).value
        == "a、b"
    )


def test_markup_characters_and_line_breaks_survive():
    assert filled("{{ x }}", x='R&D <5%\n> "q"').value == 'R&D <5%\n> "q"'


def test_a_text_that_looks_like_an_escape_is_kept_from_being_one():
    xml = part(
        EXCEL.compile(template({"A1": "{{ x }}"})).fill({"x": "_x000D_"}).data, "xl/worksheets/sheet1.xml"
    )
    assert "<t>_x005F_x000D_</t>" in xml


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\ud800", "\uffff"])
def test_characters_xml_cannot_hold_are_written_as_excel_writes_them(character):
    for tag, shown in (("{{ x }}", "a{}b"), ("v: {{ x }}", "v: a{}b")):
        xml = part(
            EXCEL.compile(template({"A1": tag})).fill({"x": f"a{character}b"}).data,
            "xl/worksheets/sheet1.xml",
        )
        assert f"<t>{shown.format(f'_x{ord(character):04X}_')}</t>" in xml


def test_spaces_at_the_ends_survive():
    assert filled("{{ x }}", x="  a ").value == "  a "


def test_chinese_names_and_full_width_punctuation_work():
    assert filled("{{ 城市｜upper }}", 城市="cq").value == "CQ"


def test_a_sentence_reads_whole():
    assert (
        filled("{{ x }}", x=Sentence(("Trade reached ", LEVEL, "."))).value
        == "Trade reached more than 32.21 billion yuan."
    )


def test_a_link_can_be_clicked():
    cell = filled("see {{ x }}", x=Link("the plan", url="https://example.org/?a=1&b=2"))
    assert (cell.value, cell.hyperlink.target) == ("see the plan", "https://example.org/?a=1&b=2")


def test_rich_text_keeps_its_runs_and_split_tags_are_healed():
    def design(workbook, sheet):
        bold, red = workbook.add_format({"bold": True}), workbook.add_format({"font_color": "red"})
        sheet.write_rich_string("A1", "In ", bold, "{{ ci", red, "ty }}", " trade ", bold, "grew {{ x }}")

    xml = part(
        EXCEL.compile(template(design=design)).fill({"city": "重庆", "x": 5}).data, "xl/worksheets/sheet1.xml"
    )
    inline = xml[xml.index("<is>") : xml.index("</is>")]
    assert [text.split("<")[0] for text in inline.split("<t")[1:] if ">" in text]
    assert inline.count("<r>") == 4
    assert "重庆" in inline.split("<b/>")[1]
    assert "grew 5" in inline.split("<b/>")[2]


def test_every_figure_shown_is_told_with_its_cell():
    made = EXCEL.compile(template({"B2": "{{ x }}", "C3": "in all {{ x }}"})).fill({"x": LEVEL})
    assert [(shown.key, shown.part, shown.place) for shown in made.figures] == [
        ("fabc", "Data", "B2"),
        ("fabc", "Data", "C3"),
    ]


def test_a_figure_is_found_again_by_its_hidden_name():
    made = EXCEL.compile(template({"B2": "{{ x }}"})).fill({"x": LEVEL})
    name = opened(made.data).defined_names["_rg_fabc_1"]
    assert (name.attr_text, name.hidden) == ("Data!$B$2", True)


def test_the_same_inputs_give_the_same_bytes():
    data = template({"B2": "{{ x }}", "B3": "=B2*2"})
    assert EXCEL.compile(data).fill({"x": LEVEL}).data == EXCEL.compile(data).fill({"x": LEVEL}).data
