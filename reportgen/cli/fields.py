"""``reportgen fields``: what a template may say, with today's values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import json_option, language_option, pack_argument
from reportgen.cli.parameters import FilePath

if TYPE_CHECKING:
    from pathlib import Path


@click.command("fields", cls=Command, help="fields")
@pack_argument
@click.option(
    "--template", type=FilePath(exists=True, dir_okay=False), metavar="file", help="fields.template"
)
@json_option
@language_option
def command(pack: Path, template: Path | None, as_json: bool, language: str | None) -> None:
    """Print the names a template may use, each with what it says today."""
    from reportgen.build.definition import read_definition
    from reportgen.build.fields import fields_of
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_json

    spoken = speak(read_definition(pack).languages)
    rows = fields_of(pack, spoken, template)
    if as_json:
        print_json([row._asdict() for row in rows])
        return
    for row in rows:
        names = f"{{{{ {row.name} }}}}  {{{{ {row.name_zh} }}}}"
        click.echo(f"{click.style(names, bold=True)}  {row.value}")
        if row.description:
            click.echo(f"    {row.description}")
