"""A pack on made-up figures of any size, for trying out and measuring. Every label says that they are synthetic.

The same numbers for the same size and seed: districts below one province, whose amounts and counts they come to.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from reportgen.build.starter_pack import refuse_full, shipped
from reportgen.dataset.csv_files import csv_bytes
from reportgen.dataset.stores.csv_folder import DESCRIPTOR, descriptor
from reportgen.dataset.tables import TABLES
from reportgen.language import languages, say
from reportgen.messages import DATASET_LANGUAGES, FALLBACK, Message
from reportgen.ooxml.files import place_files
from reportgen.record import Record, fields
from reportgen.toml_keys import PACK_FILE

PROVINCE = "S"
_MODEL = "synthetic"
_FIRST_YEAR = 2018
_IN_TABLE = 12
"""Indicators that the pack's table shows."""
_UNITS = (("CNY", "7", "flow", "8", 1), ("count", "0", "flow", "0", 0), ("percent", "-1", "stock", "0", 1))
"""Of each third indicator: unit, rounding, kind, multiplier and decimals of its values."""
_MONTHS = 300
MOST = {"areas": 9_999, "indicators": 999, "months": _MONTHS, "seed": 2**31}


class Size(Record):
    """How much is made up: so many districts beside their province, indicators and months."""

    areas: int = 41
    indicators: int = 40
    months: int = 60
    seed: int = 1

    @classmethod
    def parse(cls, text: str) -> Size:
        """``areas=41,indicators=40,months=60,seed=2``, in any order; what is left out is as usual. Raises ``ValueError``."""
        known = {field.name for field in fields(cls)}
        said: dict[str, int] = {}
        for part in filter(None, text.replace(" ", "").split(",")):
            name, _, number = part.partition("=")
            if name not in known or name in said or not number.isdecimal():
                raise ValueError(part)
            said[name] = int(number)
            if not 1 <= said[name] <= MOST[name]:
                raise ValueError(part)
        return cls(**said)


def start_synthetic(folder: Path, size: Size) -> tuple[Path, ...]:
    """Write a pack on made-up figures into ``folder``, which must be new or empty. Gives the files made."""
    refuse_full(folder)
    definition = (shipped("examples") / _MODEL / PACK_FILE).read_text(encoding="utf-8")
    rows = ", ".join(f'"{_indicator(number)}"' for number in range(min(size.indicators, _IN_TABLE)))
    definition = definition.replace('rows = ["i000"]', f"rows = [{rows}]")
    definition = definition.replace("../../templates/", "templates/")
    definition = re.sub(r'^dataset = ".*"', 'dataset = "data"', definition, flags=re.MULTILINE)
    definition = definition.replace(f'name = "{_MODEL}"', f'name = "{folder.resolve().name}"')
    files = {folder / PACK_FILE: definition.encode("utf-8")}
    files |= {folder / "data" / name: data for name, data in _tables(size).items()}
    for file in sorted(shipped("templates").glob(f"{_MODEL}*")):
        files[folder / "templates" / file.name] = file.read_bytes()
    place_files(files)
    return tuple(sorted(files))


def _tables(size: Size) -> dict[str, bytes]:
    """The files of the dataset by their names."""
    heads = {
        "indicators": ("indicator", "name_zh", "label_en", "label_zh", "unit", "round_to", "direction", "kind", "additive"),
        "areas": ("ref_area", "label_en", "label_zh", "kind", "parent"),
        "sources": ("source", "title", "author", "publisher", "published", "accessed", "url", "language", "kind"),
        "observations": ("obs_id", "indicator", "ref_area", "period", "measure", "value", "unit_mult", "source"),
        "citations": TABLES["citations"].required,
        "codes": TABLES["codes"].required,
    }  # fmt: skip
    rows = {
        "indicators": _indicators(size),
        "areas": _areas(size),
        "sources": _sources(size),
        "observations": _observations(size),
        "citations": iter(()),
        "codes": iter(
            [("publisher", _said("office", FALLBACK), *(_said("office", code) for code in DATASET_LANGUAGES))]
        ),
    }
    found = {f"{name}.csv": csv_bytes(head, list(rows[name])) for name, head in heads.items()}
    about = {"name": _said("dataset", FALLBACK), "title": _said("dataset", FALLBACK), "seed": str(size.seed)}
    return {**found, DESCRIPTOR: descriptor(about, heads)}


def _indicators(size: Size) -> Iterator[tuple[str, ...]]:
    for number in range(size.indicators):
        unit, round_to, kind, _, _ = _UNITS[number % 3]
        labels = [_said("indicator", code, number=f"{number:03}") for code in DATASET_LANGUAGES]
        additive = "areas" if unit != "percent" else ""
        yield (_indicator(number), labels[1], *labels, unit, round_to, "up", kind, additive)


def _areas(size: Size) -> Iterator[tuple[str, ...]]:
    yield (PROVINCE, *(_said("province", code) for code in DATASET_LANGUAGES), "place", "")
    for number in range(1, size.areas + 1):
        labels = (_said("district", code, number=number) for code in DATASET_LANGUAGES)
        yield (_district(number), *labels, "place", PROVINCE)


def _sources(size: Size) -> Iterator[tuple[str, ...]]:
    months = _months(size, beyond=1)
    for month, next_month in itertools.pairwise(months):
        title = _said("tables", languages()[0], month=month)
        yield (
            f"s{month}",
            title,
            "",
            _said("office", FALLBACK),
            f"{next_month}-15",
            "",
            "",
            FALLBACK,
            "statistical_table",
        )


def _observations(size: Size) -> Iterator[tuple[str, ...]]:
    """Series that grow with the seasons, a little by chance; the province's is their sum, of rates their mean."""
    chance = random.Random(size.seed)
    months = _months(size)
    for number in range(size.indicators):
        unit, _, _, power, decimals = _UNITS[number % 3]
        step = Decimal(1).scaleb(-decimals)
        whole = [Decimal(0)] * size.months
        for area in range(1, size.areas + 1):
            level, growth = chance.uniform(20, 900), chance.uniform(1.001, 1.008)
            if unit == "percent":
                level, growth = chance.uniform(30, 70), 1.0
            for at, month in enumerate(months):
                season = 1 + 0.1 * ((at % 12) - 5.5) / 5.5
                made = level * growth**at * season * chance.uniform(0.985, 1.015)
                value = Decimal(str(made)).quantize(step)
                whole[at] += value
                yield _row(number, _district(area), month, value, power)
        for at, month in enumerate(months):
            value = whole[at] if unit != "percent" else (whole[at] / size.areas).quantize(step)
            yield _row(number, PROVINCE, month, value, power)


def _row(number: int, area: str, month: str, value: Decimal, power: str) -> tuple[str, ...]:
    return ("", _indicator(number), area, month, "level", str(value), power, f"s{month}")


def _months(size: Size, beyond: int = 0) -> list[str]:
    return [f"{_FIRST_YEAR + at // 12}-{at % 12 + 1:02}" for at in range(size.months + beyond)]


def _indicator(number: int) -> str:
    return f"i{number:03}"


def _district(number: int) -> str:
    return f"{PROVINCE}{number:04}"


def _said(name: str, language: str, **parameters: object) -> str:
    return say(Message(f"pack.synthetic-{name}", **parameters), language)
