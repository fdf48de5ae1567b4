"""The command ``reportgen``: its subcommands, and errors turned into one sentence and an exit code.

Exit 0: done, and no finding of severity error (with ``--strict``: no warning either). 1: errors were found and nothing
was built. 2: it could not run. No traceback without ``--debug``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from reportgen.language import say

_COMMANDS = ("init", "check", "build", "figures", "fields", "explain", "audit", "compare", "refresh")

_FOUND_ERRORS = 1
_COULD_NOT_RUN = 2


class Commands(click.Group):
    """Subcommands, each in its own module, loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"reportgen.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        from reportgen.errors import ReportgenError

        try:
            return super().invoke(ctx)
        except ReportgenError as error:
            if ctx.params.get("debug"):
                raise
            ctx.exit(_say(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt):
            raise
        except OSError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"reportgen: {error.strerror or error}: {error.filename or ''}".rstrip(": "), err=True)
            ctx.exit(_COULD_NOT_RUN)
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            click.echo(
                f"reportgen: an error of reportgen's own ({type(error).__name__}: {error}). "
                "Run again with `reportgen --debug ...` and send us what it prints.",
                err=True,
            )
            ctx.exit(_COULD_NOT_RUN)


def _say(error: Any) -> int:
    from reportgen.cli.output import message_language, print_findings

    language = message_language()
    print_findings(error.findings, language, err=True)
    click.echo(f"reportgen: {say(error.message, language)}", err=True)
    return _FOUND_ERRORS if error.findings else _COULD_NOT_RUN


def _write_utf8_into_files_and_pipes() -> None:
    """Windows encodes redirected output in a code page that has no Chinese; files and pipes get UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8")


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"reportgen {version('reportgen')}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show a traceback when something goes wrong.")
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version and exit.",
)
def main(debug: bool) -> None:
    """Briefing packs in which every number answers for itself.

    Merges a dataset of trade indicators with Word and Excel templates.
    把贸易指标数据集与 Word、Excel 模板合成汇报材料，每个数字都有出处。
    """
    _write_utf8_into_files_and_pipes()
