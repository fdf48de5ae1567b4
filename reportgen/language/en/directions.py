"""Words of rise and fall in English prose, as regular expressions for texts in lower case."""

from __future__ import annotations

FALL = (
    r"down(?:ward)?|fell|fall(?:s|en|ing)?|decreas\w*|declin\w*|dropp?\w*|reduc\w*|lower\w*|slow\w*|shr[aiu]nk\w*|shed|"
    r"contract(?:s|ed|ing|ion)|slump\w*|plung\w*|slid"
)
RISE = r"up(?:ward)?|rose|ris(?:e|es|en|ing)|increas\w*|gr[eo]w\w*|gain\w*|climb\w*|jump\w*|surg\w*|soar\w*|higher|faster"
BELOW_ZERO = r"minus|negative|deficit|loss(?:es)?|lost|less|fewer|below|behind|outflow\w*|cut"
"""Words that stand for a number below zero, or may, without telling of a change beside it."""
TURNED = r"narrow|widen"
"""A fall that narrows is a rise: nothing is concluded from a clause with such a word."""
COMPARED = (
    r"\s*(?:%|percent|per cent)\s+(?:higher|lower|above|below|faster|slower|more|less)\s+than\s+"
    r"(?!(?:(?:in|that of|the|a|last|same|previous|corresponding|year|period|of|from)\s+)*(?:year|period|20\d\d|\d{4}|before|earlier))"
)
"""What follows a percentage that is compared with something other than an earlier period."""
