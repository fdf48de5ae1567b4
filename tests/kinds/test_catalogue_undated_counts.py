"""Targets of counts whose day no source states: what is missing can be said, how fast it must come cannot."""

from decimal import Decimal

import pytest

from reportgen.kinds import Catalogue
from reportgen.language import language
from tests.builders import dataset

Z = "@zones_2025"
PACES = ["target_required_growth", "target_projection"]


def zones(*tokens: str, kind: str = "stock") -> Catalogue:
    return Catalogue(dataset(f"zones(count,{kind}) CN-CQ {' '.join(tokens)} 2025:target:2021=>=10e0"))


@pytest.mark.parametrize("kind", PACES)
def test_an_undated_count_sets_no_yearly_pace(kind):
    figure = zones("2021=2e0", "2023?=5e0").get(f"zones/CN-CQ/2023/{kind}{Z}")
    assert figure.value is None
    assert not figure.comparable
    assert language("en").say_sentence(figure.reason).startswith("The day of the count is not stated")
    assert language("zh").say_sentence(figure.reason).startswith("来源未注明该数的统计时点")


def test_gap_and_completion_of_an_undated_count_stay():
    book = zones("2021=2e0", "2023?=5e0")
    assert book.get(f"zones/CN-CQ/2023/target_gap{Z}").value == 5
    assert book.get(f"zones/CN-CQ/2023/target_completion{Z}").value == 50


def test_a_dated_count_has_its_yearly_pace():
    book = zones("2021=2e0", "2023=5e0")
    required = book.get(f"zones/CN-CQ/2023/target_required_growth{Z}").value
    assert required is not None
    assert round(required, 1) == Decimal("41.4")  # (10 / 5) ^ (1/2)
    assert book.get(f"zones/CN-CQ/2023/target_projection{Z}").value == Decimal("12.5")  # 5 x 5 / 2


def test_a_flow_of_an_inferred_year_has_its_yearly_pace():
    book = zones("2021=2e0", "2023?=5e0", kind="flow")
    assert book.get(f"zones/CN-CQ/2023/target_projection{Z}").value == Decimal("12.5")


def test_no_path_starts_from_an_undated_count():
    book = zones("2021?=2e0", "2023=5e0")
    path = book.get(f"zones/CN-CQ/2023/target_path{Z}")
    assert path.value is None
    assert "day of the count" in language("en").say_sentence(path.reason)
    assert book.get(f"zones/CN-CQ/2023/target_projection{Z}").value is None
    assert book.get(f"zones/CN-CQ/2023/target_required_growth{Z}").value is not None  # its own day is stated


def test_an_undated_count_is_neither_on_track_nor_behind():
    status = zones("2021=2e0", "2023?=5e0").get(f"zones/CN-CQ/2023/target_status{Z}")
    assert status.state == "unknown"
    assert "day of the count" in language("en").say_sentence(status.reason)


def test_an_undated_count_beyond_the_target_has_reached_it():
    assert zones("2021=2e0", "2023?=12e0").get(f"zones/CN-CQ/2023/target_status{Z}").state == "achieved"
