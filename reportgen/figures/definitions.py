"""Tables and charts as ``pack.toml`` defines them: reading the parts they share, and collecting what is wrong with them.

A definition's mistakes are findings that name the key (``tables.progress.rows[2].indicator``); all of them are collected
before a PackError carries them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reportgen.dataset.records import Dataset
from reportgen.errors import PackError, ReportgenError
from reportgen.figures.context import PackContext
from reportgen.figures.moving_texts import check_places, moved_text
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.allowed_names import nearest_names
from reportgen.figures.terms.figure import unit_power
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.figures.terms.series_list import Terms
from reportgen.kinds.parts import BELOW
from reportgen.messages import Message
from reportgen.periods import Period, PeriodKind
from reportgen.record import replace
from reportgen.toml_keys import (
    PACK_FILE,
    PERIOD,
    TEXT,
    KeyReader,
    KeyRule,
    ValueMistakeError,
    fitting,
    is_mapping,
    is_text,
    is_whole,
    one_of,
    section,
    whole,
)

_NAMES_LISTED = 12
_LARGEST_MM = 1000
MOST_PERIODS = 120
"""So many periods may be asked for at most."""
_LIKE: dict[str, Callable[[Period], Period]] = {
    "month": lambda period: period.last_month,
    "cumulative": lambda period: period.year_to_date,
    "quarter": lambda period: Period.span_of(
        period.last - period.last % 3, period.last - period.last % 3 + 2
    ),
    "year": lambda period: Period.year_of(period.year),
}
"""The period of a kind in which another one ends."""


def _read_unit(value: Any) -> Any:
    """A power of ten, ``None`` for ``"auto"``; or one for each language."""
    if isinstance(value, Mapping):
        return {language: _read_unit(unit) for language, unit in value.items()}
    try:
        return None if value == "auto" else unit_power(value)
    except ReportgenError as error:
        raise ValueMistakeError("no-unit", error=error.message) from None


def _is_size(value: Any) -> bool:
    sides = value if isinstance(value, list | tuple) else ()
    return len(sides) == 2 and all(is_whole(side) and 1 <= side <= _LARGEST_MM for side in sides)


def _is_words(value: Any) -> bool:
    return is_text(value) or (isinstance(value, Mapping) and all(map(is_text, value.values())))


def rows_of(keys: Mapping[str, KeyRule]) -> KeyRule:
    """A list of inline tables; a text in it is short for ``{indicator = "..."}``."""
    rule = fitting(
        "rows",
        lambda value: isinstance(value, list),
        lambda value: [item if is_mapping(item) else {"indicator": item} for item in value],
    )
    return replace(rule, item=section(keys))


WORDS = fitting("words", _is_words)
"""A wording: a text for all languages, or ``{en = "...", zh = "..."}``."""
UNIT = KeyRule(Message("pack.wanted-unit"), _read_unit)
"""A fixed unit (``"billion"``, ``"亿"``, a power, or one for each language), or ``"auto"``."""
SIZE = fitting("size", _is_size, most=_LARGEST_MM)
"""Width and height in millimetres: ``[150, 80]``."""
PERIODS = KeyRule(
    PERIOD.wanted, lambda value: value if isinstance(value, list | Mapping) else [value], item=PERIOD
)
"""A list of periods; ``{from = "2019", to = "2023"}``, a run of years, months or quarters; or ``{last = 12}``, the last ones up to
the pack's own, with ``like = "month"`` where they are of another kind."""
_RUN = dict.fromkeys(("from", "to"), replace(PERIOD, required=True))
_LAST = {"last": whole(1, MOST_PERIODS), "like": one_of(_LIKE)}
WHERE_KEYS = {
    **dict.fromkeys(("indicator", "area", "breakdown", "partner"), TEXT),
    "period": PERIOD,
    "target": TEXT,
}
"""Which indicator a row or a series is about."""
EACH_KEYS = {
    "each": one_of(BELOW),
    "sort": TEXT,
    "order": one_of(("ascending", "descending")),
    **dict.fromkeys(("top", "bottom"), whole(1, MOST_PERIODS)),
}
"""Of a row that stands for all below its indicator."""


