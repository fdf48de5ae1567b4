"""One-line datasets for tests: ``dataset("cbec_trade CN-CQ 2020=7.81e9 2021=32.21e9 2021:yoy=63.3")``.

A line is one series: ``INDICATOR[.breakdown][~counterpart][(unit,kind)] AREA TOKEN...``. Tokens:

==============================  =======================================================================
``2021=32.21e9``                a level: 32.21, multiplier 9
``2023=>33e9``                  a qualifier before the number: ``> >= < <= ~`` (about), ``almost``
``2023=174e6USD``               a unit of its own after the number
``2021=32.21e9[wide]``          a scope
``2021=32.21e9#a1``             an id of its own (otherwise ``cbec_trade_CN-CQ_2021``)
``2021?=32.21e9``               a period that the source only implies
``2021:yoy=63.3``               a measure: ``yoy``, ``pp``, ``share``, ``multiple``, ``rank``
``2020:pp:CN=1.49``             the base after it: a period, an area, an indicator, or several with commas
``2025:target=>70e9``           a target; ``2025:target:2021=>70e9`` starts from the level of 2021
``2023:break``                  an inferred break; ``2023:break:stated`` a stated one
``"exceeded 33 billion yuan"``  the words that carry the token before it, source ``s1``
``"s2 converted|about ..."``    source and role of those words
==============================  =======================================================================

A token without words of its own is cited from source ``s1`` in words that hold its number; ``cited=False``
leaves citations out. ``indicators``, ``areas``, ``sources`` and ``observations`` (by id) take fields to set: ``areas={"D1":
{"parent": "CN-CQ"}}``; ``codes`` are ``{("breakdown", "small"): parent}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.dataset.records import (
    TOTAL,
    UNIT_OF_MEASURE,
    Area,
    Break,
    Citation,
    Code,
    Dataset,
    Indicator,
    Measure,
    Observation,
    Provenance,
    Role,
    Series,
    Source,
    Target,
)
from reportgen.findings import Place
from reportgen.messages import Bilingual
from reportgen.periods import Period
from reportgen.record import replace
from reportgen.values import Qualifier, Quantity

MEASURES = {
    "yoy": Measure.GROWTH_YOY,
    "pp": Measure.DIFFERENCE_PP,
    "share": Measure.SHARE,
    "multiple": Measure.MULTIPLE,
    "rank": Measure.RANK,
}
QUALIFIERS = {
    "": Qualifier.EQ,
    ">": Qualifier.GT,
    ">=": Qualifier.GE,
    "<": Qualifier.LT,
    "<=": Qualifier.LE,
    "~": Qualifier.ABOUT,
    "almost": Qualifier.ALMOST,
}
QUALIFIER_WORDS = {
    Qualifier.GT: "more than",
    Qualifier.GE: "at least",
    Qualifier.LT: "less than",
    Qualifier.LE: "at most",
    Qualifier.ALMOST: "almost",
    Qualifier.ABOUT: "about",
}
MULTIPLIER_WORDS = {0: "", 3: "thousand", 4: "万", 6: "million", 8: "亿", 9: "billion", 12: "trillion"}
UNIT_WORDS = {"CNY": "yuan", "USD": "U.S. dollars", "percent": "%", "percentage_points": "percentage points"}
NAMES_ZH = {
    "cbec_trade": "跨境电商进出口",
    "exports": "出口",
    "imports": "进口",
    "trade": "进出口",
    "online_retail": "网络零售额",
    "packages": "快递量",
}

_HEAD = re.compile(r"([a-z]\w*)(?:\.(\w+))?(?:~([\w-]+))?(?:\((\w+)(?:,(\w+))?\))?")
_TOKEN = re.compile(
    r"(?P<period>[\dQ-]+)(?P<implied>\?)?(?::(?P<kind>\w+))?(?::(?P<base>[\w,-]+))?"
    r"(?:=(?P<qualifier>>=|<=|>|<|~|almost)?(?P<number>[+-]?[\d.]+)(?:e(?P<mult>\d+))?(?P<unit>[A-Za-z_]+)?"
    r"(?:\[(?P<scope>\w+)\])?(?:\#(?P<id>[\w-]+))?)?"
)


def dataset(
    *lines: str,
    cited: bool = True,
    indicators: Mapping[str, Mapping[str, Any]] | None = None,
    areas: Mapping[str, Mapping[str, Any]] | None = None,
    sources: Mapping[str, Mapping[str, Any]] | None = None,
    observations: Mapping[str, Mapping[str, Any]] | None = None,
    codes: Mapping[tuple[str, str], str | None] | None = None,
) -> Dataset:
    """The dataset that the lines describe (see the module's table)."""
    draft = _Draft(cited)
    for line in "\n".join(lines).splitlines():
        if line.strip():
            draft.read_line(line)
    draft.complete(indicators or {}, areas or {}, sources or {}, codes or {})
    for obs_id, changes in (observations or {}).items():
        draft.observations[obs_id] = replace(draft.observations[obs_id], **changes)
    return Dataset(
        "test", draft.indicators, draft.areas, draft.sources, draft.observations, draft.targets,
        tuple(draft.citations), tuple(draft.breaks), tuple(draft.codes),
    )  # fmt: skip


def codes_of(findings: Sequence[Any]) -> list[str]:
    """The codes of findings, in their order."""
    return [finding.code for finding in findings]


@dataclass
class _Draft:
    cited: bool
    indicators: dict[str, Indicator] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    observations: dict[str, Observation] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)

    def read_line(self, line: str) -> None:
        head, area, *tokens = re.findall(r'"[^"]*"|\S+', line)
        match = _HEAD.fullmatch(head)
        assert match, f"not a series: {head!r} in {line!r}"
        name, breakdown, counterpart, unit, kind = match.groups()
        if name not in self.indicators:
            self.indicators[name] = _indicator(name, unit or "CNY", kind or "flow", len(self.indicators) + 2)
        series = Series(name, area, breakdown or TOTAL, counterpart or TOTAL)
        subject = None
        for position, token in enumerate(tokens):
            if token.startswith('"'):
                assert subject, f"no figure before the words {token}"
                self.cite(subject, token.strip('"'))
                continue
            subject = self.read_token(series, token)
            has_words = position + 1 < len(tokens) and tokens[position + 1].startswith('"')
            if subject and self.cited and not has_words:
                self.cite(subject, _words(self.observations.get(subject) or self.targets[subject]))

    def read_token(self, series: Series, token: str) -> str | None:
        match = _TOKEN.fullmatch(token)
        assert match, f"not a figure: {token!r}"
        period, kind, base = Period.parse(match["period"]), match["kind"], match["base"]
        if kind == "break":
            note = Bilingual("A break planted for a test.", "测试用口径中断。")
            place = Place("breaks.csv", row=len(self.breaks) + 2, record=series.indicator)
            basis = Provenance(base or "inferred")
            self.breaks.append(Break(series.indicator, series.ref_area, period, basis, note, None, place))
            return None
        assert match["number"], f"no number in {token!r}"
        quantity = Quantity.parse(
            match["number"], int(match["mult"] or 0), QUALIFIERS[match["qualifier"] or ""]
        )
        if kind == "target":
            return self.add_target(series, period, quantity, match)
        measure = MEASURES[kind] if kind else Measure.LEVEL
        return self.add_observation(series, period, measure, quantity, match)

    def add_observation(
        self, series: Series, period: Period, measure: Measure, quantity: Quantity, match: re.Match[str]
    ) -> str:
        bases: dict[str, Any] = {}
        for part in filter(None, (match["base"] or "").split(",")):
            bases.update(_base(part))
        obs_id = match["id"] or _free(_level_id(series, period, measure), self.observations)
        unit = match["unit"] or UNIT_OF_MEASURE.get(measure) or self.indicators[series.indicator].unit
        self.observations[obs_id] = Observation(
            obs_id, series, period, measure, quantity, unit,
            scope=match["scope"] or "",
            period_basis=Provenance.INFERRED if match["implied"] else Provenance.STATED,
            place=Place("observations.csv", row=len(self.observations) + 2, record=obs_id),
            **bases,
        )  # fmt: skip
        return obs_id

    def add_target(self, series: Series, period: Period, quantity: Quantity, match: re.Match[str]) -> str:
        target = match["id"] or _free(f"{series.indicator}_{period}", self.targets)
        base = match["base"]
        base_obs = base
        if base and re.match(r"\d", base):
            base_obs = _level_id(series, Period.parse(base), Measure.LEVEL)
        qualifier = quantity.qualifier
        operator = qualifier.value if qualifier.value in ("gt", "ge", "lt", "le") else "eq"
        stated = qualifier if qualifier in (Qualifier.ABOUT, Qualifier.ALMOST) else Qualifier.EQ
        self.targets[target] = Target(
            target, series, period, operator, Quantity(quantity.text, quantity.unit_mult, stated),
            match["unit"] or self.indicators[series.indicator].unit,
            scope=match["scope"] or "",
            base_obs=base_obs,
            plan="Plan of the test", plan_zh="测试规划",
            department="Commission of Commerce", department_zh="商务委员会",
            place=Place("targets.csv", row=len(self.targets) + 2, record=target),
        )  # fmt: skip
        return target

    def cite(self, subject: str, words: str) -> None:
        head, bar, statement = words.rpartition("|")
        source, _, role = head.partition(" ")
        place = Place("citations.csv", row=len(self.citations) + 2, record=subject)
        chosen = Role(role) if role else Role.STATED
        self.citations.append(Citation(subject, source if bar else "s1", statement, chosen, place=place))

    def complete(
        self,
        indicators: Mapping[str, Mapping[str, Any]],
        areas: Mapping[str, Mapping[str, Any]],
        sources: Mapping[str, Mapping[str, Any]],
        codes: Mapping[tuple[str, str], str | None],
    ) -> None:
        """Fill the code lists from what the observations and targets use, then set the fields asked for."""
        records = [*self.observations.values(), *self.targets.values()]
        used_areas = {record.series.ref_area for record in records}
        used_areas |= {
            observation.base_area for observation in self.observations.values() if observation.base_area
        }
        used_areas |= {item.ref_area for item in self.breaks} | set(areas)
        for area in sorted(used_areas):
            place = Place("areas.csv", row=len(self.areas) + 2, record=area)
            self.areas[area] = Area(area, Bilingual(area, area), "place", place=place)
        for source in sorted({citation.source for citation in self.citations} | {"s1"} | set(sources)):
            self.sources[source] = _source(source, len(self.sources) + 2)
        wanted: dict[tuple[str, str], str | None] = {}
        for record in records:
            for dimension, code in (
                ("breakdown", record.series.breakdown),
                ("counterpart_area", record.series.counterpart_area),
                ("scope", record.scope),
            ):
                if code not in ("", TOTAL):
                    wanted[dimension, code] = None
        for row, ((dimension, code), parent) in enumerate((wanted | dict(codes)).items(), start=2):
            label = Bilingual(code.replace("_", " "), code)
            place = Place("codes.csv", row=row, record=code)
            self.codes.append(Code(dimension, code, label, parent, place=place))
        for name, changes in indicators.items():
            known = self.indicators.get(name) or _indicator(name, "CNY", "flow", len(self.indicators) + 2)
            self.indicators[name] = replace(known, **changes)
        for area, changes in areas.items():
            self.areas[area] = replace(self.areas[area], **changes)
        for source, changes in sources.items():
            self.sources[source] = replace(self.sources[source], **changes)


