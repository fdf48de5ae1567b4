"""``reportgen refresh``: a document that people edited, brought up to the dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import FilePath, json_option, language_option

if TYPE_CHECKING:
    from pathlib import Path

_EPILOGUE = (
    "Exit 0: NEW is written and nothing is left to decide; 1: NEW is written, with conflicts left as people wrote them, "
    "or the data have errors and nothing is written; 2: could not run."
)


@click.command("refresh", epilog=_EPILOGUE)
@click.argument("document", type=FilePath())
@click.option(
    "--pack",
    type=FilePath(),
    required=True,
    metavar="PACK",
    help="The pack that the document was built from.",
)
@click.option(
    "-o",
    "--output",
    type=FilePath(dir_okay=False),
    required=True,
    metavar="NEW",
    help="Where the new document goes.",
)
@click.option(
    "--take",
    type=click.Choice(["data", "person"]),
    default=None,
    help="Who wins where data and people changed the same. Default: the person, and exit 1.",
)
@click.option("--track", is_flag=True, help="Write the changes as Word tracked changes by “reportgen”.")
@json_option
@language_option
def command(
    document: Path,
    pack: Path,
    output: Path,
    take: str | None,
    track: bool,
    as_json: bool,
    language: str | None,
) -> None:
    """Bring a built document up to the dataset, and leave alone all that people wrote in it.

    Figures, generated sentences, tables, charts, appendix and findings follow the data. What people wrote, formatted,
    commented and tracked stays as it is. A figure that was typed over is a conflict: it is kept and reported, or taken
    from the data with --take data. Rows and sentences that people deleted stay deleted.

    \b
    Examples:
      reportgen refresh brief.docx --pack examples/plan-2025 -o brief-new.docx
      reportgen refresh brief.docx --pack examples/plan-2025 -o brief-new.docx --track --take data
    """
    from reportgen.cli.output import print_json, speak
    from reportgen.living.refresh.refresh import refresh
    from reportgen.living.refresh.report import report_text
    from reportgen.ooxml.files import place_files

    _refuse_input(document, output)
    refreshed = refresh(document, pack, take_data=take == "data", track=track)
    place_files({output: refreshed.data})
    if as_json:
        print_json(refreshed.report.to_json())
    else:
        click.echo(report_text(refreshed.report, speak((refreshed.language,))))
    if refreshed.report.conflicts and take != "person":
        click.get_current_context().exit(1)


def _refuse_input(document: Path, output: Path) -> None:
    from reportgen.errors import ReportgenError
    from reportgen.messages import Bilingual

    if output.resolve() == document.resolve() or (
        output.exists() and document.exists() and output.samefile(document)
    ):
        raise ReportgenError(
            Bilingual(
                f"{output} is the document itself, which is never overwritten: choose another name with -o.",
                f"{output} 就是原文档，不会覆盖：请用 -o 另取文件名。",
            )
        )
