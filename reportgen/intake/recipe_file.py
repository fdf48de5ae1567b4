"""Reads a recipe, strictly: every key that is unknown, missing or wrongly filled is a finding with its line, and so is what contradicts itself.

``read_recipe`` gives the recipe, or raises ``RecipeError`` with all findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from reportgen.build.toml_files import TomlError, parse_toml
from reportgen.errors import ReportgenError
from reportgen.findings import Finding, Place, Severity
from reportgen.intake.recipe import Recipe, TableLayout
from reportgen.intake.recipe_building import build_recipe
from reportgen.intake.recipe_keys import KEYS
from reportgen.messages import Message
from reportgen.ooxml.files import read_file
from reportgen.periods import is_period
from reportgen.regex import regex
from reportgen.toml_keys import TABLE_HEAD, KeyReader, KeyRule

QUESTION = "?"
"""What a draft leaves where a person has to decide."""
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
    reader = _Reader(path.name, row_of=KeyLines(text).line_of)
    given = reader.section("", raw, KEYS)
    reader.find_contradictions(raw, given)
    if found := reader.findings:
        raise RecipeError(Message("intake.recipe-mistakes", file=path.name, count=len(found)), found)
    return build_recipe(path.name, given)


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


class KeyLines:
    """The line of each key of a TOML file, by its path (``columns[2].head``)."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _lines(self) -> dict[str, int]:
        lines: dict[str, int] = {}
        counts: dict[str, int] = {}
        section = ""
        for number, line in enumerate(self._text.splitlines(), start=1):
            if found := TABLE_HEAD.match(line):
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


class _Reader(KeyReader):
    """One reading of one recipe."""

    def value(self, path: str, value: Any, rule: KeyRule) -> Any:
        if rule.keys is None and rule.item is None and QUESTION in _texts_within(value):
            self.mistake("recipe-question", path)
            return None
        return super().value(path, value, rule)

    def find_contradictions(self, recipe: Mapping[str, Any], given: Mapping[str, Any]) -> None:
        """Take down what contradicts itself in the sections that could be read."""
        raw = {name: value for name, value in recipe.items() if name in given}
        records = raw.get("table", {}).get("form") == TableLayout.RECORDS
        for number, item in enumerate(raw.get("columns", []), start=1):
            at = f"columns[{number}]"
            if records and not any(item.get(key) for key in ("skip", "gives", "only")):
                self.missing(f"{at}.gives")
            if not records and item.get("gives"):
                self.mistake("recipe-contradiction", f"{at}.gives", "gives")
        for name in ("rows", "period"):
            if not records and not recipe.get(name):
                self.missing(name, KEYS[name])
        for number, item in enumerate(raw.get("rows", []), start=1):
            self._row_contradictions(f"rows[{number}]", item)
        period, unit = raw.get("period", {}), raw.get("unit", {})
        if period.get("from") in ("title", "file", "sheet") and not period.get("pattern"):
            self.missing("period.pattern")
        if period.get("from") == "recipe" and not is_period(str(period.get("value"))):
            self.wrong("period.value", period.get("value", ""), Message("pack.wanted-period"))
        if unit and unit.get("from") not in ("row", "column") and not unit.get("unit"):
            self.missing("unit.unit")

    def _row_contradictions(self, at: str, item: Mapping[str, Any]) -> None:
        lists = [name for name, value in item.items() if isinstance(value, dict)]
        if len(lists) > 1:
            self.mistake("recipe-contradiction", f"{at}.{lists[1]}", "two-lists", other=lists[0])
        if bool(lists) == bool(item.get("label")):
            self.mistake("recipe-contradiction", at, "label")


def _texts_within(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts_within(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts_within(item)
