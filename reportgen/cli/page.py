"""``reportgen page``: one page in which every number answers, for a browser and a file share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import language_option
from reportgen.cli.parameters import FilePath
from reportgen.cli.terminal import echo

if TYPE_CHECKING:
    from pathlib import Path


@click.command("page", cls=Command, help="page", epilog="exit.page")
@click.argument("path", metavar="pack-or-document", type=FilePath(exists=True))
@click.option(
    "-o", "--output", required=True, type=FilePath(dir_okay=False), metavar="page", help="page.output"
)
@language_option
def command(path: Path, output: Path, language: str | None) -> None:
    """Write the page of a pack or of a finished document."""
    from reportgen.cli.languages import named_languages, speak
    from reportgen.cli.output import refuse_over
    from reportgen.errors import ReportgenError
    from reportgen.living.page.page import page_of
    from reportgen.messages import Message
    from reportgen.ooxml.files import place_files

    speak(named_languages(path))
    if output.suffix.lower() not in (".html", ".htm"):
        raise ReportgenError(Message("page.no-page", path=str(output)))
    refuse_over(output, (path,), Message("page.over-input", path=str(output)))
    page = page_of(path, language)
    place_files({output: page.html.encode("utf-8")})
    echo(str(output))
