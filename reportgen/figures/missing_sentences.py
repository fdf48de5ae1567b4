"""Sentences that say why a figure has no number: which figure, and what stands in the way."""

from __future__ import annotations

from reportgen.content import Sentence
from reportgen.figures.labels import area_label, series_phrase
from reportgen.figures.presentation import Presentation
from reportgen.figures.sentence_parts import whole_label
from reportgen.kinds.figure import Figure, Kind
from reportgen.kinds.reasons import no_level
from reportgen.language import kind_name, period_label
from reportgen.messages import Bilingual

Said = Bilingual
_PARTS = (Kind.SHARE, Kind.CONTRIBUTION, Kind.PULL)
_STATED = (Kind.LEVEL, Kind.GROWTH_YOY, Kind.RANK)
"""What sources state: where they do not, there is nothing to compute."""

_NAMES = {
    Kind.GROWTH_YOY: Said("year-on-year growth of {series}", "{series}的同比增速"),
    Kind.GROWTH_COMPUTED: Said("computed year-on-year growth of {series}", "{series}的同比增速"),
    Kind.GROWTH_POP: Said("growth of {series} on the period before", "{series}的环比增速"),
    Kind.DIFFERENCE_PP: Said("the difference in growth of {series}", "{series}的增速差"),
    Kind.SHARE: Said("the share of {series} in {whole}", "{series}占{whole}的比重"),
    Kind.MULTIPLE: Said("the multiple of {series}", "{series}的倍数"),
    Kind.RANK: Said("the rank of {series}", "{series}的位次"),
    Kind.SINGLE_MONTH: Said("the figure of {series} for the month alone", "{series}的当月值"),
    Kind.IMPLIED_BASE: Said(
        "the earlier level of {series} that its growth implies", "由{series}增速推算的基期数值"
    ),
    Kind.IMPLIED_EXCHANGE_RATE: Said(
        "the exchange rate that conversions of {series} imply", "{series}换算的隐含汇率"
    ),
    Kind.CAGR: Said("average annual growth of {series}", "{series}的年均增速"),
    Kind.CONTRIBUTION: Said(
        "the contribution of {series} to the growth of {whole}", "{series}对{whole}增长的贡献率"
    ),
    Kind.PULL: Said(
        "the contribution of {series} to the growth of {whole} in percentage points",
        "{series}对{whole}增长的拉动",
    ),
    Kind.BALANCE: Said("the trade balance of {area}", "{area}贸易差额"),
    Kind.TARGET_GAP: Said("the gap to the target for {series}", "{series}与目标的差距"),
    Kind.TARGET_COMPLETION: Said("the completion of the target for {series}", "{series}的目标完成率"),
    Kind.TARGET_REQUIRED_GROWTH: Said(
        "the growth a year that the target for {series} requires", "实现目标所需的{series}年均增速"
    ),
    Kind.TARGET_PATH: Said("the path to the target for {series}", "{series}的目标路径值"),
    Kind.TARGET_ELAPSED: Said(
        "the share of time elapsed for the target for {series}", "{series}目标的序时进度"
    ),
    Kind.TARGET_PACE: Said("the pace towards the target for {series}", "{series}目标完成率与序时进度之差"),
    Kind.TARGET_PROJECTION: Said("the projection of {series}", "{series}的推算值"),
}


def reason_sentence(page: Presentation, figure: Figure) -> Sentence:
    """``For 2023, the share of Chongqing's exports in ... is not available. ...`` / 2023年……无法计算。……"""
    period = period_label(figure.id.period, page.language)
    reason = "" if _is_plain_absence(page, figure) else page.reason(figure)
    if page.language == "zh":
        verb = "暂无数据" if figure.id.kind in _STATED else "无法计算"
        return Sentence((f"{period}{_name(page, figure)}{verb}。{reason}",))
    if figure.id.kind is Kind.LEVEL:
        return Sentence(
            (f"For {period}, no figure for {_name(page, figure)} is available. {reason}".rstrip(),)
        )
    return Sentence((f"For {period}, {_name(page, figure)} is not available. {reason}".rstrip(),))


def _is_plain_absence(page: Presentation, figure: Figure) -> bool:
    """Whether the reason only repeats that there is no such level."""
    absent = no_level(page.dataset, figure.id.series, figure.id.period)
    return figure.id.kind is Kind.LEVEL and figure.reason == absent


def _name(page: Presentation, figure: Figure) -> str:
    series = series_phrase(figure.id.series, page.dataset, page.language)
    if figure.id.kind is Kind.LEVEL:
        return series
    whole = whole_label(page, figure) if figure.id.kind in _PARTS else ""
    if figure.id.kind in _PARTS and not whole:
        whole = "总体" if page.language == "zh" else "its whole"
    known = _NAMES.get(figure.id.kind)
    words = page.say(known) if known else kind_name(figure.id.kind, page.language)
    area = area_label(figure.id.series.ref_area, page.dataset, page.language)
    return words.format(series=series, whole=whole, area=area)
