"""``reportgen release``: the copy of a document that leaves the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import in_its_language, language_option
from reportgen.cli.parameters import FilePath
from reportgen.cli.terminal import echo

if TYPE_CHECKING:
    from pathlib import Path


@click.command("release", cls=Command, help="release", epilog="exit.checked")
@click.argument("document", metavar="document", type=FilePath(exists=True, dir_okay=False))
@click.option(
    "-o", "--output", required=True, type=FilePath(dir_okay=False), metavar="out", help="release.output"
)
@click.option(
    "--pack", type=FilePath(exists=True), callback=in_its_language, metavar="pack", help="audit.pack"
)
@language_option
@click.pass_context
def command(
    ctx: click.Context, document: Path, output: Path, pack: Path | None, language: str | None
) -> None:
    """Audit a document and write it without marks and lineage."""
    from reportgen.cli.languages import speak_of
    from reportgen.cli.output import exit_code, print_findings, summary
    from reportgen.living.audit.released import release_record
    from reportgen.living.release import release

    made = release(document, output, pack=pack)
    language = speak_of(made.language)
    print_findings(made.findings, language)
    echo(summary(made.findings, language))
    if made.record is not None:
        echo(str(output))
        echo(str(release_record(output)))
    ctx.exit(exit_code(made.findings, strict=False))
