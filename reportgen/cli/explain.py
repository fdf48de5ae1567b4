"""``reportgen explain``: where a number comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import json_option, language_option
from reportgen.cli.parameters import DataPath
from reportgen.cli.usage import Surplus

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


class _NumberLast(Command):
    """A command whose last argument may be a number below zero, which is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        numbers = [arg for arg in args if re.match(r"-[\d.]", arg)]
        others = [arg for arg in args if arg not in numbers]
        return super().parse_args(ctx, [*others, "--", *numbers] if numbers else args)


@click.command("explain", cls=_NumberLast, help="explain")
@click.argument("path", metavar="pack-or-document", type=DataPath())
@click.argument("figure_id", metavar="id", required=False, shell_complete=_complete_id)
@click.option("--all", "everything", is_flag=True, help="explain.all")
@json_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    path: Location,
    figure_id: str | None,
    everything: bool,
    as_json: bool,
    language: str | None,
) -> None:
    """Print a figure with its lineage, those at a place, or the figures that one number may be."""
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_json, print_lines
    from reportgen.finished.places import named_place
    from reportgen.living.explain import (
        candidates,
        candidates_text,
        explain_each,
        explanation_text,
        standing_at,
    )
    from reportgen.living.lineage_sources import open_lineage

    if figure_id is not None and everything:
        raise Surplus([figure_id])
    if figure_id is None and not everything:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.get_params(ctx)[1])
    lineage = open_lineage(path)
    code = speak(lineage.languages)
    place = named_place(figure_id) if figure_id is not None else None
    if everything:
        found = list(lineage.figures())
    elif place is not None and lineage.places:
        found = standing_at(lineage, place)
    else:
        assert figure_id is not None
        found = candidates(lineage, figure_id)
        if len(found) > 1:
            if as_json:
                print_json({"candidates": [figure.to_json(labels=False) for figure in found]})
            else:
                print_lines(candidates_text(found, code))
            return
    explanations = explain_each(lineage, found)
    several = everything or (place is not None and place.paragraph)
    if as_json:
        print_json(
            {"figures": [one.to_json() for one in explanations]} if several else explanations[0].to_json()
        )
    else:
        print_lines("\n\n".join(explanation_text(one, code) for one in explanations))
