"""Frozen records by the hundred thousand: made as quickly as open ones, and not looked through for circles meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import fields, make_dataclass
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Record = TypeVar("Record")


def quick(record: Callable[Given, Record]) -> Callable[Given, Record]:
    """What makes records of a frozen class with slots, in less than half the time.

    The ``__init__`` of a frozen class calls ``object.__setattr__`` for each field. Here the fields of an open record are set,
    which then becomes one of the class.
    """
    return cast("Callable[Given, Record]", _open(record))


@cache
def _open(record: Any) -> Any:
    def become_one(made: Any) -> None:
        made.__class__ = record

    return make_dataclass(
        f"Open{record.__name__}",
        [(one.name, one.type, copy(one)) for one in fields(record)],
        namespace={"__post_init__": become_one},
        eq=False,
        repr=False,
        slots=True,
    )


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector of circles rests: records refer to no one in circles, and it looks at all of them again and again."""
    rests = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not rests:
            gc.enable()
