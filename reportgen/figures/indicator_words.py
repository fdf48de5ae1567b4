"""Indicators as a template names them: ``{{ cbec_trade }}``, moved with ``.at()`` and ``.area()``, asked for ``.yoy``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from reportgen.dataset.records import TOTAL, Measure, Series
from reportgen.errors import TemplateError
from reportgen.figures.names import Name, says, suggestion
from reportgen.figures.target_words import TargetWord
from reportgen.figures.words import FigureWord
from reportgen.figures.written_periods import read_period
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.kinds.reasons import ITSELF
from reportgen.language import both
from reportgen.messages import UNSAID, Bilingual, Words
from reportgen.periods import Period
from reportgen.values import Bound

if TYPE_CHECKING:
    from reportgen.figures.presentation import Presentation


_DIMENSIONS = {
    "breakdown": Bilingual("breakdown", "分组"),
    "counterpart_area": Bilingual("trade partner", "贸易对象"),
}


class AgainstWord(FigureWord):
    """A figure taken against something: alone it is the one the dataset states, called with a base it is that one."""

    def __init__(
        self, page: Presentation, series: Series, period: Period, kind: Kind, default: str = ""
    ) -> None:
        super().__init__(page, lambda: _stated_or_default(page, series, period, kind, default))
        self._place = (series, period, kind)

    def __call__(self, base: str | int) -> FigureWord:
        """Against ``base``: a period, an area or an indicator's name."""
        series, period, kind = self._place
        return FigureWord(
            self._page, lambda: _against(self._page, series, period, kind, self._base(str(base)))
        )

    def _base(self, base: str) -> str:
        dataset = self._page.dataset
        for indicator in dataset.indicators.values():
            if base in (indicator.indicator, indicator.name_zh):
                return indicator.indicator
        if base in dataset.areas:
            return base
        for area in dataset.areas.values():
            if base in (area.label.en, area.label.zh):
                return area.ref_area
        return str(_period(base))


