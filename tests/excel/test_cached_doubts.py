"""No cached value that Excel would not show: settings of the workbook, what was saved, what fails, what the clock says."""

import datetime as dt

import pytest

from reportgen.excel import EXCEL
from reportgen.language import language
from tests.excel.books import opened, part, template, with_part

ROWS = [{"n": "a", "v": 1.5}, {"n": "b", "v": 2}]
BODY = {"A2": "{% for r in rows %}{{ r.n }}", "B2": "{{ r.v }}{% endfor %}"}


def cached(data, letter="D", **options):
    filled = EXCEL.compile(data).fill({"rows": ROWS, "d": dt.date(2021, 3, 4)}, **options).data
    return [cell.value for cell in opened(filled, data_only=True)["Data"][letter] if cell.row > 3]


def with_settings(data, old, new):
    return with_part(data, "xl/workbook.xml", lambda xml: xml.replace(old, new))


def test_values_are_left_to_excel_where_the_workbook_counts_in_its_own_way():
    data = template(BODY | {"D4": "=YEAR(C1)", "D5": "=SUM(B2:B2)", "C1": "{{ d }}"})
    assert cached(data) == [None, 2021, 3.5][-2:] or cached(data)[-1] == 3.5
    for new in ('<workbookPr date1904="1" ',):
        assert set(cached(with_settings(data, "<workbookPr ", new))) == {None}
    for new in ('<calcPr iterate="1" ', '<calcPr fullPrecision="0" '):
        assert set(cached(with_settings(data, "<calcPr ", new))) == {None}


def test_subtotals_over_hidden_rows_have_no_value_nor_does_what_hangs_on_them():
    def design(workbook, sheet):
        sheet.set_row(7, None, None, {"hidden": True})

    cells = BODY | {"D4": "=SUBTOTAL(9,B2:B2)", "D5": "=D4*2", "D6": "=SUM(B2:B2)"}
    assert cached(template(cells))[-3:] == [3.5, 7, 3.5]
    assert cached(template(cells, design=design))[-3:] == [None, None, 3.5]


def saved(values, **cells):
    """A template as Excel saves it: formulas with values, nothing asked of the next program."""
    data = template(BODY | cells)

    def change(xml):
        for address, value in values.items():
            head, _, tail = xml.partition(f'<c r="{address}">')
            formula, _, rest = tail.partition("<v>0</v>")
            xml = f'{head}<c r="{address}">{formula}<v>{value}</v>{rest}'
        return xml

    data = with_part(data, "xl/worksheets/sheet1.xml", change)
    return with_part(data, "xl/workbook.xml", lambda xml: xml.replace(' fullCalcOnLoad="1"', ""))


def test_a_formula_that_does_not_give_what_was_saved_there_is_not_vouched_for():
    cells = {"D4": "=1+1", "D5": "=D4+SUM(B2:B2)", "D6": "=SUM(B2:B2)"}
    assert cached(saved({"D4": 2, "D5": 2, "D6": 0}, **cells))[-3:] == [2, 5.5, 3.5]
    assert cached(saved({"D4": 3, "D5": 3, "D6": 0}, **cells))[-3:] == [None, None, 3.5]


def test_what_the_clock_or_chance_says_has_no_value_nor_does_what_hangs_on_it():
    assert (
        cached(template(BODY | {"D4": "=RAND()", "D5": "=IF(ISNUMBER(D4),1,2)", "D6": "=SUM(D4:D5)"}))[-3:]
        == [None] * 3
    )
    assert (
        cached(template(BODY | {"D4": "=NOW()", "D5": "=YEAR(D4)", "D6": "=COUNT(D4:D5)"}))[-3:] == [None] * 3
    )


def test_numbers_that_excel_calls_equal_are_not_compared():
    assert cached(
        template(BODY | {"D4": "=0.1+0.2=0.3", "D5": "=IF(0.1+0.2>0.3,1,2)", "D6": "=IF(B2>1,1,2)"})
    )[-3:] == [None, None, 1]


def test_a_note_says_that_there_is_no_calculator(monkeypatch):
    data = template(BODY | {"D4": "=SUM(B2:B2)"})
    monkeypatch.setattr("reportgen.excel.workbook_filling.is_available", lambda: False)
    (note,) = EXCEL.compile(data).fill({"rows": ROWS}).findings
    assert note.code == "values-left-out"
    assert language("en").what(note).startswith("The formulas carry no values until Excel opens the workbook")
    assert "cached_values=False" in language("zh").remedy(note)
    assert cached(data)[-1] is None
    assert EXCEL.compile(data).fill({"rows": ROWS}, cached_values=False).findings == ()


def test_functions_that_fail_as_they_should_have_their_error_and_may_be_caught():
    cells = {"D4": '=FIND("z",A2)', "D5": '=IFERROR(FIND("z",A2),"none")', "D6": "=IFERROR(VALUE(A2),0)"}
    assert cached(template(BODY | cells))[-3:] == ["#VALUE!", "none", None]


