"""Markdown: links, tables and bold of GitHub's flavour, which most editors and converters read; and such a text read again."""

from __future__ import annotations

from reportgen.content import Table, TableRow
from reportgen.display_width import display_width
from reportgen.regex import regex
from reportgen.rendered import LineReading
from reportgen.text.table_lines import below, column_heads, titled, without
from reportgen.text.writing import Inlines

_MARKUP = regex(r"([\\`*_\[\]<>~|])")
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")
_ANCHOR = regex(r"<a id=\"[^\"]*\"></a>")
_LINK = regex(r"\[((?:[^\[\]\\]|\\.)*)\]\((<[^>]*>|[^()\s]*)\)")
_BOLD = regex(r"\*\*|__")
_ROW = regex(r"\s*\|.*\|\s*")
_BAR = regex(r"(?<!\\)\|")
_SOURCE = "#source_"
_ALIGNED = {"text": ":---", "number": "---:", "centre": ":---:"}
_INDENT = "\u2003"
"""An em space, which Markdown keeps."""


class Markdown:
    """See :class:`reportgen.text.writing.Writing`."""

    def words(self, text: str) -> str:
        return _MARKUP.sub(r"\\\1", text)

    def linked(self, shown: str, anchor: str) -> str:
        return f"[{shown}](#{anchor})"

    def address(self, shown: str, url: str) -> str:
        return f"[{shown}](<{url}>)"

    def anchored(self, shown: str, anchor: str) -> str:
        return f'<a id="{anchor}"></a>{shown}'

    def table(self, table: Table, inline: Inlines) -> list[str]:
        rows = [
            _row(self.words(head) for head in column_heads(table)),
            _row(_ALIGNED[one.align] for one in table.columns),
        ]
        rows += [_row(self._cells(row, len(table.columns), inline)) for row in table.rows]
        title, unit = titled(table)
        parts = [f"**{self.words(title)}**" if title else "", self.words(unit), "\n".join(rows)]
        parts += below(table, inline)
        return "\n\n".join(filter(None, parts)).split("\n")

    def _cells(self, row: TableRow, columns: int, inline: Inlines) -> list[str]:
        cells = [inline(cell.shown).replace("\n", " ") for cell in row.cells]
        bold = [row.role != "body" or bool(cell.emphasis) for cell in row.cells]
        cells = [
            f"**{text}**" if is_bold and text else text for text, is_bold in zip(cells, bold, strict=True)
        ]
        cells[:1] = [_indent(row) + cells[0]] if cells else []
        return [*cells, *[""] * (columns - len(cells))]

    def line(self, number: int, line: str) -> LineReading:
        """The words without markup; a source mark's digits, and those of an address, are no figures."""
        is_row = _ROW.fullmatch(line) is not None
        text = _BAR.sub(" | ", line.strip().strip("|")) if is_row else line
        text = _BOLD.sub("", _ANCHOR.sub("", text))
        covered: list[str] = []
        text = _LINK.sub(lambda at: _link_words(at[1], at[2], covered), text)
        return without(number, _ESCAPED.sub(r"\1", text).strip(), covered, is_row=is_row)


def _indent(row: TableRow) -> str:
    """A blank as wide as a Chinese character for each level, and for each two letters of what the first part begins with."""
    return _INDENT * (row.indent + round(display_width(row.lead) / 2))


def _link_words(shown: str, address: str, covered: list[str]) -> str:
    if address.startswith(_SOURCE):
        covered.append(_ESCAPED.sub(r"\1", shown))
    return shown


def _row(cells: object) -> str:
    return f"| {' | '.join(cells)} |"  # type: ignore[arg-type]
