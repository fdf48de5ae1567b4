"""``reportgen figures``: every figure a dataset supports, as text, JSON or CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.command import Command
from reportgen.cli.options import json_option, language_option, pack_or_data_argument
from reportgen.cli.parameters import Day
from reportgen.cli.terminal import Styled, echo, echo_whole, spelled
from reportgen.dataset.csv_files import safe_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reportgen.dataset.records import Dataset
    from reportgen.dataset.stores import Location
    from reportgen.kinds.figure import Figure
    from reportgen.style import Style


@click.command("figures", cls=Command, help="figures")
@pack_or_data_argument
@click.option("--id", "pattern", default="*", metavar="glob", help="figures.id")
@click.option("--as-of", "as_of", type=Day(), metavar="date", help="figures.as-of")
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="figures.csv")
@language_option
def command(
    path: Location, pattern: str, as_of: date | None, as_json: bool, as_csv: bool, language: str | None
) -> None:
    """Print figures: observations, and every calculation the data make possible, refused ones with the reason."""
    from reportgen.build.pack_or_data import open_readable
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_json, print_message
    from reportgen.errors import ReportgenError
    from reportgen.figures.recorded_figures import FigureRecord
    from reportgen.messages import Message
    from reportgen.record import replace

    if as_json and as_csv:
        raise ReportgenError(Message("commands.one-form"))
    opened = open_readable(path)
    if as_of is not None:
        opened = replace(opened, as_of=as_of)
    opened = opened.near(pattern)
    language = speak(opened.definition.languages if opened.definition else ())
    figures = opened.catalogue.matching(pattern)
    if not figures:
        print_message(Message("commands.no-figures", pattern=pattern), language, err=True)
    if as_json or as_csv:
        records = (FigureRecord.of(one, opened.catalogue, opened.style) for one in figures)
        (print_json if as_json else _print_csv)([one.to_json(labels=False) for one in records])
    else:
        _print_text(figures, opened.catalogue.dataset, language, opened.style)


def _print_csv(rows: Sequence[dict[str, Any]]) -> None:
    import csv
    import io

    columns = list(dict.fromkeys(name for row in rows for name in row)) or ["id"]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column, "")) for column in columns])
    echo_whole(text.getvalue().removesuffix("\n"))


def _cell(value: Any) -> Any:
    flat = _flat(value)
    return spelled(safe_text(flat)) if isinstance(flat, str) else flat


def _flat(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(item if isinstance(item, str) else str(item.get("source", item)) for item in value)
    return value


def _print_text(figures: Sequence[Figure], dataset: Dataset, language: str, style: Style) -> None:
    for figure in figures:
        echo(Styled(str(figure.id)), f"  {_shown(figure, dataset, language, style)}")


def _shown(figure: Figure, dataset: Dataset, language: str, style: Style) -> str:
    """The number; of what has none the reason, beside the word of a status."""
    from reportgen.figures.numbers import display
    from reportgen.language import say

    if figure.value is not None:
        return display(figure, language, dataset, style)
    state = "" if figure.is_empty else display(figure, language, dataset, style)
    return f"{state} — {say(figure.reason, language)}".strip()