def test_no_values_where_none_are_wanted():
    data = template(BODY | {"D4": "=SUM(B2:B2)"})
    assert cached(data, cached_values=False)[-1] is None
    assert 'fullCalcOnLoad="1"' in part(
        EXCEL.compile(data).fill({"rows": ROWS}, cached_values=False).data, "xl/workbook.xml"
    )


def test_thousands_of_rows_are_compared_and_summed_up_row_by_row():
    rows = [{"n": "a", "v": number / 4} for number in range(3_000)]
    cells = {
        "A2": "{% for r in rows %}{{ r.n }}", "B2": "{{ r.v }}", "C2": "=IF(B2*2-1>100.25,B2,IFERROR(1/B2,0))",
        "D2": "=SUM(B$2:B2)", "E2": "{% endfor %}", "G2": "=IF(ISNUMBER(LN(B2)),1,0)",
    }  # fmt: skip
    sheet = opened(EXCEL.compile(template(cells)).fill({"rows": rows}).data, data_only=True)["Data"]
    values = [row["v"] for row in rows]
    assert [sheet.cell(row, 3).value for row in range(2, 3_002)] == [
        value if value * 2 - 1 > 100.25 else 1 / value if value else 0 for value in values
    ]
    assert [sheet.cell(row, 4).value for row in (2, 3, 3_001)] == [0, 0.25, sum(values)]
    assert [sheet.cell(row, 7).value for row in (2, 3, 3_001)] == [None, 1, 1]  # LN(0) fails


DATA = {
    "F4": "é", "G4": "É", "F5": "alpha", "G5": "~t", "F6": "a b", "F7": "重庆", "G7": 0.29, "H7": 100, "F8": "1st", "G8": 1 / 3,
    "H8": "1/2", "H9": 0, "F10": "Beta", "G10": "gamma", "H10": 7, "I4": 1, "I5": "12", "I6": 2, "I7": True, "I8": 1e20,
}  # fmt: skip


@pytest.mark.parametrize(
    ("doubted", "sound"),
    [
        ("F4=G4", "F4=F5"), ('IF(F5<G5,1,2)', "IF(F5<F10,1,2)"), ('F7>"b"', 'F5>"b"'), ("UPPER(F4)", "UPPER(F7&F5)"), ("PROPER(F8)", "PROPER(F6)"),
        ('SEARCH("É",F4)', 'SEARCH("AL",F5)'), ('FIND("",F5,2)', 'FIND("p",F5,2)'), ("FIND(H12,F5,2)", 'FIND("l",F5,2)'),
        ("INT(G7*H7)", "INT(H7/H10)"), ("ROUND(1.005*H7,0)", "ROUND(1.005*H10,1)"), ("TRUNC(4.35*100)", "TRUNC(4.35*3,1)"),
        ('TEXT(1.005*H7,"0")', 'TEXT(1.005*H10,"0.0")'), ("MOD(97.65,5%)", "MOD(97.6,0.7)"), ("MOD(H10^20,H7)", "MOD(H10^2,H7)"),
        ("LEN(G8)", "LEN(H10)"), ("RIGHT(G8&F5,8)", "RIGHT(H10&F5,3)"), ('MATCH("alpha",F4:F10,FALSE)', 'MATCH("alpha",F4:F10,0)'),
        ("MATCH(G5,F4:F10,0)", "MATCH(F10,F4:F10,0)"), ("INDEX(F4:G10,2)", "INDEX(F4:F10,2)"), ("INDEX(F4:F10,H9)", "INDEX(F4:G10,2,1)"),
        ("COUNTIF(F4:H10,H12)", "COUNTIF(F4:H10,H10)"), ("COUNTIF(F4:F10,H8)", "COUNTIF(F4:F10,F5)"), ('SUMIF(F4:F10,">b",H4:H10)', 'SUMIF(F4:F10,"<>alpha",H4:H10)'),
        ('COUNTIF(H4:H10,">="&G8)', 'COUNTIF(H4:H10,">="&H9)'), ('DATEDIF(H10,45000,"yd")', 'DATEDIF(100,45000,"ym")'), ("CHAR(200)", "CHAR(65)"),
        ("SWITCH(H12,0,1,2)", "SWITCH(H9,0,1,2)"), ("YEAR(DATE(1900,2,29))", "YEAR(DATE(1901,2,29))"),
        ("SUMPRODUCT(I4:I6,I4:I6)", "SUMPRODUCT(H9:H10,H9:H10)"), ("LEFT(I7)", "LEFT(F5)"), ("ISEVEN(I8)", "ISEVEN(H10)"),
    ],
)  # fmt: skip
def test_what_the_calculator_takes_otherwise_than_excel_is_left_out_and_its_like_is_not(doubted, sound):
    without, with_value = cached(template(BODY | DATA | {"D4": f"={doubted}", "D5": f"={sound}"}))[1:3]
    assert without is None
    assert with_value is not None


def test_dates_keep_what_is_less_than_a_second():
    cells = {"D4": "=DATE(2046,4,39)+85.084", "D5": "=(C1+0.123456)*2", "C1": "{{ d }}"}
    assert cached(template(BODY | cells))[-2:] == [pytest.approx(53541.084, abs=1e-9), 2 * (44259 + 0.123456)]
