"""``reportgen build``: a pack's documents, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import language_option, pack_argument
from reportgen.cli.parameters import Choice, FilePath, Months, WholeNumber
from reportgen.cli.terminal import echo

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.periods import Period


@click.command("build", cls=Command, help="build", epilog="exit.built")
@pack_argument
@click.option("-o", "--output", type=FilePath(), metavar="folder", help="build.output")
@click.option("--period", type=Months(), metavar="period", help="build.period")
@click.option("--for-each", type=Choice(("ref_area",)), help="build.for-each")
@click.option(
    "--jobs", type=WholeNumber(1, 64), default=1, show_default=True, metavar="number", help="build.jobs"
)
@click.option("--pdf", is_flag=True, help="build.pdf")
@click.option("--no-lineage", is_flag=True, help="build.no-lineage")
@click.option("--sign", type=FilePath(exists=True, dir_okay=False), metavar="private-key", help="build.sign")
@language_option
def command(
    pack: Path,
    output: Path | None,
    period: Period | None,
    for_each: str | None,
    jobs: int,
    pdf: bool,
    no_lineage: bool,
    sign: Path | None,
    language: str | None,
) -> None:
    """Build a pack and print the files that were written."""
    from reportgen.build.batch import build_for_each_area
    from reportgen.build.build import build
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_findings, print_message, progress, summary
    from reportgen.messages import Message

    languages = (language,) if language else None
    step = progress()
    if for_each:
        made = build_for_each_area(
            pack,
            output=output,
            languages=languages,
            pdf=pdf,
            lineage=not no_lineage,
            jobs=jobs,
            period=period,
            sign=sign,
            step=step,
        )
    else:
        made = [
            build(
                pack,
                output=output,
                languages=languages,
                pdf=pdf,
                lineage=not no_lineage,
                period=period,
                sign=sign,
                step=step,
            )
        ]
    spoken = speak(made[0].languages)
    warnings = [finding for finding in made[0].findings if finding.severity != "note"]
    if warnings:
        print_findings(warnings, spoken, err=True)
        echo(summary(made[0].findings, spoken), err=True)
    for built in made:
        for old, new in built.placed.kept:
            print_message(Message("commands.kept", old=old, new=new), spoken, err=True)
        for file in built.placed.files:
            echo(str(file))
