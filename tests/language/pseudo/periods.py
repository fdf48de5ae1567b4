"""Periods: their own form, as a word."""

UNITS_OF_TIME = BREAKS_AFTER = ""


def label(period, short=False):
    return f"‹{period}›"


when = label
within = lambda year, under_way: label(year)  # noqa: E731
months = tiny = length = label
phrase = lambda period, **_: label(period)  # noqa: E731
HELD = r"(?!)"
WHOLE_YEAR = "‹year›"


def read(text):
    return None


def mentions(period):
    return r"(?!)"