def _indicator(name: str, unit: str, kind: str, row: int) -> Indicator:
    round_to = 7 if unit in ("CNY", "USD") else -1 if unit == "percent" else 0
    label = Bilingual(name.replace("_", " "), NAMES_ZH.get(name, f"指标{name}"))
    return Indicator(
        name, NAMES_ZH.get(name, f"指标{name}"), label, unit, round_to, "up", kind,
        place=Place("indicators.csv", row=row, record=name),
    )  # fmt: skip


def _source(source: str, row: int) -> Source:
    return Source(
        source, f"Article {source}", "Li Hua", "Publisher", "2024-02-20", "2024-03-01", "https://example.org/" + source,
        "en", "article", place=Place("sources.csv", row=row, record=source),
    )  # fmt: skip


def _level_id(series: Series, period: Period, measure: Measure) -> str:
    breakdown = "" if series.breakdown == TOTAL else f".{series.breakdown}"
    counterpart = "" if series.counterpart_area == TOTAL else f"~{series.counterpart_area}"
    tail = "" if measure is Measure.LEVEL else f"_{measure.value}"
    return f"{series.indicator}{breakdown}{counterpart}_{series.ref_area}_{period}{tail}"


def _free(name: str, taken: Mapping[str, Any]) -> str:
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free


def _base(part: str) -> dict[str, Any]:
    """What a base is, told by its form: ``2020`` a period, ``retail`` an indicator, ``CN`` an area."""
    if part[0].isdigit():
        return {"base_period": Period.parse(part)}
    if part[0].islower():
        return {"base_indicator": part}
    return {"base_area": part}


def _words(record: Observation | Target) -> str:
    quantity = record.quantity
    qualifier = QUALIFIER_WORDS.get(quantity.qualifier, "")
    multiplier = MULTIPLIER_WORDS.get(quantity.unit_mult, f"10^{quantity.unit_mult}")
    return " ".join(filter(None, (qualifier, quantity.text, multiplier, UNIT_WORDS.get(record.unit, ""))))
