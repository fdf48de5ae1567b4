"""``reportgen init``: a starter pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import language_option
from reportgen.cli.parameters import Choice, FilePath

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.build.synthetic import Size


def _size(text: str) -> Size:
    from reportgen.build.synthetic import MOST, Size
    from reportgen.cli.parameters import Refused
    from reportgen.messages import Message

    try:
        return Size.parse(text)
    except ValueError as error:
        most = tuple(f"{name}={number}" for name, number in MOST.items())
        raise Refused(Message("commands.not-a-size", value=str(error), most=most)) from None


@click.command("init", cls=Command, help="init")
@click.argument("folder", metavar="folder", type=FilePath())
@click.option(
    "--template", type=Choice(("monthly", "plan", "annual", "empty")), default="plan", help="init.template"
)
@click.option("--workbook", is_flag=True, help="init.workbook")
@click.option("--synthetic", metavar="size", help="init.synthetic")
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path,
    template: str,
    workbook: bool,
    synthetic: str | None,
    language: str | None,
) -> None:
    """Copy the starter pack into a folder, or make one up."""
    from reportgen.build.starter_pack import start
    from reportgen.build.synthetic import start_synthetic
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_message
    from reportgen.errors import ReportgenError
    from reportgen.messages import Message

    if synthetic is not None:
        if workbook or ctx.get_parameter_source("template") is click.core.ParameterSource.COMMANDLINE:
            raise ReportgenError(Message("commands.synthetic-alone"))
        made = start_synthetic(folder, _size(synthetic))
    else:
        made = start(folder, template, workbook=workbook)
    said = Message("commands.started", folder=str(folder), count=len(made))
    print_message(said, speak(()))
