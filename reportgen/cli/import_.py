"""``reportgen import``: published tables into a dataset, by a recipe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.command import Command
from reportgen.cli.options import json_option, language_option, loudness_options
from reportgen.cli.parameters import DataPath, FilePath

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.dataset.stores import Location
    from reportgen.intake.importing import Imported

_LINES_OF_A_KIND = 10


@click.command("import", cls=Command, help="import", epilog="exit.imported")
@click.argument(
    "tables", metavar="tables", type=FilePath(exists=True, dir_okay=False), nargs=-1, required=True
)
@click.option("--recipe", type=FilePath(exists=True, dir_okay=False), metavar="recipe", help="import.recipe")
@click.option("--into", type=DataPath(), metavar="data", help="import.into")
@click.option("--dry-run", is_flag=True, help="import.dry-run")
@click.option("--preview", type=FilePath(dir_okay=False), metavar="page", help="import.preview")
@click.option("--draft", is_flag=True, help="import.draft")
@click.option("-o", "--output", type=FilePath(dir_okay=False), metavar="recipe", help="import.output")
@loudness_options
@json_option
@language_option
def command(
    tables: tuple[Path, ...],
    recipe: Path | None,
    into: Location | None,
    dry_run: bool,
    preview: Path | None,
    draft: bool,
    output: Path | None,
    as_json: bool,
    language: str | None,
) -> None:
    """Read tables into a dataset, or draft a recipe for one."""
    from reportgen.cli.languages import speak
    from reportgen.cli.output import named_steps
    from reportgen.errors import ReportgenError
    from reportgen.intake.importing import import_tables
    from reportgen.intake.recipe_file import read_recipe
    from reportgen.messages import Message

    spoken = speak(())
    if draft:
        _draft(tables, output, spoken)
        return
    if recipe is None:
        raise ReportgenError(Message("intake.needs-recipe"))
    if into is None and not dry_run:
        raise ReportgenError(Message("intake.needs-dataset"))
    read = read_recipe(recipe)
    imported = import_tables(tables, read, into, dry_run=dry_run, step=named_steps())
    if preview is not None:
        from reportgen.intake.preview import preview_page
        from reportgen.ooxml.files import place_files

        place_files({preview: preview_page(imported, read, spoken).encode()})
    if as_json:
        from reportgen.cli.output import print_json

        print_json(_record(imported))
    else:
        _print(imported, into, dry_run, preview, spoken)
    if imported.is_refused:
        click.get_current_context().exit(1)


def _draft(tables: tuple[Path, ...], output: Path | None, language: str) -> None:
    from reportgen.cli.output import print_message
    from reportgen.errors import ReportgenError
    from reportgen.intake.draft import draft_recipe
    from reportgen.messages import Message
    from reportgen.ooxml.files import place_files

    if len(tables) != 1:
        raise ReportgenError(Message("intake.draft-takes-one-table"))
    if output is None:
        raise ReportgenError(Message("intake.draft-needs-output"))
    if output.exists():
        raise ReportgenError(Message("intake.draft-exists", file=str(output)))
    drafted = draft_recipe(tables[0], language)
    place_files({output: drafted.text.encode()})
    try_it = f"reportgen import {tables[0]} --recipe {output} --dry-run --preview preview.html"
    print_message(
        Message("intake.draft-written", file=str(output), questions=drafted.questions, command=try_it),
        language,
    )


def _print(
    imported: Imported, into: Location | None, dry_run: bool, preview: Path | None, language: str
) -> None:
    from reportgen.cli.output import print_findings, print_message
    from reportgen.dataset.stores import shown as location_shown
    from reportgen.intake.new_observations import MergeStatus
    from reportgen.messages import Message

    print_findings(imported.findings, language, err=False)
    if dry_run or imported.counts[MergeStatus.REVISED]:
        _print_numbers(imported, dry_run, language)
    counts = {change.value: imported.counts[change] for change in MergeStatus}
    print_message(Message("intake.counts", refused=imported.refused, **counts), language)
    if preview is not None:
        print_message(Message("intake.preview-written", file=str(preview)), language)
    if imported.is_refused:
        print_message(Message("intake.refused", errors=imported.errors), language)
    elif dry_run:
        print_message(Message("intake.would-write"), language)
    elif imported.files:
        names = tuple(path.name for path in imported.files)
        print_message(Message("intake.written", folder=location_shown(into or ""), files=names), language)
    else:
        print_message(Message("intake.nothing-new", folder=location_shown(into or "")), language)


def _print_numbers(imported: Imported, dry_run: bool, language: str) -> None:
    """The numbers one a line: all kinds in a dry run, else those that were revised."""
    from reportgen.cli.output import print_message
    from reportgen.intake.new_observations import MergeStatus
    from reportgen.messages import Message

    for change in MergeStatus if dry_run else (MergeStatus.REVISED,):
        lines = [one for _, one in imported.merged if one.change is change]
        shown = lines if change is MergeStatus.REVISED else lines[:_LINES_OF_A_KIND]
        for one in shown:
            print_message(
                Message(f"intake.line-{change}", id=one.obs_id, value=one.item.value, before=one.before),
                language,
            )
        if len(lines) > len(shown):
            print_message(Message("intake.more-lines", count=len(lines) - len(shown)), language)


def _record(imported: Imported) -> dict[str, Any]:
    """The stable form for other programs."""
    from reportgen.figures.recorded_findings import RecordedFinding
    from reportgen.values import plain

    return {
        "counts": {change.value: number for change, number in imported.counts.items()},
        "refused": imported.refused,
        "numbers": [
            {
                "obs_id": one.obs_id,
                "change": one.change.value,
                "value": plain(one.item.value),
                "before": None if one.before is None else plain(one.before),
                "source": one.source,
                "file": reading.grid.file,
                "cell": reading.grid.address(one.item.row, one.item.column),
            }
            for reading, one in imported.merged
        ],
        "findings": [RecordedFinding.of(finding).to_json() for finding in imported.findings],
        "files": [str(path) for path in imported.files],
    }
