"""The words of numbers."""

from reportgen.language.contract import RankWords
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


def between(low, high, unit, power):
    return f"{low} {high} {unit}".strip()


def rank(place, among, in_words=False):
    return RankWords("", f"{place}", unit="‹rank›")


# How numbers are read in prose: this language has no prose of its own, so no word of it is read.
NEVER = r"(?!)"
UNIT_WORDS: dict[str, str] = {}
SIGNS_BEFORE: dict[str, str] = {}
AFTER_SIGN: dict[str, int] = {}
TAILS: dict[str, str] = {}
MULTIPLIER_WORDS: dict[str, int] = {}
MULTIPLE_REACHED = MULTIPLE_OF_WHOLE = MINUS = PLACEHOLDER = COUNTERS = STATING = JOINING = ARTICLES = (
    VAGUE
) = NUMERAL = A_HALF_MORE = NEVER
PHRASES: dict[str, object] = {}
FRACTIONS: dict[str, object] = {}
QUALIFIERS_BEFORE: dict[str, str] = {}
QUALIFIERS_WITHIN: dict[str, str] = {}
QUALIFIERS_AFTER: dict[str, str] = {}
SAID_OTHERWISE: dict[object, str] = {}
MULTIPLES: dict[object, str] = {}
CLAIMS: tuple[object, ...] = ()
STATED_IN_WORDS = OF_SOMETHING_ELSE = NEVER


def numeral(text):
    return None
