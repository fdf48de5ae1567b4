"""The numbers of a collection beside what the dataset holds: kept on disk but for a few, so that memory does not grow with the forms."""

from __future__ import annotations

import pickle
import weakref
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from os import SEEK_END
from tempfile import SpooledTemporaryFile
from typing import Any, NamedTuple, overload

from reportgen.dataset.folder_writing import RowTexts
from reportgen.intake.new_observations import MergeStatus, Stated, observation_id
from reportgen.intake.taken import ObservationKey

_BATCH = 256
_IN_MEMORY = 1 << 16
"""So many bytes are kept before there is a file on disk."""
_NONE = -1


class FormNumber(NamedTuple):
    """One number of a form beside what the dataset holds; ``before``, in base units, is what the dataset held. Texts and numbers
    alone, which is what can be put away and read back at once; the nine last make the key."""

    change: str
    obs_id: str
    digits: str
    power: int
    qualifier: str
    status: str
    reason: str
    source: str
    file: str
    cell: str
    statement: str
    table: str
    row_label: str
    column_label: str
    unit_label: str
    before: Decimal | None
    indicator: str
    ref_area: str
    breakdown: str
    counterpart_area: str
    period: str
    measure: str
    scope: str
    prices: str
    unit: str

    @property
    def key(self) -> ObservationKey:
        return ObservationKey(
            self.indicator, self.ref_area, self.breakdown, self.counterpart_area, self.period, self.measure,
            self.scope, self.prices, self.unit,
        )  # fmt: skip

    @property
    def value(self) -> Decimal:
        """In base units."""
        return Decimal(self.digits).scaleb(self.power)

    @property
    def is_taken(self) -> bool:
        """Whether the dataset gets an observation of it."""
        return self.change in (MergeStatus.NEW, MergeStatus.REVISED)

    @property
    def stated(self) -> Stated:
        """As what the dataset holds once it is taken."""
        return Stated(
            self.obs_id, self.value, self.status, frozenset((self.source,)), frozenset(), self.qualifier
        )


class MergedNumbers(Sequence[FormNumber]):
    """FormNumber numbers in the order in which they came. Of those that are taken memory holds a hash and a position."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115, closed with this object
        weakref.finalize(self, self._file.close)
        self._starts = array("Q")
        """Where each batch begins in the file."""
        self._last: list[tuple[Any, ...]] = []
        """What is not in the file yet: each number, and the position of the one taken before it of the same hash."""
        self._read: tuple[int, list[tuple[Any, ...]]] = (_NONE, [])
        self._taken: dict[int, int] = {}

    @property
    def taken_count(self) -> int:
        return self.counts[MergeStatus.NEW] + self.counts[MergeStatus.REVISED]

    def append(self, one: FormNumber) -> None:
        before, position = _NONE, len(self)
        if one.is_taken:
            figure = hash(_figure(one.key))
            before = self._taken.get(figure, _NONE)
            self._taken[figure] = position
        self.counts[one.change] += 1
        self._last.append((*one, before))
        if len(self._last) == _BATCH:
            self._starts.append(self._file.tell())
            pickle.dump(self._last, self._file, pickle.HIGHEST_PROTOCOL)
            self._last = []

    def taken(self, key: ObservationKey) -> list[FormNumber]:
        """The numbers taken whose observation ids begin as those of ``key`` do, the last one first."""
        figure, found = _figure(key), []
        position = self._taken.get(hash(figure), _NONE)
        while position != _NONE:
            *fields, position = self._at(position)
            one = FormNumber._make(fields)
            if _figure(one.key) == figure:
                found.append(one)
        return found

    def __len__(self) -> int:
        return len(self._starts) * _BATCH + len(self._last)

    def __iter__(self) -> Iterator[FormNumber]:
        for number in range(len(self._starts) + 1):
            yield from (FormNumber._make(record[:-1]) for record in self._batch(number))

    @overload
    def __getitem__(self, at: int) -> FormNumber: ...
    @overload
    def __getitem__(self, at: slice) -> list[FormNumber]: ...
    def __getitem__(self, at: int | slice) -> FormNumber | list[FormNumber]:
        if isinstance(at, slice):
            return [self[position] for position in range(*at.indices(len(self)))]
        return FormNumber._make(self._at(range(len(self))[at])[:-1])

    def _at(self, position: int) -> tuple[Any, ...]:
        number, place = divmod(position, _BATCH)
        return self._batch(number)[place]

    def _batch(self, number: int) -> list[tuple[Any, ...]]:
        if number == len(self._starts):
            return self._last
        if self._read[0] != number:
            self._file.seek(self._starts[number])
            self._read = (number, pickle.load(self._file))
            self._file.seek(0, SEEK_END)
        return self._read[1]


class Rows(Collection[RowTexts]):
    """A table's rows of the numbers that are taken, made when they are asked for."""

    def __init__(self, merged: MergedNumbers, row_of: Callable[[FormNumber], RowTexts]) -> None:
        self._merged, self._row_of = merged, row_of

    def __len__(self) -> int:
        return self._merged.taken_count

    def __iter__(self) -> Iterator[RowTexts]:
        return (self._row_of(one) for one in self._merged if one.is_taken)

    def __contains__(self, row: object) -> bool:
        return any(row == one for one in self)


def _figure(key: ObservationKey) -> str:
    """What the observation ids of a number begin with: one that differs in scope, prices or unit alone has the same."""
    return observation_id(key, "")
