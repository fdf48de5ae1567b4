"""Pieces of the patterns of digits that state no quantity, which several languages use."""

from __future__ import annotations

YEAR = r"(?:1[89]|20|21)\d{2}"
DASH = r"\s*[-–—―~～至到]+\s*"
NOT_A_QUANTITY_AFTER = (
    r"(?!\s*(?:%|％|‰|percent|per cent|percentage|pp\b|万|亿|千|百|元|美元|倍|个百分点|yuan|CNY|RMB|US|USD|dollars?|euros?|"
    r"thousand|million|billion|trillion|bn\b|mln\b|tonnes?|tons?|firms?|companies|enterprises|people|persons|parcels|units|vehicles|"
    r"家|人|辆|台|件|户|吨|单|种|场|只|套|册|项|亩))"
)
