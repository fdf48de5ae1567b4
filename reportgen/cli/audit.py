"""``reportgen audit``: does a finished, hand-edited document still agree with its data?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from reportgen.cli.command import Command
from reportgen.cli.options import in_its_language, json_option, language_option, strict_option
from reportgen.cli.parameters import Choice, FilePath
from reportgen.cli.terminal import echo

if TYPE_CHECKING:
    from pathlib import Path


@click.command("audit", cls=Command, help="audit", epilog="exit.checked")
@click.argument("document", metavar="document", type=FilePath(exists=True, dir_okay=False))
@click.option(
    "--pack", type=FilePath(exists=True), callback=in_its_language, metavar="pack", help="audit.pack"
)
@click.option(
    "--tracked",
    type=Choice(("accepted", "rejected")),
    default="accepted",
    show_default=True,
    help="audit.tracked",
)
@click.option("--annotate", type=FilePath(dir_okay=False), metavar="out", help="audit.annotate")
@strict_option
@json_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    document: Path,
    pack: Path | None,
    tracked: Literal["accepted", "rejected"],
    annotate: Path | None,
    strict: bool,
    as_json: bool,
    language: str | None,
) -> None:
    """Print what in a finished document no longer agrees with its data."""
    from reportgen.cli.languages import speak
    from reportgen.cli.output import exit_code, print_findings, print_json, progress, summary
    from reportgen.language import finding_record
    from reportgen.living.audit import audit, write_annotated

    made = audit(document, pack=pack, tracked=tracked, step=progress())
    language = speak((made.language,))
    if annotate is not None:
        write_annotated(made, document, annotate, language)
    if as_json:
        print_json([finding_record(finding) for finding in made.findings])
    else:
        print_findings(made.findings, language)
        echo(summary(made.findings, language))
    ctx.exit(exit_code(made.findings, strict=strict))
