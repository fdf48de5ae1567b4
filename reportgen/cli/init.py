"""``reportgen init``: a starter pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.options import FilePath, language_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("init")
@click.argument("folder", metavar="DIR", type=FilePath())
@language_option
def command(folder: Path, language: str | None) -> None:
    """Start a pack in DIR: a definition, templates and data that build at once and are yours to change.

    \b
    Example:
      reportgen init my-pack
      reportgen build my-pack
    """
    from reportgen.build.starter_pack import start
    from reportgen.cli.output import message_language

    made = start(folder)
    click.echo(_DONE[language or message_language()].format(folder=folder, files=len(made)))


_DONE = {
    "en": "A starter pack of {files} files is in {folder}. Build it with: reportgen build {folder}",
    "zh": "{folder} 中已建好起步报告包（{files}个文件）。生成命令：reportgen build {folder}",
}
