"""The words of numbers."""

from tests.language.pseudo import words

UNITS = words()
SINGULARS = words()
IN_HEADS = words()
MULTIPLIERS = words((9, 0))
POWERS = {9: 3, 0: 3}
GROUPING = ""
GAP = " "
CLOSE_UNITS = ()
QUALIFIERS = words()
QUALIFIER_SYMBOLS = words()
UNIT_NAMES = words()
EXACT = "‹exact›"
AS_WORDED = "‹as worded›"
STATUSES = words()
STATES = words(("achieved", "on_track", "behind", "missed", "unknown"))


def singular(counter):
    return counter


def ratio(above, below):
    return f"{above}/{below}"


def rank(place, among):
    return f"{place}", "‹rank›"
