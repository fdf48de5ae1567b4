"""Reading a ``pack.json`` that anybody may have written: whole, or one sentence that says why not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reportgen.errors import FileError
from reportgen.messages import Message, Reason
from reportgen.ooxml.files import read_file, settle

_LONGEST_NUMBER = 400
"""Digits of a whole number that a machine can hold as any other."""
LARGEST = 256 * 1024 * 1024


def read_pack_json(path: Path) -> dict[str, Any]:
    """What the file says. Raises ``FileError`` where it is no JSON object of sane numbers and depth."""
    settle(path.parent)
    return parse_pack_json(read_file(path), str(path))


def parse_pack_json(data: bytes, file: str) -> dict[str, Any]:
    """What ``data`` says; ``file`` is its name for the error."""
    if len(data) > LARGEST:
        raise _unreadable(file, "too-large")
    try:
        content = json.loads(
            data.decode("utf-8-sig"),
            parse_constant=_no_number,
            parse_float=_plain_float,
            parse_int=_plain_int,
        )
    except UnicodeDecodeError:
        raise _unreadable(file, "not-utf-8") from None
    except RecursionError:
        raise _unreadable(file, "too-deep") from None
    except json.JSONDecodeError as error:
        raise _unreadable(file, "not-json", row=error.lineno, column=error.colno) from None
    except ValueError as error:  # NaN, 1e999, a whole number of thousands of digits
        raise _unreadable(file, "no-number", said=str(error)) from None
    if not isinstance(content, dict):
        raise _unreadable(file, "no-object")
    return content


def _no_number(text: str) -> Any:
    raise ValueError(text if len(text) < _LONGEST_NUMBER else f"{text[:10]}…")


def _plain_int(text: str) -> int:
    return int(text) if len(text) < _LONGEST_NUMBER else _no_number(text)


def _plain_float(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        _no_number(text)
    return number


def _unreadable(file: str, code: str, **parameters: Any) -> FileError:
    return FileError(
        Message("pack.unreadable-json", file=file, why=Reason(f"pack.json-{code}", **parameters))
    )
