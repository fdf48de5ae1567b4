"""Texts (Markdown and plain text), in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "cannot-fill": "The text cannot be filled: {first}{more:? ({more} more)}",
    "not-utf-8": "line {line} is not in the encoding UTF-8; save the text as UTF-8",
    "no-text": "the file is no text; use a .md or .txt file",
}

FINDINGS: dict[str, Advice] = {
    "chart-in-text": Advice(
        "The chart “{chart}” cannot stand in a text.",
        "Show a table with its figures, or name the document that has the chart.",
    ),
    "table-in-line": Advice("A table cannot stand inside a line of text.", "Give its tag a line of its own."),
}
