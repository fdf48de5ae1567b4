"""Cached values of a finished workbook after cells changed: in line with the cells, or taken out."""

import io

import openpyxl

from reportgen.excel.cached_values import renew_cached_values
from reportgen.ooxml import Package
from tests.excel.books import opened, template, with_part


def saved(cells, values):
    """A workbook as Excel saves it: formulas with values, nothing asked of the next program."""
    data = template(cells)

    def change(xml):
        for address, value in values.items():
            head, _, tail = xml.partition(f'<c r="{address}">')
            xml = head + f'<c r="{address}">' + tail.replace("<v>0</v>", f"<v>{value}</v>", 1)
        return xml

    data = with_part(data, "xl/worksheets/sheet1.xml", change)
    return with_part(data, "xl/workbook.xml", lambda xml: xml.replace(' fullCalcOnLoad="1"', ""))


def renewed(data, old, new):
    package = Package.open(with_part(data, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(old, new)))
    renew_cached_values(package, Package.open(data))
    sheet = opened(package.save(), data_only=True)["Data"]
    return [sheet[address].value for address in ("B1", "B2", "B3")]


def test_values_follow_the_cells_where_the_calculator_agreed_with_what_was_saved():
    cells = {"A1": 2, "B1": "=A1*2", "B2": "=B1+A1", "B3": "=A1+1"}
    data = saved(cells, {"B1": 4, "B2": 6, "B3": 3})
    assert renewed(data, "<v>2</v>", "<v>5</v>") == [10, 15, 6]
    # Excel had saved another value in B1 than the calculator gives: nothing that hangs on it is vouched for
    data = saved(cells, {"B1": 7, "B2": 9, "B3": 3})
    assert renewed(data, "<v>2</v>", "<v>5</v>") == [None, None, 6]


def test_a_shared_formula_is_read_where_another_cell_spells_it_out():
    data = saved({"A1": 2, "A2": 3, "B1": "=CEILING(A1,0.3)", "B3": "=A2*2"}, {"B1": 2.1, "B3": 6})

    def share(xml):
        xml = xml.replace("<f>CEILING(A1,0.3)</f>", '<f t="shared" ref="B1:B2" si="0">CEILING(A1,0.3)</f>')
        return xml.replace(
            "<v>3</v></c></row>", '<v>3</v></c><c r="B2"><f t="shared" si="0"/><v>3.3</v></c></row>'
        )

    data = with_part(data, "xl/worksheets/sheet1.xml", share)
    assert openpyxl.load_workbook(io.BytesIO(data))["Data"]["B2"].value == "=CEILING(A2,0.3)"
    assert renewed(data, "<v>3</v></c><c", "<v>5</v></c><c") == [None, None, 10]
