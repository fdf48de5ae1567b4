"""``reportgen explain``: where a number comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import json_option, language_option, pack_or_data_argument

if TYPE_CHECKING:
    from pathlib import Path


def _complete_id(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from reportgen.errors import ReportgenError
    from reportgen.pack.subject import open_readable

    try:
        figures = open_readable(ctx.params["path"]).catalogue.all()
    except (ReportgenError, OSError, KeyError):
        return []
    return [str(figure.id) for figure in figures if str(figure.id).startswith(incomplete)]


@click.command("explain")
@pack_or_data_argument
@click.argument("figure_id", metavar="ID", shell_complete=_complete_id)
@json_option
@language_option
def command(path: Path, figure_id: str, as_json: bool, language: str | None) -> None:
    """Say where a number comes from: its value, formula, inputs, rounding, sources and their own words.

    ID is a figure's id as `reportgen figures` lists it, or the short key inside a document.

    \b
    Example:
      reportgen explain examples/plan-2025 cbec_trade/CN-CQ/2021/target_completion@cbec_trade_2025
    """
    from reportgen.cli.output import print_json, speak
    from reportgen.pack.explain import explain, explanation_text
    from reportgen.pack.subject import open_readable

    subject = open_readable(path)
    language = speak(subject.definition.languages if subject.definition else ())
    explanation = explain(subject, figure_id)
    if as_json:
        print_json(explanation.to_json())
    else:
        click.echo(explanation_text(explanation, language))
