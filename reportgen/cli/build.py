"""``reportgen build``: a pack's documents, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import (
    language_option,
    loudness_asked,
    loudness_options,
    no_cache_option,
    pack_argument,
)
from reportgen.cli.parameters import Choice, Day, FilePath, Months, WholeNumber
from reportgen.cli.terminal import echo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from reportgen.build.batches.batch import Batch, BatchProgress
    from reportgen.periods import Period


def _dimensions() -> tuple[str, ...]:
    from reportgen.build.definition_rules import FOR_EACH

    return FOR_EACH


@click.command("build", cls=Command, help="build", epilog="exit.built")
@pack_argument
@click.option("-o", "--output", type=FilePath(), metavar="folder", help="build.output")
@click.option("--period", type=Months(), metavar="period", help="build.period")
@click.option("--issue-date", type=Day(), metavar="date", help="build.issue-date")
@click.option("--for-each", type=Choice(_dimensions), help="build.for-each")
@click.option("--where", multiple=True, metavar="condition", help="build.where")
@click.option("--name", default="", metavar="pattern", help="build.name")
@click.option(
    "--jobs", type=WholeNumber(1, 64), default=1, show_default=True, metavar="number", help="build.jobs"
)
@click.option("--scheduler", default="", metavar="address", help="build.scheduler")
@click.option("--afresh", is_flag=True, help="build.afresh")
@click.option("--pdf", is_flag=True, help="build.pdf")
@click.option("--ods", is_flag=True, help="build.ods")
@click.option("--no-lineage", is_flag=True, help="build.no-lineage")
@click.option("--sign", type=FilePath(exists=True, dir_okay=False), metavar="private-key", help="build.sign")
@loudness_options
@no_cache_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    pack: Path,
    output: Path | None,
    period: Period | None,
    issue_date: date | None,
    for_each: str | None,
    where: tuple[str, ...],
    name: str,
    jobs: int,
    scheduler: str,
    afresh: bool,
    pdf: bool,
    ods: bool,
    no_lineage: bool,
    sign: Path | None,
    language: str | None,
) -> None:
    """Build a pack and print the files that were written."""
    from reportgen.build.build import build
    from reportgen.cli.languages import named_languages, speak
    from reportgen.cli.output import named_steps, print_findings, print_message, summary
    from reportgen.content import COPIES
    from reportgen.errors import ReportgenError
    from reportgen.messages import Message

    languages = (language,) if language else None
    wanted = {"pdf": pdf, "ods": ods}
    copies = tuple(copy for copy in COPIES if wanted[copy])
    if for_each:
        from reportgen.build.batches.batch import build_for_each

        made = build_for_each(
            pack, for_each, where=where, name=name, output=output, languages=languages, copies=copies,
            lineage=not no_lineage, jobs=jobs, scheduler=scheduler, period=period, issue_date=issue_date, sign=sign,
            afresh=afresh, index_language=speak(named_languages(pack)), report=_time_left(),
        )  # fmt: skip
        ctx.exit(_say_batch(made))
    if where or name or scheduler or afresh:
        raise ReportgenError(Message("commands.needs-for-each"))
    built = build(
        pack, output=output, languages=languages, copies=copies, lineage=not no_lineage, period=period,
        issue_date=issue_date, sign=sign, step=named_steps(),
    )  # fmt: skip
    spoken = speak(built.languages)
    loudness = loudness_asked()
    told = [item for item in built.findings if item.severity != "note" or loudness == "verbose"]
    if told and loudness != "quiet":
        print_findings(told, spoken, err=True)
        echo(summary(built.findings, spoken), err=True)
    for old, new in built.placed.kept:
        print_message(Message("commands.kept", old=old, new=new), spoken, err=True)
    for file in built.placed.files if loudness != "quiet" else ():
        echo(str(file))


def _time_left() -> Callable[[BatchProgress], None]:
    """Prints, on stderr, each pack that is done and about how long the rest takes."""
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_message
    from reportgen.messages import Message

    def report(at: BatchProgress) -> None:
        left = Message(
            "commands.time-left",
            minutes=int(at.seconds or 0) // 60 or None,
            seconds=int(at.seconds or 0) % 60,
        )
        print_message(
            Message(
                "commands.batch-step",
                done=at.done,
                of=at.of,
                member=at.member,
                left=left if at.done < at.of else None,
            ),
            speak(()),
            err=True,
        )

    return report


def _say_batch(made: Batch) -> int:
    """Print the folders of packs that were built, what stopped the others, and how many of each; 1 where any was stopped."""
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_findings, print_message
    from reportgen.messages import Message

    spoken = speak(made.languages)
    print_findings([finding for item in made.failed for finding in item.findings], spoken, err=True)
    for item in made.outcomes:
        for old, new in item.kept:
            print_message(Message("commands.kept", old=old, new=new), spoken, err=True)
        if item.status != "failed":
            for name in item.documents:
                echo(str(made.folder / item.member.folder / name))
    counts = {status: made.count(status) for status in ("built", "unchanged", "failed")}
    print_message(
        Message(
            "commands.batch-done", **counts, all=len(made.outcomes), page=str(made.folder / "index.html"),
            members=tuple(item.member.code for item in made.failed) or None,
        ),
        spoken, err=True,
    )  # fmt: skip
    return 0 if made.is_complete else 1
