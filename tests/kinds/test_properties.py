"""Whatever the numbers: claims hold inside every bound and rounding interval, and what does not matter changes nothing.

Truths are drawn first (what really was), then written down as a source would: rounded, with a qualifier. A figure that prints
a bound must be true of every truth; a figure that prints a plain number must be as near as its digits claim.
"""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.calculations.reconciliation.rules import reconcile
from reportgen.figures.numbers import display, rounded_value
from reportgen.findings import Finding
from reportgen.kinds import Catalogue
from reportgen.language.quantity_reader import quantity_in
from reportgen.record import replace
from reportgen.values import Bound, plain
from tests.builders import dataset

FEW, THOUSANDS = 60, 2_000
"""Datasets drawn for each property by ``make test`` and by ``make test-long``."""
CLAIMED: Counter[str] = Counter()
"""How many numbers of each kind were held against the truth, since the last property began."""
PROPERTIES: dict[str, Callable[[int], None]] = {}


def holds_for(*drawn: st.SearchStrategy) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A property, checked for as many draws as it is asked for."""

    def register(check: Callable[..., None]) -> Callable[..., None]:
        def run(count: int) -> None:
            many = settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
            many(given(*drawn)(check))()

        PROPERTIES[check.__name__] = run
        return check

    return register


TRUTHS = st.integers(min_value=20_000, max_value=9_000_000).map(lambda units: Decimal(units).scaleb(5))
"""Levels from 2 to 900 billion, to the hundred thousand."""
QUALIFIERS = st.sampled_from(["", ">", "<", ">=", "<=", "almost", "~", ""])
DECIMALS = st.integers(min_value=0, max_value=3)


def written(truth: Decimal, decimals: int, qualifier: str) -> str:
    """A level as a source would write it in billions: a bound lies on its side of the truth."""
    step = Decimal(1).scaleb(9 - decimals)
    whole = truth // step
    if qualifier in ("", "~"):
        number = (truth / step).quantize(Decimal(1)) * step
    else:
        number = whole * step if qualifier in (">", ">=") else (whole + 1) * step
    digits = f"{number.scaleb(-9):.{decimals}f}"
    return f"{qualifier}{digits}e9"


def holds(book: Catalogue, figure_id: str, truth: Decimal) -> None:
    """What the figure prints is true of what really was."""
    figure = book.get(figure_id)
    printed = rounded_value(figure)
    if printed is None:
        assert figure.reason is not None
        return
    kind = figure_id.split("/")[3].split("@")[0]
    CLAIMED[f"{kind}, {'bound' if figure.bound in (Bound.LOWER, Bound.UPPER) else 'plain'}"] += 1
    if figure.bound is Bound.LOWER:
        assert truth >= printed, (figure_id, printed, truth)
    elif figure.bound is Bound.UPPER:
        assert truth <= printed, (figure_id, printed, truth)


@holds_for(st.lists(st.tuples(TRUTHS, DECIMALS, QUALIFIERS), min_size=2, max_size=2))
def printed_bounds_of_growth_change_and_averages_hold(levels):
    (before, _, _), (now, _, _) = levels
    first, second = (written(*level) for level in levels)
    book = Catalogue(dataset(f"exports CQ 2020={first} 2021={second} 2023={second}", cited=False))
    growth = (now - before) / before * 100
    holds(book, "exports/CQ/2021/growth_computed", growth)
    holds(book, "exports/CQ/2021/change", now - before)
    holds(book, "exports/CQ/2023/cagr:2020", ((now / before) ** (Decimal(1) / 3) - 1) * 100)
    holds(book, "exports/CQ/2021/multiple", now / before)


@holds_for(TRUTHS, DECIMALS, QUALIFIERS, st.integers(-900, 2000), st.sampled_from(["", ">", "<"]))
def printed_bounds_of_implied_bases_hold(before, decimals, qualifier, per_mille, of_growth):
    rate = Decimal(per_mille) / 10
    now = before * (1 + rate / 100)
    said = {"": rate, ">": rate - 1, "<": rate + 1}[of_growth]
    lines = f"exports CQ 2021={written(now, decimals, qualifier)} 2021:yoy={of_growth}{plain(said) if said else '0.0'}"
    book = Catalogue(dataset(lines, cited=False))
    if said <= -100:
        return
    holds(book, "exports/CQ/2021/implied_base", before)


@holds_for(st.lists(st.tuples(TRUTHS, DECIMALS, QUALIFIERS), min_size=3, max_size=3))
def printed_bounds_of_sums_rests_shares_balances_and_ratios_hold(levels):
    truths = [truth for truth, _, _ in levels]
    one, two, whole = (written(*level) for level in levels)
    book = Catalogue(
        dataset(
            f"trade CQ 2021={whole}", f"exports CQ 2021={one}", f"imports CQ 2021={two}", "firms(count) CQ 2021=1726",
            cited=False,
            indicators={
                "trade": {"additive": ("breakdown",)}, "exports": {"parent": "trade"}, "imports": {"parent": "trade"},
            },
        )
    )  # fmt: skip
    holds(book, "trade/CQ/2021/sum:breakdown", truths[0] + truths[1])
    holds(book, "trade/CQ/2021/residual:breakdown", truths[2] - truths[0] - truths[1])
    holds(book, "exports/CQ/2021/balance", truths[0] - truths[1])
    if truths[0] <= truths[2]:
        holds(book, "exports/CQ/2021/share", truths[0] / truths[2] * 100)


@holds_for(TRUTHS, DECIMALS, QUALIFIERS, st.integers(2, 900))
def a_status_and_the_gap_never_contradict_each_other(truth, decimals, qualifier, goal):
    book = Catalogue(
        dataset(
            f"exports CQ 2020=1e9 2021={written(truth, decimals, qualifier)} 2021:target:2020=>={goal}e9",
            cited=False,
        )
    )
    state = book.get("exports/CQ/2021/target_status@exports_2021").state
    gap = book.get("exports/CQ/2021/target_gap@exports_2021")
    assert state in ("achieved", "missed", "unknown")
    if qualifier:
        assert state != "missed" or truth < Decimal(goal).scaleb(9)
        assert state != "achieved" or truth >= Decimal(goal).scaleb(9)
    printed = rounded_value(gap)
    if printed is not None and gap.bound is Bound.EXACT:
        assert (printed <= 0) == (state == "achieved"), (printed, state)
    holds(book, "exports/CQ/2021/target_gap@exports_2021", Decimal(goal).scaleb(9) - truth)
    holds(book, "exports/CQ/2021/target_completion@exports_2021", truth / Decimal(goal).scaleb(9) * 100)


SERIES = st.lists(
    st.tuples(st.integers(2015, 2024), TRUTHS, DECIMALS, QUALIFIERS),
    min_size=2,
    max_size=6,
    unique_by=lambda item: item[0],
)


def _records(book: Catalogue) -> dict[str, tuple[object, ...]]:
    return {str(item.id): (item.value, item.bound, item.reason, item.state) for item in book.all()}


PRICES = st.sampled_from(["", "current", "constant", "comparable"])
PUBLISHED = st.lists(
    st.tuples(st.integers(2018, 2024), TRUTHS, DECIMALS, QUALIFIERS, PRICES, st.sampled_from(["", "yoy"])),
    min_size=3,
    max_size=9,
    unique_by=lambda item: (item[0], item[4], item[5]),
)
"""Levels and reported growth of one series, of a year perhaps several on price bases of their own."""


@holds_for(PUBLISHED, st.randoms(use_true_random=False))
def the_order_of_rows_changes_nothing(rows, random):
    tokens, prices = [], {}
    for place, (year, truth, decimals, qualifier, basis, measure) in enumerate(rows):
        rate = f"{qualifier}{(truth / 10**10).quantize(Decimal('0.1'))}"
        said = f"{year}:yoy={rate}" if measure else f"{year}={written(truth, decimals, qualifier)}"
        tokens.append(f"{said}#o{place}")
        prices[f"o{place}"] = {"prices": basis}
    data = dataset(f"exports CQ {' '.join(tokens)} 2025:target=>70e9", cited=False, observations=prices)
    shuffled = list(data.observations.items())
    random.shuffle(shuffled)
    other = replace(data, observations=dict(shuffled))
    assert _records(Catalogue(other)) == _records(Catalogue(data))
    assert _told(reconcile(other)) == _told(reconcile(data))


def _told(findings: list[Finding]) -> list[tuple[object, ...]]:
    return sorted((item.key, item.subjects, item.cause[0] if item.cause else "") for item in findings)


@holds_for(SERIES)
def rows_of_other_series_change_nothing(levels):
    tokens = [f"{year}={written(truth, decimals, qualifier)}" for year, truth, decimals, qualifier in levels]
    alone = _records(Catalogue(dataset(f"exports CQ {' '.join(tokens)}", cited=False)))
    beside = _records(
        Catalogue(dataset(f"exports CQ {' '.join(tokens)}", "retail CN 2019=1e9 2020=2e9", cited=False))
    )
    assert {key: value for key, value in beside.items() if key.startswith("exports")} == alone


@holds_for(SERIES, st.sampled_from([1, 2, 3]))
def growth_does_not_depend_on_the_power_of_ten(levels, power):
    tokens = [f"{year}={written(truth, decimals, qualifier)}" for year, truth, decimals, qualifier in levels]
    scaled = [token.replace("e9", f"e{9 + power}") for token in tokens]
    one, other = (Catalogue(dataset(f"exports CQ {' '.join(row)}", cited=False)) for row in (tokens, scaled))
    rates = [item for item in one.all() if item.unit == "percent"]
    for figure in rates:
        assert other.get(str(figure.id)).value == figure.value
        assert rounded_value(other.get(str(figure.id))) == rounded_value(figure)


@holds_for(SERIES, st.integers(2016, 2024), st.sampled_from(["break", "prices", "unit"]))
def no_figure_leads_across_a_break_a_price_basis_or_a_unit(levels, at, barrier):
    levels = sorted(levels)
    unit = "USD" if barrier == "unit" else ""
    tokens = [
        f"{year}={written(truth, decimals, qualifier)}{unit if year >= at else ''}"
        for year, truth, decimals, qualifier in levels
    ]
    prices = {f"exports_CQ_{year}": {"prices": "constant"} for year, *_ in levels if year >= at}
    line = f"exports CQ {' '.join(tokens)}{f' {at}:break' if barrier == 'break' else ''}"
    book = Catalogue(dataset(line, cited=False, observations=prices if barrier == "prices" else {}))
    for figure in book.all():
        if figure.value is None or figure.observation:
            continue
        years = {int(item.split("/")[2]) for item in figure.inputs}
        assert not (min(years) < at <= max(years)), figure.id


# ---- figures of two series, of targets, of rates ----


@holds_for(st.lists(st.tuples(TRUTHS, DECIMALS, QUALIFIERS), min_size=4, max_size=4))
def printed_bounds_of_contributions_and_pulls_hold(levels):
    (part, *_), (part_now, *_), (rest, *_), (rest_now, *_) = levels
    whole, whole_now = part + rest, part_now + rest_now
    lines = (
        f"exports CQ 2020={written(*levels[0])} 2021={written(*levels[1])}",
        f"trade CQ 2020={written(whole, 2, '')} 2021={written(whole_now, 2, '')}",
    )
    book = Catalogue(dataset(*lines, cited=False, indicators={"exports": {"parent": "trade"}}))
    if whole != whole_now:
        holds(book, "exports/CQ/2021/contribution", (part_now - part) / (whole_now - whole) * 100)
    holds(book, "exports/CQ/2021/pull", (part_now - part) / whole * 100)
    holds(book, "exports/CQ/2021/share", part_now / whole_now * 100)
    holds(book, "exports/CQ/2021/difference_pp:trade", (part_now / part - whole_now / whole) * 100)


@holds_for(st.lists(st.tuples(TRUTHS, DECIMALS, QUALIFIERS), min_size=2, max_size=2), st.integers(2, 3_000))
def printed_bounds_of_paths_and_required_growth_hold(levels, goal):
    (base, *_), (now, *_) = levels
    goal_value = Decimal(goal).scaleb(9)
    first, second = (written(*level) for level in levels)
    book = Catalogue(
        dataset(f"exports CQ 2020={first} 2022={second} 2025:target:2020=>={goal}e9", cited=False)
    )
    at = "exports/CQ/2022/{}@exports_2025"
    holds(book, at.format("target_required_growth"), ((goal_value / now) ** (Decimal(1) / 3) - 1) * 100)
    holds(book, at.format("target_path"), base * (goal_value / base) ** (Decimal(2) / 5))
    holds(book, at.format("target_projection"), base * (now / base) ** (Decimal(5) / 2))
    if goal_value > base:
        holds(book, at.format("target_progress"), (now - base) / (goal_value - base) * 100)


@holds_for(st.lists(st.tuples(TRUTHS, DECIMALS, QUALIFIERS), min_size=2, max_size=2))
def printed_bounds_of_months_and_ratios_hold(levels):
    (before, *_), (month, *_) = levels
    total = before + month
    lines = f"exports CQ 2024-01--2024-04={written(*levels[0])} 2024-01--2024-05={written(total, 3, '')}"
    book = Catalogue(dataset(lines, "invoices(count) CQ 2024-01--2024-05=1726", cited=False))
    holds(book, "exports/CQ/2024-05/single_month", month)
    low, high = total / Decimal("1726.5"), total / Decimal("1725.5")
    figure = book.get("exports/CQ/2024-01--2024-05/ratio:invoices")
    printed = rounded_value(figure)
    assert printed is None or abs(printed - total / 1726) <= (high - low) + Decimal(10) ** figure.precision


RATES = st.integers(-300, 900).map(lambda tenths: Decimal(tenths) / 10)


@holds_for(RATES, RATES, QUALIFIERS)
def the_other_side_of_a_stated_difference_is_its_rate(own, other, qualifier):
    """A reported rate and how many points it lies above the nation's give the nation's."""
    said = {
        "": own,
        "~": own,
        ">=": own - 1,
        "<=": own + 1,
        ">": own - 1,
        "<": own + 1,
        "almost": own + Decimal("0.1") if own >= 0 else own - Decimal("0.1"),
    }
    if plain(own - other) == "0":
        return
    lines = f"exports CQ 2021:yoy={qualifier}{plain(said[qualifier]) or 0} 2021:pp:CN={plain(own - other)}"
    holds(
        Catalogue(dataset(lines, "exports CN 2019=1e9", cited=False)), "exports/CQ/2021/base_rate:CN", other
    )


@holds_for(st.lists(RATES, min_size=2, max_size=2), st.sampled_from(["", ">"]))
def printed_bounds_of_chained_growth_hold(rates, qualifier):
    one, two = rates
    said = [plain(rate - 1 if qualifier else rate) for rate in rates]
    lines = f"exports CQ 2020:yoy={qualifier}{said[0] or 0} 2021:yoy={qualifier}{said[1] or 0}"
    chained = ((1 + one / 100) * (1 + two / 100)) ** Decimal("0.5")
    holds(Catalogue(dataset(lines, cited=False)), "exports/CQ/2021/growth_avg:2019", (chained - 1) * 100)


# ---- words ----


@holds_for(SERIES, st.integers(2, 900))
def both_languages_say_the_same_number(levels, goal):
    """What is printed is read back: number, power of ten and qualifier are one in both languages."""
    tokens = [f"{year}={written(truth, decimals, qualifier)}" for year, truth, decimals, qualifier in levels]
    book = Catalogue(dataset(f"exports CQ {' '.join(tokens)} 2025:target=>={goal}e9", cited=False))
    for figure in book.all():
        if rounded_value(figure) is None:
            continue
        read = [quantity_in(display(figure, language, book.dataset)) for language in ("en", "zh")]
        one, other = read
        assert one is not None
        assert other is not None
        assert one.number.scaleb(one.power or 0) == other.number.scaleb(other.power or 0), figure.id
        assert one.qualifier is other.qualifier, figure.id


# ---- as many as are asked for ----


@pytest.mark.long_but_for(every=2)
@pytest.mark.parametrize("name", PROPERTIES)
def test_property(name):
    PROPERTIES[name](FEW)


@pytest.mark.long
@pytest.mark.parametrize("name", PROPERTIES)
def test_property_for_thousands_of_datasets(name):
    CLAIMED.clear()
    PROPERTIES[name](THOUSANDS)
    assert CLAIMED or not name.startswith("printed_bounds")
    claims = "; ".join(f"{kind}: {count}" for kind, count in sorted(CLAIMED.items()))
    print(f"{name}: {THOUSANDS} datasets, none that breaks it. {claims}")
