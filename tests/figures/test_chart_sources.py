"""The source line of a chart: who published the points that it draws, with the numbers of the document's source list."""

import tomllib

import pytest

from tests.builders import dataset
from tests.figures.made import vocabulary

YEARS = "".join(
    f' {year}={value}e9 "{source}|exports of {value} billion yuan"'
    for year, value, source in (
        (2019, "1.00", "a"), (2020, "1.25", "b"), (2021, "1.50", "c"), (2022, "1.75", "d"),
    )
)  # fmt: skip
ELSEWHERE = '\nimports CN-CQ 2022=9.00e9 "e|imports of 9.00 billion yuan"'
TREND = 'title = "Exports"\nkind = "column"\nperiods = ["2020", "2021", "2022"]\nseries = ["exports"]'
PUBLISHERS = {"a": "Customs", "b": "Customs", "c": "Customs", "d": "Office", "e": "Bank"}


def words(toml=TREND, language="en", lines="exports CN-CQ" + YEARS + ELSEWHERE, tables=None):
    data = dataset(lines, sources={code: {"publisher": name} for code, name in PUBLISHERS.items()})
    return vocabulary(data, language, "2022", charts={"c": tomllib.loads(toml)}, tables=tables or {})


def test_it_names_the_publisher_of_each_point_and_of_no_other_with_runs_of_numbers_joined():
    made = words()
    assert str(made["charts"].c.content().source) == "Customs [1-2]; Office [3]"
    assert made.sources == ["b", "c", "d"]


def test_numbers_that_the_text_gave_before_it_stand():
    made = words()
    assert str(made["imports"].mark.content()) == "[1]"
    assert str(made["charts"].c.content().source) == "Customs [2-3]; Office [4]"


def test_what_is_computed_names_the_sources_of_what_it_was_computed_from():
    # The growth of 2022 is 1.75 over 1.50: of d, then of c.
    toml = 'title = "G"\nkind = "bar"\nrows = ["exports"]\nseries = [{ value = ".yoy" }]'
    assert str(words(toml)["charts"].c.content().source) == "Office [1]; Customs [2]"


def test_small_multiples_have_one_line_for_all():
    toml = 'title = "S"\nkind = "small_multiples"\nperiods = ["2021", "2022"]\nrows = ["exports", "imports"]'
    made = words(toml)["charts"].c.content()
    assert str(made.source) == "Customs [1]; Office [2]; Bank [3]"
    assert [str(panel.source) for panel in made.panels] == ["", ""]


@pytest.mark.parametrize(
    ("toml", "said"), [(TREND, True), (f"source = true\n{TREND}", True), (f"source = false\n{TREND}", False)]
)
def test_it_can_be_left_out(toml, said):
    assert bool(str(words(toml)["charts"].c.content().source)) is said


def test_a_template_that_draws_the_chart_itself_may_print_it():
    made = words(language="zh")
    assert str(made["图"].c.资料来源) == str(made["charts"].c.source) == "Customs[1-2]；Office[3]"
