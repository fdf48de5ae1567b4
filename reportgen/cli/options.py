"""Arguments and options that commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.languages import named_languages, speak
from reportgen.cli.parameters import Choice, DataPath, FilePath
from reportgen.language import languages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    CommandFunction = Callable[..., Any]


def pack_argument(command: CommandFunction) -> CommandFunction:
    """``PACK``: a pack.toml or its folder."""
    return click.argument("pack", metavar="pack", type=FilePath(), callback=in_its_language)(command)


def pack_or_data_argument(command: CommandFunction) -> CommandFunction:
    """``PACK|DATA``: a pack, or a dataset (a folder, a file, or the URL of a database)."""
    return click.argument("path", metavar="pack-or-data", type=DataPath(), callback=in_its_language)(command)


def in_its_language(
    _ctx: click.Context, _param: click.Parameter, path: Path | str | None
) -> Path | str | None:
    """Speak a pack's language from here on, so that what stops the command is printed in it, too."""
    if path is not None and not isinstance(path, str):
        speak(named_languages(path)[:1])
    return path


def language_option(command: CommandFunction) -> CommandFunction:
    """``--language``: of messages, and of what is built where that applies."""
    return click.option("--language", type=Choice(languages), help="option.language")(command)


def json_option(command: CommandFunction) -> CommandFunction:
    """``--json``: the stable form, for other programs."""
    return click.option("--json", "as_json", is_flag=True, help="option.json")(command)


def strict_option(command: CommandFunction) -> CommandFunction:
    """``--strict``: warnings count as errors."""
    return click.option("--strict", is_flag=True, help="option.strict")(command)


def no_cache_option(command: CommandFunction) -> CommandFunction:
    """``--no-cache``: check the data again, whatever an earlier check of the same found, and keep nothing."""
    return click.option(
        "--no-cache", is_flag=True, expose_value=False, callback=_keeping_nothing, help="option.no-cache"
    )(command)


def _keeping_nothing(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from reportgen.build.findings_cache import keeping_findings

        ctx.with_resource(keeping_findings(None))


def loudness_options(command: CommandFunction) -> CommandFunction:
    """``--quiet``: errors only; ``--verbose``: each finding by itself, and each step."""
    for name in ("verbose", "quiet"):
        command = click.option(
            f"--{name}", is_flag=True, expose_value=False, callback=_as_loud, help=f"option.{name}"
        )(command)
    return command


def _as_loud(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    if wanted and param.name:
        ctx.meta[_LOUDNESS] = param.name


def loudness_asked() -> str:
    """``quiet``, ``verbose``, or nothing."""
    ctx = click.get_current_context(silent=True)
    return str(ctx.meta.get(_LOUDNESS, "")) if ctx is not None else ""


_LOUDNESS = "reportgen.loudness"
