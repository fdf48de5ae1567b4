"""``reportgen check``: what a person should look at before building."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import FilePath, json_option, language_option, pack_or_data_argument
from reportgen.language import finding_record

if TYPE_CHECKING:
    from pathlib import Path

_EPILOGUE = "Exit 0: no error (with --strict: no warning either); 1: errors found; 2: could not run."


@click.command("check", epilog=_EPILOGUE)
@pack_or_data_argument
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option(
    "--source-texts",
    type=FilePath(exists=True, file_okay=False),
    metavar="DIR",
    help="Also look up every cited statement in the source texts in DIR.",
)
@click.option(
    "--annotate",
    type=FilePath(),
    metavar="OUT",
    help="Also write the templates that have mistakes to OUT (a folder, or one file), with a comment at each place.",
)
@json_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    path: Path,
    strict: bool,
    source_texts: Path | None,
    annotate: Path | None,
    as_json: bool,
    language: str | None,
) -> None:
    """Check a dataset, or a pack with its data, templates and definition, and list all findings.

    \b
    Examples:
      reportgen check examples/plan-2025
      reportgen check data --strict --json
      reportgen check data --source-texts ~/articles
      reportgen check my-pack --annotate commented-templates
    """
    from reportgen.build.check import check
    from reportgen.cli.output import print_findings, print_json, progress, speak, summary

    findings, languages = check(path, source_texts=source_texts, step=progress())
    language = speak(languages)
    if annotate is not None:
        from reportgen.build.annotate import annotate as annotate_templates

        for written in annotate_templates(path, annotate, language):
            click.echo(str(written), err=True)
    if as_json:
        print_json([finding_record(finding) for finding in findings])
    else:
        print_findings(findings, language)
        click.echo(summary(findings, language))
    stops = {"error", "warning"} if strict else {"error"}
    ctx.exit(1 if any(finding.severity in stops for finding in findings) else 0)
