"""Explain, audit, refresh, compare, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry
from reportgen.language.en.compared import COMPARE
from reportgen.language.en.quantities import QUALIFIERS

_OF = ": {label}, {period}."

FINDINGS: dict[str, Advice] = {
    "figure-retyped": Advice(
        "“{text}” stands where the data say {expected}" + _OF,
        "Put {expected} back, or correct the data and refresh.",
    ),
    "figure-unit": Advice(
        "“{text}” has another unit than the figure, which is {expected}" + _OF, "Write {expected}."
    ),
    "figure-rounding": Advice(
        "“{text}” is not {expected} rounded half up" + _OF, "Write {expected}, or round it right."
    ),
    "figure-without-number": Advice(
        "“{text}” stands where {expected} should" + _OF, "Put the number back, or delete the sentence."
    ),
    "percent-for-points/document": Advice(
        "“{text}” says percent of a difference in percentage points, {expected}" + _OF, "Write {expected}."
    ),
    "points-for-percent/document": Advice(
        "“{text}” says percentage points of a percentage, {expected}" + _OF, "Write {expected}."
    ),
    "qualifier-lost": Advice(
        "“{text}” has lost its qualifier: the data say {expected}" + _OF, "Write {expected}."
    ),
    "qualifier-not-backed": Advice(
        "“{words}” before “{text}” is more than the data say, {expected}" + _OF, "Leave “{words}” out."
    ),
    "word-against-sign": Advice(
        "“{words}” stands beside {text}, but the figure points the other way ({expected})" + _OF,
        "Turn the word round.",
    ),
    "figure-vanished": Advice(
        "{expected} no longer stands in the text after this place" + _OF,
        "Put it back if it was deleted by mistake.",
    ),
    "row-vanished": Advice(
        "The row “{row}” is gone from the table, and with it {expected}{more:? …}.",
        "Put the row back if it was deleted by mistake, and see whether totals still hold.",
    ),
    "figure-removed": Advice(
        "{expected} was taken out after this place, and still stands elsewhere" + _OF,
        "Nothing to do if that was meant.",
    ),
    "figure-unlinked": Advice(
        "{expected} stands here as plain text: its link to the data is lost" + _OF,
        "It will not be refreshed; copy the number with its mark from another place.",
    ),
    "unbacked-number": Advice(
        "No figure backs “{text}”{near:?; the nearest is {near} ({near_label})}.",
        "Take the number from the dataset, name its source, or leave it out.",
    ),
    "unknown-figure": Advice(
        "“{text}” is marked as a figure that this document's lineage does not know ({key}).",
        "It was copied from another document; give --pack to check it.",
    ),
    "sum-of-parts": Advice(
        "The parts add up to {sum}, and the total says {text}{column:? (column “{column}”)}.",
        "Correct the part or the total.",
    ),
    "part-above-whole": Advice(
        "“{part}” ({text}) is more than the whole it belongs to, {whole}{column:? (column “{column}”)}.",
        "Correct one of the two.",
    ),
    "chart-against-workbook": Advice(
        "The chart shows {text} for “{series_name}”, {category}; the workbook behind it says {expected}.",
        "Open “Edit data” and close it again, or correct the workbook.",
    ),
    "chart-against-cells": Advice(
        "The chart shows {text} for “{series_name}”, {category}; its cell says {expected}.",
        "Let the chart read its cells again.",
    ),
    "chart-against-text": Advice(
        "The chart shows {text} for “{series_name}”, {category}, where {expected} was drawn from the data.",
        "Put {expected} back in the chart's data, or correct the data and refresh.",
    ),
    "chart-vanished": Advice(
        "A chart of {count} that the document was built with is gone.",
        "Put it back if it was deleted by mistake.",
    ),
    "chart-words-changed": Advice(
        "The words of the chart changed: {built:?“{built}”|nothing} to {now:?“{now}”|nothing}.",
        "Put the words back, or draw the chart of what they say.",
    ),
    "chart-axis-changed": Advice(
        "The chart is drawn otherwise: then {built:?with {built:and}|as usual}, now {now:?with {now:and}|as usual}.",
        "Put it back: columns and lines look higher, lower or turned round otherwise.",
    ),
    "formula-changed": Advice(
        "The formula was {built} when the workbook was built, and is {now} now.",
        "Put the formula back, or have the one who made the sheet confirm the new one.",
    ),
    "released-without-manifest": Advice(
        "No pack.json stands beside the document, so the record of the release does not say from which build it comes.",
        "Release it from the folder that it was built into, or copy that folder's pack.json beside it first.",
    ),
    "format-changed": Advice(
        "The number is shown by the format {now}, which says something else than {built} did.",
        "Give the cell its format back; its number has not changed.",
    ),
    "number-as-text": Advice(
        "“{text}” is stored as text: formulas and charts do not count it" + _OF,
        "Type the number again, or convert the cell to a number.",
    ),
    "figure-about-another": Advice(
        "“{text}” equals the figure {expected}, which is about something else" + _OF,
        "Take the number that belongs to these words, or name what the figure is about.",
    ),
    "formula-overwritten": Advice(
        "The formula was overwritten by {text}.",
        "Put the formula back: copy it from a neighbouring cell.",
    ),
    "number-retyped": Advice(
        "The cell held {expected} when the workbook was built, and says {text} now.",
        "Put {expected} back, or correct the data and build anew.",
    ),
    "figure-revised": Advice("{expected} here; the dataset now says {text}" + _OF, "Refresh the document."),
    "figure-gone": Advice(
        "{expected} here; the dataset has no such figure any more" + _OF,
        "Take it out, or put the observation back.",
    ),
    "changed-since-released": Advice(
        "The document has changed since released on {date}.",
        "Use the copy that was released, or release it again.",
    ),
    "claim-unbacked": Advice(
        "“{text}” was typed by hand, and no figure says it.",
        "Say where it is known from, or whose view it is.",
    ),
    "words-changed": Advice(
        "The words changed: “{built}” to “{now}”.",
        "Put the words back, or take the figure that belongs to the new ones.",
    ),
    "words-changed/often": Advice(
        "The words changed: “{built}” to “{now}”, here and in {count:one more place|{count} more places}.",
        "Put the words back, or take the figure that belongs to the new ones.",
    ),
    "words-gone": Advice("“{built}” was here when the document was built, and is gone.", "Put it back."),
    "lines-hidden": Advice(
        "{lines:and} of this sheet {count:was|were} not hidden when the workbook was built.", "Unhide them."
    ),
    "look-changed": Advice(
        "“{text}” {look}; when the document was built it was not so.",
        "Show it as it was, or delete it openly.",
    ),
    "sentence-to-read/row": Advice(
        "“{text}” was put into this table by hand, and the figures around it moved to another period.",
        "Put the numbers of the new period there, or take the row out.",
    ),
    "sentence-to-read": Advice(
        "“{text}” was written for the period before{periods:?: it names {periods:quoted and}}{left:?; it still says {left:quoted and}}"
        "{moved:?; its figures moved: {moved:and}}.",
        "Read it, and put it right.",
    ),
    "left-to-decide": Advice("{what:sentence}", "Decide which it shall be."),
    "dataset-newer": Advice(
        "The dataset has changed since the document was built; {count} of its figures are affected.",
        "Refresh the document before it is used again.",
    ),
}

_AUDIT: dict[str, Entry] = {
    "no-number": "no number",
    "look-struck": "is struck through",
    "look-white": "is white on white",
    "look-small": "is too small to be read",
    "look-hidden": "is hidden",
    "look-joined": "are joined to one cell, which shows the first alone",
    "look-condition": "is shown where a condition holds, whatever the cells say",
    "released-over-itself": "{out} is the document itself: give -o another name.",
    "written-over-itself": "{out} is the audited document itself: give another name.",
    "one-name-twice": "{out} is asked for twice: give each output a name of its own.",
    "not-accepted-csv": "{file} is no list of accepted findings: it needs the columns {columns:and}.",
    "place-of-findings": "{place}{page:?, page {page}}",
    "accepted-before": "{count:one finding|{count} findings} accepted before, not shown ({file}).",
    "to-be-accepted": (
        "{file} lists {count:the one|the {count}} shown; whoever accepts one fills in by, reason and date there."
    ),
    "report-title": "Audit of {file}",
    "report-figures": "({count} figures in the document)",
    "report-nothing": "Nothing left to look at.",
    "report-accepted": "Accepted before ({count})",
    "accepted-code": "Code",
    "accepted-text": "Text",
    "accepted-by": "By",
    "accepted-reason": "Reason",
    "accepted-date": "Date",
}

_EXPLAIN: dict[str, Entry] = {
    "no-such-path": "There is no {path}: check the path.",
    "ambiguous-figure": "'{asked}' may be any of: {ids}.",
    "no-figure-shows": (
        "No figure shows '{asked}'; `reportgen figures` lists what there is, by ids like {example}."
    ),
    "not-a-figure-id": (
        "'{asked}' is not a figure's id{near:?. Did you mean {near}?|; an id looks like {example}.} `reportgen figures` lists them all."
    ),
    "source-does-not-say": "the source does not say",
    "explain-reason": "no number, because: {reason}",
    "explain-full": "in full: {full}; shown {way} {precision}",
    "explain-formula": "formula: {formula}",
    "explain-period": "period: {period}{inferred:? (inferred)}",
    "explain-qualifier": "qualifier: {qualifier}",
    "explain-bound": "bound: {bound}",
    "explain-scope": "scope: {scope}",
    "explain-citation": "{statement:?{statement:quoted} — }{source} [{id}]",
    "explain-note": "note: {note}",
    "explain-stands": "stands at: {place}: {text}",
    "no-figure-there": (
        "No figure stands {paragraph:?in paragraph {paragraph}}{cell:?in {cell}}; `reportgen explain DOCUMENT --all` lists all with their places."
    ),
    "rounded-half-up": "rounded half up",
    "rounded-down": "rounded down",
    "rounded-up": "rounded up",
    "to-decimals": "to {count:{count} decimal|{count} decimals}",
    "to-step": "to the nearest {step}",
    **{f"qualifier-{code}": words.strip() for code, words in QUALIFIERS.items()},
    "qualifier-almost": "nearly (below, and close)",
    "bound-lower": "a lower limit: the figure is this or more",
    "bound-upper": "an upper limit: the figure is this or less",
    "bound-approximate": "approximate",
    "bound-none": "cannot be bounded",
}

_REFRESH: dict[str, Entry] = {
    "refresh-needs-lineage": (
        "{file} carries no lineage: it was built with --no-lineage, or saved by a program that drops it (LibreOffice does, "
        "from workbooks); give --built the document as it was built, or build it anew."
    ),
    "refresh-needs-snapshot-of-document": (
        "{file} does not carry what it said when it was built: another program dropped it, or an earlier version built it; "
        "build the document anew."
    ),
    "refresh-needs-snapshot-of-workbook": (
        "{file} does not carry what it said when it was built; build the workbook anew."
    ),
    "no-original": (
        "{pack} lists no document that {file} can have been, or it does not lie there; it lists {documents:and}: give --built the document itself."
    ),
    "original-changed": "{file} is no longer as it was built: give --built a copy that nobody edited.",
    "not-its-original": "{original} does not say what it was built as, or is no such document as {file}: give --built the document that {file} was made of.",
    "kept-both-changed": "both copies changed “{built}”: here “{edited}”, in the other copy “{now}”.",
    "kept-both-deleted": "“{built}” is deleted here, and in the other copy reads “{now}”.",
    "kept-both-gone": "“{edited}” is deleted in the other copy, and was edited here.",
    "kept-both-new": "the other copy also has “{now}”, for which no place was found.",
    "merges-only-texts": "{file} and {other} are not both Word documents: the copies of a workbook cannot be merged.",
    "not-one-build": "{other} is no copy of the build that {file} comes from: only two people's copies of one build can be merged.",
    "period-needs-pack": "--period is one of a pack: give --pack the pack that {file} was built from.",
    "refresh-needs-pack": "{pack} is a dataset, not a pack: give the pack that {file} was built from.",
    "databook-is-not-refreshed": (
        "{file} is a data book, which is made whole from the data: build the pack again instead."
    ),
    "not-of-pack": (
        "The pack {pack} builds no {document}; it builds {built}: give the pack that {file} came from."
    ),
    "no-tracking-in-workbooks": "Workbooks have no tracked changes: run without --track.",
    "count-texts": "{count:1 place reads|{count} places read} otherwise",
    "and-elsewhere": "{said} ({count:and in one more place|and in {count} more places})",
    "compares-two-of-a-kind": "{old} and {new} are not of a kind: compare two Word documents or two workbooks; audit --pack holds a document against its data.",
    "changed": "{place}: {before} → {after}{label:?  [{label}]}",
    "added": "{place}: added: {after}{label:?  [{label}]}",
    "removed": "{place}: removed: {before}{label:?  [{label}]}",
    "kept": "{verdict}: {place}: {what}{label:?  [{label}]}",
    "verdict-kept": "kept",
    "filled-not-read": "{file} cannot be read as a table: a cell is longer than 131,072 characters, or holds what no text does; save it anew as CSV in your spreadsheet program.",
    "filled-is-workbook": "{file} is a workbook or named like one: the table is a CSV file; save it as CSV (UTF-8) in your spreadsheet program.",
    "decided-twice": "{file}, row {row}: this conflict has another choice further up; leave one of the two.",
    "decisions-unused": "{count:One choice|{count} choices} in {file} {count:is of a conflict|are of conflicts} that there {count:is|are} no longer: the text, or the data, changed since.",
    "no-decisions": "{file}, row {row}: no conflict is named; a first run with --decide and a new name writes the table.",
    "no-such-choice": "{file}, row {row}: “{choice}” is no choice here; write {choices:quoted or}.",
    "verdict-decided": "kept as decided",
    "verdict-taken": "taken from the data",
    "verdict-note": "note",
    "kept-retyped": "“{edited}” was {built:?typed over “{built}”|written here by hand}; the data say “{now}”.",
    "kept-rewritten": (
        "was rewritten by hand and changed with the data. It reads “{edited}”; from the data it would read “{now}”."
    ),
    "kept-deleted": (
        "“{built}” was deleted by hand and stays deleted; from the data it would now read “{now}”."
    ),
    "kept-elsewhere": "“{built}” now stands in another place, where it was not followed; the data say “{now}”.",
    "kept-gone": "“{edited}” is no longer made from the data, and was edited by hand.",
    "kept-new": "the data now also give “{now}”, for which no place was found.",
    "kept-gone-row": "the row “{edited}” is no longer made from the data, and was edited by hand.",
    "kept-new-row": "the data now also give the row “{now}”, and no row beside its place looks like it.",
    "kept-gone-column": "the column “{edited}” is no longer made from the data, and was edited by hand.",
    "kept-new-column": "the data now also give the column “{now}”, and no column beside its place looks like it.",
    "kept-gone-sheet": "the sheet “{edited}” is no longer made from the data.",
    "kept-new-sheet": "the data now also give the sheet “{now}”; sheets are not put in.",
    "kept-sheet-name": "the data now call this sheet “{now}” instead of “{built}”; it was named “{edited}” by hand, or that name is taken.",
    "kept-gone-table": "the table “{edited}” is no longer made from the data, and was edited by hand.",
    "kept-gone-chart": "the chart ({edited}) is no longer made from the data.",
    "kept-new-chart": "a chart was placed newly ({now}), for which no place was found.",
    "kept-broken": "the formula {edited} counted on a row or column that the data no longer give.",
    "kept-copied": "“{edited}” stands in words written by hand, and its sign changed: the data say “{now}”.",
    "kept-chart": "the chart's data were changed by hand ({edited}); from the data: {now}.",
    "kept-formula": "the formula {edited} was put where “{built}” stood; the data say “{now}”.",
    "to-read": (
        "to read: {place}: “{text}”{periods:? It names {periods:quoted and}.}{left:? It still says {left:quoted and}.}"
        "{moved:? Figures in it moved: {moved:and}.}{row:? The figures around this row moved.}"
    ),
    "count-to-read": "{count:One sentence|{count} sentences} of people's own to read.",
    "kept-left-over": "“{edited}” still stands here{now:?; the data say {now}|; today's document does not show this figure}.",
    "up-to-date": "{shown} of {all} figures stand as the data have them today.",
    "nothing-to-change": "Nothing to change: the document agrees with the dataset.",
    "refreshed": (
        "{changes:{changes} change|{changes} changes}, {conflicts:{conflicts} conflict|{conflicts} conflicts}."
    ),
}

MESSAGES: dict[str, Entry] = {**_AUDIT, **_EXPLAIN, **_REFRESH, **COMPARE}

CHOICES = {"data": ("data",), "person": ("person",), "keep": ("keep",)}
"""How the choices in a table of decisions are written: the first word as the table says it, all as people do."""

NOTE_NAMES: dict[str, str] = {}
"""Names of the revision note's template in this language; the English ones are always understood."""
NOTE_COLUMNS: dict[str, str] = {}
