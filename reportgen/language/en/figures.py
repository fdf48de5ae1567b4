"""What is shown: tables, charts, appendix, the template vocabulary, in English."""

from __future__ import annotations

from typing import Any

from reportgen.language.contract import Advice, Entry, Speaker, Wording
from reportgen.language.en import labels
from reportgen.language.en.clause_parts import PRICES
from reportgen.language.en.kinds import NAMES
from reportgen.language.en.periods import label as period_label


def _coded(language: Speaker, parameters: dict[str, Any]) -> str:
    """A code with its label, where that says more."""
    code, label = parameters["code"], language.say(parameters["label"])
    return f"{code} ({label})" if label and label != code else code


def _no_number(language: Speaker, parameters: dict[str, Any]) -> str:
    figure, reason = parameters["figure"], language.write(parameters["reason"], "sentence")
    name = labels.title(figure.series, "" if figure.kind == "level" else NAMES[figure.kind])
    return f"{name} for {period_label(figure.period)} has no number: {reason}"


def _prices(_language: Speaker, parameters: dict[str, Any]) -> str:
    """``Levels are at current prices, growth at constant prices.``"""
    levels, growth = (PRICES.get(parameters[key], "") for key in ("levels", "growth"))
    if levels == growth:
        return f"Levels and growth are {levels}."
    return f"Levels are {levels}{f', growth {growth}' if growth else ''}."


