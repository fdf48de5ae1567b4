"""Why a figure has no number is compared by what it is, not by how it is said."""

import pytest

from reportgen.figures.recorded_figures import FigureRecord
from reportgen.kinds import Catalogue
from reportgen.living.compare import differences_between
from reportgen.living.compare.side import Side
from reportgen.messages import Multilingual
from reportgen.record import replace
from tests.builders import dataset

GROWTH = "cbec_trade/CN-CQ/2020/growth_computed"


def recorded():
    """A figure without a number, as a build records it."""
    catalogue = Catalogue(dataset("cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9"))
    return FigureRecord.from_json(FigureRecord.of(catalogue.get(GROWTH), catalogue).to_json())


def changed(before, now):
    sides = (Side("build", "pack", {one.id: one}, {}, None, ()) for one in (before, now))
    return [item.changed for item in differences_between(*sides).revised]


def test_programs_are_told_of_a_reason_by_the_field_they_know():
    sides = [
        Side("build", "pack", {one.id: one}, {}, None, ())
        for one in (recorded(), replace(recorded(), why=("kinds.no-level", "{}")))
    ]
    [told] = differences_between(*sides).to_json()["figures"]["revised"]
    assert told["changed"] == ["reason_en"]


REWORDED = Multilingual("Said in other words.", "换一种说法。")
EARLIER = {"both": (None, None), "the older": (None, recorded().why), "the newer": (recorded().why, None)}


def test_a_reason_in_the_words_of_another_version_is_the_same():
    assert changed(recorded(), replace(recorded(), reason=REWORDED)) == []


def test_another_reason_is_told_though_it_read_the_same():
    code, parameters = recorded().why

    assert changed(recorded(), replace(recorded(), why=(f"{code}-otherwise", parameters))) == [("reason",)]
    assert changed(recorded(), replace(recorded(), why=(code, '{"period": "1999"}'))) == [("reason",)]


@pytest.mark.parametrize("whys", EARLIER.values(), ids=EARLIER.keys())
def test_reasons_of_earlier_versions_are_known_by_their_words(whys):
    before, now = (replace(recorded(), why=why) for why in whys)

    assert changed(before, now) == []
    assert changed(before, replace(now, reason=REWORDED)) == [("reason",)]


def test_a_code_that_was_renamed_is_no_other_reason():
    from reportgen.living.compare.renames import Rename, renamed

    record = replace(
        recorded(), why=("kinds.no-level", '{"series": {"area": "CN-CQ", "indicator": "cbec_trade"}}')
    )
    side = renamed(
        Side("build", "pack", {record.id: record}, {}, None, ()), [Rename("area", "CN-CQ", "CQ", 1)]
    )

    assert [one.why[1] for one in side.figures.values()] == [
        '{"series": {"area": "CQ", "indicator": "cbec_trade"}}'
    ]
