"""Documents tell many findings alike as one, with their number: in a template's list and on the data book's sheet."""

from reportgen.databook.evidence import findings_grid
from reportgen.databook.wording import Words
from reportgen.figures.terms.lists import FindingTerm
from reportgen.findings import Finding, Severity, grouped
from reportgen.periods import Period

ALIKE = [
    Finding(
        "same-as-last-year",
        Severity.NOTE,
        subjects=(f"o{month}",),
        series="exports/CN-CQ",
        name="exports",
        value="1.0",
        period=Period.month_of(2024, month),
        earlier=Period.month_of(2023, month),
        earlier_id=f"e{month}",
    )
    for month in range(1, 9)
]


def test_a_template_s_list_tells_eight_alike_as_one():
    [group] = grouped(ALIKE)
    assert "There are 7 more like it." in FindingTerm("en", group).text
    assert "另有7处相同情况。" in FindingTerm("zh", group).text
    assert "--json" not in FindingTerm("en", group).text


def test_the_data_book_s_sheet_has_one_row_for_them():
    grid = findings_grid(ALIKE, Words("en"), "findings")
    assert len(grid.rows) == 1
    assert "There are 7 more like it." in grid.rows[0][2].text