MESSAGES: dict[str, Entry] = {
    "and-more": Wording(
        "There {count:is one more|are {count} more} like it{series:? ({series})}; `reportgen check --json` lists each.",
        "There {count:is one more|are {count} more} like it{series:? ({series})}.",
    ),
    "and-more-on": "There {count:is one more|are {count} more} of this kind, on {names:phrase and}.",
    "not-stated": "not stated",
    "coded": _coded,
    # what a name in a definition or a template should be
    "area": "area",
    "breakdown": "breakdown",
    "counterpart_area": "trade partner",
    "target": "target",
    "indicator": "indicator",
    "column": "column",
    # templates
    "no-unit": "“{unit}” is no unit; write one of {known}.",
    "empty-list": "the list is empty: ask first, as in {% if trade.areas %}",
    "paragraph-of-nothing": "The paragraph names no indicator: write at least one, as in paragraph([exports, imports]).",
    "no-member": "A paragraph takes indicators, figures and lists of them, and “{text}” is none; write words outside the tag.",
    "no-count": "“{text}” is no number of things: write a whole number, as in top(3)",
    "no-period": "“{text}” is no period; write 2021, 2022-Q1, 2022-05 or 2022-01--2022-05.",
    "no-period-before": "Nothing precedes the period {period}.",
    "no-such-code": "The dataset has no {thing} “{wanted}”{near:?; nearest: {near}}{instances:?; there are for instance: {instances}}.",
    "target-replaced": "This target was replaced on {since}.",
    "no-target": "{series:indicator} has no target in the dataset.",
    "no-such-step": "“{expression}” names “{step}”, which does not exist{near:?; nearest: {near}}.",
    "unreadable-expression": '“{expression}” cannot be read; write steps such as .yoy, .target.gap or .area("CN").yoy.',
    "definition-mistakes": "The definition {where} in {file} has {count:1 mistake|{count} mistakes}.",
    # tables
    "subtotal": "Subtotal",
    "no-subtotal": "No subtotal: these rows are not all the parts of one whole.",
    "head-indicator": "Indicator",
    "head-unit": "Unit",
    "table-alt": "Table: {title}. {count} rows; columns: {heads}.",
    "prices": _prices,
    "revised-base": "Growth or change is computed on a base that was revised.",
    "sign-missing": "“{sign}” means not available",
    "sign-not-applicable": "“{sign}” means not applicable",
    "sign-tiny": "“{sign}” means less than half of the unit shown",
    "sign-blank": "a blank means not available, not applicable, or less than half of the unit shown",
    "sign-part": "“{sign}” means one of the parts of the row above",
    "sign-gt": "“{sign}” means more than",
    "sign-ge": "“{sign}” means at least",
    "sign-lt": "“{sign}” means less than",
    "sign-le": "“{sign}” means at most",
    "sign-about": "“{sign}” means about",
    "parts-and-totals": "Parts may not add up to totals because of rounding.",
    "inferred-period": "The source does not state the period in full; it is inferred.",
    "measured-at-threshold": "Progress is measured at the target’s threshold.",
    "measured-at-lower-limit": "Progress is measured at the target’s lower limit.",
    "measured-at-upper-limit": "Progress is measured at the target’s upper limit.",
    # charts
    "chart-titled": "Chart: {title}.",
    "chart-point": "{label} {value}",
    "chart-series": "{name}: {points}.",
    "chart-target": "{series:indicator}: {level} in {period}, target for {due} {target}, {completion} reached.",
    "chart-target-open": "{series:indicator}: target for {due} {target}, no comparable level.",
    "note-on": "{series:indicator}: ",
    "target-open": "{series:indicator}: {why}",
    "break-stated": "From {period} on, figures for {series:phrase} cannot be compared with earlier ones (stated by the source).",
    "break-inferred": "From {period} on, figures for {series:phrase} appear to be defined differently and cannot be compared with earlier ones.",
    "points-inferred": "{labels:and}{names:? ({names:and})}: the source does not state the period in full; it is inferred.",
    "points-missing": "No point is drawn for {labels:and}{name:? ({name})}. {why}",
    "periods-hatched": "{labels:and}: hatched, because the period is shorter than the others.",
    "periods-left-out": "No point is drawn for {labels:and}: the period is shorter than the others.",
    "periods-between": "{labels:and}: not listed; left blank, so that distances are those of time.",
    "not-published": "The sources used give no figure.",
    "series-from": "{name} (from {period:short})",
    "series-level": "Latest comparable figure",
    "series-target": "Target",
    "series-path": "Path",
    "series-completion": "Completion",
    "series-elapsed": "Time elapsed",
    # appendix
    "title-sources": "Sources",
    "title-figures": "Figures used",
    "title-findings": "Findings on the data",
    "list-alt": "Table: {title}, {count} rows.",
    "score-card-alt": (
        "One target in a row: value, achieved so far, gap, completion, time elapsed, required growth, status."
    ),
    "score-card-note": (
        "Gap, completion and required growth are taken at the target’s threshold. Targets that "
        "cannot be measured come last, with the reason."
    ),
    "series-whole-target": "Target (100%)",
    "completion-chart": "Completion of targets that can be measured",
    "completion-chart-alt": (
        "For each measured target a box for the whole of it, a dark bar for what is completed, in percent; "
        "a frame shows the share of the time gone where a plan says what it starts from."
    ),
    "series-completion-in-percent": "Completion (%)",
    "series-elapsed-in-percent": "Time elapsed (%)",
    "panel-name": "{indicator}, {area}",
    "panel-alt": "{name}: {values}",
    "panel-column": "Columns: {name}{unit:? ({unit})}.",
    "panel-bar": "Columns: {name}{unit:? ({unit})}.",
    "panel-line": "Line: {name}{unit:? ({unit})}.",
    "panel-marker": "Points: {name}{unit:? ({unit})}.",
    "unit-on-primary": "{unit}, left",
    "unit-on-secondary": "{unit}, right",
    "panels-own-scales": "Each small chart has its own {units:?unit and scale|scale}: compare shapes, not heights, across charts.",
    "panels-left-out": "Not drawn, for want of figures: {names:and}.",
    "panels-note": "{names:and}: {note}",
    "score-card": "Progress to target",
    "head-reason": "Reason",
    "head-target-id": "Target id",
    "head-number": "No.",
    "head-reference": "Source",
    "head-figure": "Figure",
    "head-period": "Period",
    "head-value": "Value",
    "head-words": "Source’s words, or formula",
    "head-source": "Source",
    "head-note": "Note",
    "head-severity": "Severity",
    "head-place": "Place",
    "head-what": "What was found",
    "head-remedy": "Treatment",
    "in-table": "Table: {title}",
    "in-chart": "Figure: {title}",
    "periods-to": "{first} to {last}",
    "count-of-figures": "{count:one figure|{count} figures}",
    "severity-of-many": "{severity} ({count})",
    "as-above": "As above.",
    "scope": "Scope: {scope}.",
    "period-inferred": "{period} (inferred)",
    "severity-error": "error",
    "severity-warning": "warning",
    "severity-note": "note",
    "column-left-out": "{column} is left out: {reason:?{reason}|no row has a figure for it}.",
    "column-not-stated": "{column}: not stated in the sources.",
}

