"""What ``compare`` says, in English."""

from __future__ import annotations

from reportgen.language.contract import Entry

COMPARE: dict[str, Entry] = {
    "not-a-pack-json": (
        "{file} is no pack.json of reportgen, or a damaged one: give the pack.json of a build."
    ),
    "compared": "Compared: {old} → {new}",
    "definition-ref-area": "reference area: {before} → {now}",
    "definition-period": "period: {before} → {now}",
    "definition-cut-off": "cut-off date: {before} → {now}",
    "nothing-changed": "Nothing changed.",
    "only-shown-compared": "One side is a build: only the figures it shows are compared.",
    "breaks-not-compared": ("Breaks are not compared: a pack.json of an earlier version does not list them."),
    "through": "through {ids}",
    "also-through": "also through {ids}",
    "none": "none",
    "no-value": "no number",
    "figure-of-period": "{label} ({period})",
    "revised": "{figure}: {before} → {now}{amount:?  {amount}}",
    "revised-in-fields": "{figure}: {now}; {changed}",
    "listed-figure": "{figure}: {shown}  [{id}]",
    "listed-finding": "{finding} [{code}]",
    "same-in-print": "the same in print ({amount})",
    "changed-fields": "changed: {fields}",
    "source": "{title}{publisher:?, {publisher}}{published:?, {published}}",
    "break": "{indicator} {area} from {period} ({basis}){note:?: {note}}",
    "is-new": "new: {what}",
    "is-gone": "gone: {what}",
    "is-changed": "{what}; {changed}",
    "basis-stated": "stated",
    "basis-inferred": "inferred",
    "note-title": "Note on revisions",
    "count-revised-further": "{count:1 further figure was revised|{count} further figures were revised}",
    "count-renamed": "{count:1 code renamed|{count} codes renamed}",
    "count-words": "{count:1 label or note changed|{count} labels or notes changed}",
    "count-templates": "{count:1 template changed|{count} templates changed}",
    "renamed": "{dimension} {before} is now called {now} ({count:one figure|{count} figures})",
    "label-changed": "{dimension} {code}: label “{before}” → “{now}”",
    "note-changed": "{dimension} {code}: note “{before}” → “{now}”",
    "template": "template {template}",
    "template-changed": "template {template}: its content changed",
    "dimension-indicator": "indicator",
    "dimension-area": "area",
    "dimension-breakdown": "breakdown",
    "dimension-counterpart-area": "counterpart area",
    "dimension-scope": "scope",
    "dimension-unit": "unit",
    "dimension-target": "target",
    "dimension-observation": "observation",
    "dimension-source": "source",
    "note-moves": "{count:one computed figure moves with it|{count} computed figures move with it}",
    "note-up": (
        "{figure} was revised up from {before} to {now}, by {amount}{sources:? (new source: {sources})}"
        "{moves:?; {moves}}"
    ),
    "note-down": (
        "{figure} was revised down from {before} to {now}, by {amount}{sources:? (new source: {sources})}"
        "{moves:?; {moves}}"
    ),
    "note-same-in-print": (
        "{figure} was revised by {amount}, which print does not show: {now}{sources:? (new source: {sources})}"
        "{moves:?; {moves}}"
    ),
    "count-revised": "{count:1 figure revised|{count} figures revised}",
    "count-added": "{count:1 new figure|{count} new figures}",
    "count-gone": "{count:1 figure gone|{count} figures gone}",
    "count-moves": "{count:moves 1 computed figure:|moves {count} computed figures:}",
    "count-recomputed": (
        "{count:1 computed figure moved with them|{count} computed figures moved with them}"
    ),
    "count-computed": (
        "{count:and 1 figure computed from these or others|and {count} figures computed from these or others}"
    ),
    "count-targets": "{count:1 target changed its status|{count} targets changed their status}",
    "count-sources": "{count:1 source changed|{count} sources changed}",
    "count-breaks": "{count:1 break changed|{count} breaks changed}",
    "count-findings-added": "{count:1 new finding|{count} new findings}",
    "count-findings-settled": "{count:1 finding settled|{count} findings settled}",
    "field-value": "value",
    "field-unit": "unit",
    "field-precision": "precision",
    "field-bound": "bound",
    "field-qualifier": "qualifier",
    "field-status": "status",
    "field-state": "status of target",
    "field-scope": "scope",
    "field-reason": "reason",
    "field-formula": "formula",
    "field-citations": "sources and their words",
    "field-title": "title",
    "field-author": "author",
    "field-publisher": "publisher",
    "field-published": "date of publication",
    "field-accessed": "date of access",
    "field-url": "address",
    "field-language": "language",
    "field-kind": "type",
    "field-basis": "basis",
    "field-note-en": "note",
    "field-note-zh": "note (Chinese)",
    "field-label-en": "label",
    "field-label-zh": "label (Chinese)",
    "field-source": "source",
}
