"""``target_status``: achieved, on track, behind, missed or unknown."""

import pytest

from tests.kinds.saying import T, catalogue


@pytest.mark.parametrize(
    ("level", "period", "state"),
    [
        ("39e9", "2022", "behind"),
        ("39.2e9", "2022", "on_track"),
        (">38e9", "2022", "unknown"),
        ("71e9", "2022", "achieved"),
        ("71e9", "2025", "achieved"),
        ("70e9", "2025", "missed"),
        (">70e9", "2025", "achieved"),
        ("almost70e9", "2025", "missed"),
    ],
)
def test_the_status_follows_from_path_threshold_and_qualifier(level, period, state):
    book = catalogue(f"cbec_trade CN-CQ 2021=32.21e9 {period}={level} 2025:target:2021=>70e9")
    figure = book.get(f"cbec_trade/CN-CQ/{period}/target_status{T}")
    assert figure.state == state
    assert figure.value is None
    assert figure.reason is not None
