"""One cause, one finding: what follows from a figure that is wrong itself is not reported beside it."""

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.dataset import check
from reportgen.findings import Severity
from reportgen.language import language
from reportgen.record import replace
from tests.builders import codes_of, dataset

GROWTH = "exports CN-CQ 2020=7.81e9 2021=32.21e9#a 2021:yoy=63.3"


def findings_of(data):
    """What ``reportgen check`` shows: the records' own findings, then those that do not follow from their errors."""
    own = check(data)
    errors = [item for item in own if item.severity is Severity.ERROR]
    doubted = {subject: (item.code, item.place) for item in errors for subject in item.subjects}
    return [item for item in (*own, *reconcile(data, doubted)) if item.cause is None]


def test_a_contradiction_between_sound_figures_is_reported():
    assert codes_of(findings_of(dataset(GROWTH))) == ["growth-against-levels"]


def test_a_figure_that_contradicts_its_clause_is_the_only_finding():
    data = dataset('exports CN-CQ 2020=7.81e9 2021=32.21e6 "32.21 billion yuan" 2021:yoy=63.3')
    assert codes_of(findings_of(data)) == ["multiplier-not-in-clause"]


def test_what_follows_from_an_error_names_it_as_its_cause():
    data = dataset('exports CN-CQ 2020=7.81e9 2021=32.21e6 "32.21 billion yuan" 2021:yoy=63.3')
    [error] = check(data)
    follows = reconcile(data, dict.fromkeys(error.subjects, (error.code, error.place)))
    assert follows
    assert {item.cause for item in follows} == {("multiplier-not-in-clause", error.place)}


def test_the_later_of_two_values_of_one_figure_is_set_against_nothing():
    data = dataset(
        'exports CN-CQ 2020=19.72e9 "s1|19.72 billion yuan" 2020=7.81e9 "s2|7.81 billion yuan" 2021=32.21e9 2021:yoy=63.3'
    )
    [finding] = findings_of(data)
    assert finding.code == "stated-twice"
    assert "The first one is used." in language("en").what(finding)


def test_an_indicator_that_is_not_known_is_one_finding_however_many_rows_use_it():
    data = dataset("exports CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3", "imports CN-CQ 2021=5e9")
    observations = {
        key: replace(
            item,
            series=replace(item.series, indicator="importz"),
            unit="percent" if item.unit == "percent" else "",
        )
        for key, item in data.observations.items()
        if item.series.indicator == "exports"
    }
    data = replace(data, observations={**data.observations, **observations})
    [finding] = findings_of(data)
    assert (
        language("en").what(finding)
        == "“importz” does not stand in the table indicators (also used in rows 3, 4)."
    )
    assert language("zh").what(finding) == "“importz”不在indicators表中（第3、4行也使用该代码）。"


def test_a_break_of_an_indicator_that_could_not_be_read_is_not_told():
    data = dataset("exports CN-CQ 2021=5e9 2021:break")
    assert codes_of(reconcile(data)) == ["break-inferred"]
    assert not reconcile(replace(data, indicators={}, left_out=frozenset({"exports"})))
