"""The words of numbers in English: units, multipliers, qualifiers, ranks, statuses. Written from and read by these tables."""

from __future__ import annotations

from decimal import Decimal

# ---- units ----

CURRENCIES = {
    "CNY": "yuan",
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "HKD": "Hong Kong dollars",
    "JPY": "yen",
}
UNITS = {
    **CURRENCIES,
    "count": "",
    "percent": "%",
    "percentage_points": "percentage points",
    "times": "times",
    "rank": "",
    "tonne": "tonnes",
    "kg": "kilograms",
    "person": "people",
    "unit": "units",
    "m2": "square metres",
    "TEU": "TEU",
    "kWh": "kWh",
}
SINGULARS = {
    "USD": "US dollar",
    "EUR": "euro",
    "GBP": "pound",
    "HKD": "Hong Kong dollar",
    "percentage_points": "percentage point",
    "tonne": "tonne",
    "kg": "kilogram",
    "person": "person",
    "unit": "unit",
    "m2": "square metre",
}
IN_HEADS: dict[str, str] = {}
"""Units that are worded otherwise where they name a column or an axis."""
_IRREGULAR = {"people": "person", "persons": "person"}


def singular(counter: str) -> str:
    """The singular of a counter word: ``firms`` firm, ``countries`` country, ``masks`` mask."""
    if counter in _IRREGULAR:
        return _IRREGULAR[counter]
    if counter.endswith("ies"):
        return counter[:-3] + "y"
    if counter.endswith(("sses", "xes", "ches", "shes")):
        return counter[:-2]
    return counter[:-1] if counter.endswith("s") and not counter.endswith("ss") else counter


def ratio(above: str, below: str) -> str:
    """A unit per another in the singular: ``yuan per US dollar``."""
    return f"{above} per {below}"


# ---- digits ----

MULTIPLIERS = {
    12: "trillion",
    9: "billion",
    8: "hundred million",
    6: "million",
    4: "ten thousand",
    3: "thousand",
    0: "",
}
"""The word of each power of ten."""
POWERS = {12: 3, 9: 3, 6: 3, 0: 3}
"""Powers that running text chooses from, largest first, and the most decimals that a number may have with them."""
GROUPING = ","
"""What stands between groups of three digits."""
GAP = " "
"""What stands between number, multiplier and unit."""
CLOSE_UNITS = ("%",)
"""Units that follow a number without a gap."""


def rank(place: Decimal, among: bool) -> tuple[str, str]:
    """A rank as number and unit: ``1st``, ``11th``; ``among``: ``top 5``."""
    if among:
        return f"top {place}", ""
    number = int(place)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}", ""


# ---- qualifiers and what else stands beside a number ----

QUALIFIERS = {
    "gt": "more than ",
    "ge": "at least ",
    "lt": "less than ",
    "le": "at most ",
    "almost": "nearly ",
    "about": "about ",
}
"""What stands before a number in running text."""
QUALIFIER_SYMBOLS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "almost": "nearly ", "about": "≈"}
"""What stands before a number in a table cell, a chart label and an Excel number format."""
AS_WORDED = " (as the source words it)"
STATUSES = {"P": "preliminary", "R": "revised", "E": "estimated", "F": "forecast"}
"""SDMX OBS_STATUS codes that are said beside a number; ``A`` (normal) and an empty one are not."""
STATES = {
    "achieved": "achieved",
    "on_track": "on track",
    "behind": "behind",
    "missed": "missed",
    "unknown": "not known",
}
"""Statuses of a target."""
