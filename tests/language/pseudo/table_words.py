"""Words by which published tables are read: this language publishes none."""

from tests.language.pseudo.directions import NEVER

MONTHS, QUARTERS, MEASURED_HEADS = {}, {}, {}
UNIT_HEADS, NOTE_HEADS, GROWTH_HEADS, CUMULATIVE_HEADS, MONTH_HEADS = (
    ("‹unit›:",),
    ("‹note›*",),
    ("‹growth›",),
    ("‹so far›",),
    ("‹month›",),
)
PERIOD_PATTERNS, CUMULATIVE_PATTERNS, AREA_PATTERNS = (
    ("‹{year}›",),
    ("‹to {month} {year}›",),
    ("‹area› {area}",),
)
AREA_HEADS, INDICATOR_HEADS = ("‹area›",), ("‹indicator›",)
TOTAL_ROW = PART_ROW = RATE_HEAD = NEVER
