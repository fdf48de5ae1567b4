"""What is shown: tables, charts, appendix, the template vocabulary, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "comparable-basis": "on a comparable basis",
    "not-stated": "not stated",
}

FINDINGS: dict[str, Advice] = {}
