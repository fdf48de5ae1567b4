"""What is shown: tables, charts, appendix, the template vocabulary, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "comparable-basis": "按可比口径计算",
    "not-stated": "未注明",
}

FINDINGS: dict[str, Advice] = {}
