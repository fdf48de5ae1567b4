"""The grammar of clauses in Chinese: verbs, word order, what joins a clause to the one before."""

from __future__ import annotations

from reportgen.content import Line
from reportgen.language.clause_words import Make
from reportgen.language.clauses import Basis, Clause, Comparison, Direction, Writer
from reportgen.language.zh import labels, target_sentences
from reportgen.language.zh.clause_parts import (
    adjusted,
    at_prices,
    base,
    changed,
    growth,
    higher_or_lower,
    level,
    missing,
    moved_on,
    on_revised,
    opening,
    risen_or_fallen,
    to_be,
    whole_of,
    worded,
    year_before,
)
from reportgen.language.zh.periods import label as period_label
from reportgen.language.zh.periods import phrase
from reportgen.language.zh.punctuation import COMMA, STOP, bracketed, quoted
from reportgen.language.zh.quantities import QUALIFIERS
from reportgen.periods import PeriodKind
from reportgen.record import replace


def sentence(clauses: tuple[Clause, ...], write: Writer) -> Line:
    """The clauses as one sentence: the first says period and subject, the others follow it."""
    first, *others = clauses
    whole = WHOLE_SENTENCES.get(first.verb)
    opens = target_sentences.opening if first.target else opening
    line = whole(first, write) if whole else Line(opens(first), predicate(first, write))
    for clause in others:
        line.add(COMMA, addition(clause, write))
    return line if first.verb in CLOSED else line.add(STOP)


def predicate(clause: Clause, write: Writer) -> Line:
    """A clause without period and subject: 为322.1亿元."""
    return PREDICATES[clause.verb](clause, write)


def addition(clause: Clause, write: Writer) -> Line:
    """A clause that follows another of the same subject: 同比增长63.3%."""
    return ADDITIONS[clause.verb](clause, write)


def change(clause: Clause, write: Writer) -> Line:
    """Direction and size alone: 同比增长63.3%, 上升0.5个百分点."""
    figure = clause.mention
    if clause.verb == "grew":
        return growth(clause, write)
    if clause.verb == "keeps_pace":
        return addition(clause, write)
    rise = "上升" if figure.unit == "percentage_points" else "增长"
    way = {Direction.UP: rise, Direction.DOWN: "下降"}.get(figure.direction)
    return Line(way, write.number(figure, size=True)) if way else Line(write.number(figure))


# ---- after the opening ----


def _grew(clause: Clause, write: Writer) -> Line:
    return Line(
        COMMA if adjusted(clause) else "", adjusted(clause), growth(clause, write), on_revised(clause)
    )


def _month_alone(clause: Clause, write: Writer) -> Line:
    """为65亿元（由累计数推算）; the first months of a year are published themselves."""
    return Line(level(clause, write), "" if clause.period.is_cumulative else "（由累计数推算）")


def _whole_named(clause: Clause) -> str:
    """全市出口总额; of the same in another area 全国."""
    return labels.area(clause.area_of_whole) if clause.area_of_whole is not None else whole_of(clause)


def _multiplied(clause: Clause, write: Writer) -> Line:
    qualifier = clause.mention.qualifier
    verb = {"eq": "为", "about": "约为"}.get(qualifier) or QUALIFIERS[qualifier]
    return Line(f"{verb}{base(clause.against, clause)}的", write.number(clause.mention, qualified=False))


def _ranked(clause: Clause, write: Writer) -> Line:
    area = clause.comparison.area if clause.comparison else None
    among = ""
    if area is not None:
        own = labels.whole_area(area) if area == clause.subject.area else ""
        among = own or labels.area(area)
    return Line(f"居{among}", write.number(clause.mention))


def _ranked_among(clause: Clause, write: Writer) -> Line:
    growth = "增速" if clause.by_growth else ""
    return Line(f"{growth}在所列{clause.among}{_COUNTED[clause.dimension]}中居", write.number(clause.mention))


_COUNTED = {"areas": "个地区", "breakdown": "类", "partners": "个贸易伙伴"}


def _contributed(clause: Clause, write: Writer) -> Line:
    return Line(
        f"对{whole_of(clause)}{'下降' if clause.whole_falls else '增长'}的贡献率{to_be(clause.mention)}",
        write.number(clause.mention),
    )


def _pulled(clause: Clause, write: Writer) -> Line:
    """拉动全市增长4.2个百分点; 对全市增长影响不大, where that rounds to nothing; 下拉3.8个百分点 after another one."""
    falls, whole = clause.mention.direction is Direction.DOWN, whole_of(clause)
    if clause.mention.direction is Direction.LEVEL:
        return Line("影响不大" if clause.is_whole_said else f"对{whole}增长影响不大")
    effect = f"下拉{whole}增速" if falls else f"拉动{whole}增长"
    if clause.is_whole_said:
        effect = "下拉" if falls else "拉动"
    return Line(effect, write.number(clause.mention, size=True))


