"""What a figure's sentence says, as clauses: the kind's verb, the figure, what it is taken against, and what goes with it.

DESIGN section 10 gives the style: level, direction, comparison. A figure without a number gives a clause that says why.
Words are made of clauses by the grammar of a language (``language/en/sentences.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.calculations.target_status import REACHED_AT_BASE
from reportgen.dataset.names import area_name, series_name
from reportgen.dataset.records import Measure
from reportgen.dataset.vintages import AT_CURRENT_PRICES
from reportgen.figures.growth_of_levels import growth_of, real_growth_beside
from reportgen.figures.mentions import (
    comparison_of,
    direction_of,
    is_base_revised,
    is_movement,
    mention,
    target_name,
    target_of,
    whole_of,
)
from reportgen.figures.presentation import Presentation
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import Figure, FigureId, Kind
from reportgen.language.clauses import Basis, Clause, Comparison, Direction
from reportgen.messages import UNSAID
from reportgen.record import replace
from reportgen.units import INDICES, PERCENT, RATES, unit_of
from reportgen.values import ZERO, Bound


def clauses_of(page: Presentation, figure: Figure) -> tuple[Clause, ...]:
    """The clauses of the sentence that says a figure, whatever its kind; without a number, why there is none."""
    if figure.value is None and not figure.state:
        return tuple(_growth_alone(page, figure)) or (missing(page, figure),)
    clause = clause_of(page, figure)
    additions = _ADDITIONS.get(clause.verb, _nothing)(page, figure)
    return (clause, *(at_prices_beside(page, clause, addition) for addition in additions))


def at_prices_beside(page: Presentation, first: Clause, clause: Clause) -> Clause:
    """A clause that follows another one: it says no prices that were said, and its own where they are others."""
    if not first.prices or clause.figure is None or clause.is_beside_nominal:
        return clause
    own = page.figures[clause.mention.key].prices
    return replace(clause, prices="" if own == first.prices else own)


def _growth_alone(page: Presentation, figure: Figure) -> Iterator[Clause]:
    """Of what is published as growth only, such as industrial output: the growth in place of the level."""
    if figure.id.kind is not Kind.LEVEL or figure.id.base or not page.is_merely_absent(figure):
        return
    growth = page.figure(figure.id.series, figure.id.period, Kind.GROWTH_YOY)
    if growth.value is not None and page.dataset.class_of(figure.unit) not in RATES:
        yield clause_of(page, growth)
        yield from _beside_growth(page, figure)


def clause_of(page: Presentation, figure: Figure) -> Clause:
    """The clause that states one figure."""
    verb = declaration_of(figure.id.kind).verb
    clause = Clause(
        verb,
        series_name(page.dataset, figure.id.series),
        figure.id.period,
        mention(page, figure),
        comparison=comparison_of(page, figure),
        statuses=figure.statuses,
        prices=_prices(page, figure) if is_movement(figure) or _is_amount(figure) else "",
        is_index=page.catalogue.observed.class_of(figure.id.series) in INDICES,
        is_base_revised=is_base_revised(page, figure),
        currency=figure.base.unit if figure.unit == PERCENT else "",
        adjusted=any(scope.casefold().startswith("comparable") for scope in figure.scopes),
        target=target_name(page, page.dataset.targets[target]) if (target := target_of(figure)) else None,
    )
    refine = _REFINED.get(verb)
    return refine(page, figure, clause) if refine else clause


def _is_amount(figure: Figure) -> bool:
    """Whether a figure is valued at some prices itself: a level, or an amount worked out from such."""
    return figure.id.kind is Kind.LEVEL or unit_of(figure.unit).adds_up


def _prices(page: Presentation, figure: Figure) -> str:
    """The prices that an amount, a rise or a fall is at. Current ones need no word, unless a growth at others is reported beside one that is
    computed from the levels: then both say theirs."""
    if figure.prices not in AT_CURRENT_PRICES:
        return figure.prices
    reported = page.dataset.observations_at(figure.id.series, figure.id.period, Measure.GROWTH_YOY)
    differ = any(item.prices not in AT_CURRENT_PRICES for item in reported)
    is_computed_rate = figure.observation is None and figure.unit == PERCENT
    return "current" if differ and is_computed_rate else ""


# ---- what goes with a figure in its sentence ----


def _nothing(page: Presentation, figure: Figure) -> Iterator[Clause]:
    return iter(())


def _beside_level(page: Presentation, figure: Figure) -> Iterator[Clause]:
    """Year-on-year growth, then its comparison with the months before and with the nation."""
    growth = growth_of(page, figure)
    if growth is not None:
        yield replace(clause_of(page, growth), currency="")
        if (real := real_growth_beside(page, growth)) is not None:
            clause = clause_of(page, real)
            yield replace(clause, comparison=Comparison(Basis.SAID), is_beside_nominal=True)
    if figure.id.base:  # in another currency: nothing else is set beside its growth
        return
    if growth is None:
        yield from _turned(page, figure)
    elif growth.base.period is None:
        yield from _beside_growth(page, figure)


def _beside_growth(page: Presentation, figure: Figure) -> Iterator[Clause]:
    """The growth against that of the months before and of the nation."""
    series, period = figure.id.series, figure.id.period
    before = period.a_month_shorter
    if before is not None:
        yield from _difference(page, figure, str(before), Comparison(Basis.MONTHS, before))
    national = page.national_area
    if national in page.dataset.areas and national != series.ref_area:
        yield from _difference(page, figure, national)


def _turned(page: Presentation, figure: Figure) -> Iterator[Clause]:
    """That a surplus became a deficit since the year before, or the other way round: no growth rate says so."""
    before = page.figure(figure.id.series, figure.id.period.year_before(), figure.id.kind)
    if figure.value is None or before.value is None or figure.value * before.value >= 0:
        return
    if Bound.EXACT is figure.bound is before.bound:
        name = series_name(page.dataset, figure.id.series)
        yield Clause("turned", name, figure.id.period, mention(page, figure), kind=figure.id.kind.value)


def _balance_changed(page: Presentation, figure: Figure) -> Iterator[Clause]:
    """That a surplus turned into a deficit, or by how much it widened or narrowed, where both years can be compared."""
    change = page.figure(figure.id.series, figure.id.period, Kind.BALANCE_CHANGE, figure.id.base)
    turned = tuple(_turned(page, figure))
    yield from turned
    if change.value and not turned and (clause := clause_of(page, change)).now is not None:
        yield clause


def _difference(
    page: Presentation, figure: Figure, base: str, comparison: Comparison | None = None
) -> Iterator[Clause]:
    """The difference of a series' growth to ``base``, where it is known."""
    found = page.figure(figure.id.series, figure.id.period, Kind.DIFFERENCE_PP, base=base)
    if found.value is not None:
        clause = clause_of(page, found)
        yield replace(clause, comparison=comparison) if comparison else clause


