"""Reads a recipe, strictly: every key that is unknown, missing or wrongly filled is a finding with its line.

``read_recipe`` gives the recipe, or raises ``RecipeError`` with all findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from reportgen.build.toml_files import TomlError, parse_toml
from reportgen.errors import ReportgenError
from reportgen.findings import Finding, Place, Severity
from reportgen.intake.recipe import Recipe
from reportgen.intake.recipe_building import build_recipe
from reportgen.intake.recipe_keys import LISTS, REQUIRED_SECTIONS, SECTIONS, TOP, KeyRule, KeyType
from reportgen.messages import Message
from reportgen.ooxml.files import read_file
from reportgen.periods import is_period
from reportgen.regex import regex
from reportgen.spelling import nearest

QUESTION = "?"
"""What a draft leaves where a person has to decide."""
_SECTION = regex(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_ASSIGNED = regex(r"""\s*("[^"]*"|'[^']*'|[^\s=#\["']+)\s*=""")


class RecipeError(ReportgenError):
    """A recipe cannot be read, or contradicts itself."""


def read_recipe(path: Path) -> Recipe:
    """The recipe in ``path``."""
    text = _text_of(path)
    try:
        raw = parse_toml(text, Decimal)
    except TomlError as error:
        raise RecipeError(
            Message("intake.recipe-not-toml", file=path.name), [_not_toml(path.name, text, error)]
        ) from None
    findings = [*_Reader(path.name, Lines(text)).findings_of(raw)]
    if findings:
        raise RecipeError(Message("intake.recipe-mistakes", file=path.name, count=len(findings)), findings)
    return build_recipe(path.name, raw)


def _text_of(path: Path) -> str:
    data = read_file(path)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise RecipeError(Message("intake.recipe-not-utf8", file=path.name)) from None


def _not_toml(file: str, text: str, error: TomlError) -> Finding:
    lines = text.splitlines()
    line = lines[error.row - 1].strip() if error.row and error.row <= len(lines) else ""
    place = Place(file, row=error.row, text=line or None)
    return Finding("recipe-not-toml", Severity.ERROR, place=place, line=line, slip=error.slip)


class Lines:
    """The line of each key of a TOML file, by its path (``columns[2].head``)."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _lines(self) -> dict[str, int]:
        lines: dict[str, int] = {}
        counts: dict[str, int] = {}
        section = ""
        for number, line in enumerate(self._text.splitlines(), start=1):
            if found := _SECTION.match(line):
                name = ".".join(part.strip().strip("\"'") for part in found[2].split("."))
                top, _, rest = name.partition(".")
                if found[1] == "[[":
                    counts[name] = counts.get(name, 0) + 1
                    section = f"{name}[{counts[name]}]"
                else:
                    numbered = f"{top}[{counts[top]}]" if top in counts else top
                    section = f"{numbered}.{rest}" if rest else numbered
                lines.setdefault(section, number)
            elif found := _ASSIGNED.match(line):
                key = found[1].strip("\"'")
                lines.setdefault(f"{section}.{key}" if section else key, number)
        return lines

    def line_of(self, path: str) -> int | None:
        """The line of a key, or of the section it belongs in."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path.rpartition(".")[0]
        return None


