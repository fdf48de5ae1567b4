"""Records that are made quickly are those that their class makes, frozen as they are."""

import gc
from dataclasses import FrozenInstanceError, fields

import pytest

from reportgen.dataset.raw import RawRow
from reportgen.dataset.records import Observation
from reportgen.findings import Place
from reportgen.many_records import quick, uncollected
from reportgen.values import Quantity


@pytest.mark.parametrize("record", [Observation, Place, Quantity, RawRow])
def test_a_quick_record_is_one_of_its_class(record):
    given = [f"value {number}" for number, one in enumerate(fields(record)) if one.init]
    made = quick(record)(*given)
    assert type(made) is record
    assert made == record(*given)
    assert hash(made) == hash(record(*given))
    with pytest.raises(FrozenInstanceError):
        setattr(made, fields(record)[0].name, "another value")


def test_what_is_not_given_is_as_usual():
    assert quick(Place)("a.csv", row=3) == Place("a.csv", row=3)
    assert quick(Quantity)("1.5").value == Quantity("1.5").value


def test_the_collector_goes_on_as_before():
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
