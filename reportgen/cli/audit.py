"""``reportgen audit``: does a finished, hand-edited document still agree with its data?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from reportgen.cli.options import FilePath, json_option, language_option
from reportgen.language import finding_record

if TYPE_CHECKING:
    from pathlib import Path

_EPILOGUE = "Exit 0: no error (with --strict: no warning either); 1: errors found; 2: could not run."


@click.command("audit", epilog=_EPILOGUE)
@click.argument("document", type=FilePath(exists=True, dir_okay=False))
@click.option(
    "--pack",
    type=FilePath(exists=True),
    metavar="PACK",
    help="The pack or dataset of today: also finds figures revised since, and knows every figure of the dataset.",
)
@click.option(
    "--tracked",
    type=click.Choice(["accepted", "rejected"]),
    default="accepted",
    show_default=True,
    help="Read tracked changes as accepted or as rejected.",
)
@click.option(
    "--annotate",
    type=FilePath(dir_okay=False),
    metavar="OUT",
    help="Also write the document to OUT with a comment (a note on the cell) at each finding.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
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
    """Read a finished .docx or .xlsx that people edited, and report what no longer agrees with its data.

    Numbers retyped, in a wrong unit or wrongly rounded; figures that vanished; numbers no figure backs; words against a
    figure's sign; tables that no longer sum; charts that say something else; formulas overwritten by constants.

    \b
    Examples:
      reportgen audit brief.docx
      reportgen audit brief.docx --pack examples/plan-2025 --annotate brief-audited.docx
    """
    from reportgen.cli.output import print_findings, print_json, progress, speak, summary
    from reportgen.living.audit import audit, write_annotated

    made = audit(document, pack=pack, tracked=tracked, step=progress())
    language = speak((made.language,))
    if annotate is not None:
        write_annotated(made, document, annotate, language)
    if as_json:
        print_json([finding_record(finding) for finding in made.findings])
    else:
        print_findings(made.findings, language)
        click.echo(summary(made.findings, language))
    stops = {"error", "warning"} if strict else {"error"}
    ctx.exit(1 if any(finding.severity in stops for finding in made.findings) else 0)