class Definition(KeyReader):
    """One definition being read: its values by key, and the mistakes found so far."""

    def __init__(
        self,
        where: str,
        raw: Mapping[str, Any],
        rules: Mapping[str, KeyRule],
        document: Presentation,
        context: PackContext,
    ) -> None:
        super().__init__(PACK_FILE, where)
        self.raw = raw
        self.document = document
        self.context = context
        self.language = document.language
        self.given = self.section("", raw, rules)

    @property
    def dataset(self) -> Dataset:
        return self.document.dataset

    # Mistakes

    def unknown_name(self, key: str, thing: str, wanted: str, known: Iterable[str]) -> None:
        """Record a name that does not exist, with the nearest that do. ``thing`` is what it should name: ``column``."""
        choices = list(known)
        near = nearest_names(wanted, choices)
        self.mistake(
            "unknown-name",
            key,
            "definition" if near else "definition-choices",
            thing=Message(f"figures.{thing}"),
            wanted=wanted,
            near=near,
            choices=tuple(choices[:_NAMES_LISTED]),
        )

    def mistaken(self, key: str, error: ReportgenError) -> None:
        """Record, once, what reading or following an expression at ``key`` raised."""
        if all(dict(finding.parameters).get("error") != error.message for finding in self.findings):
            self.mistake("unknown-name", key, "expression", error=error.message)

    def stop_if_wrong(self) -> None:
        """Raise PackError with all mistakes, if there are any."""
        if self.findings:
            count = len(self.findings)
            message = Message("figures.definition-mistakes", where=self.where, file=PACK_FILE, count=count)
            raise PackError(message, self.findings)

    # Reading

    def get(self, key: str, default: Any = None) -> Any:
        """What a key gives, or ``default``."""
        return self.given.get(key, default)

    def value(self, path: str, value: Any, rule: KeyRule) -> Any:
        """One value as its rule reads it: a wording in the language, with what moves put in."""
        found = super().value(path, value, rule)
        if rule.read is not WORDS.read or not _is_words(found):
            return found
        if isinstance(found, Mapping):
            if self.language not in found:
                self.mistake("wrong-value", path, "no-wording", language=self.language)
                return ""
            found = found[self.language]
        try:
            check_places(found)
        except ValueMistakeError as error:
            self.mistake("wrong-value", path, error.variant, **error.parameters)
        return moved_text(found, self.dataset, self.context.ref_area, self.context.period, self.language)

    def unit_power(self) -> int | None:
        """The power of ten of the unit that is asked for; ``None`` for that which fits."""
        unit = self.get("unit")
        return unit.get(self.language) if isinstance(unit, Mapping) else unit

    def periods(self) -> list[Period]:
        """The periods that are asked for."""
        value = self.get("periods", [])
        if not isinstance(value, Mapping):
            return list(value)
        if "last" not in value:
            return _run(**self.section("periods", value, _RUN))
        asked = self.section("periods", value, _LAST)
        if asked.keys() != value.keys():
            return []
        own = self.context.period
        return list((_LIKE[asked["like"]](own) if "like" in asked else own).up_to(asked["last"]))

    def from_first_known(
        self, periods: list[Period], terms: Callable[[], Iterable[IndicatorTerm | None]]
    ) -> list[Period]:
        """Of the last periods that were asked for those from the first on of which one of ``terms`` has a level."""
        asked = self.raw.get("periods")
        if not isinstance(asked, Mapping) or "last" not in asked:
            return periods
        named = [term for term in terms() if term is not None]
        known = [any(term.at(str(period)).available for term in named) for period in periods]
        return periods[known.index(True) :] if any(known) else periods

    def targets(self) -> list[IndicatorTerm]:
        """The indicators of the targets that the definition names, each at the period its target is measured on."""
        known = self.dataset.targets
        terms = []
        for number, target in enumerate(self.get("targets", ()), start=1):
            if target in known:
                terms.append(self.target_term(target))
            else:
                self.unknown_name(f"targets[{number}]", "target", target, known)
        return terms

    def term(self, key: str, spec: Mapping[str, Any]) -> IndicatorTerm | None:
        """The indicator that ``{indicator, area, breakdown, partner, period, target}`` names."""
        target = spec.get("target", "")
        if target and target not in self.dataset.targets:
            self.unknown_name(f"{key}.target", "target", target, self.dataset.targets)
            return None
        if target and "indicator" not in spec:
            return self.target_term(target)
        code = self._indicator(f"{key}.indicator", spec.get("indicator", ""))
        return None if code is None else self._moved(key, code, spec, target)

    def terms(self, key: str, spec: Mapping[str, Any]) -> list[IndicatorTerm]:
        """The indicator that a row names, or with ``each`` all below it: ``{indicator, each = "areas", sort = "yoy", top = 5}``.

        Sorted they are by a step's number, the largest first; ``order = "ascending"`` the smallest first.
        """
        term = self.term(key, spec)
        if term is not None and "each" in spec:
            return self._in_order(key, spec, term.below(spec["each"]))
        for name in EACH_KEYS:
            if term is not None and name in spec and not self.is_wrong(f"{key}.each"):
                self.mistake("missing-key", f"{key}.{name}", "each", name=name)
        return [term] if term is not None else []

    def _in_order(self, key: str, spec: Mapping[str, Any], found: Terms) -> list[IndicatorTerm]:
        by = spec.get("sort", ".")
        try:
            if "top" in spec:
                return list(found.top(spec["top"], by))
            if "bottom" in spec:
                return list(found.bottom(spec["bottom"], by))
            if "sort" in spec or "order" in spec:
                return list(found.sorted(by, spec.get("order") != "ascending"))
        except ReportgenError as error:
            self.mistaken(f"{key}.sort", error)
            return []
        return list(found)

    def target_term(self, target: str) -> IndicatorTerm:
        """The indicator of a target, at the period the target is measured on; where nothing can be, at the pack's."""
        record = self.dataset.targets[target]
        basis = self.document.catalogue.target_basis(target).observation
        period = basis.period if basis else self.context.period
        return IndicatorTerm(self.document, record.series, period, target=target)

    def any_term(self) -> IndicatorTerm | None:
        """Some indicator, to try an expression on; ``None`` where the dataset has none."""
        return next((self._usual(code) for code in self.dataset.indicators), None)

    def _usual(self, code: str, target: str = "") -> IndicatorTerm:
        """An indicator at the pack's area and period."""
        return IndicatorTerm(self.document, self.context.series(code), self.context.period, target=target)

    def _indicator(self, key: str, name: str) -> str | None:
        indicators = self.dataset.indicators
        for code, indicator in indicators.items():
            if name in (code, indicator.name_zh):
                return code
        names = [form for code, item in indicators.items() for form in (code, item.name_zh)]
        if name or not self.is_wrong(key):
            self.unknown_name(key, "indicator", name, names)
        return None

    def _moved(self, key: str, code: str, spec: Mapping[str, Any], target: str) -> IndicatorTerm | None:
        term = self._usual(code, target)
        if "period" in spec:
            term = IndicatorTerm(self.document, term.series, spec["period"], True, target)
        try:
            for step, name in (("area", "area"), ("of", "breakdown"), ("partner", "partner")):
                if name in spec:
                    term = getattr(term, step)(spec[name])
        except ReportgenError as error:
            self.mistake("unknown-name", key, "code", error=error.message)
            return None
        return term


def _run(**ends: Period) -> list[Period]:
    """The periods from one to another, both with their like; none where an end is missing."""
    if len(ends) < 2:
        return []
    first, last = ends["from"], ends["to"]
    if first.kind is last.kind and first.kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        return list(last.up_to((last.first - first.first) // first.months + 1))
    return [first.shifted_years(step) for step in range(last.year - first.year + 1)]
