"""Rounding in templates: a half goes away from zero, as in Excel and in every figure, and zero has no sign."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jinja2.filters import do_round

from reportgen.regex import regex
from reportgen.values import rounded

_SPECIFIER = regex(r"%(?P<name>\()?[#0\- +]*\d*(?:\.(?P<places>\d*))?(?P<kind>[a-zA-Z%])")
_CONVERSION = regex(
    r"%(?P<rest>(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?[#0\- +]*[\d*]*(?:\.[\d*]*)?[hlL]?)(?P<kind>[a-zA-Z%])"
)
_PLACES = 6
"""Of ``%f``."""
_MOST_DIGITS = 28
"""What decimal arithmetic keeps."""


def round_number(value: Any, precision: int = 0, method: Any = "common") -> Any:
    """Jinja's filter ``round``."""
    if method != "common" or (half_up := _rounded(value, precision)) is None:
        return do_round(value, precision, method)
    return float(half_up) if isinstance(value, float) else half_up


def for_readers(template: str) -> str:
    """The left side of ``template % values``, in which ``%r`` and ``%a``, which show what Python keeps and where, are ``%s``."""
    return _CONVERSION.sub(
        lambda found: f"%{found['rest']}{'s' if found['kind'] in 'ra' else found['kind']}", template
    )


def with_rounded(template: str, values: Any) -> Any:
    """The right side of ``template % values`` with its numbers as they are to be printed."""
    found = [one for one in _SPECIFIER.finditer(template) if one["kind"] != "%"]
    if any(one["name"] for one in found):
        return values
    given = values if isinstance(values, tuple) else (values,)
    made = tuple(
        _printed(value, _PLACES if one["places"] is None else int(one["places"] or 0))
        if one["kind"] in "fF"
        else value
        for one, value in zip(found, given, strict=False)
    )
    made += given[len(made) :]
    return made if isinstance(values, tuple) else made[0]


def _printed(value: Any, places: int) -> Any:
    half_up = _rounded(value, places)
    return value if half_up is None else half_up


def _rounded(value: Any, places: Any) -> Decimal | None:
    """A number rounded; ``None`` where it is none, or has more digits than can be kept."""
    if not isinstance(value, float | Decimal) or not isinstance(places, int):
        return None
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    if not exact.is_finite() or exact.adjusted() + places >= _MOST_DIGITS - 1:
        return None
    return rounded(exact, -places)
