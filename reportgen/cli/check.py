"""``reportgen check``: what a person should look at before building."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import (
    json_option,
    language_option,
    loudness_asked,
    loudness_options,
    no_cache_option,
    pack_or_data_argument,
    strict_option,
)
from reportgen.cli.parameters import FilePath
from reportgen.cli.terminal import echo

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.dataset.stores import Location


@click.command("check", cls=Command, help="check", epilog="exit.checked")
@pack_or_data_argument
@strict_option
@click.option(
    "--source-texts", type=FilePath(exists=True, file_okay=False), metavar="folder", help="check.source-texts"
)
@click.option("--annotate", type=FilePath(), metavar="out", help="check.annotate")
@loudness_options
@no_cache_option
@json_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    path: Location,
    strict: bool,
    source_texts: Path | None,
    annotate: Path | None,
    as_json: bool,
    language: str | None,
) -> None:
    """Print all findings about a dataset, or about a pack with its data, templates and definition."""
    from reportgen.build.check import check
    from reportgen.cli.languages import speak
    from reportgen.cli.output import exit_code, named_steps, print_findings, print_json, summary
    from reportgen.errors import DatasetError
    from reportgen.figures.recorded_findings import RecordedFinding
    from reportgen.intake.raw_tables import raw_tables_at

    try:
        findings, languages = check(path, source_texts=source_texts, step=named_steps())
    except DatasetError as error:
        raise DatasetError(error.message, (*error.findings, *raw_tables_at(path))) from error
    findings += raw_tables_at(path)
    language = speak(languages)
    if annotate is not None:
        from pathlib import Path

        from reportgen.build.annotate import annotate_pack as annotate_templates

        for written in annotate_templates(Path(path), annotate, language):
            echo(str(written), err=True)
    if as_json:
        print_json([RecordedFinding.of(finding).to_json() for finding in findings])
    else:
        print_findings(findings, language)
        if loudness_asked() != "quiet":
            echo(summary(findings, language))
    ctx.exit(exit_code(findings, strict=strict))
