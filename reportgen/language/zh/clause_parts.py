"""What sentences of all kinds share in Chinese: how they open, growth, more or less than something else.

"More than -5%" may be a rise, so no direction is claimed for it; "more than 5%" is a rise, and so is "nearly 5%". Growth
changes by percent, a rate or a share by percentage points: the words never mix them.
"""

from __future__ import annotations

from typing import ClassVar

from reportgen.content import Line
from reportgen.language.clause_words import ClauseParts
from reportgen.language.clauses import Basis, Clause, Direction, Mention, Writer
from reportgen.language.zh import labels, periods, punctuation
from reportgen.language.zh.kinds import MISSING
from reportgen.language.zh.periods import label as period_label
from reportgen.language.zh.punctuation import COMMA, bracketed, listed
from reportgen.language.zh.quantities import STATUSES, UNITS
from reportgen.names import SeriesName
from reportgen.periods import Period, PeriodKind

PRICES = {"current": "按现价计算", "constant": "按不变价计算", "comparable": "按可比口径计算"}


class _ChineseParts(ClauseParts):
    NATION, OTHER_SIDE = "全国", "对方"
    NATIONAL_AVERAGE = NATIONAL_RATE = "全国平均水平"
    WHOLE, OF = "总体", "增速"  # a rate is compared with a rate, not with an amount
    PERIODS_BEFORE: ClassVar = {PeriodKind.MONTH: "上月", PeriodKind.QUARTER: "上季度", None: "上期"}
    YEAR_BEFORE = ("上年末", "上年", "上年同期")
    DOUBT = "（也可能{other}）"
    INFERRED, INFERRED_BEHIND = "系推定", "时期系推定"
    UNDEFINED = "两者统计口径是否一致，来源未说明"

    def of_area(self, name: str, of: str) -> str:
        return name

    def of_series(self, name: str, of: str) -> str:
        return f"{name}{of}"

    def beside(self, series: SeriesName) -> str:
        """全国货物进出口总额 of the nation, else 货物进出口总额: any other area is the one the sentence is about."""
        return labels.series(series) if series.area.is_nation else super().beside(series)

    def whole_period(self, period: Period) -> str:
        return f"{period_label(period)}{'全年' if period.kind is PeriodKind.YEAR else ''}"


parts = _ChineseParts("zh", labels, periods, punctuation, MISSING)
base, compared, whole_of, year_before = parts.base, parts.compared, parts.whole_of, parts.year_before


def to_be(figure: Mention) -> str:
    """为 before a plain number; a qualifier (超过、近、约) follows the subject directly."""
    return "为" if figure.qualifier == "eq" else ""


def level(clause: Clause, write: Writer) -> Line:
    """为322.1亿元."""
    return Line(to_be(clause.mention), write.number(clause.mention), remarks(clause))


def remarks(clause: Clause) -> str:
    """（按不变价计算，初步核算）: what goes behind an amount, where its prices or its status are to be said."""
    status = listed([STATUSES[status] for status in clause.statuses if status in STATUSES], "")
    said = [words for words in (PRICES.get(clause.prices), status) if words]
    return bracketed(COMMA.join(said)) if said else ""


def at_prices(clause: Clause) -> str:
    """（按不变价计算）, of an amount that is valued so; nothing where no prices are to be said."""
    return bracketed(PRICES[clause.prices]) if clause.prices in PRICES else ""


def growth(clause: Clause, write: Writer) -> Line:
    """同比增长63.3%; 比上年增长 of a full year; 环比, 年均."""
    figure = clause.mention
    since, level, rate = _since(clause)
    if figure.direction is Direction.LEVEL:
        return Line(f"{level}持平")
    if figure.direction is Direction.OPEN:
        return Line(f"{rate}增速", write.number(figure))
    rise = "上升" if clause.is_index else "增长"
    verb = rise if figure.direction is Direction.UP else "下降"
    if figure.is_manifold:
        return Line(since, verb, write.number(figure, manifold=0))
    return Line(since, verb, write.number(figure, size=True))