class IndicatorWord(FigureWord):
    """An indicator at an area and a period; shown, it is its level with unit."""

    NAMES: ClassVar[tuple[Name, ...]] = (
        Name("at", "时期", says('at another period: at("2020")', "换时期：时期(\"2020\")")),
        Name("area", "区域", says('of another area: area("CN")', "换地区：区域(\"CN\")")),
        Name("of", "分组", says('a breakdown: of("PHYSICAL_GOODS")', "分组：分组(\"PHYSICAL_GOODS\")")),
        Name("partner", "对象", says('a trade partner: partner("US")', "贸易对象：对象(\"US\")")),
        Name("where", "条件", says("area, period, breakdown and partner at once", "一次指定 area、period、breakdown、partner")),
        Name("currency", "币种", says('the level in another unit: currency("USD")', "其他单位的绝对数：币种(\"USD\")")),
        Name("previous", "上期", says("the period before", "上一时期")),
        Name("previous_year", "上年同期", says("the same period of the year before", "上年同期")),
        Name("yoy", "同比", says("year-on-year growth as reported, else computed", "同比增长：优先公布值，否则计算值")),
        Name("yoy_reported", "同比公布", says("year-on-year growth as reported", "公布的同比增长")),
        Name("yoy_computed", "同比计算", says("year-on-year growth, computed", "计算的同比增长")),
        Name("pop", "环比", says("growth on the period before", "环比增长")),
        Name("cagr", "复合增速", says('average annual growth since: cagr("2020")', "年均增长：复合增速(\"2020\")")),
        Name("share", "占比", says('share of the whole, or share("exports")', "占总量的比重，或占比(\"出口\")")),
        Name("multiple", "倍数", says('multiple of a base: multiple("2018")', "为基数的倍数：倍数(\"2018\")")),
        Name("rank", "位次", says("rank, as a source states it", "来源公布的位次")),
        Name("difference", "增速差", says("growth against the nation, or difference(base), in points", "与全国增速之差，或增速差(基准)，百分点")),
        Name("contribution", "贡献率", says("contribution to the growth of the whole", "对总量增长的贡献率")),
        Name("pull", "拉动", says("pull on the growth of the whole, in points", "拉动总量增长的百分点")),
        Name("single_month", "当月", says("the month alone, from cumulative figures", "由累计数推算的当月值")),
        Name("implied_base", "推算基数", says("the earlier level that reported growth implies", "由公布增速推算的基期水平")),
        Name("exchange_rate", "隐含汇率", says("the exchange rate that a source's conversion implies", "来源换算所隐含的汇率")),
        Name("balance", "差额", says("exports less imports", "出口减进口的差额")),
        Name("target", "目标", says('the target, or target("id")', "目标，或目标(\"编号\")")),
    )  # fmt: skip

    def __init__(
        self, page: Presentation, series: Series, period: Period, moved: bool = False, target: str = ""
    ) -> None:
        super().__init__(page, lambda: page.figure(series, period, Kind.LEVEL))
        self.series = series
        self.period = period
        self._moved = moved
        self.target_id = target

    # Moving

    def at(self, period: str | int) -> IndicatorWord:
        return IndicatorWord(self._page, self.series, _period(str(period)), moved=True)

    def area(self, ref_area: str) -> IndicatorWord:
        labels = {key: area.label for key, area in self._page.dataset.areas.items()}
        code = _code_of(ref_area, labels)
        if code is None:
            raise _unknown(Bilingual("area", "地区"), ref_area, labels)
        return self._with(replace(self.series, ref_area=code))

    def of(self, breakdown: str) -> IndicatorWord:
        return self._with(replace(self.series, breakdown=self._dimension("breakdown", breakdown)))

    def partner(self, counterpart_area: str) -> IndicatorWord:
        code = self._dimension("counterpart_area", counterpart_area)
        return self._with(replace(self.series, counterpart_area=code))

    def where(
        self, area: str = "", period: str | int = "", breakdown: str = "", partner: str = ""
    ) -> IndicatorWord:
        word = self
        if area:
            word = word.area(area)
        if breakdown:
            word = word.of(breakdown)
        if partner:
            word = word.partner(partner)
        return word.at(period) if period else word

    @property
    def previous_year(self) -> IndicatorWord:
        return IndicatorWord(self._page, self.series, self.period.year_before(), moved=True)

    @property
    def previous(self) -> IndicatorWord:
        before = self.period.preceding()
        if before is None:
            raise TemplateError(
                Bilingual(f"Nothing precedes the period {self.period}.", f"时期 {self.period} 没有上一时期。")
            )
        return IndicatorWord(self._page, self.series, before, moved=True)

    # Asking

    @property
    def yoy(self) -> FigureWord:
        return FigureWord(self._page, self._best_growth)

    @property
    def yoy_reported(self) -> FigureWord:
        return self._kind(Kind.GROWTH_YOY)

    @property
    def yoy_computed(self) -> FigureWord:
        return self._kind(Kind.GROWTH_COMPUTED)

    @property
    def pop(self) -> FigureWord:
        return self._kind(Kind.GROWTH_POP)

    def cagr(self, since: str | int) -> FigureWord:
        return self._kind(Kind.CAGR, base=str(_period(str(since))))

    @property
    def share(self) -> AgainstWord:
        return self._against(Kind.SHARE)

    @property
    def multiple(self) -> AgainstWord:
        return self._against(Kind.MULTIPLE)

    @property
    def rank(self) -> AgainstWord:
        return self._against(Kind.RANK)

    @property
    def difference(self) -> AgainstWord:
        return self._against(Kind.DIFFERENCE_PP, self._page.national_area)

    @property
    def contribution(self) -> AgainstWord:
        return self._against(Kind.CONTRIBUTION)

    @property
    def pull(self) -> AgainstWord:
        return self._against(Kind.PULL)

    @property
    def single_month(self) -> FigureWord:
        return self._kind(Kind.SINGLE_MONTH)

    @property
    def implied_base(self) -> FigureWord:
        return self._kind(Kind.IMPLIED_BASE)

    @property
    def exchange_rate(self) -> FigureWord:
        return self._kind(Kind.IMPLIED_EXCHANGE_RATE)

    @property
    def balance(self) -> FigureWord:
        return self._kind(Kind.BALANCE)

    def currency(self, unit: str) -> FigureWord:
        return self._kind(Kind.LEVEL, base=unit)

    @property
    def target(self) -> TargetWord:
        return TargetWord(self._page, self.series, self.period, self._moved, self.target_id)

    # Steps

    def _with(self, series: Series) -> IndicatorWord:
        return IndicatorWord(self._page, series, self.period, self._moved)

    def _kind(self, kind: Kind, base: str = "") -> FigureWord:
        return FigureWord(self._page, lambda: self._page.figure(self.series, self.period, kind, base=base))

    def _against(self, kind: Kind, default: str = "") -> AgainstWord:
        return AgainstWord(self._page, self.series, self.period, kind, default)

    def _best_growth(self) -> Figure:
        reported = self._page.figure(self.series, self.period, Kind.GROWTH_YOY)
        if reported.value is not None:
            return reported
        return self._page.figure(self.series, self.period, Kind.GROWTH_COMPUTED)

    def _dimension(self, dimension: str, wanted: str) -> str:
        """The code that a template names by code or label. Raises TemplateError with the nearest, the indicator's own first."""
        dataset = self._page.dataset
        listed = {code.code: code.label for code in dataset.codes if code.dimension == dimension}
        own = {
            getattr(series, dimension): UNSAID
            for series in dataset.by_series
            if series.indicator == self.series.indicator
        }
        used = {getattr(series, dimension): UNSAID for series in dataset.by_series}
        labels = {code: listed.get(code, UNSAID) for code in (*own, *listed, *used)}
        code = _code_of(wanted, labels)
        if code is None:
            labels.pop(TOTAL, None)
            raise _unknown(_DIMENSIONS[dimension], wanted, labels)
        return code


