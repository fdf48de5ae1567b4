"""Which rule a row follows, by its label and by the rows around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

from reportgen.dataset.observations import SERIES_DIMENSIONS
from reportgen.intake.patterns import TIMES, Pattern, filled, first_match, folded, tidied
from reportgen.intake.recipe import Meaning, Recipe, RowRule
from reportgen.record import CachingRecord, Record, replace

NAMED = "label"
"""``{label}`` in a recipe's code stands for the whole label."""


class RowMeaning(Record, eq=False):
    """What one label may mean: its rule, and the rule's meaning with this label's code."""

    rule: RowRule
    pattern: Pattern
    meaning: Meaning
    times: frozenset[tuple[str, str]] = frozenset()
    """What the label says of when its numbers are from."""


class _Candidate(CachingRecord):
    order: int
    pattern: Pattern
    rule: RowRule
    code: str | None
    """The code that the rule gives this label, where it has a list of them."""

    def meaning_of(self, label: str) -> RowMeaning | None:
        read = self.pattern.match(label)
        if read is None:
            return None
        times = frozenset(item for item in read.items() if item[0] in TIMES)
        if not (self._placeholders or times):
            return self._fixed
        names = {NAMED: tidied(label), **read}
        named = {name: filled(getattr(self._fixed.meaning, name), names) for name in self._placeholders}
        return RowMeaning(self.rule, self.pattern, replace(self._fixed.meaning, **named), times)

    @cached_property
    def _fixed(self) -> RowMeaning:
        """The meaning before placeholders are filled."""
        meaning = self.rule.meaning
        if self.code is not None:
            meaning = replace(meaning, **{self.rule.dimension: self.code})
        return RowMeaning(self.rule, self.pattern, meaning)

    @cached_property
    def _placeholders(self) -> tuple[str, ...]:
        """The dimensions whose code depends on the label."""
        return tuple(name for name in SERIES_DIMENSIONS if "{" in getattr(self._fixed.meaning, name))


def _order_for(label: str) -> Callable[[_Candidate], tuple[int, bool]]:
    """Sorts candidates as the recipe has them, and of one rule's those first that are written like the label."""
    own = tidied(label)
    return lambda one: (one.order, one.pattern.is_literal and tidied(one.pattern.text) != own)


class RowRules:
    """The row rules of a recipe; what they say of a label is worked out once, for all tables."""

    def __init__(self, recipe: Recipe) -> None:
        self._notes = recipe.table.notes
        self._literal: dict[str, list[_Candidate]] = {}
        self._open: list[_Candidate] = []
        self._known: dict[str, tuple[RowMeaning, ...]] = {}
        self.everywhere: dict[str, RowMeaning | None] = {}
        """What each label that was met means where no rule holds that depends on the rows around it."""
        self.placed = tuple(rule for rule in recipe.rows if rule.after or rule.before or rule.below)
        self.expected: list[tuple[RowRule, str, tuple[Pattern, ...]]] = []
        """What a table has to hold: rule, code, and the labels that it may have."""
        for rule in recipe.rows:
            self._add(rule)

    def _add(self, rule: RowRule) -> None:
        labels = [(pattern, None) for pattern in rule.label]
        labels += [(Pattern(label), code) for label, code in rule.codes.items()]  # type: ignore[misc]
        for pattern, code in labels:
            candidate = _Candidate(rule.number, pattern, rule, code)
            if pattern.is_literal:
                self._literal.setdefault(pattern.folded, []).append(candidate)
            else:
                self._open.append(candidate)
        if rule.skip or rule.ask or rule.optional:
            return
        if rule.codes:
            for code in dict.fromkeys(rule.codes.values()):
                patterns = tuple(Pattern(label) for label, other in rule.codes.items() if other == code)
                self.expected.append((rule, code, patterns))
        else:
            self.expected.append((rule, "", rule.label))

    def of(self, label: str) -> tuple[RowMeaning, ...]:
        """What a label may mean, in the order of the recipe; nothing for a note, and where no rule fits."""
        found = self._known.get(label)
        if found is None and self.is_note(label):
            found = self._known[label] = ()
        if found is None:
            literal = self._literal.get(folded(label))
            candidates = (
                self._open if literal is None else sorted([*literal, *self._open], key=_order_for(label))
            )
            meanings = (candidate.meaning_of(label) for candidate in candidates)
            found = self._known[label] = tuple(meaning for meaning in meanings if meaning is not None)
        if label not in self.everywhere:
            self.everywhere[label] = next((one for one in found if one.rule not in self.placed), None)
        return found

    def is_note(self, label: str) -> bool:
        """Whether a row of this label is a note."""
        return first_match(self._notes, label) is not None


class Neighbours:
    """The labels of one table from above, asked for the rows over and under a row."""

    def __init__(self, labels: Sequence[str], rules: RowRules) -> None:
        self._labels, self._rules = labels, rules
        self._rows: dict[tuple[Pattern, ...], list[int]] = {}
        self._stretches: dict[int, tuple[int, int]] = {}
        stretches = [self._stretch(rule) for rule in rules.placed]
        self.placed = range(
            min((start for start, _ in stretches), default=0) + 1,
            max((end for _, end in stretches), default=0),
        )
        """Rows in which a rule may hold that depends on the rows around it."""

    @cached_property
    def _folded(self) -> list[str]:
        return list(map(folded, self._labels))

    def chosen(self, row: int, label: str) -> RowMeaning | None:
        """The first meaning of the label in this row whose rule fits the rows around it."""
        meanings = self._rules.of(label)
        for meaning in meanings:
            rule = meaning.rule
            start, end = self._stretches.get(rule.number) or self._stretch(rule)
            if start < row < end and (not rule.below or self._is_below(row, rule, meanings)):
                return meaning
        return None

    def _is_below(self, row: int, rule: RowRule, meanings: Sequence[RowMeaning]) -> bool:
        """Whether of the rows that are named for this label the closest above is the rule's."""
        rivals = {other.rule.below for other in meanings if other.rule.below}
        above = {below: self._closest_above(below, row) for below in rivals}
        mine = above[rule.below]
        return mine >= 0 and mine == max(above.values())

    def _stretch(self, rule: RowRule) -> tuple[int, int]:
        """The rows between which a rule holds; none where the label that opens or ends the stretch is not there."""
        start, end = -1, len(self._labels)
        if rule.after:
            start = next(iter(self._rows_of(rule.after)), end)
        if rule.before:
            end = next((row for row in self._rows_of(rule.before) if row > start), start)
        self._stretches[rule.number] = (start, end)
        return start, end

    def _closest_above(self, patterns: tuple[Pattern, ...], row: int) -> int:
        rows = self._rows_of(patterns)
        at = bisect_left(rows, row)
        return rows[at - 1] if at else -1

    def _rows_of(self, patterns: tuple[Pattern, ...]) -> list[int]:
        found = self._rows.get(patterns)
        if found is None:
            literal = {pattern.folded for pattern in patterns if pattern.is_literal}
            opened = [pattern for pattern in patterns if not pattern.is_literal]
            rows = [row for row, text in enumerate(self._folded) if text in literal]
            if opened:
                fitting = (
                    row for row, label in enumerate(self._labels) if first_match(opened, label) is not None
                )
                rows = sorted({*rows, *fitting})
            found = self._rows[patterns] = rows
        return found
