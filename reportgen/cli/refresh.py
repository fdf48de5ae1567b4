"""``reportgen refresh``: a document that people edited, brought up to the dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import in_its_language, json_option, language_option
from reportgen.cli.parameters import Choice, FilePath, MonthsOrLatest

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.build.latest import AskedPeriod


@click.command("refresh", cls=Command, help="refresh", epilog="exit.refreshed")
@click.argument("document", metavar="document", type=FilePath())
@click.option(
    "--pack", type=FilePath(), callback=in_its_language, required=True, metavar="pack", help="refresh.pack"
)
@click.option(
    "-o", "--output", type=FilePath(dir_okay=False), required=True, metavar="new", help="refresh.output"
)
@click.option("--period", type=MonthsOrLatest(), metavar="period", help="refresh.period")
@click.option("--annotate", is_flag=True, help="refresh.annotate")
@click.option("--take", type=Choice(("data", "person")), help="refresh.take")
@click.option("--built", type=FilePath(exists=True, dir_okay=False), metavar="original", help="refresh.built")
@click.option(
    "--with", "other", type=FilePath(exists=True, dir_okay=False), metavar="other", help="refresh.with"
)
@click.option("--decide", type=FilePath(dir_okay=False), metavar="decisions", help="refresh.decide")
@click.option("--overwrite", is_flag=True, help="refresh.overwrite")
@click.option("--track", is_flag=True, help="refresh.track")
@json_option
@language_option
def command(
    document: Path,
    pack: Path,
    output: Path,
    period: AskedPeriod | None,
    annotate: bool,
    take: str | None,
    built: Path | None,
    other: Path | None,
    decide: Path | None,
    overwrite: bool,
    track: bool,
    as_json: bool,
    language: str | None,
) -> None:
    """Write the document anew from today's data, with all that people wrote in it, and print what changed."""
    from reportgen.cli.languages import speak_of
    from reportgen.cli.output import print_json, print_lines, print_message, refuse_over
    from reportgen.errors import ReportgenError
    from reportgen.living.refresh.adopting import original_at
    from reportgen.living.refresh.decisions import Decisions, decisions_table, read_decisions
    from reportgen.living.refresh.refresh import annotated_refresh, refresh
    from reportgen.living.refresh.report import report_text
    from reportgen.messages import Message
    from reportgen.ooxml.files import finish_placing, place_files

    inputs = tuple(path for path in (document, built, other) if path is not None)
    refuse_over(output, inputs, Message("commands.refresh-over-input", path=str(output)))
    finish_placing(output.parent)
    if output.exists() and not overwrite:
        raise ReportgenError(Message("commands.refresh-over-something", path=str(output)))
    decisions = read_decisions(decide, take_data=take == "data") if decide else Decisions(take == "data")
    original = original_at(built, document) if built else None
    refreshed = refresh(
        document, pack, track=track, period=period, decisions=decisions, original=original, other=other,
        name=output.name,
    )  # fmt: skip
    files = {output: annotated_refresh(refreshed, output.name) if annotate else refreshed.data}
    if decide and refreshed.report.kept:
        files[decide] = decisions_table(refreshed.report.kept, decisions, refreshed.language)
    place_files(files)
    if as_json:
        print_json(refreshed.report.to_json())
    else:
        spoken = speak_of(refreshed.language)
        print_lines(report_text(refreshed.report, spoken))
        if decide and (unused := decisions.unused(refreshed.report.kept)):
            print_message(Message("living.decisions-unused", count=unused, file=str(decide)), spoken)
    if (refreshed.report.conflicts or refreshed.report.to_read) and take != "person":
        click.get_current_context().exit(1)
