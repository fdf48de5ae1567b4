"""``reportgen export``: a dataset into a folder, a workbook, an SQLite file, a database, SDMX-CSV, Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import language_option, pack_or_data_argument
from reportgen.cli.parameters import Choice, DataPath

if TYPE_CHECKING:
    from reportgen.dataset.stores import Location


def _forms() -> tuple[str, ...]:
    from reportgen.dataset.stores import FORMS

    return FORMS


@click.command("export", cls=Command, help="export")
@pack_or_data_argument
@click.option("--to", type=DataPath(), metavar="data", required=True, help="export.to")
@click.option("--as", "form", type=Choice(_forms), help="export.as")
@click.option("--replace", is_flag=True, help="export.replace")
@language_option
def command(path: Location, to: Location, form: str | None, replace: bool, language: str | None) -> None:
    """Write a dataset anew in another form."""
    from reportgen.build.pack_or_data import location_of_data
    from reportgen.cli.languages import speak
    from reportgen.cli.output import print_message
    from reportgen.dataset.exporting import export_dataset
    from reportgen.dataset.stores import shown
    from reportgen.messages import Message

    spoken = speak(())
    done = export_dataset(location_of_data(path), to, form=form or "", replace=replace)
    print_message(Message("commands.exported", data=shown(to), rows=done.rows, names=done.names), spoken)
    if done.left_out:
        print_message(Message("commands.export-left-out", tables=done.left_out), spoken)
