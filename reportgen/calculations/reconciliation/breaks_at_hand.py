"""When figures contradict each other: does a known break explain it, and what is to be done?"""

from __future__ import annotations

from reportgen.calculations.comparability import break_between
from reportgen.dataset.records import Break, Dataset, Series
from reportgen.language import describe, period_label
from reportgen.periods import Period

Remedy = tuple[str, str]


def explaining_break(dataset: Dataset, series: Series, one: Period, other: Period) -> Break | None:
    """The break that lies between two periods of a series, if one is recorded."""
    return break_between(one, other, dataset.breaks_of(series))


def remedy_for(dataset: Dataset, series: Series, one: Period, other: Period) -> Remedy:
    """What to do about two periods that contradict each other: rely on the break at hand, or look for one."""
    later = max(one, other, key=lambda period: period.order)
    at_hand = explaining_break(dataset, series, one, other)
    if at_hand is None:
        return (
            f"Check the sources; if the definition changed, record a break in {period_label(later, 'en')} in the table breaks.",
            f"请核对来源；若统计口径有变，请在breaks表登记{period_label(later, 'zh')}的中断。",
        )
    row, basis = at_hand.place.row, at_hand.basis.value
    where_en = f" ({describe(at_hand.place, 'en')})" if row else ""
    where_zh = f"（{describe(at_hand.place, 'zh')}）" if row else ""
    basis_zh = "推断" if basis == "inferred" else "来源说明"
    return (
        f"The {basis} break in {period_label(at_hand.period, 'en')}{where_en} explains it: nothing is computed across it.",
        f"已登记的{period_label(at_hand.period, 'zh')}口径中断（{basis_zh}）{where_zh}可以解释，不跨越该中断进行计算。",
    )
