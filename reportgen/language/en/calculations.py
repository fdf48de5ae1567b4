"""Calculations and reconciliation: why there is no number, and what does not add up, in English."""

from __future__ import annotations

from typing import Any

from reportgen.language.contract import Advice, Entry, Speaker, Wording

MESSAGES: dict[str, Entry] = {
    # growth
    "base-zero": "the base is zero: there is no growth from nothing",
    "base-negative": "the base is negative: a growth rate from it would mean nothing",
    "turned-negative": "it turned from above zero to below zero (a surplus into a deficit): no growth rate leads there",
    "change-within-rounding": "the whole changed by less than the rounding of its numbers",
    "rounding-leaves-open": "the rounding of the numbers leaves it anywhere from {low} to {high}",
    "whole-across-zero": "the whole crossed zero (a surplus became a deficit, or the reverse): it has no growth that a part could "
    "share in",
    "whole-hardly-moved": "the whole changed by less than one percent, so shares of growth are not meaningful",
    "part-moved-against": "the part moved against the whole",
    "whole-unchanged": "the whole did not change, so nothing contributed to its change",
    "lost-everything": "a fall of 100% or more leaves nothing from which the base could be told",
    "multiple-not-above-zero": "the multiple is not above zero: no base could be told from it",
    "no-whole-year": "there is no whole year between the two",
    "later-not-above-zero": "the later value is not above zero: there is no constant growth that leads to it",
    "cumulative-falls": "the cumulative figure is smaller than the shorter one before it: it was revised, or follows another scope",
    "within-rounding": "the difference is smaller than the rounding of the two numbers",
    # beside each other
    "divisor-not-above-zero": "the number to divide by is not above zero",
    "part-above-whole": "the part is larger than its whole: the two do not follow one definition",
    # bounds
    "unbounded": Wording(
        "the numbers it rests on are given only as {bounds:and}, so the result cannot be bounded",
        "the sources give the underlying figures only as {bounds:and}, so it cannot be told",
    ),
    "bound-within-rounding": "the rounding of the numbers leaves no bound that surely holds",
    "bound-lower": "“more than”",
    "bound-upper": "“less than”",
    "bound-approximate": "“about”",
    # comparability
    "different-series": "different things are measured: {differing}",
    "is-not": "{one} is not {other}",
    "different-units": Wording(
        "the units differ ({one:code} and {other:code})",
        "the units differ ({one} and {other})",
    ),
    "different-prices": "the two are not stated at the same prices (where nothing is said, current prices are taken)",
    "unlike-periods": Wording(
        "{one} and {other} are unlike periods",
        "{one} and {other} do not cover the same months of the year",
    ),
    "unlike-lengths": "{one} covers {one:length}, {of_target:?the target|{other}} {other:length}",
    "different-scopes": "the statistical scopes differ ({one} and {other})",
    "scope-not-stated": "the figure for {period} does not state its scope (the other follows {scope}), and the series is known to "
    "break {breaks_at:when}",
    "broken-between": Wording(
        "{later} cannot be compared with {earlier}: the series breaks {breaks_at:when} "
        "({inferred:?inferred|stated by a source}){note:?. {note}}",
        "the series {inferred:?appears to be|is} defined differently from {breaks_at} on, so {later} cannot be compared with {earlier}"
        "{note:?. {note}}",
    ),
    "no-definition": "no source gives a definition of either figure, so the two may not be defined alike",
    "broken-in-one-area": "the series for {broken} breaks {breaks:and}, the one for {whole} does not, and no source says which "
    "part of it is defined like the figures for {whole}",
    "break-at": Wording("{period:when} ({inferred:?inferred|stated by a source})", "{period:when}"),
    # conversions
    "rate-out-of-line": Wording(
        "It is out of line with the other conversions, which imply {others} {home} per {foreign:code}.{slip:? {slip}}",
        "It is out of line with the other conversions, which imply {others} {home} per {foreign:one}.{slip:? {slip}}",
    ),
    "rates": "{low}{high:? to {high}}",
    "misplaced-point": "A decimal point is probably misplaced by a factor of {factor}: {corrected} would be in line.",
    # sizes of changes, and what to do about contradictions
    "from-nothing": "from nothing",
    "times-as-much": "{times} times as much",
    "fell-by": "a fall of {percent}",
    "fell-to-part": "a fall to 1/{times} (a multiplier may be wrong)",
    "rose-by": "a rise of {percent}",
    "look-for-a-break": "Check the sources; if the definition changed, record a break in {period} in the table breaks.",
    "rely-on-the-break": Wording(
        "The {inferred:?inferred|stated} break in {period}{place:? ({place})} explains it: nothing is computed across it.",
        "A break in {period} {inferred:?is inferred|is stated}: nothing is computed across it.",
    ),
    "check-the-three": "Check the three figures and whether they follow one definition.",
    "quoted": "“{text}”",
    "smaller-ones": "{count:one other was smaller|{count} others were smaller}",
    "restated-by": "{period} {rises:?up|down} by {amount} ({share})",
    "parts-areas": "areas",
    "parts-breakdown": "parts",
    "parts-partners": "partners",
    "parts-months": "months",
    "parts-quarters": "quarters",
    # targets without an observation
    "nearest-does-not-fit": Wording(
        "“{nearest}” ({stated}) cannot be used, because {reason}",
        "the nearest figure, {stated}, cannot be used, because {reason}",
    ),
    "only-something-else": "there is only “{series}”, which is something else",
    "no-level-of-it": Wording("the dataset has no level of it", "no figure is published"),
    # targets
    "not-above-zero": "constant growth needs a start and a target above zero",
    "target-period-over": "the target’s period is over",
    "target-reached-already": "the target is reached already",
    "at-the-base": "it is the value the plan starts from: there is no path and no pace yet",
    "before-the-base": "the period lies before the plan’s start",
    "no-base": "the plan names no value it starts from, so there is no path and no pace",
    "beyond-the-target": "the period lies beyond the target’s",
    "no-way-down": "a target to fall to is completed from its base, and the plan names none",
    "needs-base": "the plan sets it from a base and names none",
    "total-has-no-path": "a total over several years is summed up: it has no yearly path",
    "no-path-of-growth": "a growth rate is set for its own period: no path leads to it and nothing is needed a year",
    "share-has-no-path": "the share is set for its own period: no path leads to it",
    "open-at-the-mark": "the observation is only a bound, and the bound is the target itself: by how much it is short of it, or beyond, is left open",
    "not-completed": "a growth rate or a range is kept or missed, not completed by a share",
    "base-beyond-target": "the base already lies at or beyond the target: no way leads there",
    "no-progress-before": "the target is for one period and names no base: before that period there is no progress towards it",
    "base-at-target": "the base already equals the target",
    "target-not-above-zero": "the target is not above zero: there is no share of it",
    "no-yearly-path": "the first months of the target’s year have no yearly path; they are compared with the share of the year "
    "gone by",
    "share-is-no-pace": "a target of several years, or of a stock, has its yearly path; its completion is not compared with the "
    "share of the time elapsed",
    "ceiling-is-used-up": "a ceiling for a year is used up by its first months, not completed",
    "rates-do-not-grow": "a rate is not led to its target by constant growth; its gap is in percentage points",
    # statuses of targets
    "target-reached": "the target is reached",
    "target-reached-at-base": "the target is reached, as it was at the plan’s base already",
    "target-missed": "the target’s period is over and it was not reached",
    "keeps-up": "it stands at or beyond where the path should be",
    "falls-short": "it stands short of where the path should be",
    "keeps-up-with-time": "it is at or beyond the share of the target that the time gone by asks for",
    "falls-short-of-time": "it is short of the share of the target that the time gone by asks for",
    "meets-so-far": "so far it meets what the target sets",
    "does-not-meet-so-far": "so far it does not meet what the target sets",
    "side-left-open": "the qualifier of the observation leaves open on which side of the mark it stands",
}