# ---- sentences that open otherwise ----


def _grew_a_year(clause: Clause, write: Writer) -> Line:
    """2022—2024年，出口年均增长5.7%: the years that grew; of two, 两年平均; of parts of years, against which one."""
    first, last = clause.against.period, clause.period
    assert first is not None
    grown = Line(growth(clause, write), on_revised(clause))
    subject = f"{labels.series(clause.subject)}{COMMA if adjusted(clause) else ''}{adjusted(clause)}"
    if last.kind is not PeriodKind.YEAR:
        return Line(f"{phrase(last)}{COMMA}{subject}以{period_label(first)}为基期，", grown)
    return Line(f"{first.year + 1}—{last.year}年{COMMA}{subject}", grown)


def _implied_level(clause: Clause, write: Writer) -> Line:
    earlier, rate = clause.against.period, "倍数" if "multiple" in clause.because else "增速"
    assert earlier is not None
    start = f"按{period_label(clause.period)}公布的数值和{rate}推算，{period_label(earlier)}"
    said = f"{start}{labels.series(clause.subject)}{to_be(clause.mention)}"
    return Line(said, write.number(clause.mention), at_prices(clause))


def _implied_rate(clause: Clause, write: Writer) -> Line:
    """The rate; that it is out of line with the dataset's other conversions is said with it."""
    start = f"按来源对{period_label(clause.period)}{labels.series(clause.subject)}的换算，隐含汇率"
    line = Line(f"{start}{to_be(clause.mention)}", write.number(clause.mention), STOP)
    return line.add(write.sentence(clause.note)) if clause.note else line


def growth_compared(clause: Clause, write: Writer) -> Line:
    """增速高于全国平均水平1.49个百分点, after what grows."""
    if clause.against.is_period:
        return moved_on(clause, write)
    return Line("增速", higher_or_lower(clause.mention, base(clause.against, clause), write))


def rate_compared(clause: Clause, write: Writer) -> Line:
    """高于全国平均水平0.2个百分点, after the rate."""
    against = base(clause.against, clause, of_growth=False)
    return Line(higher_or_lower(clause.mention, against, write))


def share_compared(clause: Clause, write: Writer) -> Line:
    """占全市出口总额的比重比上年提高0.5个百分点, after the part."""
    against = base(clause.against, clause, of_growth=False)
    compare = risen_or_fallen if clause.against.is_period else higher_or_lower
    return Line(f"占{whole_of(clause)}的比重", compare(clause.mention, against, write))


def _unclear_multiple(clause: Clause, write: Writer) -> Line:
    """The source's own words stand, and nothing is made of them."""
    said = bracketed(quoted(clause.words)) if clause.words else ""
    start = f"来源称{period_label(clause.period)}{labels.series(clause.subject)}为"
    return Line(start, write.number(clause.mention, as_worded=False), f"，未说明以何为基数{said}")


def _balance(clause: Clause, write: Writer) -> Line:
    way = "顺差" if clause.mention.sign >= 0 else "逆差"
    start = f"{phrase(clause.period, flow=True)}{COMMA}{labels.area(clause.subject.area)}贸易{way}"
    return Line(f"{start}{to_be(clause.mention)}", write.number(clause.mention, size=True), at_prices(clause))


def _missing(clause: Clause, write: Writer) -> Line:
    """2023年……无法计算。……"""
    name = missing(clause)
    verb = "暂无数据" if clause.kind in _STATED else "无法计算"
    line = Line(f"{period_label(clause.period)}{name}{verb}{STOP}")
    return line.add(write.sentence(clause.reason)) if clause.reason else line


_STATED = ("level", "growth_yoy", "rank")
"""What sources state: where they do not, there is nothing to compute."""


# ---- after another clause ----


def _faster_or_higher(clause: Clause, write: Writer) -> Line:
    if clause.against.is_period:
        return moved_on(clause, write)
    return higher_or_lower(clause.mention, base(clause.against, clause), write)


def _share_rose(clause: Clause, write: Writer) -> Line:
    return risen_or_fallen(clause.mention, base(clause.against, clause, of_growth=False), write)


def _turned(clause: Clause, write: Writer) -> Line:
    """由顺差转为逆差; a level that is no balance of trade turns 由正转负."""
    if clause.kind == "balance":
        return Line("由逆差转为顺差" if clause.mention.sign > 0 else "由顺差转为逆差")
    return Line("由负转正" if clause.mention.sign > 0 else "由正转负")


def _widened(clause: Clause, write: Writer) -> Line:
    """比上年扩大94.8亿元, of a surplus or deficit."""
    verb = "扩大" if clause.now is Direction.UP else "收窄"
    number = write.number(clause.mention, size=True)
    return Line(f"比{year_before(clause.period)}{verb}", number, at_prices(clause))


