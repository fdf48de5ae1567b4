"""The page on which every number answers, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "no-documents": "The pack {pack} builds no document from a template, so there is no text for a page.",
    "over-input": "{path} is what the page is made of: choose another name with -o.",
    "no-page": "{path} is no name for a page: give -o a name that ends in .html.",
    # ---- on the page ----
    "skip": "To the text",
    "cut-off": "Data to {date}",
    "search": "Search",
    "search-hint": "a number, an id or words: 46.0",
    "parts": "Parts of the page",
    "panel": "The figure and where it comes from",
    "section-text": "Text",
    "section-figures": "Figures ({count})",
    "section-sources": "Sources ({count})",
    "section-findings": "Findings ({count})",
    "section-revisions": "Revisions ({count})",
    "close": "Close",
    "found": "Figures found: %f. Passages of the text: %p.",
    "none-found": "Nothing found.",
    "more-found": "and %n more",
    "in-paragraph": "{document}, paragraph {number}",
    "in-table": "{document}, table {table}, row {row}, cell {cell}",
    "in-cell": "{document}, {sheet}!{cell}",
    "in-chart": "{document}, chart: {series}, {category}",
    "chart": "Chart",
    "was-built": "(when built: {built})",
    "inputs": "Computed from",
    "findings": "Findings about it",
    "stands": "Stands in {count:one place|{count} places}",
    "not-in-text": "Does not stand in the text itself.",
    "concerns": "Figures:",
    "carries": "{count:One figure|{count} figures}:",
    "no-sources": "No sources.",
    "no-findings": "No findings about these figures.",
    "no-revisions": "No figure is preliminary or was revised.",
    "earlier": "before: {amount}{published:?, published {published}}",
}

FINDINGS: dict[str, Advice] = {}
