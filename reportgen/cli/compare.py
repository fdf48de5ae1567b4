"""``reportgen compare``: what changed between two datasets, two packs or two builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import FilePath, json_option, language_option

if TYPE_CHECKING:
    from pathlib import Path

_EPILOGUE = "Exit 0: compared; 1: a side has errors; 2: could not run."


@click.command("compare", epilog=_EPILOGUE)
@click.argument("old", type=FilePath())
@click.argument("new", type=FilePath())
@click.option(
    "-o",
    "--output",
    type=FilePath(dir_okay=False),
    metavar="NOTE.docx",
    help="Also write a revision note in Word.",
)
@json_option
@language_option
def command(old: Path, new: Path, output: Path | None, as_json: bool, language: str | None) -> None:
    """Say what changed from OLD to NEW: figures new, revised and gone, sources, breaks, targets, findings.

    OLD and NEW are datasets, packs, or builds (a pack.json or the folder it lies in). A revised figure stands with the
    amount and with the computed figures it moves. The revision note is made from templates/revision-note-LANGUAGE.docx.

    \b
    Examples:
      reportgen compare data-2024-03 data
      reportgen compare build/plan-2025 examples/plan-2025 -o note.docx --language zh
    """
    from reportgen.cli.output import print_json, speak
    from reportgen.living.compare import compare, read_side
    from reportgen.living.compare.text import comparison_text
    from reportgen.ooxml.files import place_files

    comparison = compare(read_side(old), read_side(new))
    definition = comparison.new.subject.definition if comparison.new.subject else None
    spoken = speak(definition.languages if definition else ())
    if output is not None:
        from reportgen.living.compare.note import revision_note

        _refuse_input(output, old, new)
        place_files({output: revision_note(comparison, spoken)})
    if as_json:
        print_json(comparison.to_json())
    else:
        click.echo(comparison_text(comparison, spoken))


def _refuse_input(output: Path, *inputs: Path) -> None:
    from reportgen.errors import ReportgenError
    from reportgen.messages import Bilingual

    if any(output.exists() and item.exists() and output.samefile(item) for item in inputs):
        raise ReportgenError(
            Bilingual(
                f"{output} is one of the two that are compared: choose another name for the note.",
                f"{output} 是参与比较的文件之一：请为修订说明另取文件名。",
            )
        )
