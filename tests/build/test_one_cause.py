"""After a first error nothing that follows from it is told: neither by the numbers nor by the templates."""

import pytest

from reportgen.build.check import check
from reportgen.findings import Severity, first_causes
from reportgen.language import language
from tests.build.packs import pack
from tests.commands import run

UNDATED = {"s1": {"published": ""}}
LINE = "cbec_trade CN-CQ 2020-01--2020-05=7.81e9 2021=32.21e9 2021:yoy=63.3 2022=40.0e9 2023=41.0e9"


def with_cell(folder, old, new):
    file = folder / "data" / "observations.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (",cbec_trade,CN-CQ,2021,level", ",Cbec_trade,CN-CQ,2021,level", "unknown-code"),
        ("32.21", "3.221E+01", "unreadable-number"),
    ],
)
def test_a_row_that_is_wrong_is_the_only_finding(tmp_path, old, new, code):
    folder = with_cell(pack(tmp_path, LINE, sources=UNDATED), old, new)

    [told] = first_causes(check(folder)[0])
    assert told.code == code
    done = run("check", folder)
    assert done.exit_code == 1
    assert done.output.splitlines()[-1] == "1 error, 0 warnings, 0 notes"


@pytest.mark.parametrize("table", ["areas", "indicators", "sources", "citations", "observations"])
def test_a_table_that_is_not_there_is_the_only_error_of_data_and_pack(tmp_path, table):
    folder = pack(tmp_path, LINE, ("{{ cbec_trade }} {{ cbec_trade.mark }}",), sources=UNDATED)
    (folder / "data" / f"{table}.csv").unlink()

    errors = [found for found in check(folder)[0] if found.severity is Severity.ERROR]
    assert [found.code for found in errors] == ["missing-table"]
    assert language("en").what(errors[0]) == f"The dataset has no table “{table}”."


def test_what_is_missing_because_a_row_is_wrong_is_listed_with_its_cause(tmp_path):
    folder = with_cell(
        pack(tmp_path, LINE, sources=UNDATED), ",cbec_trade,CN-CQ,2021,level", ",Cbec_trade,CN-CQ,2021,level"
    )

    findings, _ = check(folder)
    [missing] = [item for item in findings if item.code == "unlike-periods"]
    assert "January–May 2020" in language("en").what(missing)
    assert missing.cause == (findings[0].code, findings[0].place)


def test_figures_of_a_dataset_with_an_unknown_code_are_those_of_its_other_rows(tmp_path):
    folder = with_cell(
        pack(tmp_path, LINE, sources=UNDATED), ",cbec_trade,CN-CQ,2021,level", ",Cbec_trade,CN-CQ,2021,level"
    )
    done = run("figures", folder / "data")
    assert done.exit_code == 0
    assert "cbec_trade/CN-CQ/2022/level  40.0 billion yuan" in done.output


def test_what_departs_in_a_template_is_not_said_again_of_the_brief_made_of_it(tmp_path):
    """The text at the place is another one once the tag is filled; the head is red all the same."""
    folder = tmp_path / "pack"
    run("init", folder, "--template", "empty", language="")
    definition = folder / "pack.toml"
    definition.write_text(definition.read_text("utf-8").replace('"gb9704"', '"plain"'), "utf-8")

    [told] = [finding for finding in check(folder)[0] if finding.code == "official-form"]
    assert (told.variant, told.place.text) == ("red-head-of-plain", "{{ 报告.发文单位 }}")


def test_a_power_of_thousands_of_digits_is_no_power(tmp_path):
    folder = with_cell(pack(tmp_path, LINE, sources=UNDATED), ",9,", f",{'9' * 5000},")

    assert {finding.code for finding in first_causes(check(folder)[0])} == {"unreadable-power"}
