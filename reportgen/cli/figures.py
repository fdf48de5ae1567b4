"""``reportgen figures``: every figure a dataset supports, as text, JSON or CSV."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.options import json_option, language_option, pack_or_data_argument

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@click.command("figures")
@pack_or_data_argument
@click.option(
    "--id", "pattern", default="*", metavar="GLOB", help="Only ids like this: 'cbec_trade/CN-CQ/*'."
)
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@language_option
def command(path: Path, pattern: str, as_json: bool, as_csv: bool, language: str | None) -> None:
    """List figures: every observation and every calculation the data make possible, refused ones with the reason.

    \b
    Examples:
      reportgen figures data --id '*@cbec_trade_2025'
      reportgen figures data --csv > figures.csv
    """
    from reportgen.build.pack_or_data import open_readable
    from reportgen.cli.output import print_json, speak
    from reportgen.figures.listing import listed

    if as_json and as_csv:
        raise click.UsageError("Give one of --json and --csv.")
    opened = open_readable(path)
    language = speak(opened.definition.languages if opened.definition else ())
    rows = [listed(figure, opened.catalogue) for figure in opened.catalogue.matching(pattern)]
    if not rows:
        click.echo(_NONE[language].format(pattern=pattern), err=True)
    if as_json:
        print_json(rows)
    elif as_csv:
        _print_csv(rows)
    else:
        _print_text(rows, language)


def _print_csv(rows: Sequence[dict[str, Any]]) -> None:
    columns = list(rows[0]) if rows else ["id"]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_flat(row[column]) for column in columns])


def _flat(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(item if isinstance(item, str) else str(item.get("source", item)) for item in value)
    return value


def _print_text(rows: Sequence[dict[str, Any]], language: str) -> None:
    for row in rows:
        shown = row[f"display_{language}"] if row["value"] is not None else f"— {row[f'reason_{language}']}"
        click.echo(f"{click.style(row['id'], bold=True)}  {shown}")


_NONE = {
    "en": "No figure has an id like {pattern}; `reportgen figures` without --id lists them all.",
    "zh": "没有编号符合 {pattern} 的数字；不加 --id 可列出全部。",
}
