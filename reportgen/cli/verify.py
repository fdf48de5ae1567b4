"""``reportgen verify``: does a folder still hold what its pack.json says?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportgen.cli.command import Command
from reportgen.cli.options import json_option, language_option
from reportgen.cli.parameters import FilePath

if TYPE_CHECKING:
    from pathlib import Path


@click.command("verify", cls=Command, help="verify", epilog="exit.verified")
@click.argument("folder", metavar="folder", type=FilePath(exists=True, file_okay=False))
@click.option("--key", type=FilePath(exists=True, dir_okay=False), metavar="public-key", help="verify.key")
@json_option
@language_option
@click.pass_context
def command(ctx: click.Context, folder: Path, key: Path | None, as_json: bool, language: str | None) -> None:
    """Print what differs in a folder from what was built there."""
    from reportgen.build.verify import verify
    from reportgen.cli.languages import speak
    from reportgen.cli.output import exit_code, print_findings, print_json, print_message
    from reportgen.figures.recorded_findings import RecordedFinding
    from reportgen.findings import Severity
    from reportgen.messages import Message

    found, files = verify(folder, key=key)
    spoken = speak(())
    if as_json:
        print_json([RecordedFinding.of(finding).to_json() for finding in found])
    else:
        print_findings(found, spoken)
        if all(finding.severity is not Severity.ERROR for finding in found):
            print_message(Message("commands.verified", count=files, signed=key is not None), spoken)
    ctx.exit(exit_code(found, strict=False))
