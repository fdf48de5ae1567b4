"""No command lets a text of others command the terminal: see ``escapes.py``."""

import pytest

from reportgen.ooxml.placing import Placing
from tests.hostile.escapes import planted


@pytest.fixture(autouse=True)
def unsound_workbooks_may_stay_so(monkeypatch):
    """A workbook that comes in damaged may be refreshed as it is; other tests ask that what is written is sound."""
    monkeypatch.setattr(Placing, "stage", Placing.stage.__wrapped__)


def look_at(runs):
    made = list(runs)
    assert [one for one in made if one.raw] == []
    print(
        f"{len(made)} runs with planted control characters, turned writing and colours: none printed one raw"
    )


def test_no_command_prints_a_planted_control_character():
    look_at(planted(every=40))


@pytest.mark.long
@pytest.mark.parametrize("share", range(6))
def test_wherever_it_is_planted(share):
    look_at(planted(every=6, first=share))
