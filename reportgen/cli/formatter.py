"""Help pages for terminals: click's layout, with lines that break where Chinese and English may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from reportgen.display_width import broken, display_width

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
