"""The grammar of clauses in Chinese: verbs, word order, what joins a clause to the one before."""

from __future__ import annotations

from reportgen.content import Line
from reportgen.language.clause_words import ClauseMaker, Verb
from reportgen.language.clauses import Basis, Clause, Comparison, Direction, VerbCode, Writer
from reportgen.language.grammar import Grammar
from reportgen.language.zh import labels, target_sentences
from reportgen.language.zh.clause_parts import (
    adjusted,
    base,
    changed,
    growth,
    higher_or_lower,
    level,
    moved_on,
    on_revised,
    parts,
    risen_or_fallen,
    to_be,
    whole_of,
    worded,
    year_before,
)
from reportgen.language.zh.periods import label as period_label
from reportgen.language.zh.periods import phrase
from reportgen.language.zh.punctuation import COMMA, bracketed, quoted
from reportgen.language.zh.quantities import QUALIFIERS
from reportgen.periods import PeriodKind
from reportgen.record import replace


def _whole_named(clause: Clause) -> str:
    """全市出口总额; of the same in another area 全国."""
    return labels.area(clause.area_of_whole) if clause.area_of_whole is not None else whole_of(clause)


def _multiplied(clause: Clause, write: Writer) -> Line:
    qualifier = clause.mention.qualifier
    verb = {"eq": "为", "about": "约为"}.get(qualifier) or QUALIFIERS[qualifier]
    return Line(f"{verb}{base(clause)}的", write.number(clause.mention, qualified=False))


def _among(clause: Clause) -> str:
    """全国, 全市: within which area a source ranks."""
    area = clause.comparison.area if clause.comparison else None
    own = labels.whole_area(area) if area is not None and area == clause.subject.area else ""
    return own or (labels.area(area) if area is not None else "")


_COUNTED = {"areas": "个地区", "breakdown": "类", "partners": "个贸易伙伴"}


def _pulled(clause: Clause, write: Writer) -> Line:
    """拉动全市增长4.2个百分点; 对全市增长影响不大, where that rounds to nothing; 下拉3.8个百分点 after another one."""
    falls, whole = clause.mention.direction is Direction.DOWN, whole_of(clause)
    if clause.mention.direction is Direction.LEVEL:
        return Line("影响不大" if clause.is_whole_said else f"对{whole}增长影响不大")
    effect = f"下拉{whole}增速" if falls else f"拉动{whole}增长"
    if clause.is_whole_said:
        effect = "下拉" if falls else "拉动"
    return Line(effect, write.number(clause.mention, size=True))


def _grew_a_year(clause: Clause, write: Writer) -> Line:
    """2022—2024年，出口年均增长5.7%: the years that grew; of two, 两年平均; of parts of years, against which one."""
    first, last = clause.against.period, clause.period
    assert first is not None
    grown = Line(growth(clause, write), on_revised(clause))
    subject = f"{labels.series(clause.subject)}{COMMA if adjusted(clause) else ''}{adjusted(clause)}"
    if last.kind is not PeriodKind.YEAR:
        return Line(f"{phrase(last)}{COMMA}{subject}以{period_label(first)}为基期，", grown)
    return Line(f"{first.year + 1}—{last.year}年{COMMA}{subject}", grown)


_WENT: dict[Direction | None, str] = {Direction.UP: "增长", Direction.LEVEL: "持平", Direction.DOWN: "下降"}


def _growth_compared(clause: Clause, write: Writer) -> Line:
    """增速高于全国平均水平1.49个百分点, after what grows; where the nation went another way 下降而全国增长，增速低于全国13.8个百分点."""
    if clause.against.is_period:
        return moved_on(clause, write)
    own, nation = _WENT.get(clause.now), _WENT.get(clause.before)
    if clause.against.basis is Basis.NATION and own and nation and own != nation:
        compared = higher_or_lower(clause.mention, parts.NATION, write)
        return Line(f"{own}而{parts.NATION}{nation}{COMMA}增速", compared)
    return Line("增速", higher_or_lower(clause.mention, base(clause), write))


