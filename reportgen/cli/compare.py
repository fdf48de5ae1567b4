"""``reportgen compare``: what changed between two datasets, packs, builds or finished documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import json_option, language_option
from reportgen.cli.parameters import DataPath, FilePath

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.dataset.stores import Location


@click.command("compare", cls=Command, help="compare", epilog="exit.compared")
@click.argument("old", metavar="old", type=DataPath())
@click.argument("new", metavar="new", type=DataPath())
@click.option("-o", "--output", type=FilePath(dir_okay=False), metavar="note", help="compare.output")
@json_option
@language_option
def command(old: Location, new: Location, output: Path | None, as_json: bool, language: str | None) -> None:
    """Print what changed from ``old`` to ``new``; write the revision note where one is wanted."""
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_json, print_lines, refuse_over
    from reportgen.living.compare import differences_between, read_side
    from reportgen.living.compare.text import comparison_text
    from reportgen.living.compare.two_documents import compare_documents, documents_at
    from reportgen.ooxml.files import place_files

    documents = documents_at(old, new)
    if documents is not None:
        comparison = compare_documents(*documents)
        lineage = documents[1].lineage
        spoken = speak((lineage.language,) if lineage is not None else ())
    else:
        comparison = differences_between(read_side(old), read_side(new))
        definition = comparison.new.subject.definition if comparison.new.subject else None
        spoken = speak(definition.languages if definition else ())
    if output is not None:
        from reportgen.living.compare.note import revision_note
        from reportgen.messages import Message

        refuse_over(
            output,
            [item for item in (old, new) if not isinstance(item, str)],
            Message("commands.note-over-input", path=str(output)),
        )
        place_files({output: revision_note(comparison, spoken)})
    if as_json:
        print_json(comparison.to_json())
    else:
        print_lines(comparison_text(comparison, spoken))
