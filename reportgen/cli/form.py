"""``reportgen form``: entry forms of a dataset going out and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.command import Command, Group
from reportgen.cli.options import json_option, language_option, pack_or_data_argument
from reportgen.cli.parameters import Choice, DataPath, FilePath

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.dataset.stores import Location
    from reportgen.intake.forms.collecting import Collected


class Forms(Group):
    """The two commands about forms."""

    entries = "form-"


@click.group("form", cls=Forms, help="form")
@language_option
def command(language: str | None) -> None:
    """Forms; the language is read from the context."""


@command.command("export", cls=Command, help="form-export")
@pack_or_data_argument
@click.option(
    "-o",
    "--output",
    type=FilePath(file_okay=False),
    metavar="folder",
    required=True,
    help="form-export.output",
)
@click.option("--for-each", type=Choice(("ref_area",)), help="form-export.for-each")
@click.option("--period", "periods", multiple=True, metavar="period", help="form-export.period")
@click.option("--wide", is_flag=True, help="form-export.wide")
@language_option
def export(
    path: Path, output: Path, for_each: str | None, periods: tuple[str, ...], wide: bool, language: str | None
) -> None:
    """Write the forms of a dataset."""
    from reportgen.build.pack_or_data import open_readable
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_message
    from reportgen.errors import ReportgenError
    from reportgen.intake.forms.exporting import export_forms, used_by_pack
    from reportgen.language.period_reader import read_period
    from reportgen.messages import Message

    opened = open_readable(path)
    spoken = speak(opened.definition.languages if opened.definition else ())
    wanted = []
    for text in periods:
        try:
            wanted.append(read_period(text))
        except ValueError:
            raise ReportgenError(Message("forms.not-a-period", text=text)) from None
    folder: Location = path
    used = None
    if opened.definition:
        folder = opened.definition.dataset_path
        try:
            used = used_by_pack(opened, path, spoken)
        except ReportgenError as error:
            print_message(Message("forms.pack-not-filled", why=error.message), spoken)
    forms = export_forms(
        opened.dataset, folder, output, spoken, periods=wanted, wide=wide, each_area=for_each is not None, used=used
    )  # fmt: skip
    for file, form in forms.items():
        print_message(Message("forms.written", file=str(file), count=len(form.asked)), spoken)


@command.command("collect", cls=Command, help="form-collect", epilog="exit.collected")
@click.argument("forms", metavar="forms", type=FilePath(exists=True, dir_okay=False), nargs=-1, required=True)
@click.option("--into", type=DataPath(), metavar="data", required=True, help="form-collect.into")
@click.option("--dry-run", is_flag=True, help="form-collect.dry-run")
@click.option("--partial", is_flag=True, help="form-collect.partial")
@click.option("--annotate", type=FilePath(file_okay=False), metavar="folder", help="form-collect.annotate")
@json_option
@language_option
def collect(
    forms: tuple[Path, ...], into: Location, dry_run: bool, partial: bool, annotate: Path | None, as_json: bool,
    language: str | None,
) -> None:  # fmt: skip
    """Read returned forms into a dataset."""
    from reportgen.cli.languages import speak
    from reportgen.cli.output import named_steps, print_json, print_message
    from reportgen.intake.forms.annotating import annotate_forms
    from reportgen.intake.forms.collecting import collect_forms
    from reportgen.messages import Message

    spoken = speak(())
    collected = collect_forms(forms, into, dry_run=dry_run, partial=partial, step=named_steps())
    marked = annotate_forms(collected, annotate, spoken) if annotate is not None else []
    if as_json:
        print_json(_record(collected))
    else:
        _print(collected, into, dry_run, partial, spoken)
        if marked:
            print_message(Message("forms.annotated", files=tuple(map(str, marked))), spoken)
    if collected.errors:
        click.get_current_context().exit(1)


def _print(collected: Collected, into: Location, dry_run: bool, partial: bool, language: str) -> None:
    from reportgen.cli.output import print_findings, print_message
    from reportgen.dataset.stores import shown as location_shown
    from reportgen.intake.new_observations import MergeStatus
    from reportgen.messages import Message

    print_findings(collected.findings, language)
    shown = tuple(MergeStatus) if dry_run else (MergeStatus.REVISED, MergeStatus.CONFLICTING)
    for change in shown:
        for one in (one for one in collected.merged if one.change == change):
            line = Message(
                f"forms.line-{change}", id=one.obs_id, value=one.value, before=one.before, file=one.file,
                cell=one.cell, reason=one.reason,
            )  # fmt: skip
            print_message(line, language)
    counts = {change.value: collected.counts[change] for change in MergeStatus}
    print_message(Message("forms.counts", empty=collected.empty, unread=collected.unread, **counts), language)
    if dry_run:
        print_message(Message("forms.would-write"), language)
    elif collected.files:
        names = tuple(path.name for path in collected.files)
        print_message(Message("forms.taken", folder=location_shown(into), files=names), language)
    elif collected.errors and not partial:
        print_message(Message("forms.refused", errors=collected.errors), language)
    else:
        print_message(Message("forms.nothing-new", folder=location_shown(into)), language)


def _record(collected: Collected) -> dict[str, Any]:
    """The stable form for other programs."""
    from reportgen.figures.recorded_findings import RecordedFinding
    from reportgen.values import plain

    return {
        "counts": dict(collected.counts),
        "empty": collected.empty,
        "unread": collected.unread,
        "numbers": [
            {
                "obs_id": one.obs_id,
                "change": one.change,
                "value": plain(one.value),
                "before": None if one.before is None else plain(one.before),
                "qualifier": one.qualifier,
                "reason": one.reason,
                "file": one.file,
                "cell": one.cell,
            }
            for one in collected.merged
        ],
        "findings": [RecordedFinding.of(finding).to_json() for finding in collected.findings],
        "files": [str(path) for path in collected.files],
    }
