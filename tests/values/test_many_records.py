"""The collector of circles rests while records are made by the hundred thousand."""

import gc

from reportgen.many_records import uncollected


def test_the_collector_goes_on_as_before():
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
