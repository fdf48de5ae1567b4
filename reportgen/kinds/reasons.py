"""Why a figure has no number, and what is to be known of one that has: codes and parameters, no words.

A reason is *settled* where nothing is missing and nothing will come: the target is reached, its period is over, it is at
its base, the calculation is not for such data at all. All others leave something open that data could mend.
"""

from __future__ import annotations

from typing import TypeVar

from reportgen.dataset.names import as_stated, scope_name, series_name
from reportgen.dataset.records import Dataset, Observation, Series, Target
from reportgen.messages import UNSAID, Message, Reason, Words
from reportgen.names import CodeName
from reportgen.periods import Period
from reportgen.values import Amount

NOTHING_TO_MEASURE = Reason("kinds.nothing-to-measure")
REPEATED_TARGET = Reason("kinds.repeated-target")
OTHER_SERIES = Reason("kinds.other-series")
UNDATED_COUNT = Reason("kinds.undated-count")
UNCLEAR_MULTIPLE = Reason("kinds.unclear-multiple")
NEEDS_PERIOD = Reason("kinds.needs-period")
BASE_NOT_EARLIER = Reason("kinds.base-not-earlier")
ONLY_MONTHS_AND_QUARTERS = Reason("kinds.only-months-and-quarters")
NOT_WITHIN_A_YEAR = Reason("kinds.not-within-a-year")
STOCK_HAS_NO_MONTHS = Reason("kinds.stock-has-no-months")
PUBLISHED_TOGETHER = Reason("kinds.published-together")
NO_WHOLE = Reason("kinds.no-whole")
NO_SHARE_OF_RATES = Reason("kinds.no-share-of-rates")
NO_GROWTH_OF_RATES = Reason("kinds.no-growth-of-rates")
NO_BALANCE_OF_RATES = Reason("kinds.no-balance-of-rates")
NEEDS_DIMENSION = Reason("kinds.needs-dimension")
NEEDS_INDICATOR = Reason("kinds.needs-indicator")
NEEDS_OTHER_SIDE = Reason("kinds.needs-other-side")
TOO_FEW_YEARS = Reason("kinds.too-few-years")
MIXED_PRICES = Reason("kinds.mixed-prices")
NOT_SAID_TO_ADD_UP = Reason("kinds.not-said-to-add-up")
NOTHING_BESIDE = Reason("kinds.nothing-beside")
RANKS_OF_BOUNDS = Reason("kinds.ranks-of-bounds")
NO_PARTS = Reason("kinds.no-parts")
SCOPES_OF_RATES_DIFFER = Reason("kinds.scopes-of-rates-differ")
ONLY_OF_GROWTH = Reason("kinds.only-of-growth")
NO_DIFFERENCE_STATED = Reason("kinds.no-difference-stated")
NOT_A_PART_OF_THE_PERIOD = Reason("kinds.not-a-part-of-the-period")
MULTIPLE_OF_INFERRED_PERIOD = Reason("kinds.multiple-of-inferred-period")
RATE_IN_DOUBT = Reason("kinds.rate-in-doubt")
NOT_ONE_BASIS = Reason("kinds.not-one-basis")
GROWTH_AT_OTHER_PRICES = Reason("kinds.growth-at-other-prices")
GROWTH_OF_EARLIER_ISSUE = Reason("kinds.growth-of-earlier-issue")
DOES_NOT_ADD_UP = Reason("kinds.does-not-add-up")
NO_SUCH_CHANGE = Reason("kinds.no-such-change")
NO_PARTNER = Reason("kinds.no-partner")
NO_CONVERSION = Reason("kinds.no-conversion")
OPEN_PATH = Reason("kinds.open-path")
ITSELF = Reason("kinds.itself")
NO_SUCH_FIGURE = Reason("kinds.no-such-figure")

Said = TypeVar("Said", bound=Message)

SETTLED = frozenset(
    {
        "calculations.target-reached", "calculations.target-reached-already", "calculations.target-missed",
        "calculations.target-period-over", "calculations.at-the-base", "calculations.before-the-base",
        "calculations.beyond-the-target", "calculations.base-at-target", "calculations.no-yearly-path",
        "calculations.no-path-of-growth", "calculations.total-has-no-path",
        "calculations.share-has-no-path", "calculations.not-completed", "calculations.base-beyond-target",
        "calculations.no-progress-before", "kinds.nothing-beside", "calculations.whole-across-zero",
        "calculations.whole-hardly-moved", "calculations.part-moved-against", "calculations.base-zero",
        "calculations.base-negative", "calculations.turned-negative", "calculations.no-base",
        "calculations.no-way-down", "kinds.qualitative", "kinds.replaced-target", "kinds.issued-later",
        "calculations.share-is-no-pace", "calculations.ceiling-is-used-up",
        "calculations.rates-do-not-grow", "kinds.repeated-target", "kinds.only-months-and-quarters",
        "kinds.stock-has-no-months", "kinds.published-together", "kinds.no-share-of-rates",
        "kinds.no-growth-of-rates", "kinds.no-balance-of-rates", "kinds.does-not-add-up",
        "kinds.no-such-change", "kinds.itself",
    }
)  # fmt: skip
"""Codes of reasons that no further data would change."""


def is_settled(reason: Words | None) -> bool:
    """Whether the figure does not apply, rather than is not known."""
    return isinstance(reason, Message) and reason.code in SETTLED


def no_level(dataset: Dataset, series: Series, period: Period) -> Reason:
    """The dataset states no level of the series for the period."""
    return Reason("kinds.no-level", series=series_name(dataset, series), period=period)


def no_growth_stated(dataset: Dataset, series: Series, period: Period) -> Reason:
    """No source reports a growth of the series for the period."""
    return Reason("kinds.no-growth-stated", series=series_name(dataset, series), period=period)


def no_rank_stated(dataset: Dataset, series: Series, period: Period) -> Reason:
    """No source states a rank of the series for the period."""
    return Reason("kinds.no-rank-stated", series=series_name(dataset, series), period=period)


def published_otherwise(total: Amount, whole: Observation) -> Reason:
    """A source publishes another number for the whole than its parts come to."""
    return Reason("kinds.published-otherwise", total=total, whole=as_stated(whole))


def month_published_otherwise(left: Amount, month: Observation) -> Reason:
    """A source publishes another number for the month than its cumulative figures leave for it."""
    return Reason("kinds.month-published-otherwise", left=left, month=as_stated(month))


def in_words(target: Target) -> Reason:
    """The plan sets words and no number; its note has them."""
    return Reason("kinds.qualitative", words=target.note)


def beside_series(reason: Reason, dataset: Dataset, series: Series) -> Reason:
    """The reason where it is beside the series that it is about, which need not be named again."""
    is_named = dict(reason.parameters).get("series") == series_name(dataset, series)
    return reason.with_(series=None) if is_named else reason


def labelled(words: Said, dataset: Dataset) -> Said:
    """The same with the labels of the scopes that it names by their codes."""
    return words.with_(**{name: _labelled(value, dataset) for name, value in words.parameters})


def notes(*parts: Words) -> Words:
    """Notes one after another; those that say nothing are left out."""
    said = tuple(part for part in parts if part != UNSAID)
    if len(said) < 2:
        return said[0] if said else UNSAID
    return Message("kinds.notes", notes=said)


def _labelled(value: object, dataset: Dataset) -> object:
    if isinstance(value, tuple):
        return tuple(_labelled(item, dataset) for item in value)
    if isinstance(value, CodeName) and value.label == UNSAID:
        return scope_name(dataset, value.code)
    return labelled(value, dataset) if isinstance(value, Message) else value
