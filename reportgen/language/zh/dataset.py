"""The dataset: reading, checking, writing, in Chinese."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {}

FINDINGS: dict[str, Advice] = {}
