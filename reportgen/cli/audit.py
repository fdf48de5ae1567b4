"""``reportgen audit``: does a finished, hand-edited document still agree with its data?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from reportgen.cli.command import Command
from reportgen.cli.options import in_its_language, json_option, language_option, strict_option
from reportgen.cli.parameters import Choice, FilePath, MonthsOrLatest
from reportgen.cli.terminal import echo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportgen.build.latest import AskedPeriod
    from reportgen.living.audit import FindingsAtPlace
    from reportgen.living.audit.places_of_findings import FoundText

_BESIDE = "  | "


@click.command("audit", cls=Command, help="audit", epilog="exit.checked")
@click.argument("document", metavar="document", type=FilePath(exists=True, dir_okay=False))
@click.option(
    "--pack", type=FilePath(exists=True), callback=in_its_language, metavar="pack", help="audit.pack"
)
@click.option("--period", type=MonthsOrLatest(), metavar="period", help="audit.period")
@click.option(
    "--tracked",
    type=Choice(("accepted", "rejected")),
    default="accepted",
    show_default=True,
    help="audit.tracked",
)
@click.option("--annotate", type=FilePath(dir_okay=False), metavar="out", help="audit.annotate")
@click.option("--accept", type=FilePath(dir_okay=False), metavar="accepted", help="audit.accept")
@click.option("--html", type=FilePath(dir_okay=False), metavar="page", help="audit.html")
@strict_option
@json_option
@language_option
@click.pass_context
def command(
    ctx: click.Context,
    document: Path,
    pack: Path | None,
    period: AskedPeriod | None,
    tracked: Literal["accepted", "rejected"],
    annotate: Path | None,
    accept: Path | None,
    html: Path | None,
    strict: bool,
    as_json: bool,
    language: str | None,
) -> None:
    """Print what in a finished document no longer agrees with its data."""
    from reportgen.cli.languages import speak_of
    from reportgen.cli.output import exit_code, named_steps, print_json, print_message, refuse_over, summary
    from reportgen.figures.recorded_findings import RecordedFinding
    from reportgen.living.audit import (
        Accepted,
        accepted_table,
        annotated,
        audit,
        by_place,
        divided,
        read_accepted,
        report_page,
    )
    from reportgen.messages import Message
    from reportgen.ooxml.files import place_files

    asked = [output for output in (annotate, accept, html) if output is not None]
    for at, output in enumerate(asked):
        refuse_over(output, (document,), Message("living.written-over-itself", out=str(output)))
        refuse_over(output, asked[:at], Message("living.one-name-twice", out=str(output)))
    accepted = read_accepted(accept) if accept is not None else Accepted()
    made = audit(document, pack=pack, period=period, tracked=tracked, step=named_steps())
    language = speak_of(made.language)
    places, settled = divided(by_place(made), accepted)
    left = tuple(found.finding for group in places for found in group.found)
    outputs: dict[Path, bytes] = {}
    if annotate is not None:
        outputs[annotate] = annotated(made.with_(left), document, language)
    if html is not None:
        outputs[html] = report_page(made, places, settled, language).encode("utf-8")
    if accept is not None:
        outputs |= accepted_table(accept, accepted, places, language)
    place_files(outputs)
    if as_json:
        print_json([RecordedFinding.of(finding).to_json() for finding in left])
    else:
        _print_places(places, language)
        echo(summary(left, language))
        if accept is not None:
            if settled:
                message = Message("living.accepted-before", count=len(settled), file=str(accept))
                print_message(message, language)
            if left:
                print_message(Message("living.to-be-accepted", count=len(left), file=str(accept)), language)
    ctx.exit(exit_code(left, strict=strict))


def _print_places(places: Sequence[FindingsAtPlace], code: str) -> None:
    """Place by place: where, the words there, and each finding."""
    from reportgen.cli.output import print_finding, print_lines
    from reportgen.cli.terminal import one_line
    from reportgen.language import language, say

    signs = language(code).punctuation
    for group in places:
        print_lines(one_line(say(group.words, code)))
        said = ""
        for found in group.found:
            if found.whole and found.whole != said:
                _print_words(found)
                said = found.whole
            words = f"{language(code).what(found.finding)}{signs.GAP}{language(code).remedy(found.finding)}"
            print_finding(one_line(words), found.finding, code, indent="  ")


def _print_words(found: FoundText) -> None:
    """The words that a finding is about, and as much of what is around them as the terminal's line has room for."""
    from reportgen.cli.output import terminal_width
    from reportgen.cli.terminal import Styled, one_line
    from reportgen.display_width import display_width, end_of

    before, text, after = map(one_line, (found.before, found.text, found.after))
    if width := terminal_width():
        room = width - len(_BESIDE) - display_width(text)
        share = max(room / 2, room - display_width(after))
        before = end_of(before, share, last=True)
        after = end_of(after, room - display_width(before), last=False)
    echo(_BESIDE, before, Styled(text), after)
