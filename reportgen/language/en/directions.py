"""Words of rise and fall in English prose, as regular expressions, letter case apart."""

from __future__ import annotations

RISE = (
    r"up(?:ward)?|rose|ris(?:e|es|en|ing)|increas\w*|gr[eo]w(?:s|n|ing)?|gain\w*|climb\w*|jump\w*|surg\w*|soar\w*|"
    r"expan(?:d|sion)\w*|accelerat\w*"
)
FALL = (
    r"down(?:ward)?|fell|fall(?:s|en|ing)?|decreas\w*|declin\w*|dropp?\w*|reduc\w*|lower(?:s|ed|ing)|slow(?:s|ed|ing|down)?|"
    r"shr[aiu]nk\w*|shed|contract(?:s|ed|ing|ion)|slump\w*|plung\w*|slid|slip\w*"
)
GROWTH, NEGATIVE_GROWTH = r"growth", r"negative(?: growth)?"
"""Names of a growth, which say its sign where it has none of its own."""
ABOVE = r"higher|faster|ahead|above|more|over"
BELOW = r"lower|slower|behind|below|less|under"
"""Words of a comparison."""
SHORT = r"gap|short(?:fall)?|remain\w*|missing"
PASSED = r"exceed\w*|surpass\w*|ahead of|beyond|surplus"
"""Words of what is left to a target."""
REACHED = r"\bto"
"""Before a number that a rate came to, whatever way."""
CLAUSE_ENDS = r"[,;:](?!\d)|[!?()\n]|\.(?:\s|$)|\b(?:and|while|but)\b"
TURNED = r"narrow|widen"
"""A fall that narrows is a rise: nothing is concluded from a clause with such a word."""
BELOW_ZERO = r"minus|negative|deficit|loss(?:es)?|lost|less|fewer|lower|slower|below|behind|outflow\w*|cut"
"""Words that stand for a number below zero, or may, without telling of a change beside it."""
OF_EITHER_SIGN = r"balance|deficit|surplus|net|profits?|loss(?:es)?|changes?|increments?|difference"
"""Words of an indicator's label: it may lie above or below zero."""
LOSS = r"loss(?:es)?|deficits?|net outflows?|lost"
PROFIT = r"profits?|surplus(?:es)?|net inflows?|earn(?:ed|ings)"
"""Words before an amount that may lie above or below zero: on which side it lies."""
COMPARED = (
    r"\s*(?:%|percent|per cent)\s+(?:higher|lower|above|below|faster|slower|more|less)\s+than\s+"
    r"(?!(?:(?:in|that of|the|a|last|same|previous|corresponding|year|period|of|from)\s+)*(?:year|period|20\d\d|\d{4}|before|earlier))"
)
"""What follows a percentage that is compared with something other than an earlier period."""
SIGN_TAKEN_UP = r"\bup\b|\bdown\b"
"""What a sign of its own does not follow, as it follows a growth: “down -3%”."""
