"""Types of parameters, whose refusals are printed in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from reportgen.messages import Message
from reportgen.spelling import likeliest, near_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from reportgen.periods import Period


class Refused(click.BadParameter):
    """A value that a parameter cannot take. ``said`` says why; it may speak of ``parameter``."""

    def __init__(self, said: Message) -> None:
        super().__init__("")
        self.said = said


class FilePath(click.Path):
    """A path, given to the command as a ``pathlib.Path``, which is loaded when the first one is read: not by ``--help``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        from pathlib import Path

        path = Path(str(value))
        if self.exists and not path.exists():
            what = "file" if not self.dir_okay else "folder" if not self.file_okay else "path"
            raise Refused(Message(f"commands.no-such-{what}", path=str(value), near=near_path(path)))
        if not self.dir_okay and path.is_dir():
            raise Refused(Message("commands.is-a-folder", path=str(value)))
        if not self.file_okay and path.is_file():
            raise Refused(Message("commands.is-a-file", path=str(value)))
        return path


class DataPath(FilePath):
    """A path like those above, or the URL of a database, which stays the text that it is."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return str(value) if "://" in str(value) else super().convert(value, param, ctx)


class Choice(click.ParamType[str]):
    """One of a few words. ``words`` may be a function, for a list that is known only when the program runs."""

    name = "choice"

    def __init__(self, words: tuple[str, ...] | Callable[[], tuple[str, ...]]) -> None:
        self._words = words

    @property
    def words(self) -> tuple[str, ...]:
        return self._words if isinstance(self._words, tuple) else self._words()

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.words:
            return str(value)
        likely = likeliest(str(value), self.words)
        raise Refused(Message("commands.not-a-choice", value=str(value), near=likely, choices=self.words))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class Day(click.ParamType["date"]):
    """A day as ISO writes it; of a month or a year, the last one."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from reportgen.periods import Period

        try:
            return Period.parse(str(value)).end
        except ValueError:
            raise Refused(Message("commands.not-a-date", value=str(value))) from None


class Months(click.ParamType["Period"]):
    """A period as the dataset or a reader writes it: ``2024-11``, 2024年11月."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        from reportgen.language.period_reader import read_period

        try:
            return read_period(str(value))
        except ValueError:
            raise Refused(Message("commands.not-a-period", value=str(value))) from None


class MonthsOrLatest(Months):
    """The same, or ``latest``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return "latest" if str(value).strip().lower() == "latest" else super().convert(value, param, ctx)


class WholeNumber(click.ParamType[int]):
    """A whole number from ``least`` to ``most``."""

    name = "integer"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number = int(value)
        except ValueError:
            number = None
        if number is None or not self.least <= number <= self.most:
            said = Message("commands.not-in-range", value=str(value), least=self.least, most=self.most)
            raise Refused(said) from None
        return number
