"""``growth_yoy``: a rate of growth as a source states it."""

import pytest

from tests.kinds.saying import catalogue


@pytest.mark.parametrize(("written", "precision"), [("13.05", -2), ("63.3", -1), ("44", 0), ("1.234", -2)])
def test_a_reported_rate_is_printed_as_written_to_two_decimals_at_most(written, precision):
    figure = catalogue(f"retail CN-CQ 2020:yoy={written}").get("retail/CN-CQ/2020/growth_yoy")
    assert figure.precision == precision
