"""The source-to-target map of a sheet's rows (or columns): where every template row went.

A template axis is cut into *strips*: runs of rows that always come out together. Each strip remembers where it came
out, once for every pass of the loops around it; every reference, range, anchor and name is moved by asking here.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct, field


class Strip(Struct):
    """Template positions ``first`` to ``last`` and where they came out. ``loops`` are the loops around them, outermost first."""

    first: int
    last: int
    loops: tuple[int, ...] = ()
    images: array[int] = field(default_factory=lambda: array("l"))

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class AxisMap(Struct):
    """Strips in template order, and where each pass of each loop began. Positions without a strip vanish.

    ``end`` is the last position there is (1,048,576 rows, 16,384 columns). ``stays``: of a finished workbook, lines that got
    new ones beside them, each with the image that is the line itself.
    """

    strips: list[Strip]
    end: int
    passes: dict[int, array[int]] = field(default_factory=dict)
    stays: dict[int, int] = field(default_factory=dict)
    _firsts: list[int] = field(default_factory=list)
    _seen: dict[tuple[int, int, int, int], tuple[int, int] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._firsts = [strip.first for strip in self.strips]

    def is_unmoved(self, last: int) -> bool:
        """Whether the lines up to ``last`` are where they were."""
        position = 1
        for strip in self.strips:
            if position > last:
                return True
            if strip.first != position or len(strip.images) != 1 or strip.images[0] != position:
                return False
            position = strip.last + 1
        return position > last

    @property
    def is_identity(self) -> bool:
        """Whether nothing moved."""
        return self.is_unmoved(self.end)

    def loops_at(self, position: int) -> tuple[int, ...]:
        """The loops around a template position, outermost first."""
        strip = self._strip_at(position)
        return () if strip is None else strip.loops

    def span(self, first: int, last: int, window: tuple[int, int] | None = None) -> tuple[int, int] | None:
        """First and last image of ``first`` to ``last``, within output positions ``window`` (end excluded).

        ``None`` where nothing of it came out.
        """
        low, high = window or (1, self.end + 1)
        key = (first, last, low, high)
        if key not in self._seen:
            if len(self._seen) > 100_000:
                self._seen.clear()
            self._seen[key] = self._span(first, last, low, high)
        return self._seen[key]

    def window(self, loops: tuple[int, ...], output: int) -> tuple[int, int] | None:
        """The output positions of the pass of the innermost of ``loops`` that ``output`` is in (end excluded)."""
        if not loops:
            return None
        starts = self.passes[loops[-1]]
        index = bisect_right(starts, output)
        if index == 0:
            return None
        return starts[index - 1], starts[index] if index < len(starts) else self.end + 1

    def windows(self, loops: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """Every pass of the innermost of ``loops``; everything where there is none."""
        if not loops:
            yield 1, self.end + 1
            return
        starts = self.passes[loops[-1]]
        yield from pairwise((*starts, self.end + 1))

    def common(self, first: int, last: int) -> tuple[int, ...]:
        """The loops that hold both positions."""
        shared = []
        for one, other in zip(self.loops_at(first), self.loops_at(last), strict=False):
            if one != other:
                break
            shared.append(one)
        return tuple(shared)

    def copies(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """An object on ``first`` to ``last`` as a whole (a merge, a picture): once for every pass that brings it out."""
        for window in self.windows(self.common(first, last)):
            found = self.span(first, last, window)
            if found is not None:
                yield found

    def runs(self, first: int, last: int) -> list[tuple[int, int]]:
        """All images of ``first`` to ``last`` as unbroken runs, ascending; what was put in between them counts as theirs."""
        if self.stays and first < last:
            span = self.span(first, last)
            return [] if span is None else [span]
        pieces: list[tuple[int, int]] = []
        for strip in self._overlapping(first, last):
            low, high = max(first, strip.first) - strip.first, min(last, strip.last) - strip.first
            pieces += [(image + low, min(image + high, self.end)) for image in strip.images]
        pieces.sort()
        joined: list[tuple[int, int]] = []
        for low, high in pieces:
            if low > self.end:
                continue
            if joined and low == joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], high)
            else:
                joined.append((low, high))
        return joined

    def pieces(self, first: int, last: int, window: tuple[int, int] | None = None) -> list[tuple[int, int]]:
        """All images of ``first`` to ``last`` within ``window`` as unbroken runs; quick where there is only one."""
        span = self.span(first, last, window)
        if span is None or self.stays:
            return [span] if span else []
        low, high = window or (1, self.end + 1)
        count = 0
        for strip in self._overlapping(first, last):
            length = min(last, strip.last) - max(first, strip.first) + 1
            count += length * (bisect_left(strip.images, high) - bisect_left(strip.images, low))
        if count == span[1] - span[0] + 1 or span[1] == self.end:
            return [span]
        clipped = ((max(low, span[0]), min(high, span[1])) for low, high in self.runs(first, last))
        return [(low, high) for low, high in clipped if low <= high]

    def before(self, position: int) -> int:
        """The nearest template position before ``position`` that can come out (rows of marks cannot); 0 for none."""
        index = bisect_left(self._firsts, position)
        return self.strips[index - 1].last if index else 0

    def is_alone_in_loop(self, position: int) -> bool:
        """Whether the innermost loop around ``position`` repeats nothing else."""
        strip = self._strip_at(position)
        if strip is None or not strip.loops or strip.length > 1:
            return False
        return sum(strip.loops[-1] in other.loops for other in self.strips) == 1

    def first_image(self, position: int) -> int | None:
        """Where a position first came out, or the one image that is itself."""
        if position in self.stays:
            return self.stays[position]
        found = self.span(position, position)
        return None if found is None else found[0]

    def _span(self, first: int, last: int, low: int, high: int) -> tuple[int, int] | None:
        least, most = self.end + 1, 0
        for strip in self._overlapping(first, last):
            head, tail = max(first, strip.first) - strip.first, min(last, strip.last) - strip.first
            start, stop = bisect_left(strip.images, low), bisect_left(strip.images, high)
            if start < stop:
                least = min(least, strip.images[start] + head)
                most = max(most, min(strip.images[stop - 1] + tail, self.end))
        return (least, most) if most and least <= self.end else None

    def _overlapping(self, first: int, last: int) -> Iterator[Strip]:
        index = max(bisect_right(self._firsts, first) - 1, 0)
        while index < len(self.strips) and self.strips[index].first <= last:
            if self.strips[index].last >= first:
                yield self.strips[index]
            index += 1

    def _strip_at(self, position: int) -> Strip | None:
        return next(self._overlapping(position, position), None)


def unmoved(end: int) -> AxisMap:
    """The map of an axis on which nothing moves."""
    return AxisMap([Strip(1, end, images=array("l", [1]))], end)