def _faster_or_higher(clause: Clause, write: Writer) -> Line:
    if clause.against.is_period:
        return moved_on(clause, write)
    return higher_or_lower(clause.mention, base(clause), write)


def _rate_compared(clause: Clause, write: Writer) -> Line:
    """高于全国平均水平0.2个百分点, after the rate."""
    return higher_or_lower(clause.mention, base(clause, of=""), write)


def _share_rose(clause: Clause, write: Writer) -> Line:
    return risen_or_fallen(clause.mention, base(clause, of=""), write)


def _share_of(clause: Clause, write: Writer) -> Line:
    """占全市出口总额的42.6%; 占比42.6% under the whole itself; 占全国的1.6% of the same indicator elsewhere."""
    number, is_plain = write.number(clause.mention), clause.mention.qualifier == "eq"
    if clause.whole is None and not clause.is_part and (longer := whole_of(clause)):
        return Line(f"占{longer}的比重{to_be(clause.mention)}", number)
    if clause.is_part or clause.whole is None:
        return Line("占" if is_plain else "占比", number)
    return Line(f"占{_whole_named(clause)}的{'' if is_plain else '比重'}", number)


def _turned(clause: Clause, write: Writer) -> Line:
    """由顺差转为逆差; a level that is no balance of trade turns 由正转负."""
    if clause.kind == "balance":
        return Line("由逆差转为顺差" if clause.mention.sign > 0 else "由顺差转为逆差")
    return Line("由负转正" if clause.mention.sign > 0 else "由正转负")


def _averaged_a_year(clause: Clause, write: Writer) -> Line:
    """两年平均增长5.1%."""
    first = clause.against.period
    years = clause.period.year - first.year if first is not None else 0
    over = f"{_YEARS[years]}年平均" if years in _YEARS else f"{first.year}年以来年均" if first else "年均"
    return Line(over, growth(replace(clause, comparison=Comparison(Basis.SAID)), write))


_YEARS = {2: "两", 3: "三", 4: "四", 5: "五"}


def _when_implied(clause: Clause) -> str:
    """上年; 2019年."""
    is_usual = clause.against.period == clause.period.year_before()
    return year_before(clause.period) if is_usual else base(clause)


_worded = worded.and_of(
    level=level,
    area=lambda clause, _: labels.area(clause.subject.area),
    whole_named=lambda clause, _: _whole_named(clause),
    comma=lambda clause, _: COMMA if adjusted(clause) else "",
    growth_or_fall=lambda clause, _: "下降" if clause.whole_falls else "增长",
    growth_or_multiple=lambda clause, _: "倍数" if "multiple" in clause.because else "增速",
    by_growth=lambda clause, _: "增速" if clause.by_growth else "",
    listed=lambda clause, _: f"{clause.among}{_COUNTED[clause.dimension]}",
    among=lambda clause, _: _among(clause),
    surplus=lambda clause, _: "顺差" if clause.mention.sign >= 0 else "逆差",
    balance=lambda clause, _: "顺差" if clause.kind == "surplus" else "逆差",
    widened=lambda clause, _: "扩大" if clause.now is Direction.UP else "收窄",
    year_before=lambda clause, _: year_before(clause.period),
    when_implied=lambda clause, _: _when_implied(clause),
    said=lambda clause, _: bracketed(quoted(clause.words)) if clause.words else "",
    changed=changed,
    growth_compared=_growth_compared,
    rate_compared=_rate_compared,
    faster_or_higher=_faster_or_higher,
)
_surplus_moved = _worded.either(
    lambda clause: clause.now is None,  # of one that turned, how the balance moved
    "贸易差额{changed}",
    "贸易{balance}比{year_before}{widened}{size}{prices}",
)
_worded = _worded.and_of(
    surplus_moved=_surplus_moved,
    higher_or_risen=lambda clause, write: (
        _share_rose(clause, write) if clause.against.is_period else _rate_compared(clause, write)
    ),
)
_share_compared = _worded("占{whole}的比重{higher_or_risen}")
_worded = _worded.and_of(share_compared=_share_compared)

