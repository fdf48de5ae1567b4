"""Commands that speak the user's language: their help and their usage errors are entries of the language.

A command's ``help``, ``epilog`` and its parameters' ``help`` and ``metavar`` are names of entries in
``language/*/commands.py``; the words are put in when they are shown. The language is ``--language`` where it is given,
else the computer's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from typing import ClassVar

import click

from reportgen.cli.languages import language_of
from reportgen.cli.parameters import WholeNumber
from reportgen.cli.usage import NoSuchCommand, Surplus, refuse
from reportgen.display_width import broken, display_width
from reportgen.language import language, say
from reportgen.messages import Message

_AS_IT_IS = "\b"
"""A line of this alone comes before a paragraph whose lines stay as they are."""


class Formatter(click.HelpFormatter):
    """See :class:`click.HelpFormatter`; only how texts are broken into lines differs."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{' ' * self.current_indent}{heading}\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        paragraphs = [
            list(_lines(paragraph, self.width - self.current_indent)) for paragraph in text.split("\n\n")
        ]
        said = "\n\n".join("\n".join(f"{indent}{line}" for line in lines) for lines in paragraphs)
        self.write(f"{said}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        indent = " " * self.current_indent
        column = min(max(int(display_width(term)) for term, _ in rows), col_max) + col_spacing
        for term, text in rows:
            first, *others = broken(text, max(self.width - column - 2, 10))
            width = int(display_width(term))
            gap = " " * (column - width) if width <= column - col_spacing else f"\n{indent}{' ' * column}"
            self.write(f"{indent}{term}{gap}{first}\n")
            self.write("".join(f"{indent}{' ' * column}{line}\n" for line in others))


def _lines(paragraph: str, width: int) -> Iterator[str]:
    lines = paragraph.splitlines()
    if lines and lines[0] == _AS_IT_IS:
        yield from lines[1:]
    else:
        yield from broken(" ".join(lines), width)


class Context(click.Context):
    """A context whose help pages break Chinese lines too."""

    formatter_class = Formatter


class Spoken(click.Command):
    """A command or group whose words are entries of the language."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "option.help"
        return option

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The parameters with their metavars in the language: the same objects each time, as click's parser expects."""
        code = language_of(ctx)
        known: dict[str, list[click.Parameter]] = self.__dict__.setdefault("_params_by_language", {})
        if code not in known:
            known[code] = [_with_metavar(param, code) for param in super().get_params(ctx)]
        return known[code]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            refuse(error, ctx, language_of(ctx))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.options_metavar = command_words("metavar.options", ctx)
        return super().collect_usage_pieces(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, command_words("usage", ctx))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write(self.help, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write(self.epilog, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [(option, option.get_help_record(ctx)) for option in options]
        with formatter.section(command_words("options", ctx)):
            formatter.write_dl([(record[0], _help_of(option, ctx)) for option, record in records if record])


class Command(Spoken):
    """One command."""

    allow_extra_args = True  # refused here and not by click, which has only English for it

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            refuse(Surplus(rest), ctx, language_of(ctx))
        return rest


class Group(Spoken, click.Group):
    """A command with commands of its own. ``entries`` begins the names of their entries."""

    entries: ClassVar[str] = ""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = tuple(self.list_commands(ctx))
        if args[0] not in known and not ctx.resilient_parsing:
            raise NoSuchCommand(args[0], known, ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.subcommand_metavar = command_words("metavar.command", ctx)
        return super().collect_usage_pieces(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, each with the first paragraph of its help: an entry of its name, so none has to be loaded."""
        with formatter.section(command_words("commands", ctx)):
            names = self.list_commands(ctx)
            formatter.write_dl(
                [(name, command_words(f"{self.entries}{name}", ctx).partition("\n\n")[0]) for name in names]
            )


def command_words(entry: str, ctx: click.Context, **parameters: object) -> str:
    """An entry of ``commands.py`` in the language of the command."""
    return say(Message(f"commands.{entry}", **parameters), language_of(ctx))


def _with_metavar(param: click.Parameter, code: str) -> click.Parameter:
    spoken = copy(param)
    if spoken.metavar:
        spoken.metavar = say(Message(f"commands.metavar.{spoken.metavar}"), code)
    return spoken


def _write(entry: str | None, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    if entry:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(command_words(entry, ctx))


def _help_of(option: click.Option, ctx: click.Context) -> str:
    """What the option is for; behind it in brackets its default, its range and whether it must be given."""
    text = command_words(option.help or "", ctx)
    notes = language(language_of(ctx)).punctuation.SEMICOLON.join(_notes(option, ctx))
    return f"{text}  [{notes}]" if notes else text


def _notes(option: click.Option, ctx: click.Context) -> Iterator[str]:
    if option.show_default:
        yield command_words("option.default", ctx, value=str(option.default))
    if isinstance(option.type, WholeNumber):
        yield command_words("option.range", ctx, least=option.type.least, most=option.type.most)
    if option.required:
        yield command_words("option.required", ctx)