def _sum(language: Speaker, parameters: dict[str, Any]) -> str:
    total = " + ".join(language.write(part) for part in parameters["parts"])
    name, whole, ids = (language.write(parameters[key]) for key in ("name", "whole", "ids"))
    return f"{name}, is {whole}, but its parts {ids} come to more: {total}."


FINDINGS: dict[str, Advice] = {
    "stated-twice": Advice(
        "{name}, is stated twice with different values: {first}{first_id:? in “{first_id}”}, {second}{second_id:? in “{second_id}”}. The first one is used.",
        "Find out which holds; give different definitions different scopes, and mark a revised figure in the column status.",
    ),
    "stated-twice-alike": Advice(
        "{name}, is stated twice, as {first} and as {second}; the two agree within their rounding.",
        "Keep the more precise row and give it both citations.",
    ),
    "growth-against-levels": Advice(
        "{rises:?Up|Down} {size} to {now} in {period} implies {implied} for {base_period}, but {base_id:?observation “{base_id}” states|the level published is} "
        "{base}{other_period:? for {other_period}}.",
        "{advice}",
    ),
    "growth-on-revised-base": Advice(
        "{name}: {count:one published growth rate does|{count} published growth rates do} not follow from the published levels, but "
        "{count:does|do} from bases revised since. {count:It is|The furthest is} {rate} for {period}, which implies {implied} for "
        "{base_period}, {size} {rises:?above|below} the {base} published then{base_id:? (“{base_id}”)}.",
        "Show the published growth; add the revised level of {base_period} if a source gives it.",
    ),
    "share-against-levels": Advice(
        "{name}, is reported as {said}, but {part}{part_id:? (“{part_id}”)} against {whole}{whole_id:? (“{whole_id}”)} gives {quotient}.",
        "{advice}",
    ),
    "multiple-against-levels": Advice(
        "{name}, is reported as {said}, but {part}{part_id:? (“{part_id}”)} against {whole}{whole_id:? (“{whole_id}”)} gives {quotient}.",
        "{advice}",
    ),
    "share-above-whole": Advice(
        "{name}, is {said}: a part cannot exceed its whole.",
        "Check the value, and whether it is a multiple or a growth.",
    ),
    "negative-share": Advice(
        "{name}, is {said}: a part of what is counted up cannot be less than nothing.",
        "Check the sign, and whether it is a growth or a difference.",
    ),
    "points-against-rates": Advice(
        "{name}, is reported as {said}, but {rate}{rate_id:? (“{rate_id}”)} less {base}{base_id:? (“{base_id}”)} is {found}.",
        "Check the three figures against their sources.",
    ),
    "period-below-its-part": Advice(
        "{name}: {whole} for {whole_period} is not, or hardly, above the {part} of {part_period} alone{part_id:? (“{part_id}”)}.",
        "Check both figures, and whether they follow one definition.",
    ),
    "implied-restatement": Advice(
        "{name}: the cumulative totals imply later revisions, {changes:and}{smaller:?; {smaller}}.",
        "Nothing, if the publisher restates; take single months from their own rows, and growth as published.",
    ),
    "total-against-months": Advice(
        "{name}: {total} for {period} less {between} of {months} is not the {before} of {earlier}: {amount} remains.",
        "Check the three figures; no publisher restates earlier months by so much.",
    ),
    "large-change-unreported": Advice(
        "{name}, went from {before} in {earlier}{earlier_id:? (“{earlier_id}”)} to {after} in {later}, {size}, and no source reports such a "
        "change.",
        "{advice}",
    ),
    "large-change-unreported/pace": Advice(
        "{name}: {after} for {later}, {after_monthly} a month, cannot continue a series whose {earlier} alone came to "
        "{before}{earlier_id:? (“{earlier_id}”)}, {before_monthly} a month: that would be {size}, and no source reports such a change.",
        "{advice}",
    ),
    "part-above-total": Advice(
        "{name}, {part}, is above its total{whole_id:? “{whole_id}”}: {whole_name}, {whole}.",
        "Check both figures, and whether they follow one definition.",
    ),
    "parts-above-total": Advice(
        _sum,
        "Check the figures, and whether the parts overlap or follow another definition.",
    ),
    "parts-against-whole": Advice(
        "{name}, is {whole}, but its {count} {dimension} come to {total}: {difference} {is_more:?more|less}, beyond what rounding "
        "explains.",
        "Check the parts and the whole; if the parts are not all, or overlap, take the dimension out of the column additive.",
    ),
    "parts-against-whole/in-time": Advice(
        "{name}, is {whole}, but its {count} {dimension} come to {total}: {difference} {is_more:?more|less}, beyond what rounding "
        "explains.",
        "Check them; where the publisher restates earlier months in the total only, take them out of the column additive.",
    ),
    "shares-above-whole": Advice(
        "{name}, and the other shares of the same split ({count} in all) come to {total}: parts cannot exceed their whole.",
        "Check the shares, and whether they overlap.",
    ),
    "same-as-last-year": Advice(
        "{name}: {value} for {period} is to the last digit what is stated for {earlier}{earlier_id:? (“{earlier_id}”)}.",
        "Check whether last year’s value was copied.",
    ),
    "values-exchanged": Advice(
        "{name}, is {value}, and {other_name}, is {other}{other_id:? (“{other_id}”)}: both contradict what they are set against, and neither would "
        "where the other stands.",
        "Check whether the two were exchanged.",
    ),
    "unusual-change": Advice(
        "{name}: a change by {rate} in {period} is far from the usual {usual} of the other {count} changes over a year.",
        "Check the value with its source; a digit or a row may have been mistaken.",
    ),
    "unusual-rate": Advice(
        "{name}: {value} in {period} is far from the usual {usual} of the other {count:value|{count} values} of the series.",
        "Check the value with its source; a decimal point may have moved.",
    ),
    "rate-out-of-line": Advice(
        "{name}: {amount} given as {converted} implies {rate} {home} to one {foreign:code}, while the other "
        "{count:conversion implies|conversions imply} {others}.{slip:? {slip}}",
        Wording(
            "Check both amounts with the source; quote them as written and do not compute with the doubtful one.",
            "Quoted as written; nothing is computed with the doubtful amount.",
        ),
    ),
    "target-without-observation": Advice(
        Wording(
            "Nothing comparable is observed for the target “{target}” ({name}: {goal}): {why}.",
            "{name}: progress towards the target, {goal}, is not measured: {why}.",
        ),
        Wording(
            "Add an observation of the same indicator, area, breakdown, unit and a like period; until then no progress is shown.",
            "No completion rate is given.",
        ),
    ),
    "target-without-base": Advice(
        "The target “{target}” ({name}: {goal}) names no base, so nothing is said of its completion, gap or status before {period} begins.",
        "Name in the column “base_obs” the observation that the plan starts from.",
    ),
    "target-measured-before-break": Advice(
        "The target “{target}” is not measured by the latest figure, {latest} for {period}{latest_id:? (“{latest_id}”)}: the series breaks in "
        "{breaks_at} ({inferred:?inferred|stated}), so it stays measured in the stretch of its base, {base} in {base_period}.",
        "Say so beside the figure; ask the plan’s authority which definition the target follows.",
    ),
    "target-not-beyond-base": Advice(
        "The target “{target}” of {goal} for {period} is passed by its own base already: {base} in {base_period}{base_id:? (“{base_id}”)}.",
        "Check value, multiplier and base_obs.",
    ),
    "target-base-unlike": Advice(
        "The target “{target}” is set for {wanted} ({unit:code}), but its base{base_id:? “{base_id}”} is {given} ({base_unit:code}, {measure}).",
        "Name a level of the same series and unit, or leave base_obs empty.",
    ),
    "milestone-beyond-target": Advice(
        "The milestone “{milestone}” ({first} in {earlier}) goes beyond the later target “{target}” ({second} in {later}).",
        "Check the two values and their periods.",
    ),
    "unlike-periods": Advice(
        "{name}: {period}{level_id:? (“{level_id}”)} is unlike the other periods ({others}), so no growth is computed between them.",
        "Add the same months of another year if a source gives them.",
    ),
    "unlike-periods/base": Advice(
        "{growth_id:?“{growth_id}”|A published rate} compares {period} with {base}, which covers other months.",
        "Correct the base period; a year-on-year rate compares the same months.",
    ),
    "break-inferred": Advice(
        "{name}, is not comparable with before from {period} on (inferred).{note:? {note}}",
        "Do not compute growth across it; replace an inferred break when a source explains it.",
    ),
    "break-stated": Advice(
        "{name}, is not comparable with before from {period} on (stated by a source).{note:? {note}}",
        "Do not compute growth across it.",
    ),
}
