"""The parameters of findings and reasons as records keep them: codes and plain values, in which nothing depends on a language's words."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from reportgen.findings import Finding, Place
from reportgen.messages import DATASET_LANGUAGES, Bilingual, Message
from reportgen.names import AreaName, CodeName, FigureName, SeriesName
from reportgen.periods import Period
from reportgen.record import Record, asdict
from reportgen.units import Unit
from reportgen.values import Amount, plain

Parameters = tuple[tuple[str, Any], ...]


def parameter_codes(parameters: Parameters) -> str:
    """Parameters as one line of JSON, the same for all that are equal: ``{"period": "2021", "series": {"area": "CN", ...}}``."""
    return as_line({name: _coded(value) for name, value in parameters})


def as_line(coded: Mapping[str, Any]) -> str:
    """The line of what :func:`from_line` gave."""
    return json.dumps(coded, sort_keys=True)


def from_line(line: str) -> Any:
    """What a line of parameters holds, for a record that is JSON itself. Raises ``ValueError``."""
    return json.loads(line)


def with_codes(line: str, codes: Mapping[str, str]) -> str:
    """A line of parameters with other codes in place of some."""

    def recoded(value: Any) -> Any:
        match value:
            case str():
                return codes.get(value, value)
            case list():
                return [recoded(item) for item in value]
            case dict():
                return {name: recoded(item) for name, item in value.items()}
        return value

    return as_line(recoded(from_line(line)))


def _coded(value: Any) -> Any:
    """A parameter as what JSON knows."""
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | str():
            return value
        case Decimal():
            return plain(value)
        case Period() | dt.date():
            return str(value)
        case Message():
            return _with_code(value.code, value.parameters)
        case Finding():
            return _with_code(value.key, value.parameters)
        case Bilingual():
            return {code: value.in_language(code) for code in DATASET_LANGUAGES}
        case AreaName() | Unit():
            return value.code
        case CodeName():
            return f"{value.dimension}/{value.code}"
        case SeriesName():
            return _series(value)
        case FigureName():
            return {**_series(value.series), "period": str(value.period), "kind": value.kind}
        case Amount():
            return {"value": plain(value.value), "unit": value.unit, "qualifier": value.qualifier.value}
        case Place():
            lasting = value.lasting
            return {name: _coded(part) for name, part in asdict(lasting).items() if part is not None}
        case tuple() | list():
            return [_coded(item) for item in value]
        case set() | frozenset():
            return sorted(map(str, value))
        case Record():
            return {name: _coded(part) for name, part in asdict(value).items()}
    return str(value)


def _with_code(code: str, parameters: Parameters) -> dict[str, Any]:
    return {"code": code, **{name: _coded(value) for name, value in parameters}}


def _series(name: SeriesName) -> dict[str, Any]:
    parts = {"breakdown": name.breakdown, "partner": name.partner}
    said = {part: _coded(label) for part, label in parts.items() if label is not None}
    return {"indicator": name.code, "area": name.area.code, **said}
