"""Which values a document's XML may hold as they are, and which characters Word has no place for."""

from __future__ import annotations

import math
from decimal import Decimal

from reportgen.regex import regex

_NEEDS_CARE = regex("[\x00-\x1f&<>\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that text cannot hold as they are: markup, controls, line breaks, half pairs, non-characters."""

needs_care = _NEEDS_CARE.search
needs_more_than_escaping = regex(_NEEDS_CARE.pattern.replace("&<>", "")).search

NO_BREAK = "\u00a0"
"""A space at which no line ends. Whoever reads a document takes it for a plain one."""

PLAIN_NUMBERS = frozenset({int, float, Decimal})
"""Numbers of Python's own, written as ``str`` writes them."""

is_finite = math.isfinite
"""Whether a number is one: neither NaN nor infinite."""

CANNOT_STAND = regex("[\x00-\x06\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What Word has no place for (C0 and C1 controls but line ends; U+0007 and U+000C split paragraphs, as in docxtpl)."""
