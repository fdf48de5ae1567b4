"""``dataclass`` as in the standard library, at a quarter of its price for frozen records with slots.

The library compiles six methods of each such class whenever a program starts, which was an eighth of the time of a check of a
month's pack. Here ``__init__`` alone is compiled; how records are compared, hashed, shown and kept from change is shared by all.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, **options):
        """:func:`dataclasses.dataclass`."""
        if options != {"frozen": True, "slots": True}:
            return dataclasses.dataclass(cls, **options)
        return _record if cls is None else _record(cls)


__all__ = ["dataclass"]

_GIVEN = "given_{}"
"""What a value that is not handed over is called in the source of ``__init__``."""


def _record(cls: type) -> Any:
    if any(map(dataclasses.is_dataclass, cls.__bases__)):
        return dataclasses.dataclass(frozen=True, slots=True)(cls)
    own = dict(vars(cls))
    cls.__doc__ = cls.__doc__ or cls.__name__  # or one would be made of the signature
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__dataclass_params__.frozen = True
    fields = dataclasses.fields(made)
    methods = {
        "__init__": _init_of(made, fields),
        "__repr__": _shown,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _set_state,
        **_comparison_of(fields),
    }
    if own.get("__hash__") is None:  # none of its own; None where it has an __eq__
        own.pop("__hash__", None)
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _init_of(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Any:
    """The ``__init__`` that the standard library would make."""
    known: dict[str, Any] = {"set_field": object.__setattr__, "MISSING": dataclasses.MISSING}
    parameters, lines = ["self"], list[str]()
    for place, field in enumerate(fields):
        name, given = field.name, _GIVEN.format(place)
        value, default = name, ""
        if field.default is not dataclasses.MISSING:
            known[given], default = field.default, f"={given}"
            value = name if field.init else given
        elif field.default_factory is not dataclasses.MISSING:
            known[given], default = field.default_factory, "=MISSING"
            value = f"{given}() if {name} is MISSING else {name}" if field.init else f"{given}()"
        elif not field.init:
            continue
        lines.append(f"set_field(self, {name!r}, {value})")
        if field.init:
            parameters.append(f"{name}{default}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n ".join(lines) or "pass"
    exec(f"def __init__({', '.join(parameters)}):\n {body}", known)
    known["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return known["__init__"]


def _comparison_of(fields: tuple[dataclasses.Field[Any], ...]) -> dict[str, Any]:
    compared = _values_of([field.name for field in fields if field.compare])
    hashed = _values_of(
        [field.name for field in fields if (field.compare if field.hash is None else field.hash)]
    )

    def is_equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_of(self: Any) -> int:
        return hash(hashed(self))

    return {"__eq__": is_equal, "__hash__": hash_of}


def _values_of(names: list[str]) -> Any:
    """Reads the values of some fields as a tuple."""
    return attrgetter(*names, names[0]) if names else lambda _: ()  # of one name it would be no tuple


def _shown(self: Any) -> str:
    shown = (
        f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr
    )
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, _value: Any = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r} of {type(self).__qualname__}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
