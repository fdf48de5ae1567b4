"""Words of rise and fall in English prose, as regular expressions for texts in lower case."""

from __future__ import annotations

FALL = (
    r"down(?:ward)?|fell|fall(?:s|en|ing)?|decreas\w*|declin\w*|dropp?\w*|reduc\w*|lower\w*|slow\w*|shr[aiu]nk\w*|shed|"
    r"contract(?:s|ed|ing|ion)|slump\w*|plung\w*|slid"
)
RISE = r"up(?:ward)?|rose|ris(?:e|es|en|ing)|increas\w*|gr[eo]w\w*|gain\w*|climb\w*|jump\w*|surg\w*|soar\w*|higher|faster"
BELOW_ZERO = r"minus|negative|deficit|loss(?:es)?|lost|less|fewer|below|behind|outflow\w*|cut"
"""Words that stand for a number below zero, or may, without telling of a change beside it."""
OF_EITHER_SIGN = r"balance|deficit|surplus|net|profits?|loss(?:es)?|changes?|increments?|difference"
"""Words of an indicator's label: it may lie above or below zero."""
LOSS = r"loss(?:es)?|deficits?|net outflows?|lost"
PROFIT = r"profits?|surplus(?:es)?|net inflows?|earn(?:ed|ings)"
"""Words before an amount that may lie above or below zero: on which side it lies."""
TURNED = r"narrow|widen"
"""A fall that narrows is a rise: nothing is concluded from a clause with such a word."""
COMPARED = (
    r"\s*(?:%|percent|per cent)\s+(?:higher|lower|above|below|faster|slower|more|less)\s+than\s+"
    r"(?!(?:(?:in|that of|the|a|last|same|previous|corresponding|year|period|of|from)\s+)*(?:year|period|20\d\d|\d{4}|before|earlier))"
)
"""What follows a percentage that is compared with something other than an earlier period."""

# ---- beside a figure of known sign, letter case apart ----

BY_MEASURE = {
    "growth-up": (
        r"\b(?:up|rose|risen|rises?|rising|grew|grown|grows?|growing|growth|increas\w*|gain(?:ed|s|ing)?|climb\w*|"
        r"jump\w*|surg\w*|soar\w*|expan(?:d|sion)\w*|accelerat\w*)\b"
    ),
    "growth-down": (
        r"\b(?:down|fell|fall(?:s|en|ing)?|drop\w*|declin\w*|decreas\w*|shrank|shrunk|shrink\w*|contract(?:ed|s|ing|ion)|"
        r"slump\w*|plung\w*|slid|slip\w*|reduc\w*|negative)\b"
    ),
    "difference-up": r"\b(?:higher|faster|above|ahead|more|over)\b",
    "difference-down": r"\b(?:lower|slower|below|behind|less|under)\b",
    "gap-over": r"\b(?:exceed\w*|surpass\w*|ahead of|beyond|surplus)\b",
    "gap-short": r"\b(?:gap|short(?:fall)?|remain\w*|missing)\b",
}
"""Which way a figure is said to point, by what it measures."""
NEUTRAL_BEFORE = r"\b(?:growth|rate|change)\s+(?:of|was|is|stood at|came to)\s*$"
"""What lets a sign of its own follow: “growth of -3%”."""
SIGN_TAKEN_UP = r"\bup\b|\bdown\b"
"""What does not: “down -3%”."""
CLAUSE_ENDS = r"[,;:!?()\n]|\.(?:\s|$)|\b(?:and|while|but)\b"
