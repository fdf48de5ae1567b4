"""Targets that others replace, and when each was issued."""

import pytest

from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.target import chosen_target
from reportgen.kinds import Catalogue
from reportgen.language import language
from reportgen.periods import Period
from reportgen.record import replace
from tests.builders import dataset
from tests.kinds.saying import printed, why


@pytest.mark.parametrize("names", [("early", "late"), ("late", "early")])
def test_of_two_plans_for_one_year_the_one_issued_last_holds_whatever_the_order_of_rows(names):
    data = dataset("exports CQ 2023=90e8 2025:target=>=100e8#early 2025:target=>=120e8#late")
    issued = {"early": "2021-03-01", "late": "2023-03-01"}
    targets = {name: replace(data.targets[name], issued=issued[name], plan=name) for name in names}
    page = Presentation(Catalogue(replace(data, targets=targets)), "en")
    series = data.targets["early"].series
    assert chosen_target(page, series, Period.parse("2023")).target == "late"
    assert chosen_target(page, series, Period.parse("2022")).target == "early"


def test_a_replaced_target_holds_until_the_new_one_is_issued():
    data = dataset(
        "exports CQ 2022=80e8 2023=90e8 2024=95e8 2025:target:2022=>=100e8#old 2025:target:2022=>=120e8#new"
    )
    new = replace(data.targets["new"], replaces="old", issued="2024-03-15")
    book = Catalogue(replace(data, targets={"old": data.targets["old"], "new": new}))
    assert str(book.target_basis("old").observation.period) == "2023"
    assert str(book.target_basis("new").observation.period) == "2024"
    page = Presentation(book, "en")
    chosen = [chosen_target(page, new.series, Period.parse(year)) for year in ("2023", "2024")]
    assert [item.target for item in chosen] == ["old", "new"]
    assert "replaces it since" in why(book, "exports/CQ/2024/target_gap@old")
    assert book.get("exports/CQ/2024/target_gap@old").is_settled


def issued(line: str, day: str, **more: str) -> Catalogue:
    """A dataset of one target ``t``, which was issued on a day."""
    data = dataset(line)
    return Catalogue(replace(data, targets={"t": replace(data.targets["t"], issued=day, **more)}))


JUDGED = ("gap", "completion", "progress", "required_growth", "status", "projection")


@pytest.mark.parametrize("kind", JUDGED)
def test_a_target_that_replaces_another_says_nothing_of_periods_before_it_was_issued(kind):
    line = "exports CQ 2020=100e8 2022=120e8 2023=125e8 2024:target:2020=>=128e8#t"
    book = issued(line, "2023-06-01", replaces="old")
    before, after = (book.get(f"exports/CQ/{year}/target_{kind}@t") for year in (2022, 2023))
    assert before.value is None
    assert before.state in ("", "unknown")
    assert "holds from 1 June 2023 on" in language("en").say_sentence(before.reason)
    assert "2023年6月1日起施行" in language("zh").say_sentence(before.reason)
    assert before.is_settled
    assert after.value is not None or after.state == "on_track"  # 125 of a path of 120.3
    assert [str(item.period) for item in book.target_basis("t").measured] == ["2023"]
    assert book.target_basis("t").later == ()


def test_the_distance_from_a_plans_base_is_told_of_the_years_before_it_was_issued_and_no_verdict():
    """100 to 128 is 28, of which 20 were gone in 2022: that is so whenever the plan was written. Behind it nobody was."""
    book = issued("exports CQ 2020=100e8 2022=120e8 2023=125e8 2024:target:2020=>=128e8#t", "2023-06-01")
    assert printed(book, "exports/CQ/2022/target_progress@t") == "71.4%"
    assert "holds from 1 June 2023 on" in why(book, "exports/CQ/2022/target_status@t")
    assert book.get("exports/CQ/2023/target_status@t").state == "on_track"


def test_a_count_of_a_day_before_a_target_without_a_base_was_issued_is_not_measured_by_it():
    line = "zones(count,stock) CQ 2020=4 2021=7 2025:target=>=10#t"
    book = issued(line, "2021-06-30")
    assert "holds from 30 June 2021 on" in why(book, "zones/CQ/2020/target_gap@t")
    assert book.get("zones/CQ/2021/target_gap@t").value == 3
    only = issued("zones(count,stock) CQ 2020=4 2025:target=>=10#t", "2021-06-30")
    assert "holds from" in language("en").say_sentence(only.target_basis("t").reason)


def test_a_year_is_measured_from_its_first_months_on_though_its_target_was_issued_in_march():
    book = issued("exports CQ 2024-01--2024-02=20e8 2024:target=>=120e8#t", "2024-03-05")
    assert book.get("exports/CQ/2024-01--2024-02/target_status@t").state == "on_track"  # 16.7% of 16.7%
