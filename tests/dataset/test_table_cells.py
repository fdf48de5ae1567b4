"""A cell that is cited for a number must hold it: digits, sign, unit of the head, each as a person would see it."""

import pytest

from reportgen.dataset import check
from reportgen.dataset.records import Role
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.record import replace
from tests.builders import codes_of, dataset


def cited(token, text, unit_label="", *, column="出口 / 5月", row="重庆市", cell="D272"):
    """Findings of a figure with one citation: a cell of a table."""
    made = dataset(f'exports CN-CQ {token} "{text}"')
    (citation,) = made.citations
    as_cell = replace(
        citation, role=Role.TABLE, unit_label=unit_label, column_label=column, row_label=row, cell=cell
    )
    return check(replace(made, citations=(as_cell,)))


@pytest.mark.parametrize(
    ("token", "text", "unit_label"),
    [
        ("2022-05=4225180e4", "4225180", "单位：万人民币"),
        ("2022-05=4225180e4", "4,225,180 ", "单位：万元"),
        ("2022-05=422.518e8", "4225180", "万元"),
        ("2022-05=4225180e4", "4225180p", "人民币万元"),
        ("2022-05=4225180e4", "4225180", ""),
        ("2022-05=4225180e4", "422.518", ""),
        ("2022-05=4225180e4", "4225180", "当年价格"),
        ("2022-05=12.5e6USD", "12.5①", "Exports (US$ million)"),
        ("2022-05=4225180e4", "4.22518e6[2]", "万元"),
        ("2022-05=1.2e4", "1.2万元", "亿元"),
        ("2022-05:yoy=-3.1", "－3.1", "单位：万人民币"),
        ("2022-05:yoy=-3.1", "(3.1)", "%"),
        ("2022-05:pp:2021=1.5", "1.5", "个百分点"),
    ],
)
def test_a_cell_that_holds_the_number_is_accepted(token, text, unit_label):
    assert codes_of(cited(token, text, unit_label)) == []


@pytest.mark.parametrize(
    ("token", "text", "unit_label", "code"),
    [
        ("2022-05=4225108e4", "4225180", "单位：万人民币", "value-not-in-cell"),
        ("2022-05=4225108e4", "4225180", "", "value-not-in-cell"),
        ("2022-05=4225180e4", "—", "单位：万人民币", "value-not-in-cell"),
        ("2022-05=4225180", "4225180", "单位：万人民币", "multiplier-not-in-cell"),
        ("2022-05=4225180e8", "4225180", "Unit: RMB million", "multiplier-not-in-cell"),
        ("2022-05=4225180e4", "4225180", "单位：万美元", "unit-not-in-cell"),
        ("2022-05:yoy=3.1", "-3.1", "", "value-not-in-cell"),
        ("2022-05:yoy=31", "3.1", "%", "value-not-in-cell"),
        ("2022-05:yoy=31", "3.1", "", "value-not-in-cell"),
    ],
)
def test_a_cell_that_says_something_else_is_an_error_at_its_place(token, text, unit_label, code):
    (finding,) = cited(token, text, unit_label)
    assert (finding.code, finding.severity, finding.place.column) == (code, Severity.ERROR, "statement")


def test_the_head_may_say_that_its_numbers_are_a_fall():
    assert codes_of(cited("2022-05:yoy=-3.1", "3.1", "%", column="比上年下降")) == []


def test_what_is_said_names_cell_text_and_what_to_write():
    (finding,) = cited("2022-05=4225180", "4225180", "单位：万人民币")
    assert language("en").what(finding) == (
        "“exports_CN-CQ_2022-05” is recorded as 4.22518 million yuan, but the cell D272 that is cited for it says “4225180”"
        " under “单位：万人民币”, that is 42.2518 billion yuan."
    )
    assert language("en").remedy(finding) == (
        "Write 4225180 in the column “value” and 4 in the column “unit_mult”, or correct the unit of the cell."
    )
    assert "表头写明“单位：万人民币”，即422.518亿元" in language("zh").what(finding)
    (finding,) = cited("2022-05=4225180e4", "4225180", "单位：万美元", cell="")
    assert language("en").what(finding).endswith("but the cell that is cited for it is in US dollars.")
    assert "单元格的单位是美元" in language("zh").what(finding)
    (finding,) = cited("2022-05=1e4", "4225180")
    assert "says “4225180”" in language("en").what(finding)
    assert language("en").place(finding.place)


def test_a_number_against_all_of_its_cells_is_one_finding_at_its_own_row():
    made = dataset('exports CN-CQ 2022-05=1e4 "4225180"')
    (citation,) = made.citations
    cells = tuple(replace(citation, role=Role.TABLE, source=source, cell="D2") for source in ("s1", "s2"))
    findings = [one for one in check(replace(made, citations=cells)) if one.code == "value-not-in-cell"]
    assert [one.place.column for one in findings] == ["value"]


def test_a_table_may_round_what_another_source_states_in_full():
    made = dataset('exports CN-CQ 2022=32.21e9 "32.21 billion yuan"')
    (citation,) = made.citations
    for text, found in (("322", []), ("322.14", []), ("325", ["value-not-in-cell"])):
        cell = replace(citation, role=Role.TABLE, statement=text, unit_label="亿元", cell="B2")
        assert codes_of(check(replace(made, citations=(citation, cell)))) == found
