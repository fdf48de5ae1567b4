"""Rounding in templates: as Excel rounds, and as every figure is rounded."""

from decimal import Decimal

import pytest

from reportgen.expressions.rounding import for_readers
from tests.expressions.test_sandbox import shown

CONTEXT = {
    "d": Decimal("2.25"),
    "f": 2.25,
    "small": -0.04,
    "cents": 1.005,
    "n": 7,
    "s": "2.25",
    "nan": float("nan"),
}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ d|round(1) }} {{ f|round(1) }} {{ (-f)|round(1) }} {{ cents|round(2) }}", "2.3 2.3 -2.3 1.01"),
        ("{{ d|round }} {{ 2.5|round }} {{ 2.5|round|int }} {{ 1250.0|round(-2) }}", "2 3.0 3 1300.0"),
        ("{{ small|round(1) }} {{ '%.1f'|format(small) }}", "0.0 0.0"),
        ("{{ f|round(1, 'floor') }} {{ d|round(1, 'ceil') }} {{ n|round(1) }}", "2.2 2.3 7"),
        ("{{ '%.1f'|format(d) }} {{ '%.1f' % f }} {{ '%5.1f|%.0f' % (f, 2.5) }}", "2.3 2.3   2.3|3"),
        ("{{ '%s: %.1f%%'|format(s, d) }} {{ '%d of %.2f' % (n, cents) }}", "2.25: 2.3% 7 of 1.01"),
        ("{{ '%(a).1f' % {'a': 1.5} }} {{ '%f' % f }}", "1.5 2.250000"),
        ("{{ 1e30|round(2) }} {{ '%.1f' % 1e30 }}", "1e+30 1000000000000000019884624838656.0"),
    ],
)
def test_a_half_goes_away_from_zero(template, expected):
    assert shown(template, **CONTEXT) == expected


def test_numbers_that_do_not_fit_are_told_by_python_as_before():
    with pytest.raises(TypeError):
        shown("{{ '%d %.1f' % (n, f, f) }}", **CONTEXT)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("%r", "%s"),
        ("%5.2a%%r", "%5.2s%%r"),
        ("%(a)r %(r)s", "%(a)s %(r)s"),
        ("%((a))r%d", "%((a))s%d"),
        ("r%", "r%"),
        ("", ""),
    ],
)
def test_what_python_keeps_is_shown_as_its_words(template, expected):
    """An address in memory would be another at every run."""
    assert for_readers(template) == expected
