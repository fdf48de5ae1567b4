"""Arguments and options that commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., Any]

LANGUAGES = ("en", "zh")


class FilePath(click.Path):
    """A path given to the command as a ``pathlib.Path``, which is loaded when the first one is read: not by ``--help``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        from pathlib import Path

        return Path(str(super().convert(value, param, ctx)))


def pack_argument(command: Command) -> Command:
    """``PACK``: a pack.toml or its folder."""
    return click.argument("pack", type=FilePath())(command)


def pack_or_data_argument(command: Command) -> Command:
    """``PACK|DATA``: a pack, or a dataset (a folder of CSV files, or one .xlsx)."""
    return click.argument("path", metavar="PACK|DATA", type=FilePath())(command)


def language_option(command: Command) -> Command:
    """``--language``: of messages, and of what is built where that applies."""
    return click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        default=None,
        help="en or zh. Default: the pack's language, else the computer's.",
        callback=_remember_language,
    )(command)


def json_option(command: Command) -> Command:
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON, the same from version to version."
    )(command)


def _remember_language(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value:
        ctx.find_root().obj = value
    return value
