"""Digits that state no quantity: this language has no prose of its own."""

PATTERNS: dict[str, str] = {}
WORDS: dict[str, str] = {}
