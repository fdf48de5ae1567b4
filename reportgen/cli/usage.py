"""Usage errors in the user's language: what was typed wrong, and what to type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import click

from reportgen.cli.parameters import Refused
from reportgen.cli.terminal import echo
from reportgen.language import say
from reportgen.messages import Message
from reportgen.spelling import likeliest

_COULD_NOT_RUN = 2


class NoSuchCommand(click.UsageError):
    """A command that there is not."""

    def __init__(self, name: str, known: Sequence[str], ctx: click.Context) -> None:
        super().__init__("", ctx)
        self.name, self.known = name, tuple(known)


class Surplus(click.UsageError):
    """More arguments than the command takes."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__("")
        self.arguments = tuple(arguments)


def refuse(error: click.UsageError, ctx: click.Context, code: str) -> NoReturn:
    """Print the error with the usage of its command, and end the program. Help that was asked for is just shown."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        ctx.exit(_COULD_NOT_RUN)
    asked = error.ctx or ctx
    hint = say(Message("commands.try-help", command=asked.command_path), code)
    said = say(Message("commands.error", said=message_of(error, asked)), code)
    echo(f"{asked.get_usage()}\n{hint}\n\n{said}", err=True)
    ctx.exit(_COULD_NOT_RUN)


def message_of(error: click.UsageError, ctx: click.Context) -> Message:
    """What a usage error says, as a message."""
    match error:
        case NoSuchCommand():
            near = likeliest(error.name, error.known)
            return Message("commands.no-such-command", name=error.name, near=near, known=error.known)
        case Surplus():
            return Message(
                "commands.surplus", arguments=" ".join(error.arguments), count=len(error.arguments)
            )
        case Refused():
            return error.said.with_(parameter=_name_of(error.param, ctx))
        case click.MissingParameter():
            what = "argument" if isinstance(error.param, click.Argument) else "option"
            return Message(f"commands.missing-{what}", parameter=_name_of(error.param, ctx))
        case click.NoSuchOption():
            options = [param for param in ctx.command.get_params(ctx) if isinstance(param, click.Option)]
            names = [name for option in options for name in (*option.opts, *option.secondary_opts)]
            near = likeliest(error.option_name, names)
            known = tuple(max(option.opts, key=len) for option in options)
            return Message("commands.no-such-option", option=error.option_name, near=near, known=known)
        case click.BadOptionUsage():
            verb = "takes-no-value" if _is_flag(error.option_name, ctx) else "needs-a-value"
            return Message(f"commands.option-{verb}", option=error.option_name)
        case click.BadParameter():
            return Message("commands.bad-value", parameter=_name_of(error.param, ctx), said=error.message)
        case _:
            return Message("commands.missing-command")


def _name_of(param: click.Parameter | None, ctx: click.Context) -> str:
    """``--jobs``, ``PACK``: the parameter as the usage line names it."""
    if isinstance(param, click.Argument):
        return param.make_metavar(ctx)
    return max(param.opts, key=len) if param else ""


def _is_flag(name: str, ctx: click.Context) -> bool:
    return any(isinstance(param, click.Option) and param.is_flag and name in param.opts
               for param in ctx.command.get_params(ctx))  # fmt: skip