def said_kind(figure: Figure) -> Kind:
    """What a note calls the kind of a figure that is left out: of growth not how it would have been found."""
    return Kind.GROWTH_YOY if figure.id.kind is Kind.GROWTH_COMPUTED else figure.id.kind


def _beside_share(page: Presentation, figure: Figure) -> Iterator[Clause]:
    """The change of a share on the year before, where both shares are known."""
    if not figure.id.base:
        yield from _difference(page, figure, Measure.SHARE.value)


def _beside_completion(page: Presentation, figure: Figure) -> Iterator[Clause]:
    """Ahead of or behind the share of time gone by, for the first months of the target's own year."""
    series, period = figure.id.series, figure.id.period
    pace = page.figure(series, period, Kind.TARGET_PACE, target=target_of(figure))
    if pace.value is not None:
        yield clause_of(page, pace)


_ADDITIONS: dict[str, Callable[[Presentation, Figure], Iterator[Clause]]] = {
    "reached": _beside_level,
    "accounted": _beside_share,
    "completed": _beside_completion,
    "balanced": _balance_changed,
}


# ---- what only some verbs say ----


def _with_whole(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    return replace(clause, whole=whole_of(page, figure))


def _contributed(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    """To a fall of the whole it is a contribution to that fall."""
    _, _, now, before = (page.catalogue.get(item) for item in figure.inputs)
    falls = now.value is not None and before.value is not None and now.value < before.value
    return replace(_with_whole(page, figure, clause), whole_falls=falls)


def _with_origin(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    kinds = tuple(dict.fromkeys(FigureId.parse(item).kind.value for item in figure.inputs))
    earlier = figure.base.period or figure.id.period.year_before()
    return replace(clause, because=kinds, comparison=Comparison(Basis.PERIOD, earlier))


def _with_note(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    return replace(clause, note=figure.note if figure.note != UNSAID else None)


def _differed(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    if figure.base.measure == Measure.SHARE:
        return replace(clause, verb="share_differed", whole=whole_of(page, figure))
    if not figure.is_published and page.dataset.indicators[figure.id.series.indicator].unit == PERCENT:
        return replace(clause, verb="rate_differed")
    if figure.base.indicator or figure.base.breakdown or not (figure.base.period or figure.base.area):
        return clause
    rates = [page.catalogue.get(item) for item in figure.inputs] or [
        page.figure(figure.id.series, period, Kind.GROWTH_YOY)
        for period in (figure.id.period, figure.base.period)
        if period is not None
    ]
    if len(rates) != 2 or any(rate.value is None for rate in rates):
        return clause
    now, before = (direction_of(rate) for rate in rates)
    return replace(clause, now=now, before=before)


def _multiplied(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    """Without a base the source's own words stand."""
    if figure.comparable:
        return clause
    words = figure.citations[0].statement if figure.citations else ""
    return replace(clause, verb="multiplied_unclear", words=words)


def _widened(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    """Whether a surplus or a deficit widened or narrowed; neither where one turned into the other, or nothing moved."""
    now, before = (page.catalogue.get(item).value or ZERO for item in figure.inputs)
    if now * before <= 0 or not figure.value:
        return clause
    way = Direction.UP if abs(now) > abs(before) else Direction.DOWN
    return replace(clause, now=way, kind="surplus" if now > 0 else "deficit")


def _ranked(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    """Within which area the source ranks, as the observation says it; the id leaves out the series' own."""
    stated = page.dataset.observations.get(figure.observation or "")
    area = stated.base_area if stated else ""
    among = Comparison(Basis.AREA, area=area_name(page.dataset, area)) if area else None
    return replace(clause, comparison=among)


def _completed(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    """That a target to be reached from below is reached: 超额完成, ahead of plan."""
    status = page.figure(figure.id.series, figure.id.period, Kind.TARGET_STATUS, target=target_of(figure))
    if figure.value is not None and figure.value < 0:
        return replace(clause, verb="moved_away")
    is_missed = status.state == "missed" and figure.value is not None and figure.value >= 100
    return replace(
        clause,
        is_achieved=status.state == "achieved" and not clause.aim.comes_down,
        is_base_there=status.reason == REACHED_AT_BASE,
        is_missed=is_missed,
    )


def _progressed(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    return replace(clause, verb="moved_away") if figure.value is not None and figure.value < 0 else clause


def _lacked(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    """Of a range what is missed is the end that is nearer: from above its top, it is one to come down to."""
    target = page.dataset.targets[target_of(figure)]
    measured = page.catalogue.get(figure.inputs[0]).value if figure.inputs else None
    if target.value_to is None or measured is None:
        return clause
    is_above = measured > max(target.quantity.value, target.value_to.value)
    aim = replace(clause.aim, operator="le" if is_above else "ge", comes_down=is_above)
    return replace(clause, target=aim)


def _ranked_among(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    """Among how many: those that the dataset has side by side, never all there are."""
    by_growth = figure.base.measure == Measure.GROWTH_YOY
    return replace(clause, among=len(figure.inputs), dimension=figure.base.dimension, by_growth=by_growth)


def _stands(page: Presentation, figure: Figure, clause: Clause) -> Clause:
    """Why a status is not known; of a target that is reached, that the plan's base had reached it already."""
    is_base_there = figure.reason == REACHED_AT_BASE
    is_known = figure.state not in ("", "unknown") and not is_base_there
    return clause if is_known else replace(clause, reason=page.why(figure), is_base_there=is_base_there)


_REFINED: dict[str, Callable[[Presentation, Figure, Clause], Clause]] = {
    "accounted": _with_whole,
    "contributed": _contributed,
    "pulled": _with_whole,
    "growth_differed": _differed,
    "implied_level": _with_origin,
    "implied_rate": _with_note,
    "multiplied": _multiplied,
    "widened": _widened,
    "ranked": _ranked,
    "ranked_among": _ranked_among,
    "stands": _stands,
    "lacked": _lacked,
    "completed": _completed,
    "progressed": _progressed,
}


def missing(page: Presentation, figure: Figure) -> Clause:
    """Which figure there is none of, and why; of a target in words these words."""
    name = series_name(page.dataset, figure.id.series)
    if declaration_of(figure.id.kind).verb == "set" and (words := _set_in_words(page, figure.id.target)):
        return Clause("set_in_words", name, figure.id.period, words=words)
    return Clause(
        "missing",
        name,
        figure.id.period,
        kind=figure.id.kind.value,
        whole=whole_of(page, figure) if declaration_of(figure.id.kind).of_whole else None,
        reason=None if page.is_merely_absent(figure) and figure.id.kind is Kind.LEVEL else page.why(figure),
    )


def _set_in_words(page: Presentation, target: str) -> str:
    record = page.dataset.targets[target]
    return record.note.in_language(page.language).rstrip("。.") if record.is_in_words else ""