class _Reader:
    """One reading of one recipe."""

    def __init__(self, file: str, lines: Lines) -> None:
        self._file, self._lines = file, lines

    def findings_of(self, raw: Mapping[str, Any]) -> Iterator[Finding]:
        known = {**TOP, **dict.fromkeys(SECTIONS), **dict.fromkeys(LISTS)}
        for name, value in raw.items():
            if name in TOP:
                yield from self._value(name, value, TOP[name])
            elif name in SECTIONS:
                yield from self._section(name, value)
            elif name in LISTS:
                yield from self._list(name, value)
            else:
                yield self._unknown(name, name, known)
        for name in REQUIRED_SECTIONS:
            if not raw.get(name):
                yield self._mistake("recipe-missing-section", name, variant="list" if name in LISTS else "")
        if not list(self._shape_mistakes(raw)):
            yield from self._contradictions(raw)

    def _shape_mistakes(self, raw: Mapping[str, Any]) -> Iterator[str]:
        """Sections that are not even sections: what contradicts itself is not asked then."""
        for name, value in raw.items():
            if name in SECTIONS and not isinstance(value, dict):
                yield name
            if name in LISTS and not (
                isinstance(value, list) and all(isinstance(item, dict) for item in value)
            ):
                yield name

    def _section(self, name: str, value: Any) -> Iterator[Finding]:
        if not isinstance(value, dict):
            yield self._mistake("recipe-wrong-value", name, variant="section", name=name)
            return
        if name == "marks":
            yield from self._value(name, value, KeyRule(KeyType.CODES))
            return
        yield from self._keys(name, value, SECTIONS[name])

    def _list(self, name: str, value: Any) -> Iterator[Finding]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            yield self._mistake("recipe-wrong-value", name, variant="list", name=name)
            return
        for number, item in enumerate(value, start=1):
            yield from self._keys(f"{name}[{number}]", item, LISTS[name])

    def _keys(self, at: str, section: Mapping[str, Any], keys: Mapping[str, KeyRule]) -> Iterator[Finding]:
        for name, value in section.items():
            if name in keys:
                yield from self._value(f"{at}.{name}", value, keys[name])
            else:
                yield self._unknown(f"{at}.{name}", name, keys)
        for name, key in keys.items():
            if key.required and section.get(name) in (None, "", [], {}):
                yield self._mistake("recipe-missing-key", f"{at}.{name}", key=f"{at}.{name}")

    def _value(self, path: str, value: Any, key: KeyRule) -> Iterator[Finding]:
        if QUESTION in _texts_within(value):
            yield self._mistake("recipe-question", path, key=path)
        elif key.kind is KeyType.CHOICE:
            if value not in key.choices:
                near = nearest(value, key.choices) if isinstance(value, str) else None
                yield self._mistake(
                    "recipe-wrong-value", path, str(value), "choice", key=path, value=str(value),
                    choices=key.choices, near=near or "",
                )  # fmt: skip
        elif not _FITS[key.kind](value):
            yield self._mistake(
                "recipe-wrong-value", path, str(value), key.kind.value, key=path, value=str(value)
            )

    def _contradictions(self, raw: Mapping[str, Any]) -> Iterator[Finding]:
        records = raw.get("table", {}).get("form") == "records"
        for number, item in enumerate(raw.get("columns", []), start=1):
            at = f"columns[{number}]"
            if records and not any(item.get(key) for key in ("skip", "gives", "only")):
                yield self._mistake("recipe-missing-key", f"{at}.gives", key=f"{at}.gives")
            if not records and item.get("gives"):
                yield self._mistake("recipe-contradiction", f"{at}.gives", variant="gives", key=f"{at}.gives")
        if not records and not raw.get("rows"):
            yield self._mistake("recipe-missing-section", "rows", variant="list")
        for number, item in enumerate(raw.get("rows", []), start=1):
            yield from self._row_contradictions(f"rows[{number}]", item)
        period = raw.get("period", {})
        if not records and not period:
            yield self._mistake("recipe-missing-section", "period")
        if period.get("from") in ("title", "file", "sheet") and not period.get("pattern"):
            yield self._mistake("recipe-missing-key", "period.pattern", key="period.pattern")
        if period.get("from") == "recipe" and not is_period(str(period.get("value"))):
            yield self._mistake("recipe-wrong-value", "period.value", str(period.get("value", "")), "period",
                                key="period.value", value=str(period.get("value", "")))  # fmt: skip
        unit = raw.get("unit", {})
        if unit and unit.get("from") not in ("row", "column") and not unit.get("unit"):
            yield self._mistake("recipe-missing-key", "unit.unit", key="unit.unit")

    def _row_contradictions(self, at: str, item: Mapping[str, Any]) -> Iterator[Finding]:
        sections = [name for name, value in item.items() if isinstance(value, dict)]
        if len(sections) > 1:
            yield self._mistake("recipe-contradiction", f"{at}.{sections[1]}", variant="two-lists",
                                key=f"{at}.{sections[1]}", other=sections[0])  # fmt: skip
        if bool(sections) == bool(item.get("label")):
            yield self._mistake("recipe-contradiction", at, variant="label", key=at)

    def _unknown(self, path: str, name: str, known: Mapping[str, Any]) -> Finding:
        return self._mistake(
            "recipe-unknown-key", path, key=path, near=nearest(name, known) or "", known=tuple(sorted(known))
        )

    def _mistake(self, code: str, path: str, text: str = "", variant: str = "", **parameters: Any) -> Finding:
        place = Place(self._file, row=self._lines.line_of(path), text=text or path)
        parameters.setdefault("key", path)
        return Finding(code, Severity.ERROR, place=place, variant=variant, **parameters)


def _texts_within(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts_within(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts_within(item)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, list) and all(map(_is_text, value)))


def _is_head(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, list) and all(map(_is_texts, value)))


def _is_codes(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _is_day(value: Any) -> bool:
    if isinstance(value, str):
        return value == "" or is_period(value)
    return isinstance(value, date)


def _is_number(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, str):
        return re.fullmatch(r"-?\d+(\.\d+)?", value) is not None
    return isinstance(value, int | Decimal)


_FITS: dict[KeyType, Callable[[Any], bool]] = {
    KeyType.TEXT: _is_text,
    KeyType.TEXTS: _is_texts,
    KeyType.HEAD: _is_head,
    KeyType.WHOLE: lambda value: isinstance(value, int) and not isinstance(value, bool),
    KeyType.CELL: lambda value: _is_text(value) or (isinstance(value, int) and not isinstance(value, bool)),
    KeyType.FLAG: lambda value: isinstance(value, bool),
    KeyType.DATE: lambda value: (
        _is_day(value) or (isinstance(value, dict) and all(map(_is_day, value.values())))
    ),
    KeyType.PERIOD: lambda value: _is_text(value) and (not value or is_period(value)),
    KeyType.NUMBER: _is_number,
    KeyType.CODES: _is_codes,
    KeyType.TEXT_OR_CODES: lambda value: _is_text(value) or _is_codes(value),
}
