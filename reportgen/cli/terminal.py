"""The one way to a terminal: what a file says is shown there and never acted on."""

from __future__ import annotations

import re

import click

_OUR_COLOURS = re.compile(r"(\x1b\[\d{1,2}m)")
"""What ``click.style`` writes."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


_LONGEST_LINE = 2_000


class NotPrintedError(OSError):
    """What a command says cannot be printed: the disk that it goes to is full."""


def echo(text: str, *, err: bool = False) -> None:
    """Print a line. Control characters, which could colour, move or hide what a terminal shows, are shown as ``\\u001b``, which JSON reads, too."""
    try:
        click.echo(shown(text), err=err)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotPrintedError(error.errno, error.strerror) from error


def shown(text: str) -> str:
    """The text with its control characters spelled; lines stay lines."""
    pieces = _OUR_COLOURS.split(text)
    return "".join(piece if number % 2 else spelled(piece) for number, piece in enumerate(pieces))


def spelled(text: str) -> str:
    """The text with every control character spelled: what others wrote has no colours of ours."""
    return _CONTROLS.sub(_spelled, text)


def one_line(text: str) -> str:
    """The text on one line, of a length that can be read."""
    if len(text) > _LONGEST_LINE:
        text = f"{text[: _LONGEST_LINE - 300]} … {text[-300:]}"
    return re.sub(r"\s*[\r\n\x85\u2028\u2029]+\s*", " ", text)


def _spelled(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
