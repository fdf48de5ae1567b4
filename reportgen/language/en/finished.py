"""Finished documents read back, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "no-lineage": (
        "{file} carries no lineage: it was built with --no-lineage, or another program dropped it; "
        "give the pack it was built from."
    ),
    "cannot-carry-lineage": (
        "{file} is nothing but text and carries no lineage; ask its pack where a figure comes from, build the pack for a new "
        "text, and give audit --pack."
    ),
    "no-document": "{file} is no Word or Excel file.",
    "recorded-finding": "{place:?{place}: }{what} {remedy}",
}

FINDINGS: dict[str, Advice] = {}
