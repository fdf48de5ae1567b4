"""Documents tell many findings alike as one, with their number: in a template's list and on the data book's sheet."""

import re

import pytest

from reportgen.databook.evidence import findings_grid
from reportgen.databook.wording import BookWords
from reportgen.dataset.names import as_counted
from reportgen.figures.terms.lists import FindingTerm
from reportgen.findings import Finding, Severity, grouped
from reportgen.language import language as speaker
from reportgen.periods import Period
from reportgen.series import Series
from tests.figures.made import real_data

ALIKE = [
    Finding(
        "same-as-last-year",
        Severity.NOTE,
        subjects=(f"o{month}",),
        series=Series("exports", "CN-CQ"),
        name="exports",
        value="1.0",
        period=Period.month_of(2024, month),
        earlier=Period.month_of(2023, month),
        earlier_id=f"e{month}",
    )
    for month in range(1, 9)
]

PARAMETERS = {
    code: {
        name: set(re.findall(r"{(\w+)", advice.what))
        for name, advice in speaker(code).subject("calculations").FINDINGS.items()
        if isinstance(advice.what, str) and "_id" in advice.what
    }
    for code in ("en", "zh")
}
"""The findings whose sentences name observations by their ids, with what they are filled with."""


def test_a_template_s_list_tells_eight_alike_as_one():
    [group] = grouped(ALIKE)
    assert "There are 7 more like it." in FindingTerm("en", group).text
    assert "另有7处相同情况。" in FindingTerm("zh", group).text
    assert "--json" not in FindingTerm("en", group).text


def test_the_data_book_s_sheet_has_one_row_for_them():
    grid = findings_grid(ALIKE, BookWords("en"), "findings")
    assert len(grid.rows) == 1
    assert "There are 7 more like it." in grid.rows[0][2].text


def test_a_brief_names_no_ids_and_the_data_book_does():
    [group] = grouped(ALIKE)
    assert "e1" not in FindingTerm("en", group).text
    assert "e1" not in FindingTerm("zh", group).text
    assert (
        "for January 2024 is to the last digit what is stated for January 2023."
        in FindingTerm("en", group).text
    )
    grid = findings_grid(ALIKE, BookWords("zh"), "findings")
    assert "“e1”" in grid.rows[0][2].text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_finding_about_figures_shows_an_empty_id_in_print(language):
    """Ids are left out with the quotes and brackets around them, in every sentence that names one."""
    said = {
        code: speaker(language).what(Finding(code, Severity.NOTE, **dict.fromkeys(names, "x")), in_print=True)
        for code, names in PARAMETERS[language].items()
    }
    assert len(said) > 10
    for words in said.values():
        assert not re.search("None|“”|（）|\\(\\)|\\s,|  ", words), words


def test_a_count_in_a_finding_has_its_counter_word():
    data = real_data()
    goal = as_counted(data, data.targets["overseas_warehouse_enterprises_2025"])
    assert (speaker("en").write(goal), speaker("zh").write(goal)) == ("about 10 firms", "约10家")
