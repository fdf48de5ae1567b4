"""``reportgen explain``: where a number comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import json_option, language_option
from reportgen.cli.parameters import DataPath
from reportgen.cli.terminal import echo

if TYPE_CHECKING:
    from reportgen.dataset.stores import Location


def _complete_id(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from reportgen.errors import ReportgenError
    from reportgen.living.lineage_sources import open_lineage

    try:
        figures = open_lineage(ctx.params["path"]).figures()
        return [figure.id for figure in figures if figure.id.startswith(incomplete)]
    except (ReportgenError, OSError, KeyError):
        return []


@click.command("explain", cls=Command, help="explain")
@click.argument("path", metavar="pack-or-document", type=DataPath())
@click.argument("figure_id", metavar="id", shell_complete=_complete_id)
@json_option
@language_option
def command(path: Location, figure_id: str, as_json: bool, language: str | None) -> None:
    """Print a figure with its lineage, or the figures that one number may be."""
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_json
    from reportgen.living.explain import candidates, candidates_text, explain, explanation_text
    from reportgen.living.lineage_sources import open_lineage

    lineage = open_lineage(path)
    language = speak(lineage.languages)
    found = candidates(lineage, figure_id)
    if len(found) > 1:
        if as_json:
            print_json({"candidates": [figure.to_json(labels=False) for figure in found]})
        else:
            echo(candidates_text(found, language))
        return
    explanation = explain(lineage, found[0].id)
    if as_json:
        print_json(explanation.to_json())
    else:
        echo(explanation_text(explanation, language))
