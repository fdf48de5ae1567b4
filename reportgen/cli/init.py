"""``reportgen init``: a starter pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import language_option
from reportgen.cli.parameters import Choice, FilePath

if TYPE_CHECKING:
    from pathlib import Path


@click.command("init", cls=Command, help="init")
@click.argument("folder", metavar="folder", type=FilePath())
@click.option(
    "--template", type=Choice(("monthly", "plan", "annual", "empty")), default="plan", help="init.template"
)
@click.option("--workbook", is_flag=True, help="init.workbook")
@language_option
def command(folder: Path, template: str, workbook: bool, language: str | None) -> None:
    """Copy the starter pack into a folder."""
    from reportgen.build.starter_pack import start
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_message
    from reportgen.messages import Message

    made = start(folder, template, workbook=workbook)
    said = Message("commands.started", folder=str(folder), count=len(made))
    print_message(said, speak(()))
