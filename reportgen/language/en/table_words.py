"""The words by which published tables are read, in English."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}

UNIT_HEADS = ("Unit:", "Units:")
"""What is before the unit of a table."""

NOTE_HEADS = ("Note*", "Source:*", "Sources:*", "Data source*")
"""How rows begin that are notes."""

GROWTH_HEADS = ("growth", "change", "y-o-y", "yoy", "year-on-year", "%")
CUMULATIVE_HEADS = ("cumulative", "year to date", "ytd", "jan-", "january-")
MONTH_HEADS = ("this month", "current month")
MEASURED_HEADS = {"exports": "exports", "export": "exports", "imports": "imports", "import": "imports"}
"""Heads that name an indicator of ours, for a recipe's first draft."""

PERIOD_PATTERNS = (
    "{month} {year}",
    "{year}-{month}-01",
    "{year}-{month}",
    "{year}.{month}",
    "{year}/{month}",
    "{year}-Q{quarter}",
    "{year} Q{quarter}",
    "Q{quarter} {year}",
    "{year}{month}",
    "{year}",
    "Q{quarter}",
)
CUMULATIVE_PATTERNS = ("January-{month} {year}", "Jan-{month} {year}", "Jan-{month}", "January-{month}")
"""How a period is written, for a recipe's first draft."""

TOTAL_ROW = r"^\s*(?:grand\s+|sub-?)?totals?\b|^\s*sum\b|\ball together\b"
PART_ROW = r"^\s*(?:of which|of these|including)\b|^\s*#"
RATE_HEAD = r"%|percent|per cent|growth|rate|share|points|rank|average"
"""Heads of columns whose numbers do not add up."""
AREA_HEADS = ("area", "region", "province", "city", "district", "country")
INDICATOR_HEADS = ("indicator", "item")
AREA_PATTERNS = ("Area: {area}", "Region: {area}", "Province: {area}")
"""How a title names the area of a table."""
