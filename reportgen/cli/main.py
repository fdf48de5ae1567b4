"""The command ``reportgen``: its subcommands, and errors turned into one sentence and an exit code.

Exit 0: done, and no finding of severity error (with ``--strict``: no warning either). 1: errors were found and nothing
was built. 2: it could not run. 130: stopped by hand. No traceback without ``--debug``.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.command import Group, Spoken, command_words
from reportgen.cli.languages import asked_language, language_of, locale_language
from reportgen.cli.options import language_option
from reportgen.cli.stopping import stop_once
from reportgen.cli.terminal import NotPrintedError, echo, one_line
from reportgen.cli.usage import refuse

if TYPE_CHECKING:
    from reportgen.errors import ReportgenError

_COMMANDS = (
    "init",
    "check",
    "build",
    "figures",
    "fields",
    "explain",
    "page",
    "audit",
    "compare",
    "refresh",
    "release",
    "verify",
    "import",
    "export",
    "form",
    "help",
)

_FOUND_ERRORS = 1
_COULD_NOT_RUN = 2
_STOPPED = 130


class Commands(Group):
    """Subcommands, each in its own module, loaded when it is asked for."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> click.Context:
        return super().make_context(info_name, args, *rest, **{"obj": asked_language(args), **extra})

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """The command with what click lets through: what cannot be printed, help pages among it, ends in a sentence, too."""
        stop_once()
        try:
            return super().main(args, *rest, **extra)
        except OSError as error:
            _say_not_printed(error, list(sys.argv[1:] if args is None else args))
            sys.exit(_COULD_NOT_RUN)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> Spoken | None:
        if cmd_name not in _COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"reportgen.cli.{module}").command
        assert isinstance(command, Spoken)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        from reportgen.errors import ReportgenError

        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            refuse(error, ctx, language_of(ctx))
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            echo(command_words("stopped", ctx), err=True)
            ctx.exit(_STOPPED)
        except (BrokenPipeError, NotPrintedError):
            raise
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            ctx.exit(_report(error, ctx) if isinstance(error, ReportgenError) else _report_others(error, ctx))


def _report(error: ReportgenError, ctx: click.Context) -> int:
    from reportgen.cli.output import print_findings
    from reportgen.language import say

    code = language_of(ctx)
    print_findings(error.findings, code, err=True)
    echo(f"reportgen: {one_line(say(error.message, code))}", err=True)
    return _FOUND_ERRORS if error.findings else _COULD_NOT_RUN


def _report_others(error: Exception, ctx: click.Context) -> int:
    from reportgen.errors import why

    if isinstance(error, OSError):
        said = command_words("system-error", ctx, why=why(error), file=str(error.filename or ""))
    else:
        said = command_words("own-error", ctx, kind=type(error).__name__, said=str(error))
    echo(f"reportgen: {one_line(said)}", err=True)
    return _COULD_NOT_RUN


def _say_not_printed(error: OSError, args: list[str]) -> None:
    from reportgen.errors import why
    from reportgen.language import say
    from reportgen.messages import Message

    said = say(Message("commands.not-printed", why=why(error)), asked_language(args) or locale_language())
    with suppress(OSError):
        echo(f"reportgen: {said}", err=True)


def _write_utf8_into_files_and_pipes() -> None:
    """Windows encodes redirected output in a code page that has no Chinese; files and pipes get UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8")


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        echo(f"reportgen {version('reportgen')}")
        ctx.exit()


@click.group(
    cls=Commands,
    help="reportgen",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--debug", is_flag=True, help="option.debug")
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="option.version"
)
@language_option
def main(debug: bool, language: str | None) -> None:
    """The program. Both options are read from the context, where they are needed."""
    _write_utf8_into_files_and_pipes()
    from reportgen.build.findings_cache import keeping_findings, usual_folder

    context = click.get_current_context()
    context.with_resource(keeping_findings(usual_folder()))
    if not sys.warnoptions:
        context.with_resource(
            warnings.catch_warnings(action="ignore")
        )  # those of libraries, about files of others
