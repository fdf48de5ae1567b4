"""Calculations and reconciliation: why there is no number, and what does not add up, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry, Wording

MESSAGES: dict[str, Entry] = {
    # growth
    "base-zero": "the base is zero: there is no growth from nothing",
    "base-negative": "the base is negative: a growth rate from it would mean nothing",
    "whole-unchanged": "the whole did not change, so nothing contributed to its change",
    "lost-everything": "a fall by 100% or more leaves nothing from which the base could be told",
    "multiple-not-above-zero": "the multiple is not above zero: no base could be told from it",
    "no-whole-year": "there is no whole year between the two",
    "later-not-above-zero": "the later value is not above zero: there is no constant growth that leads to it",
    "cumulative-falls": "the cumulative figure is smaller than the shorter one before it: it was revised, or follows another scope",
    # beside each other
    "divisor-not-above-zero": "the number to divide by is not above zero",
    "part-above-whole": "the part is larger than its whole: the two do not follow one definition",
    # bounds
    "unbounded": Wording(
        "the numbers it rests on are given only as {bounds:and}, so the result cannot be bounded",
        "the sources give the underlying figures only as {bounds:and}, so it cannot be told",
    ),
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
    "unlike-periods": Wording(
        "{one} and {other} are unlike periods",
        "figures for {one} and for {other} cannot be set against each other: they cover unlike periods",
    ),
    "different-scopes": "the statistical scopes differ ({one} and {other})",
    "scope-not-stated": "the figure for {period} does not state its scope (the other follows {scope}), and the series is known to "
    "break {breaks_at:when}",
    "broken-between": "{later} cannot be compared with {earlier}: the series breaks {breaks_at:when} "
    "({inferred:?inferred|stated by a source}){note:?. {note}}",
    "no-definition": "no source gives a definition of either figure, so the two may not be defined alike",
    "broken-in-one-area": "the series for {broken} breaks {breaks:and}, the one for {whole} does not, and no source says which "
    "stretch of it is defined like the figures for {whole}",
    "break-at": "{period:when} ({inferred:?inferred|stated by a source})",
    # conversions
    "rate-out-of-line": Wording(
        "It is out of line with the other conversions, which imply {others} {home} per {foreign:code}.{slip:? {slip}}",
        "It is out of line with the other conversions, which imply {others} {home} per {foreign:one}.{slip:? {slip}}",
    ),
    "rates": "{low}{high:? to {high}}",
    "misplaced-point": "A decimal point is probably misplaced by a factor of {factor}: {corrected} would be in line.",
    # targets
    "not-above-zero": "constant growth needs a start and a target above zero",
    "target-period-over": "the target's period is over",
    "target-reached-already": "the target is reached already",
    "at-the-base": "it is the value the plan starts from: there is no path and no pace yet",
    "before-the-base": "the period lies before the plan's start",
    "no-base": "the plan names no value it starts from, so there is no path and no pace",
    "beyond-the-target": "the period lies beyond the target's",
    "no-way-down": "a target to fall to is completed from its base, and the plan names none",
    "base-at-target": "the base already equals the target",
    "target-not-above-zero": "the target is not above zero: there is no share of it",
    "no-yearly-path": "the first months of the target's year have no yearly path; they are compared with the share of the year "
    "gone by",
    "share-is-no-pace": "a target of several years, or of a stock, has its yearly path; its completion is not compared with the "
    "share of the time elapsed",
    "ceiling-is-used-up": "a ceiling for a year is used up by its first months, not completed",
    "rates-do-not-grow": "a rate is not led to its target by constant growth; its gap is in percentage points",
    # statuses of targets
    "target-reached": "the target is reached",
    "target-missed": "the target's period is over and it was not reached",
    "keeps-up": "it stands at or beyond where the path should be",
    "falls-short": "it stands short of where the path should be",
    "side-left-open": "the qualifier of the observation leaves open on which side of the mark it stands",
}

FINDINGS: dict[str, Advice] = {}