def surplus_moved(clause: Clause, write: Writer) -> Line:
    """贸易顺差比上年扩大94.8亿元; of one that turned, how the balance moved."""
    if clause.now is None:
        return Line("贸易差额", changed(clause, write))
    return Line("贸易顺差" if clause.kind == "surplus" else "贸易逆差", _widened(clause, write))


def _surplus_moved(clause: Clause, write: Writer) -> Line:
    start = f"{phrase(clause.period, flow=True)}{COMMA}{labels.area(clause.subject.area)}"
    return Line(start, surplus_moved(clause, write))


def _share_of(clause: Clause, write: Writer) -> Line:
    """占全市出口总额的42.6%; 占比42.6% under the whole itself; 占全国的1.6% of the same indicator elsewhere."""
    whole = clause.whole
    if whole is None and not clause.is_part and (longer := whole_of(clause)):
        return Line(f"占{longer}的比重{to_be(clause.mention)}", write.number(clause.mention))
    if clause.is_part or whole is None:
        return Line("占" if clause.mention.qualifier == "eq" else "占比", write.number(clause.mention))
    name = _whole_named(clause)
    number = write.number(clause.mention)
    if clause.mention.qualifier == "eq":
        return Line(f"占{name}的", number)
    return Line(f"占{name}的比重", number)


def _averaged_a_year(clause: Clause, write: Writer) -> Line:
    """两年平均增长5.1%."""
    first = clause.against.period
    years = clause.period.year - first.year if first is not None else 0
    over = f"{_YEARS[years]}年平均" if years in _YEARS else f"{first.year}年以来年均" if first else "年均"
    return Line(over, growth(replace(clause, comparison=Comparison(Basis.SAID)), write))


_YEARS = {2: "两", 3: "三", 4: "四", 5: "五"}


def _implies_level(clause: Clause, write: Writer) -> Line:
    """据此推算上年超过217亿元."""
    earlier = clause.against.period
    assert earlier is not None
    when = year_before(clause.period) if earlier == clause.period.year_before() else period_label(earlier)
    return Line(f"据此推算{when}{to_be(clause.mention)}", write.number(clause.mention), at_prices(clause))


_worded = worded.and_of(
    whole=lambda clause, _: _whole_named(clause),
    growth_compared=growth_compared,
    rate_compared=rate_compared,
    share_compared=share_compared,
)

PREDICATES: dict[str, Make] = {
    "reached": level,
    "month_alone": _month_alone,
    "summed": _worded("已列各分项合计{number}{prices}"),
    "remained": _worded("除已列分项外{to_be}{number}{prices}"),
    "averaged": _worded("平均{to_be}{number}"),
    "averaged_a_day": _worded("日均{number}{prices}"),
    "grew": _grew,
    "changed": changed,
    "accounted": _worded("占{whole}的比重{to_be}{number}"),
    "multiplied": _multiplied,
    "ranked": _ranked,
    "ranked_among": _ranked_among,
    "contributed": _contributed,
    "pulled": _pulled,
    **target_sentences.PREDICATES,
}
"""What follows the opening, by the verb of the clause."""

WHOLE_SENTENCES: dict[str, Make] = {
    "grew_a_year": _grew_a_year,
    "implied_other_rate": _worded("按{period}{series}公布的增速与差距推算，{other_side}增速{to_be}{number}"),
    "implied_level": _implied_level,
    "implied_rate": _implied_rate,
    "growth_differed": _worded("{time}，{series}{growth_compared}"),
    "rate_differed": _worded("{opening}{rate_compared}"),
    "share_differed": _worded("{opening}{share_compared}"),
    "multiplied_unclear": _unclear_multiple,
    "balanced": _balance,
    "widened": _surplus_moved,
    "missing": _missing,
    **target_sentences.WHOLE_SENTENCES,
}
"""Sentences whose subject does not stand first."""

ADDITIONS: dict[str, Make] = {
    "grew": _worded("{adjusted}{growth}{on_revised}"),
    "changed": changed,
    "growth_differed": _faster_or_higher,
    "rate_differed": _faster_or_higher,
    "share_differed": _share_rose,
    "turned": _turned,
    "widened": _widened,
    "converted": _worded("折合{number}"),
    "accounted": _share_of,
    "grew_a_year": _averaged_a_year,
    "implied_level": _implies_level,
    **{verb: PREDICATES[verb] for verb in ("multiplied", "ranked", "ranked_among", "contributed", "pulled")},
    **target_sentences.ADDITIONS,
}
"""What a clause says after another one of the same subject."""

CLOSED = ("implied_rate", "missing", *target_sentences.CLOSED)
"""Sentences that end with one of another's."""

basis = target_sentences.basis
