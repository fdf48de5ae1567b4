"""Tags in defined names and in the prompts of data validation; tags where none can be filled are told."""

import pytest

from reportgen.errors import TemplateError
from reportgen.excel import EXCEL
from reportgen.language import language
from tests.excel.books import found, opened, part, template, with_part

ROWS = [{"n": "a", "least": 1}, {"n": "b", "least": 2}]


def with_name(formula, **cells):
    return template(
        {"A1": "x", "B1": "=Title"} | cells,
        design=lambda workbook, sheet: [
            workbook.define_name("Title", formula),
            *(
                sheet.write(address, value)
                for address, value in ({"A1": "x", "B1": "=Title"} | cells).items()
            ),
        ],
    )


def test_a_defined_name_says_what_its_tag_says_and_so_does_the_formula_that_shows_it():
    data = EXCEL.compile(with_name('="Trade of {{ city }}"')).fill({"city": 'the "hot" city'}).data
    book = opened(data, data_only=True)
    assert book.defined_names["Title"].attr_text == '"Trade of the ""hot"" city"'
    assert book["Data"]["B1"].value == 'Trade of the "hot" city'


def test_an_unknown_name_within_a_defined_name_is_told():
    (finding,) = EXCEL.compile(with_name('="{{ ctiy }}"')).lint({"city": "x"})
    assert (finding.code, language("en").remedy(finding)) == ("unknown-name", "Did you mean “city”?")
    with pytest.raises(TemplateError, match="ctiy"):
        EXCEL.compile(with_name('="{{ ctiy }}"')).fill({"city": "x"})


def validated(workbook, sheet):
    sheet.write("A1", "{% for r in rows %}{{ r.n }}")
    sheet.write("C1", "{% endfor %}")
    rule = {"validate": "integer", "criteria": ">", "value": "=$A1"}
    sheet.data_validation(
        "B1", rule | {"input_title": "{{ r.n }}", "input_message": "at least {{ r.least }}"}
    )
    sheet.data_validation("D1:D1", rule | {"error_message": "nothing to fill"})
    sheet.data_validation("B5", rule | {"error_message": "of {{ city }}"})


def test_a_prompt_says_the_values_of_its_row(ooxml_validator):
    data = EXCEL.compile(template(design=validated)).fill({"rows": ROWS, "city": "重庆"}).data
    rules = {
        str(rule.sqref): (rule.promptTitle, rule.prompt, rule.error, rule.formula1)
        for rule in opened(data)["Data"].data_validations.dataValidation
    }
    assert rules == {
        "B1": ("a", "at least 1", None, "$A1"),
        "B2": ("b", "at least 2", None, "$A2"),
        "D1:D2": (None, None, "nothing to fill", "$A1"),
        "B6": (None, None, "of 重庆", "$A1"),
    }
    assert found(r'<dataValidations count="(\d+)"', part(data, "xl/worksheets/sheet1.xml")) == ["4"]
    assert ooxml_validator(data, "book.xlsx") == []


def test_without_rows_their_prompts_go_too():
    data = EXCEL.compile(template(design=validated)).fill({"rows": [], "city": "x"}).data
    assert [str(rule.sqref) for rule in opened(data)["Data"].data_validations.dataValidation] == ["B4"]


def test_a_prompt_longer_than_excel_takes_is_told():
    with pytest.raises(TemplateError, match="Excel takes 255"):
        EXCEL.compile(template(design=validated)).fill({"rows": [], "city": "x" * 300})


def test_a_tag_in_a_formula_is_told_with_its_cell():
    data = template({"A1": "{{ city }}", "B2": '="in "&"{{ city }}"'})
    (finding,) = EXCEL.compile(data).lint({"city": "x"})
    assert EXCEL.compile(data).fill({"city": "x"}).findings == (finding,)
    assert (finding.code, finding.place.column, finding.place.row) == ("tag-not-filled", "B", 2)
    assert "refer to it" in language("en").remedy(finding)


def test_a_tag_in_an_alternative_text_or_on_a_button_is_told_with_its_sheet():
    def design(workbook, sheet):
        sheet.write("A1", "{{ city }}")
        sheet.insert_textbox("B2", "of {{ city }}", {"description": "box of {{ city }}"})
        sheet.insert_button("D2", {"caption": "Go {{ city }}"})
        sheet.data_validation("E1", {"validate": "list", "source": ["{{ city }}", "other"]})

    findings = EXCEL.compile(template(design=design)).lint({"city": "x"})
    assert list(EXCEL.compile(template(design=design)).fill({"city": "x"}).findings) == findings
    assert {(finding.code, finding.place.sheet) for finding in findings} == {("tag-not-filled", "Data")}
    assert sorted(finding.place.text for finding in findings) == [
        '"{{ city }},other"', "Go {{ city }}", "box of {{ city }}",
    ]  # fmt: skip


def test_what_a_chart_remembers_of_its_cells_is_no_tag_of_its_own():
    def design(workbook, sheet):
        sheet.write("A1", "{% for r in rows %}{{ r.n }}")
        sheet.write("B1", "{{ r.least }}{% endfor %}")
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"categories": "=Data!$A$1:$A$1", "values": "=Data!$B$1:$B$1"})
        sheet.insert_chart("D1", chart)

    data = template(design=design)
    assert "{{ r.n }}" in part(data, "xl/charts/chart1.xml")
    assert EXCEL.compile(data).lint({"rows": ROWS}) == []


def test_a_name_written_into_a_chart_itself_is_no_memory_of_a_cell():
    def design(workbook, sheet):
        sheet.write("A1", "{{ city }}")
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"name": "in {{ city }}", "values": "=Data!$B$1:$B$1"})
        sheet.insert_chart("D1", chart)

    for findings in (
        EXCEL.compile(template(design=design)).lint({"city": "x"}),
        EXCEL.compile(template(design=design)).fill({"city": "x"}).findings,
    ):
        assert [(one.code, one.place.text) for one in findings if one.code == "tag-not-filled"] == [
            ("tag-not-filled", "in {{ city }}")
        ]


def test_a_formula_that_names_a_filled_head_of_a_table_holds_no_tag_of_its_own():
    def design(workbook, sheet):
        sheet.write("A1", "{{ year }}")
        sheet.write("A2", 5)
        sheet.add_table("A1:A2", {"name": "Trade", "columns": [{"header": "{{ year }}"}]})
        sheet.write("C1", "=SUM(Trade[{{ year }}])")

    assert EXCEL.compile(template(design=design)).fill({"year": 2023}).findings == ()


def test_properties_and_custom_xml_say_what_their_tags_say():
    def design(workbook, sheet):
        sheet.write("A1", "{{ city }}")
        workbook.set_properties({"title": "Trade of {{ city }}", "company": "Office of {{ city }}"})
        workbook.set_custom_property("Place", "{{ city }} & more")

    data = template(design=design)
    filled = EXCEL.compile(data).fill({"city": "重庆"})
    book = opened(filled.data)
    assert filled.findings == ()
    assert (book.properties.title, book.custom_doc_props["Place"].value) == ("Trade of 重庆", "重庆 & more")
    assert "<Company>Office of 重庆</Company>" in part(filled.data, "docProps/app.xml")
    with pytest.raises(TemplateError, match="ctiy"):
        EXCEL.compile(with_part(data, "docProps/core.xml", lambda text: text.replace("city", "ctiy"))).fill(
            {"city": "x"}
        )
