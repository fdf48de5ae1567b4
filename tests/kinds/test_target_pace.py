"""``target_pace``: completion against the share of time gone by."""

from decimal import Decimal

import pytest

from reportgen.language import language
from tests.kinds.saying import catalogue, number


def test_the_pace_of_first_months_rests_on_completion_and_elapsed_share():
    book = catalogue("exports CN-CQ 2025-01--2025-05=19.79e9 2025:target=>=45e9")
    at = "exports/CN-CQ/2025-01--2025-05"
    pace = book.get(f"{at}/target_pace@exports_2025")
    assert number(pace) == Decimal("2.3")  # 19.79 / 45 = 43.978%, less 5 / 12 = 41.667%
    assert (pace.unit, str(pace.formula)) == ("percentage_points", "a − b")
    assert pace.inputs == (f"{at}/target_completion@exports_2025", f"{at}/target_elapsed@exports_2025")
    assert pace in book.all()
    assert book.get(f"{at}/target_status@exports_2025").state == "on_track"


@pytest.mark.parametrize(
    ("level", "pace", "state"), [("10e9", "-4.6", "behind"), ("11.25e9", "0.0", "on_track")]
)
def test_pace_and_status_agree(level, pace, state):
    book = catalogue(f"exports CN-CQ 2025-01--2025-05={level} 2025:target=>=27e9")
    at = "exports/CN-CQ/2025-01--2025-05"
    assert number(book.get(f"{at}/target_pace@exports_2025")) == Decimal(pace)
    assert book.get(f"{at}/target_status@exports_2025").state == state


@pytest.mark.parametrize(
    ("data", "period", "words"),
    [
        ("exports CN-CQ 2021=32.21e9 2025:target:2021=>70e9", "2021", "starts from"),
        ("exports CN-CQ 2021=32.21e9 2022=40e9 2025:target:2021=>70e9", "2022", "has its yearly path"),
        ("exports CN-CQ 2024=20e9 2025=30e9 2025:target:2024=>27e9", "2025", "period is over"),
        ("exports CN-CQ 2022-01--2022-05=19e9 2025:target=>70e9", "2022-01--2022-05", "covers five months"),
        (
            "exports CN-CQ 2024=20e9 2025-01--2025-05=5e9 2025:target:2024=<12e9",
            "2025-01--2025-05",
            "ceiling",
        ),
    ],
)
def test_where_completion_says_nothing_of_the_pace_there_is_none(data, period, words):
    figure = catalogue(data).get(f"exports/CN-CQ/{period}/target_pace@exports_2025")
    assert figure.value is None
    assert words in language("en").say_sentence(figure.reason)
