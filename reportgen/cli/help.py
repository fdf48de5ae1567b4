"""``reportgen help``: the reference of datasets, packs, templates and recipes."""

from __future__ import annotations

import click

from reportgen.cli.command import Command
from reportgen.cli.options import language_option
from reportgen.cli.parameters import Choice
from reportgen.cli.terminal import echo


def _topics() -> tuple[str, ...]:
    from reportgen.reference import TOPICS

    return TOPICS


@click.command("help", cls=Command, help="help")
@click.argument("topic", metavar="topic", type=Choice(_topics))
@language_option
def command(topic: str, language: str | None) -> None:
    """Print one topic of the reference."""
    from reportgen.cli.languages import speak
    from reportgen.reference import reference_text

    echo(reference_text(topic, speak(())).rstrip())