FINDINGS: dict[str, Advice] = {
    "long-key-message": Advice(
        "A key message takes more than two lines: “{text}”.",
        "Name fewer indicators in it, and the others in the text.",
    ),
    "left-out-unexplained": Advice(
        "The text leaves out figures that have no number, and nothing says why: {names}.",
        "Put the paragraphs {%p for n in notes %}, Note: {{ n }}, {%p endfor %} after the text.",
    ),
    "list-read-early/sources": Advice(
        "The document's sources are read before all that it shows is known: {held} of {now} were there.",
        "Read them in tags of their own, not for a name or a condition on which other figures hang; or read them behind the text.",
    ),
    "list-read-early/figures": Advice(
        "The document's figures, or findings about them, are read before all that it shows is known: {held} of {now} were there.",
        "Read them in tags of their own, not for a name or a condition on which other figures hang; or read them behind the text.",
    ),
    "raw-arithmetic": Advice(
        "The template computes with “{one}” and “{other}”, which cannot be set against each other: {reason}.",
        "Use a figure that reportgen works out (growth, change, share): it refuses, or says what it did.",
    ),
    "raw-arithmetic/bound": Advice(
        "The template computes with “{one}”, of which only a bound or an approximate value is known; what comes out "
        "looks exact and is not.",
        "Use a figure that reportgen works out (growth, change, share): it says “more than” where that is all one knows.",
    ),
    "no-number": Advice(
        _no_number, "Leave it out, ask .available before it is shown, or let .sentence say why."
    ),
    "unknown-name/definition": Advice(
        "{key}: there is no {thing} “{wanted}”; nearest: {near}.", "Correct the name."
    ),
    "unknown-name/definition-choices": Advice(
        "{key}: there is no {thing} “{wanted}”.",
        "{choices:?Write one of: {choices}.|The dataset has none; add it there.}",
    ),
    "unknown-name/expression": Advice("{key}: {error}", "Mend the expression."),
    "unknown-name/code": Advice("{key}: {error}", "Write a code of the dataset."),
    "wrong-value/expression": Advice("{key}: {error}", "Mend it."),
    "wrong-value/definition": Advice("{error}", "Mend the definition."),
    "missing-key/each": Advice(
        "{key} sorts the rows below an indicator, and the row does not say which.",
        'Add each = "areas", "breakdown" or "partners", or take {name} out.',
    ),
    "missing-key/group-by": Advice(
        "{key}: there are no groups to have subtotals.",
        'Write group_by = "area", "department" or "indicator".',
    ),
    "missing-key/table-rows": Advice("{key}: the table has no rows.", 'Write rows = [{indicator = "..."}].'),
    "missing-key/table-periods": Advice(
        "{key}: the table has no periods.", 'Write periods = ["2019", "2020"].'
    ),
    "missing-key/chart-periods": Advice(
        "{key}: the chart has neither periods nor rows.",
        'Write periods = ["2020", "2021"] or rows = [{indicator = "..."}].',
    ),
    "missing-key/chart-series": Advice(
        "{key}: the chart over periods has no series.", 'Write series = [{indicator = "..."}].'
    ),
    "wrong-value/rows-over-periods": Advice(
        "{key}: a chart over periods draws series, and rows stand beside one another without periods.",
        'Write series = [{indicator = "..."}] in place of rows, or take periods out.',
    ),
    "missing-key/ranking-rows": Advice(
        "{key}: a ranking compares rows, and the chart has none.", 'Write rows = [{indicator = "..."}].'
    ),
    "missing-key/panel-rows": Advice(
        "{key}: small multiples draw a panel for each row, and the chart has none.",
        'Write rows = [{indicator = "...", each = "areas"}].',
    ),
    "missing-key/panel-periods": Advice(
        "{key}: the panels of small multiples go over periods, and the chart has none.",
        'Write periods = {last = 12, like = "month"} or periods = ["2022", "2023"].',
    ),
    "missing-key/parts-rows": Advice(
        "{key}: the chart shows the parts of a whole as rows, and has none.",
        'Write rows = [{indicator = "..."}].',
    ),
    "wrong-value/one-series": Advice(
        "{key}: parts of a whole are one series, and the chart has several.",
        'Leave one series, or choose kind = "stacked".',
    ),
    "wrong-value/negative-part": Advice(
        "{key}: a part is below zero, and its slice would look as if it were above.",
        'Choose kind = "bar", which shows both sides of zero.',
    ),
    "row-without-data": Advice(
        "{key}: the dataset has nothing of {row:quoted} for any period, so the row stays empty.",
        "Correct indicator, area, breakdown or partner of the row, or take it out until there are figures.",
    ),
    "chart-parts/many": Advice(
        "{key}: of {count} parts the slices are hard to tell apart; up to {most} can be read.",
        'Put the small ones together, or choose kind = "ranking".',
    ),
    "chart-parts/no-whole": Advice(
        "{key}: the parts shown are not known to make up one whole, and a pie says that they do.",
        'Add the parts that are missing, or choose kind = "bar".',
    ),
    "missing-key/chart-targets": Advice("{key}: the chart names no targets.", 'Write targets = ["..."].'),
    "empty-chart": Advice(
        "{key}: the chart has not one point to draw.{reasons:? {reasons:sentences}}",
        "Choose periods, rows or targets that have figures, or take the chart out of the definition and the templates.",
    ),
}
