"""Tables and charts as ``pack.toml`` defines them: reading the parts they share, and collecting what is wrong with them.

A definition's mistakes are findings that name the key (``tables.progress.rows[2].indicator``) and the nearest valid
name; all of them are collected before a PackError carries them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reportgen.dataset.records import Dataset
from reportgen.errors import PackError, ReportgenError
from reportgen.figures.context import PackContext
from reportgen.figures.moving_texts import PLACES, moved_text, unknown_place
from reportgen.figures.presentation import Presentation
from reportgen.figures.terms.figure import unit_power
from reportgen.figures.terms.indicator import IndicatorTerm
from reportgen.figures.terms.names import nearest
from reportgen.figures.terms.series_list import Terms
from reportgen.findings import Finding, Place, Severity
from reportgen.kinds.parts import BELOW
from reportgen.language.period_reader import read_period
from reportgen.messages import Message
from reportgen.periods import Period, PeriodKind

FILE = "pack.toml"
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
EACH_KEYS = ("each", "sort", "order", "top", "bottom")
WHERE_KEYS = ("indicator", "area", "breakdown", "partner", "period", "target")


class Definition:
    """One definition being read: its values by key, and the mistakes found so far."""

    def __init__(self, where: str, raw: Mapping[str, Any], page: Presentation, context: PackContext) -> None:
        self.where = where
        self.raw = raw
        self.page = page
        self.context = context
        self.language = page.language
        self.findings: list[Finding] = []

    @property
    def dataset(self) -> Dataset:
        return self.page.dataset

    # Mistakes

    def wrong(self, key: str, code: str, variant: str = "", **parameters: Any) -> None:
        """Record a mistake at ``key``: the code of a finding, its variant, and what its words speak of."""
        text = f"{self.where}.{key}" if key else self.where
        place = Place(file=FILE, text=text)
        self.findings.append(
            Finding(code, Severity.ERROR, place=place, variant=variant, key=text, **parameters)
        )

    def unknown(self, key: str, thing: str, wanted: str, known: Iterable[str]) -> None:
        """Record a name that does not exist, with the nearest that do. ``thing`` is what it should name: ``column``."""
        choices = list(known)
        near = nearest(wanted, choices)
        self.wrong(
            key,
            "unknown-name",
            "definition" if near else "definition-choices",
            thing=Message(f"figures.{thing}"),
            wanted=wanted,
            near=near,
            choices=tuple(choices[:_NAMES_LISTED]),
        )

    def mistaken(self, key: str, error: ReportgenError) -> None:
        """Record, once, what reading or following an expression at ``key`` raised."""
        if all(dict(finding.parameters).get("error") != error.message for finding in self.findings):
            self.wrong(key, "unknown-name", "expression", error=error.message)

    def stop_if_wrong(self) -> None:
        """Raise PackError with all mistakes, if there are any."""
        if self.findings:
            count = len(self.findings)
            message = Message("figures.definition-mistakes", where=self.where, file=FILE, count=count)
            raise PackError(message, self.findings)

    # Reading

    def check_keys(self, known: Sequence[str]) -> None:
        """Record every key that is not known."""
        self.check_keys_of("", self.raw, known)

    def check_keys_of(self, key: str, spec: Mapping[str, Any], known: Sequence[str]) -> None:
        """Record every key of the inline table at ``key`` that is not known."""
        for name in spec:
            if name not in known:
                self.unknown(f"{key}.{name}" if key else name, "key", name, known)

    def text(self, key: str, default: str = "") -> str:
        """A wording: a text for both languages, or ``{en = "...", zh = "..."}``."""
        return self.words(key, self.raw.get(key, default))

    def words(self, key: str, value: Any) -> str:
        if isinstance(value, Mapping):
            if self.language not in value:
                self.wrong(key, "wrong-value", "no-wording", language=self.language)
                return ""
            value = value[self.language]
        if not isinstance(value, str):
            self.wrong(key, "wrong-value", "no-text")
            return ""
        if place := unknown_place(value):
            self.wrong(key, "wrong-value", "no-place", written=place, known=PLACES)
        return moved_text(value, self.dataset, self.context.ref_area, self.context.period, self.language)

    def texts(self, key: str) -> list[str]:
        """A list of wordings; a single one may stand alone."""
        value = self.raw.get(key, [])
        items = value if isinstance(value, list) else [value]
        return [self.words(f"{key}[{number}]", item) for number, item in enumerate(items, start=1)]

    def choice(self, key: str, known: Sequence[str], default: str) -> str:
        value = str(self.raw.get(key, default))
        if value not in known:
            self.unknown(key, "choice", value, known)
            return default
        return value

    def flag(self, key: str, default: bool) -> bool:
        """``true`` or ``false``."""
        value = self.raw.get(key, default)
        if not isinstance(value, bool):
            self.wrong(key, "wrong-value", "no-flag", name=key)
            return default
        return value

    def whole(self, key: str, value: Any, least: int, most: int) -> int | None:
        """A whole number within bounds."""
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.wrong(key, "wrong-value", "no-count", least=least, most=most)
        return None

    def size_mm(self, default: tuple[int, int] = (150, 80)) -> tuple[int, int]:
        """Width and height in millimetres: ``[150, 80]``."""
        value = self.raw.get("size_mm", default)
        if not isinstance(value, (list, tuple)) or len(value) != 2:
            self.wrong("size_mm", "wrong-value", "no-size")
            return default
        sides = [
            self.whole(f"size_mm[{number}]", side, 1, _LARGEST_MM)
            for number, side in enumerate(value, start=1)
        ]
        return sides[0] or default[0], sides[1] or default[1]

    def mappings(self, key: str) -> list[Mapping[str, Any]]:
        """A list of inline tables; a text in it is short for ``{indicator = "..."}``."""
        value = self.raw.get(key, [])
        if not isinstance(value, list):
            self.wrong(key, "wrong-value", "no-list", name=key)
            return []
        return [item if isinstance(item, Mapping) else {"indicator": item} for item in value]

    def unit_power(self, key: str = "unit") -> int | None:
        """A fixed unit (``"billion"``, ``"亿"``, a power, or one for each language), ``None`` for ``"auto"``."""
        value = self.raw.get(key, "auto")
        if isinstance(value, Mapping):
            value = value.get(self.language, "auto")
        if value == "auto":
            return None
        try:
            return unit_power(value)
        except ReportgenError as error:
            self.wrong(key, "wrong-value", "no-unit", error=error.message)
            return None

    def periods(self, key: str = "periods") -> list[Period]:
        """A list of periods; ``{from = "2019", to = "2023"}``, a run of years, months or quarters; or ``{last = 12}``, the
        last ones up to the pack's own, with ``like = "month"`` where they are of another kind."""
        value = self.raw.get(key, [])
        if isinstance(value, Mapping):
            return self._last_periods(key, value) if "last" in value else self._run_of_periods(key, value)
        if not isinstance(value, list):
            value = [value]
        found = [self.period(f"{key}[{number}]", item) for number, item in enumerate(value, start=1)]
        return [period for period in found if period is not None]

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

    def _run_of_periods(self, key: str, value: Mapping[str, Any]) -> list[Period]:
        self.check_keys_of(key, value, ("from", "to"))
        first, last = (
            self.period(f"{key}.from", value.get("from")),
            self.period(f"{key}.to", value.get("to")),
        )
        if first is None or last is None:
            return []
        if first.kind is last.kind and first.kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
            return list(last.up_to((last.first - first.first) // first.months + 1))
        return [first.shifted_years(step) for step in range(last.year - first.year + 1)]

    def _last_periods(self, key: str, value: Mapping[str, Any]) -> list[Period]:
        self.check_keys_of(key, value, ("last", "like"))
        count, like = value["last"], str(value.get("like", ""))
        if self.whole(f"{key}.last", count, 1, MOST_PERIODS) is None:
            return []
        if like and like not in _LIKE:
            self.unknown(f"{key}.like", "choice", like, _LIKE)
            return []
        own = self.context.period
        return list((_LIKE[like](own) if like else own).up_to(count))

    def period(self, key: str, value: Any) -> Period | None:
        try:
            return read_period(str(value))
        except ValueError:
            self.wrong(key, "wrong-value", "no-period", value=str(value))
            return None

    def targets(self) -> list[IndicatorTerm]:
        """The indicators of the targets that the definition names, each at the period its target is measured on."""
        known = self.dataset.targets
        asked = self.raw.get("targets", [])
        terms = []
        for number, target in enumerate(asked if isinstance(asked, list) else [asked], start=1):
            if target in known:
                terms.append(self.target_term(str(target)))
            else:
                self.unknown(f"targets[{number}]", "target", str(target), known)
        return terms

    def term(self, key: str, spec: Mapping[str, Any], also: Sequence[str] = ()) -> IndicatorTerm | None:
        """The indicator that ``{indicator, area, breakdown, partner, period, target}`` names. ``also``: further keys."""
        self.check_keys_of(key, spec, (*WHERE_KEYS, *also))
        target = spec.get("target")
        if target is not None and target not in self.dataset.targets:
            self.unknown(f"{key}.target", "target", str(target), self.dataset.targets)
            return None
        if target is not None and "indicator" not in spec:
            return self.target_term(str(target))
        code = self._indicator(f"{key}.indicator", str(spec.get("indicator", "")))
        if code is None:
            return None
        return self._moved(key, code, spec, str(target or ""))

    def terms(self, key: str, spec: Mapping[str, Any], also: Sequence[str] = ()) -> list[IndicatorTerm]:
        """The indicator that a row names, or with ``each`` all below it: ``{indicator, each = "areas", sort = "yoy", top = 5}``.

        Sorted they stand by a step's number, the largest first; ``order = "ascending"`` the smallest first.
        """
        term = self.term(key, spec, (*also, *EACH_KEYS))
        each = spec.get("each")
        if term is None or each is None:
            for name in EACH_KEYS[1:]:
                if name in spec and each is None:
                    self.wrong(f"{key}.{name}", "missing-key", "each", name=name)
            return [term] if term is not None else []
        if each not in BELOW:
            self.unknown(f"{key}.each", "choice", str(each), BELOW)
            return []
        return self._in_order(key, spec, term.below(str(each)))

    def _in_order(self, key: str, spec: Mapping[str, Any], found: Terms) -> list[IndicatorTerm]:
        counts = {name: spec[name] for name in ("top", "bottom") if name in spec}
        for name, count in counts.items():
            if self.whole(f"{key}.{name}", count, 1, MOST_PERIODS) is None:
                return []
        by = str(spec.get("sort", "."))
        try:
            if "top" in counts:
                return list(found.top(counts["top"], by))
            if "bottom" in counts:
                return list(found.bottom(counts["bottom"], by))
            if "sort" in spec or "order" in spec:
                return list(found.sorted(by, spec.get("order") != "ascending"))
        except ReportgenError as error:
            self.mistaken(f"{key}.sort", error)
            return []
        return list(found)

    def target_term(self, target: str) -> IndicatorTerm:
        """The indicator of a target, at the period the target is measured on; where nothing can be, at the pack's."""
        record = self.dataset.targets[target]
        basis = self.page.catalogue.target_basis(target).observation
        period = basis.period if basis else self.context.period
        return IndicatorTerm(self.page, record.series, period, target=target)

    def any_term(self) -> IndicatorTerm | None:
        """Some indicator, to try an expression on; ``None`` where the dataset has none."""
        return next((self._usual(code) for code in self.dataset.indicators), None)

    def _usual(self, code: str, target: str = "") -> IndicatorTerm:
        """An indicator at the pack's area and period."""
        return IndicatorTerm(self.page, self.context.series(code), self.context.period, target=target)

    def _indicator(self, key: str, name: str) -> str | None:
        indicators = self.dataset.indicators
        for code, indicator in indicators.items():
            if name in (code, indicator.name_zh):
                return code
        names = [form for code, item in indicators.items() for form in (code, item.name_zh)]
        self.unknown(key, "indicator", name, names)
        return None

    def _moved(self, key: str, code: str, spec: Mapping[str, Any], target: str) -> IndicatorTerm | None:
        term = self._usual(code, target)
        if "period" in spec:
            period = self.period(f"{key}.period", spec["period"])
            if period is None:
                return None
            term = IndicatorTerm(self.page, term.series, period, True, target)
        try:
            for step, name in (("area", "area"), ("of", "breakdown"), ("partner", "partner")):
                if name in spec:
                    term = getattr(term, step)(str(spec[name]))
        except ReportgenError as error:
            self.wrong(key, "unknown-name", "code", error=error.message)
            return None
        return term
