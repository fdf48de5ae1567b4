"""The lines of a recipe's first draft: comments in a language, texts as TOML writes them, the source record that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.intake.recipe_file import QUESTION
from reportgen.language import say
from reportgen.messages import Message

SIGNS = ("", "-", "--", "—", "…", "...", "n/a", "NA", "*", "NaN", ":")
"""What tables say where they have no number."""


class DraftLines:
    """What every draft is written with."""

    def __init__(self, file: str, language: str) -> None:
        self.file, self.language = file, language

    def say(self, name: str, **parameters: str) -> str:
        """A comment."""
        braces = {key: f"{{{key}}}" for key in ("year", "month", "mm")} | {"placeholder": "{file}"}
        return f"# {say(Message(f'intake.draft-{name}', **{**braces, **parameters}), self.language)}"

    def beginning(self, signs: list[str]) -> Iterator[str]:
        yield self.say("head", file=self.file)
        yield ""
        yield self.say("missing")
        yield f"missing = [{', '.join(map(toml_text, signs))}]"

    def source(self, title: str) -> Iterator[str]:
        yield from ("", "[source]", self.say("source"), self.say("id"))
        yield f"id = {toml_text(QUESTION)}"
        yield f"title = {toml_text(title)}"
        yield self.say("publisher")
        yield f"publisher = {toml_text(QUESTION)}"
        yield self.say("published")
        yield 'published = ""'

    def unit_asked(self) -> Iterator[str]:
        yield self.say("unit")
        yield 'from = "recipe"'
        yield f"unit = {toml_text(QUESTION)}"
        yield "unit_mult = 0"

    def reference(self, row: str, column: str, value: str) -> Iterator[str]:
        yield "# [[reference]]"
        yield f"# row = {toml_text(row)}"
        yield f"# column = {toml_text(column)}"
        yield f"# value = {value}"


def toml_text(text: str) -> str:
    """A text as TOML writes it."""
    if "\\" in text and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
