"""What one filling may spend: seconds, memory for values that its expressions make, characters that it writes.

The compiled templates ask at every turn of a loop, every call, filter, comparison and operator that can grow a value; so nothing that a
template says runs on. Memory is counted as it is taken and never given back: the count is an upper bound, and the same on every machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from itertools import islice
from typing import Any

from jinja2.utils import Namespace

from reportgen.expressions.failures import LimitError
from reportgen.limits import Limits
from reportgen.messages import Reason

MIB = 1024 * 1024
LARGEST_TEXT = 1_000_000
"""Characters of a text that an expression makes."""

_POINTER = 8
_ITEM = 88
"""A pointer and a small object: a number, or a character outside Latin."""
_SCALARS = frozenset({int, float, bool, Decimal, type(None)})
_REMEMBERED = 64
"""From this weight on a container's weight is kept: looking at it again costs nothing."""

_CHUNKS_AT_A_TIME = 64


class Budget:
    """What one filling has spent so far. Every method raises ``LimitError`` once it is too much."""

    __slots__ = ("_end", "_limits", "_made", "_start", "_weights", "_written")

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits = limits or Limits()
        self._start = time.thread_time()
        self._end = time.monotonic() + limits.seconds
        self._made = 0
        self._written = 0
        self._weights: dict[int, tuple[int, Any]] = {}

    def look(self) -> bool:
        """Look at the clock: at the cheap one first. What other programs, or a night's sleep of the machine, take counts for nothing."""
        if time.monotonic() > self._end:
            left = self._limits.seconds - (time.thread_time() - self._start)
            if left <= 0:
                raise LimitError(Reason("expressions.too-slow", limit=self._limits.seconds))
            self._end = time.monotonic() + left
        return True

    def made(self, value: Any) -> Any:
        """Count a value that an expression made; gives it back."""
        if value.__class__ in _SCALARS:
            return value
        if isinstance(value, str):
            if len(value) > LARGEST_TEXT:
                refuse_above(LARGEST_TEXT, len(value))
            self.spend(_size(value))
        elif isinstance(value, list | tuple | dict | Namespace) and id(value) not in self._weights:
            self.hold(self.weigh(value))
            self.spend(_ITEM * (_length(value) + 1))
        return value

    def spend(self, size: int) -> None:
        """Count ``size`` bytes of memory."""
        self._made += size
        if self._made > self._limits.memory_mib * MIB:
            raise LimitError(Reason("expressions.too-much-memory", limit=self._limits.memory_mib))

    def hold(self, weight: int) -> None:
        """Refuse a value that, written out, is more than there may be in memory."""
        if weight > self._limits.memory_mib * MIB:
            raise LimitError(Reason("expressions.too-much-memory", limit=self._limits.memory_mib))

    def written(self, size: int) -> None:
        """Count ``size`` characters of output."""
        self._written += size
        if self._written > self._limits.output_mib * MIB:
            raise LimitError(Reason("expressions.too-much-output", limit=self._limits.output_mib))

    def joined(self, chunks: Iterable[str]) -> str:
        """The text of all chunks that a program yields."""
        texts = []
        source = iter(chunks)
        while part := "".join(islice(source, _CHUNKS_AT_A_TIME)):
            self.written(len(part))
            texts.append(part)
        return "".join(texts)

    def weigh(self, value: Any) -> int:
        """About how many characters and pointers ``value`` is when it is written out, what is in it twice twice."""
        if isinstance(value, str):
            return _POINTER + len(value)
        if isinstance(value, int):
            return _POINTER + value.bit_length() // 8
        if isinstance(value, Mapping) and not isinstance(value, dict):
            return _POINTER
        if not isinstance(value, list | tuple | dict | Namespace):
            return _POINTER
        known = self._weights.get(id(value))
        if known is not None:
            return known[0]
        weight = _POINTER + sum(map(self.weigh, _parts(value)))
        if weight >= _REMEMBERED:
            self._weights[id(value)] = (weight, value)
        return weight


_CURRENT: ContextVar[Budget | None] = ContextVar("budget", default=None)


def budget() -> Budget:
    """The budget of the filling that runs here; a fresh one where none does."""
    return _CURRENT.get() or Budget()


def look() -> bool:
    """Look at the clock of the filling that runs here."""
    current = _CURRENT.get()
    return True if current is None else current.look()


def clock() -> Callable[[], bool]:
    """What looks at the clock of the filling that runs here: compiled programs ask for it before a loop, and call it at every turn."""
    return budget().look


@contextmanager
def spending(limits: Limits | None = None) -> Iterator[Budget]:
    """A budget for what is filled inside. Without ``limits`` one that is open already goes on."""
    current = _CURRENT.get()
    if current is not None and limits is None:
        yield current
        return
    token = _CURRENT.set(Budget(limits))
    try:
        yield budget()
    finally:
        _CURRENT.reset(token)


class CountedChunks(list[Any]):
    """The output of a macro or block, counted as it grows."""

    __slots__ = ()

    def append(self, chunk: Any) -> None:
        _count(chunk)
        super().append(chunk)

    def extend(self, chunks: Iterable[Any]) -> None:
        for chunk in chunks:
            self.append(chunk)


def _count(chunk: Any) -> None:
    current = budget()
    if isinstance(chunk, str):
        current.spend(_size(chunk) + _POINTER)
    else:
        current.hold(current.weigh(chunk))
        current.spend(_POINTER)


def refuse_above(limit: int, *sizes: Any) -> None:
    """Raise ``LimitError`` where a number among ``sizes`` is beyond ``limit`` on either side."""
    for size in sizes:
        if isinstance(size, float) and size != size:
            continue
        if hasattr(size, "__float__") and not -limit <= size <= limit:
            raise LimitError(Reason("expressions.more-than-allowed", size=_sayable(size), limit=limit))


def _sayable(size: Any) -> Any:
    """A number that can be printed: Python refuses to write out those of thousands of digits."""
    if isinstance(size, int) and size.bit_length() > 100:
        return f"10^{int(size.bit_length() * 0.30103)}"
    return size


def _size(text: str) -> int:
    """The bytes of a text, at most: Python keeps up to four for each character of one that is not all ASCII."""
    return len(text) if text.isascii() else 4 * len(text)


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, Namespace):
        yield from object.__getattribute__(value, "_Namespace__attrs").values()
    elif isinstance(value, dict):
        yield from value
        yield from value.values()
    else:
        yield from value


def _length(value: Any) -> int:
    if isinstance(value, Namespace):
        return 1
    return len(value) * (2 if isinstance(value, dict) else 1)
