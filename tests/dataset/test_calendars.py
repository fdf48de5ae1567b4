"""What the periods of a series tell, whatever its numbers are."""

from pathlib import Path

from reportgen.dataset import read
from reportgen.dataset.calendars import Calendar, kind_of_change
from reportgen.periods import Period

CUSTOMS = Path(__file__).parents[2] / "data" / "customs-2024"


def calendar(*periods: str) -> Calendar:
    return Calendar(tuple(map(Period.parse, periods)))


def test_places_of_the_year_before():
    found = calendar("2023", "2023-05", "2024-05", "2024-05", "2024-06", "2025-05")
    assert found.year_before == ((), (), (1,), (1,), (), (2, 3))


def test_places_of_like_months():
    found = calendar("2023-01", "2023-01--2023-05", "2024-01", "2024-01--2024-05", "2023-12-31")
    assert found.alike == ((0, 2), (1, 3), (4,))


def test_which_need_a_closer_look():
    assert not calendar("2023-01", "2024-01").has_alone
    assert calendar("2023-01", "2023-01", "2024-02").has_alone
    assert not calendar("2023-01", "2023-12-31").has_longer
    assert calendar("2023-01", "2023-Q1").has_longer
    assert calendar("2023-Q1", "2024").has_years
    assert not calendar("2022--2024", "2024-Q1").has_years


def test_changes_of_january_are_like_those_of_february_alone():
    months = [Period.month_of(2024, month) for month in (1, 2, 3, 12)]
    assert [kind_of_change(one) == kind_of_change(months[0]) for one in months] == [True, True, False, False]


def test_series_of_the_same_periods_share_a_calendar():
    dataset, _ = read(CUSTOMS)
    shared = {id(one) for one in dataset.calendars.values()}
    assert len(shared) < len(dataset.calendars) == len(dataset.levels_by_series)
    for series, levels in dataset.levels_by_series.items():
        assert dataset.calendars[series].periods == tuple(level.period for level in levels)