def _since(clause: Clause) -> tuple[str, str, str]:
    """What a growth is on: before its verb, before 持平, before 增速."""
    comparison, period = clause.against, clause.period
    if comparison.basis is Basis.SAID:
        return "", "", ""
    if comparison.basis is Basis.YEAR_ON_YEAR:
        before = year_before(period)
        said = period.kind is PeriodKind.YEAR or period.is_end_of_year
        return (f"比{before}", f"与{before}", "同比") if said else ("同比",) * 3
    if clause.verb == "grew_a_year":
        first = comparison.period
        two = first is not None and period.year - first.year == 2
        return ("两年平均" if two else "年均",) * 3
    if comparison.basis is Basis.PERIOD and comparison.period is not None:
        earlier = period_label(comparison.period)
        return f"比{earlier}", f"与{earlier}", f"比{earlier}"
    return ("环比",) * 3


def adjusted(clause: Clause) -> str:
    """按可比口径计算，, 按不变价计算，, 以美元计，: the prices and the currency of a growth."""
    if clause.is_beside_nominal:
        return "扣除价格因素，实际"
    basis = f"{PRICES[clause.prices]}，" if clause.prices in PRICES else ""
    return f"{basis}以{UNITS[clause.currency]}计，" if clause.currency in UNITS else basis


def on_revised(clause: Clause) -> str:
    """（基数为修订数） of a growth or change whose base was revised since."""
    return bracketed("基数为修订数") if clause.is_base_revised else ""


def higher_or_lower(figure: Mention, base: str, write: Writer) -> Line:
    """高于BASE1.49个百分点; for shares and growth rates alike."""
    return compared(figure, ("高于", "低于"), f"与{base}持平", f"{{word}}{base}{{number}}", write)


def faster_or_slower(figure: Mention, base: str, write: Writer) -> Line:
    """增速比2019年加快31个百分点."""
    return compared(figure, ("加快", "放缓"), f"增速与{base}持平", f"增速比{base}{{word}}{{number}}", write)


def moved_on(clause: Clause, write: Writer) -> Line:
    """A growth against an earlier one: 增速比1—4月加快; 降幅比1—4月收窄; 由1—4月下降0.3%转为增长，增速提高."""
    figure, against = clause.mention, base(clause)
    both = (clause.before or Direction.OPEN, clause.now or Direction.OPEN)
    if both == (Direction.DOWN, Direction.DOWN):
        return compared(
            figure, ("收窄", "扩大"), f"降幅与{against}持平", f"降幅比{against}{{word}}{{number}}", write
        )
    turned = {
        (Direction.DOWN, Direction.UP): ("下降", "增长"),
        (Direction.UP, Direction.DOWN): ("增长", "下降"),
    }.get(both)
    if turned is None or clause.earlier is None:
        return faster_or_slower(figure, against, write)
    before, now = turned
    line = Line(f"由{against}{before}", write.number(clause.earlier, size=True), f"转为{now}", COMMA)
    return line.add(compared(figure, ("提高", "回落"), "", "增速{word}{number}", write))


def risen_or_fallen(figure: Mention, base: str, write: Writer) -> Line:
    """A share against an earlier one: 比BASE提高0.5个百分点."""
    return compared(figure, ("提高", "下降"), f"与{base}持平", f"比{base}{{word}}{{number}}", write)


def changed(clause: Clause, write: Writer) -> Line:
    """比上年增加10.5亿元; of a rate 比上年下降0.3个百分点, of an index 比上年下降24.0点."""
    verbs = ("提高", "下降") if clause.mention.is_rate else ("增加", "减少")
    against = base(clause, of="")
    line = compared(
        clause.mention,
        ("上升", "下降") if clause.is_index else verbs,
        f"与{against}持平",
        f"比{against}{{word}}{{number}}",
        write,
    )
    points = "点" if clause.is_index and clause.mention.direction is not Direction.LEVEL else ""
    return line.add(points, at_prices(clause), on_revised(clause))


def ahead_or_behind(figure: Mention, write: Writer) -> Line:
    """快于序时进度4.0个百分点."""
    return compared(figure, ("快于", "慢于"), "与序时进度持平", "{word}序时进度{number}", write)


worded = parts.slots(
    to_be=lambda clause, _: to_be(clause.mention),
    prices=lambda clause, _: at_prices(clause),
    growth=growth,
    adjusted=lambda clause, _: adjusted(clause),
    on_revised=lambda clause, _: on_revised(clause),
    pace=lambda clause, write: ahead_or_behind(clause.mention, write),
)
