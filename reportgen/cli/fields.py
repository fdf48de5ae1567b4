"""``reportgen fields``: what a template may say, with today's values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import in_its_language, json_option, language_option
from reportgen.cli.parameters import FilePath
from reportgen.cli.terminal import Styled, echo

if TYPE_CHECKING:
    from pathlib import Path


@click.command("fields", cls=Command, help="fields")
@click.argument("pack", metavar="pack-or-none", type=FilePath(), required=False, callback=in_its_language)
@click.option(
    "--template", type=FilePath(exists=True, dir_okay=False), metavar="file", help="fields.template"
)
@json_option
@language_option
def command(pack: Path | None, template: Path | None, as_json: bool, language: str | None) -> None:
    """Print the names a template may use, each with what it says today."""
    from reportgen.build.definition import read_definition
    from reportgen.build.fields import fields_of
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_json

    if pack is None:
        if template is None:
            raise click.MissingParameter(param=click.get_current_context().command.params[0])
        print_names(template, speak(()), as_json=as_json)
        return
    spoken = speak(read_definition(pack).languages)
    rows = fields_of(pack, spoken, template)
    if as_json:
        print_json([row._asdict() for row in rows])
        return
    inside = ""
    for row in rows:
        if row.inside != inside:
            inside = row.inside
            echo(f"\n{inside}" if inside else "")
        names = f"{{{{ {row.name} }}}}  {{{{ {row.name_zh} }}}}"
        echo(Styled(names), f"  {row.value}")
        if row.description:
            echo(f"    {row.description}")


def print_names(template: Path, code: str, *, as_json: bool) -> None:
    """The names that a template uses, where no data are at hand: each with the places of its tags."""
    from reportgen.build.fields import names_of_template
    from reportgen.cli.output import print_json
    from reportgen.language import language

    names = names_of_template(template)
    if as_json:
        print_json(
            [
                {"name": one.name, "places": [language(code).place(place) for place in one.places]}
                for one in names
            ]
        )
        return
    for one in names:
        echo(Styled(f"{{{{ {one.name} }}}}"))
        for place in dict.fromkeys(language(code).place(place) for place in one.places):
            echo(f"    {place}")
