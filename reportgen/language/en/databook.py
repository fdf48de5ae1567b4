"""The data book: its sheets, heads and notes, in English; and its fonts."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.language.contract import Advice, Entry

FONTS: Mapping[str, str] = {"body": "Arial", "heading": "Arial", "latin": "Arial"}
"""Fonts that Office and WPS know; ``heading`` is for titles, ``latin`` for letters in charts."""
DIGIT = 6.1
"""Points of a digit of the body font at 11 pt, in the broadest font that stands in for it."""
CHARSET: int | None = None
"""The character set that marks a font as Chinese (GB 2312), for programs that lack it."""

MESSAGES: dict[str, Entry] = {
    # sheets
    "cover": "Cover",
    "contents": "Contents",
    "notes": "Notes",
    "progress": "Progress to target",
    "table": "Table",
    "chart": "Chart",
    "sheet.all": "Calculations",
    "sheet.growth": "Growth calculations",
    "sheet.structure": "Other calculations",
    "sheet.target_sums": "Target calculations",
    "completion-sheet": "Completion chart",
    "multiples": "Series over time",
    "data": "Data",
    "target-data": "Target data",
    "sources": "Sources",
    "findings": "Findings",
    # names of Excel Tables that formulas use
    "data-table": "Data",
    "target-table": "Targets",
    "table.all": "Calculations",
    "table.growth": "Growth",
    "table.structure": "Other",
    "table.target_sums": "TargetSums",
    # alternative texts
    "alt.all": "One calculation in a row: formula, inputs fetched by id, result.",
    "alt.growth": "One computed growth figure in a row: formula, inputs fetched from the data sheet by id, result.",
    "alt.structure": (
        "One computed share, difference, multiple, balance or exchange rate in a row, with formula, inputs "
        "and result."
    ),
    "alt.target_sums": "One target calculation in a row: formula, inputs fetched from the data sheets by id, result.",
    "multiples-alt": "One year in a row, one series in a column; beside it a small column chart for each series.",
    "one-table-small-charts": "This sheet holds one table and small charts drawn from it",
    # around a table
    "back": "← Contents",
    "one-table": "This sheet holds one table",
    "one-table-one-chart": "This sheet holds one table and the chart drawn from it",
    "unit": "Unit: {unit}",
    "note-number": "Note {number}",
    "source-line": "Source: {text}",
    "page-of": "Page &P of &N",
    "cut-off": "Data as of {date}",
    "data-book": "Data book",
    "book-of": "{title} – data book",
    # heads
    "sheet": "Sheet",
    "holds": "What it holds",
    "rows": "Rows",
    "subject": "Subject",
    "explanation": "Explanation",
    "obs-id": "Observation id",
    "target-id": "Target id",
    "figure-id": "Figure id",
    "key": "Key",
    "indicator": "Indicator",
    "area": "Area",
    "breakdown": "Breakdown",
    "counterpart": "Partner",
    "period": "Period",
    "period-code": "Period (code)",
    "period-basis": "Period is",
    "measure": "Measure",
    "compared-with": "Compared with",
    "qualifier": "Qualifier",
    "written": "Value as written",
    "unit-mult": "Power of ten",
    "unit-head": "Unit",
    "base-value": "Value in base units",
    "scope": "Scope",
    "status": "Status",
    "source": "Source",
    "source-number": "Source no.",
    "words": "The source’s words",
    "used": "In the pack",
    "remark": "Note",
    "section": "Section",
    "calculation": "Calculation",
    "formula": "Formula",
    "given": "Inputs",
    "input-of": "{letter} is",
    "input-value": "{letter}",
    "result": "Result",
    "rounded": "Rounded",
    "as-printed": "As printed",
    "bound": "Bound",
    "comparable": "Comparable",
    "reason": "Reason",
    "operator": "Operator",
    "plan": "Plan",
    "department": "Responsible",
    "base-obs": "Starts from (observation)",
    "category": "Category",
    "severity": "Severity",
    "code": "Code",
    "place": "Place",
    "what": "What was found",
    "remedy": "What to do",
    "about": "Concerns",
    "of-this-code": "Of this code",
    "number": "No.",
    "reference": "Reference",
    "title": "Title",
    "author": "Author",
    "publisher": "Publisher",
    "published": "Published",
    "accessed": "Accessed",
    "link": "Link",
    "carries": "Statements it carries",
    "target": "Target",
    "path": "Path",
    # cells
    "yes": "● yes",
    "no": "○ no",
    "not-comparable": "× no",
    "all": "Total",
    "unknown": "unknown",
    "look-again": "○ look again",
    "untitled": "[untitled]",
    "nothing-found": "Nothing was found.",
    "stated": "stated",
    "inferred": "inferred",
    # cover
    "issuer": "Issued by",
    "issue": "Number",
    "marking": "Marking",
    "cut-off-head": "Data as of",
    "indicators": "Indicators with data",
    "observations": "Observations",
    "targets": "Targets",
    "in-numbers": "In this book",
    "how-to": "How to follow a number",
    # numbered sheets
    "table-sheet": "Table {number}",
    "table-title": "Table {number}. {title}",
    "chart-sheet": "Chart {number}",
    "chart-title": "Chart {number}. {title}",
    # bounds, severities
    "bound.exact": "exact",
    "bound.lower": "> lower bound",
    "bound.upper": "< upper bound",
    "bound.approximate": "≈ approximate",
    "bound.none": "cannot be bounded",
    "severity.error": "× error",
    "severity.warning": "▲ warning",
    "severity.note": "○ note",
    # how to follow a number: the cover
    "how-to.1": "Find the number in a table, or its key or figure id on a calculation sheet.",
    "how-to.2": "Press F2 in the result: the formula names the input cells of the same row.",
    "how-to.3": (
        "Press F2 in an input: it looks up the id beside it in the data sheet, where the source’s words "
        "and the note stand."
    ),
    "how-to.4": (
        "Search the id in the data sheet to see how the number was written, by which source, and how it is "
        "qualified."
    ),
    # what a reader must know to read the numbers right: the notes sheet
    "about.symbols": "Symbols",
    "about.symbols.text": "{missing} not available, or not comparable; {not_applicable} does not apply; {small} less than half of the last digit shown.",
    "about.symbols.blank": "A blank cell: not available, not comparable, does not apply, or less than half of the last digit shown.",
    "about.qualifiers": "Qualifiers",
    "about.qualifiers.text": (
        "> more than, ≥ at least, < less than, ≤ at most, ≈ about; “nearly” means below and close. The "
        "sign is part of the cell’s number format: the cell itself holds the plain number."
    ),
    "about.bounds": "Bounds",
    "about.bounds.text": (
        "A figure computed from a qualified number is a lower bound, an upper bound or approximate. Where "
        "the qualifiers pull in opposite directions there is no number, and the reason is given instead."
    ),
    "about.rounding": "Rounding",
    "about.rounding.text": (
        "Table sheets hold the rounded numbers that the documents print, rounded once, half up. Data and "
        "calculation sheets hold full precision. Parts may not add up to totals because of rounding."
    ),
    "about.rounding.half_even": (
        "Table sheets hold the rounded numbers that the documents print, rounded once, a half to the even digit "
        "(GB/T 8170). Data and calculation sheets hold full precision. Parts may not add up to totals because of rounding."
    ),
    "about.units": "Units",
    "about.units.text": (
        "The data sheets keep each value as written, with its power of ten; value × 10^power is the value "
        "in base units (yuan, firms, percent). Percent (%) and percentage points are different units."
    ),
    "about.comparability": "Comparability",
    "about.comparability.text": (
        "Numbers are compared only within one indicator, area, breakdown, counterpart, unit and scope, "
        "over like periods (year with year, January–May with January–May), with no break in the series "
        "between. Otherwise the figure is refused and the reason stands beside it."
    ),
    "about.growth": "Growth",
    "about.growth.text": (
        "Reported growth is what a source states. Computed growth is (a − b) ÷ b × 100. The implied base a "
        "÷ (1 + b ÷ 100) is the earlier value that a reported growth implies. Compound annual growth is "
        "((a ÷ b)^(1 ÷ years) − 1) × 100."
    ),
    "about.targets": "Targets",
    "about.targets.text": (
        "A target is taken at its threshold (“more than 70 billion” at 70) and measured against the latest "
        "observation of the same unbroken series as the one the plan starts from. The path runs at "
        "constant growth from that base to the target; a cumulative figure is set beside the share of the "
        "time elapsed."
    ),
    "about.status": "Status",
    "about.status.text": (
        "√ achieved, ▲ on track, ▼ behind, × missed, ○ not known: sign and word together, never colour alone."
    ),
    "about.colours": "Colours",
    "about.colours.text": (
        "On calculation sheets blue ink marks inputs fetched from other sheets, black ink results. Nothing "
        "is said by colour alone."
    ),
    "about.missing-facts": "Missing facts",
    "about.missing-facts.text": (
        "What a source does not state is printed as “not stated” or “unknown”, never guessed. A period "
        "that a source only implies is marked “inferred”."
    ),
}

FINDINGS: dict[str, Advice] = {}
