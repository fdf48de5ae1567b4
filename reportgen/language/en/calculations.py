"""Calculations and reconciliation: why there is no number, and what does not add up, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {}

FINDINGS: dict[str, Advice] = {}
