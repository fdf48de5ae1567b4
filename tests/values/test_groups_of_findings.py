"""Findings as people read them: what follows from another one is left out, many of one code and series are one line."""

import pytest

from reportgen.cli.output import print_findings, summary
from reportgen.findings import AlikeFindings, Finding, Place, Severity, grouped, kinds_of
from reportgen.language import say
from reportgen.messages import Bilingual, Reason
from reportgen.names import AreaName, FigureName, SeriesName
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.series import Series

TRADE = Series("trade", "CN")
CHONGQING = AreaName("CN-CQ", Bilingual("Chongqing", "重庆市"))


def note(number, series=TRADE, severity=Severity.NOTE):
    return Finding(
        "break-stated",
        severity,
        place=Place("breaks.csv", row=number),
        series=series,
        name=str(series),
        period="2021",
        note=None,
    )


def test_few_findings_of_a_code_are_told_one_by_one():
    assert [group.more for group in grouped([note(number) for number in range(5)])] == [()] * 5


def test_many_findings_of_a_code_are_told_once_a_series_with_a_count():
    findings = [note(number, series) for series in (TRADE, Series("exports", "CN")) for number in range(4)]
    first, second = grouped(findings)

    assert [len(group.more) for group in (first, second)] == [3, 3]
    assert say(first.more_like_it, "en") == "There are 3 more like it; `reportgen check --json` lists each."
    assert say(first.more_like_it, "zh") == "另有3处相同情况，`reportgen check --json` 逐一列出。"


def test_many_series_are_named_in_one_line(capsys):
    findings = [note(number, Series("trade", f"Z{number}")) for number in range(8)]
    [group] = grouped(findings)
    assert "7 more like it (trade/Z1, trade/Z2, trade/Z3, trade/Z4, trade/Z5, …)" in say(
        group.more_like_it, "en"
    )

    print_findings(findings, "en")
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert summary(findings, "en") == "0 errors, 0 warnings, 8 notes"


def test_errors_and_what_belongs_to_no_series_are_told_one_by_one():
    assert len(grouped([note(number, severity=Severity.ERROR) for number in range(9)])) == 9
    assert len(grouped([note(number, None) for number in range(9)])) == 9


def test_what_follows_from_another_finding_is_left_out():
    first = note(1)
    follows = note(2).with_(cause=(first.code, first.place))
    assert [group.first for group in grouped([first, follows])] == [first]


def _of_a_target(indicator):
    name = FigureName(SeriesName(indicator, Bilingual(indicator, indicator), CHONGQING), Period.parse("2025"))
    return Finding(
        "target-without-observation", Severity.WARNING, series=Series(indicator, "CN-CQ"), name=name
    )


@pytest.mark.parametrize(
    ("others", "en", "zh"),
    [
        (1, "There is one more of this kind, on b.", "另有1处同类情况：b。"),
        (3, "There are 3 more of this kind, on b, c and d.", "另有3处同类情况：b、c和d。"),
        (9, "There are 9 more like it.", "另有9处相同情况。"),
    ],
)
def test_in_print_a_few_others_are_named_and_many_are_counted(others, en, zh):
    first, *more = map(_of_a_target, "abcdefghij"[: others + 1])
    remark = AlikeFindings(first, tuple(more)).count_of_more

    assert (say(remark, "en", in_print=True), say(remark, "zh", in_print=True)) == (en, zh)


def test_others_of_another_area_are_named_with_it():
    first, second = _of_a_target("a"), _of_a_target("b")
    elsewhere = dict(second.parameters)["name"]
    elsewhere = replace(
        elsewhere, series=replace(elsewhere.series, area=AreaName("CN", Bilingual("China", "中国")))
    )
    remark = AlikeFindings(first, (second.with_(name=elsewhere),)).count_of_more

    assert say(remark, "en", in_print=True) == "There is one more of this kind, on China’s b."


def test_findings_of_a_kind_that_give_one_reason_are_one():
    """A target without a level is not like one whose level is of other months."""
    none, other, none_either = map(_of_a_target, "abc")
    reasons = ("no-level", "unlike-periods", "no-level")
    findings = [
        one.with_(why=Reason(f"calculations.{code}"))
        for one, code in zip((none, other, none_either), reasons, strict=True)
    ]
    [kind] = kinds_of(grouped(findings))

    assert [(group.first.series, len(group.more)) for group in kind.by_reason] == [
        (none.series, 1),
        (other.series, 0),
    ]