def _stated_or_default(
    page: Presentation, series: Series, period: Period, kind: Kind, default: str
) -> Figure:
    """The figure against its default base; where there is none, the only one that is stated against another base.

    A difference in points says against what only by its base: "against the nation" is that and nothing else.
    """
    figure = _against(page, series, period, kind, default)
    if figure.value is not None or kind is Kind.DIFFERENCE_PP:
        return figure
    stated = (
        [
            item
            for item in page.dataset.by_series.get(series, ())
            if item.period == period and item.measure == Measure(kind.value)
        ]
        if kind.value in set(Measure)
        else []
    )
    return page.catalogue.observation_figure(stated[0]) if len(stated) == 1 else figure


def _against(page: Presentation, series: Series, period: Period, kind: Kind, base: str) -> Figure:
    """The figure against ``base``. An area's growth is not compared with its own: its id would mean the year before's."""
    if kind is Kind.DIFFERENCE_PP and base == series.ref_area:
        return Figure(
            FigureId(series, period, kind, base),
            None,
            "percentage_points",
            -1,
            Bound.NONE,
            comparable=False,
            reason=ITSELF,
        )
    return page.figure(series, period, kind, base=base)


def _period(text: str) -> Period:
    try:
        return read_period(text)
    except ValueError:
        raise TemplateError(
            Bilingual(
                f"“{text}” is no period; write 2021, 2022-Q1, 2022-05 or 2022-01--2022-05.",
                f"“{text}”不是时期；请写成 2021、2022-Q1、2022-05 或 2022-01--2022-05。",
            )
        ) from None


def _code_of(wanted: str, labels: Mapping[str, Bilingual]) -> str | None:
    """The code that ``wanted`` is or labels, in either language."""
    if wanted in labels:
        return wanted
    return next((code for code, label in labels.items() if wanted and wanted in (label.en, label.zh)), None)


def _unknown(what: Words, wanted: str, labels: Mapping[str, Bilingual]) -> TemplateError:
    hint = suggestion(wanted, labels)
    return TemplateError(
        Bilingual(
            f"The dataset has no {both(what).en} “{wanted}”{hint.en}.",
            f"数据集中没有{both(what).zh}“{wanted}”{hint.zh}。",
        )
    )
