"""How the data book looks: fonts by language, and one format for each combination of properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportgen.databook.headings import Heading
from reportgen.language import language as speaker
from reportgen.record import Record

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

INK = "#1F2933"
MUTED = "#52606D"
ACCENT = "#1F4E79"
HEAD_FILL = "#DCE6F1"
RULE = "#9FB3C8"
INPUT_INK = "#1F4E79"
"""Ink of cells that fetch their value from another sheet; results are black."""
GOOD = "#1B6E3C"
BAD = "#A4262C"


class Fonts(Record):
    """Font names that Office and WPS know. ``heading`` is for titles, ``charset`` marks a Chinese font."""

    body: str
    heading: str
    latin: str
    digit: float
    """Points of a digit of the body font (11 pt), in the broadest font that stands in for it."""
    charset: int | None = None


def fonts_of(language: str) -> Fonts:
    """The fonts that the language gives for the data book."""
    words = speaker(language).subject("databook")
    return Fonts(**words.FONTS, digit=words.DIGIT, charset=words.CHARSET)


class CellStyle:
    """Gives out formats of one workbook; equal properties share one format."""

    def __init__(self, workbook: Workbook, language: str) -> None:
        self._workbook = workbook
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._headings: list[tuple[Format, Heading]] = []
        self.fonts = fonts_of(language)

    def format(self, **properties: Any) -> Format:
        """The format with these XlsxWriter properties, on top of the language's body font."""
        whole = {**body_font(self.fonts), "font_color": INK, "valign": "top", **properties}
        if whole.get("bold") and whole["font_name"] == self.fonts.body and properties.get("heading"):
            whole["font_name"] = self.fonts.heading
        whole.pop("heading", None)
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(whole)
        return self._formats[key]

    def heading(self, name: Heading) -> Format:
        """The format of a heading; the finished book names it as that cell style."""
        size = {"Title": 22, "Heading 1": 15, "Heading 2": 13}[name]
        form = self.format(heading=True, bold=True, font_size=size, font_color=ACCENT, valign="vcenter")
        self._headings.append((form, name))
        return form

    @property
    def headings(self) -> dict[int, Heading]:
        """The index that each heading's format got when the workbook was closed, and the name of its style."""
        return {form.xf_index: name for form, name in self._headings}

    @property
    def line(self) -> Format:
        """Units, notes, sources: the lines around a table."""
        return self.format(font_color=MUTED)

    @property
    def link(self) -> Format:
        return self.format(font_color="#0563C1", underline=1, text_wrap=False)

    @property
    def wrapped_link(self) -> Format:
        return self.format(font_color="#0563C1", underline=1, text_wrap=True)

    def head(self, align: str, indent: int = 0) -> Format:
        """A column's head: bold on a light ground, ruled, broken over lines. Text heads may be indented."""
        across = {"number": "right", "centre": "center"}.get(align, "left")
        return self.format(
            bold=True, text_wrap=True, align=across, valign="vcenter", bg_color=HEAD_FILL, bottom=1,
            bottom_color=ACCENT, top=1, top_color=ACCENT, indent=indent if across == "left" else 0,
        )  # fmt: skip


def body_font(fonts: Fonts) -> dict[str, Any]:
    """XlsxWriter's properties of the body font."""
    properties: dict[str, Any] = {"font_name": fonts.body, "font_size": 11, "font_family": 2}
    if fonts.charset is not None:
        properties["font_charset"] = fonts.charset
    return properties