_verb = _worded.verb


def _same(words: str | ClauseMaker) -> Verb:
    """A verb that says the same after its subject and after another clause."""
    return _verb(predicate=words, addition=words)


_VERBS: dict[VerbCode, Verb] = {
    "reached": _verb(predicate=level),
    "converted": _verb(addition="折合{number}"),
    "month_alone": _verb(
        predicate=_worded.either(  # the first months of a year are published themselves
            lambda clause: clause.period.is_cumulative, "{level}", "{level}（由累计数推算）"
        )
    ),
    "summed": _verb(predicate="已列各分项合计{number}{prices}"),
    "remained": _verb(predicate="除已列分项外{to_be}{number}{prices}"),
    "averaged": _verb(predicate="平均{to_be}{number}"),
    "averaged_a_day": _verb(predicate="日均{number}{prices}"),
    "grew": _verb(
        predicate="{comma}{adjusted}{growth}{on_revised}",
        addition="{adjusted}{growth}{on_revised}",
        change=growth,
    ),
    "grew_a_year": _verb(whole=_grew_a_year, addition=_averaged_a_year),
    "changed": _same(changed),
    "turned": _verb(addition=_turned),
    "accounted": _verb(predicate="占{whole_named}的比重{to_be}{number}", addition=_share_of),
    "multiplied": _same(_multiplied),
    "multiplied_unclear": _verb(  # the source's own words are printed, and nothing is made of them
        whole="来源称{period}{series}为{as_digits}，未说明以何为基数{said}"
    ),
    "ranked": _same("居{among}{number}"),
    "ranked_among": _same("{by_growth}在所列{listed}中居{number}"),
    "contributed": _same("对{whole}{growth_or_fall}的贡献率{to_be}{number}"),
    "pulled": _same(_pulled),
    "implied_other_rate": _verb(
        whole="按{period}{series}公布的增速与差距推算，{other_side}增速{to_be}{number}"
    ),
    "implied_level": _verb(
        whole="按{period}公布的数值和{growth_or_multiple}推算，{earlier}{series}{to_be}{number}{prices}",
        addition="据此推算{when_implied}{to_be}{number}{prices}",
    ),
    "implied_rate": _verb(
        whole="按来源对{period}{series}的换算，隐含汇率{to_be}{number}。{note}", is_closed=True
    ),
    "growth_differed": _verb(
        whole="{time}，{series}{growth_compared}{undefined}",
        addition="{faster_or_higher}{undefined}",
        compared="{growth_compared}{undefined}",
    ),
    "rate_differed": _verb(
        whole="{opening}{rate_compared}", addition=_faster_or_higher, compared=_rate_compared
    ),
    "share_differed": _verb(
        whole="{opening}{share_compared}", addition=_share_rose, compared=_share_compared
    ),
    "balanced": _verb(
        whole="{time}，{area}贸易{surplus}{to_be}{size}{prices}", of_trade="贸易{surplus}{size}{prices}"
    ),
    "widened": _verb(
        whole="{time}，{area}{surplus_moved}",
        addition="比{year_before}{widened}{size}{prices}",
        of_trade=_surplus_moved,
    ),
    "missing": _verb(
        whole=_worded.either(
            lambda clause: clause.is_stated,
            "{period}{missing}暂无数据。{reason}",
            "{period}{missing}无法计算。{reason}",
        ),
        is_closed=True,
    ),
    **target_sentences.VERBS,
}

_RISES = {Direction.UP: "增长", Direction.DOWN: "下降"}
_POINTS = {Direction.UP: "上升", Direction.DOWN: "下降"}

GRAMMAR = Grammar(
    parts,
    _VERBS,
    lambda clause: target_sentences.opening(clause) if clause.target else parts.opening(clause),
    lambda clause: _POINTS if clause.mention.unit == "percentage_points" else _RISES,
)
