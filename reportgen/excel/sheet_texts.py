"""Texts outside cells that may hold tags: a sheet's name, headers and footers, text boxes, chart titles; defined names, properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.environment import Template
from msgspec import Struct, field

from reportgen.excel.cell_styles import CellStyles
from reportgen.excel.cell_writer import CellProblem, CellWriter, Ledger, Unknown
from reportgen.excel.drawings import charts_of, drawing_parts, extended_charts_of
from reportgen.excel.problems import CellPlace, Problems
from reportgen.excel.text_expressions import TextLayout, text_expression
from reportgen.excel.value_program import Program, compiled, completed, has_lists, run
from reportgen.expressions import check_blocks, check_tag, find_tags, may_hold_tags
from reportgen.expressions.value_program import Pieces, flat
from reportgen.ooxml import Package, xml
from reportgen.ooxml.cell_texts import CellText, Run
from reportgen.ooxml.content_types import CHART
from reportgen.ooxml.formulas import parse_formula
from reportgen.ooxml.xml import qn
from reportgen.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "name"
DEFINED_NAME = "defined name"
HEADERS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")

TextKey = tuple[str, int]
"""``("name", 0)``, ``("oddHeader", 0)``, or a part's role and the number of a paragraph in it."""
FilledTexts = dict[TextKey, list[Run]]


class SideTexts(Struct):
    """The texts of one sheet that hold tags, compiled together."""

    sheet: str
    texts: list[tuple[TextKey, CellText, CellPlace]] = field(default_factory=list)
    layouts: list[TextLayout | None] = field(default_factory=list)
    program: Program = field(default_factory=Program)
    template: Template | None = None

    def add(self, key: TextKey, text: CellText, sandbox: Environment, problems: Problems) -> None:
        """Add a text if it holds a tag."""
        tags = find_tags(text.text) if may_hold_tags(text.text) else []
        if not tags:
            return
        place = CellPlace(self.sheet, text=text.text)
        mistakes = [found for tag in tags if (found := check_tag(tag, sandbox)) is not None]
        for mistake in [*mistakes, *check_blocks(tags)]:
            problems.mistake(mistake, place)
        made = text_expression(self.program, text, tags, (), place)
        if made is not None:
            self.program.row(len(self.texts), [(made.expression, place)])
            self.texts.append((key, text, place))
            self.layouts.append(made.layout)

    def compile(self, sandbox: Environment) -> None:
        """Make the texts ready to run."""
        if self.texts:
            self.template = compiled(self.program, sandbox)

    @property
    def has_lists(self) -> bool:
        return self.template is not None and has_lists(self.template)

    def run(self, context: Mapping[str, Any]) -> Iterable[Any]:
        """The values of each text; pieces that wait for the rest are left as they are."""
        if self.template is None:
            return ()
        return run(self.template, context, max(len(text.runs) for _, text, _ in self.texts), wait=True)

    def written(self, items: Iterable[Any], styles: CellStyles, ledger: Ledger, report: Any) -> FilledTexts:
        """What each text says with its values, in runs. Problems are reported."""
        filled: FilledTexts = {}
        for item in completed(items):
            key, text, place = self.texts[item[0]]
            layout = self.layouts[item[0]]
            writer = CellWriter(0, 0, styles, ledger, text, layout)
            try:
                filled[key] = writer.runs_of(_doubled(item[1], layout, _DOUBLED.get(key[0], "")), 0)
            except (CellProblem, Unknown, ValueError) as problem:
                report(place, problem)
        return filled


def read_side_texts(
    package: Package, sheet: str, part: str, frame: _Element, sandbox: Environment, problems: Problems
) -> SideTexts:
    """The side texts of a worksheet part."""
    found = SideTexts(sheet)
    found.add((NAME, 0), CellText((Run(sheet),)), sandbox, problems)
    for name in HEADERS:
        for element in frame.iter(qn(f"x:{name}")):
            found.add((name, 0), CellText((Run(element.text or ""),)), sandbox, problems)
    for role, drawn in _drawn_parts(package, part):
        root = xml.parse(package.read(drawn), drawn).root
        for number, paragraph in enumerate(root.iter(qn("a:p"))):
            runs = tuple(
                Run(run.text or "", str(index)) for index, run in enumerate(paragraph.iter(qn("a:t")))
            )
            if runs:
                found.add((role, number), CellText(runs), sandbox, problems)
    return found


def read_book_texts(
    package: Package, names: Iterable[tuple[str, str, int | None]], sandbox: Environment, problems: Problems
) -> SideTexts:
    """The texts of no sheet that hold tags.

    They are the properties, custom XML, and the defined names (name, formula, sheet) whose formulas hold tags, mostly within a
    text: ``="Trade of {{ city }}"``.
    """
    found = SideTexts("")
    for index, (_, formula, _) in enumerate(names):
        parts = parse_formula(formula).parts if "{{" in formula else ()
        if not any("{{" in part and part.startswith('"') for part in parts if isinstance(part, str)):
            continue  # a tag in a sheet's name goes with the sheet
        found.add((DEFINED_NAME, index), CellText((Run(formula),)), sandbox, problems)
    for part in filter(_AROUND.fullmatch, package.names()):
        if b"{" in package.read(part):
            root = xml.parse(package.read(part), part).root
            for index, element in enumerate(_leaves(root)):
                found.add((part, index), CellText((Run(element.text or ""),)), sandbox, problems)
    if not problems.findings:
        found.compile(sandbox)
    return found


_AROUND = regex(r"(docProps/(core|app|custom)|customXml/item\d+)\.xml", re.IGNORECASE)
_SHEET_NAMES = "{*}TitlesOfParts"
"""Excel's own list of sheets and names in the properties; it writes that list anew."""


def _leaves(root: _Element) -> list[_Element]:
    listed = {name for names in root.iter(_SHEET_NAMES) for name in names.iter("*")}
    return [leaf for leaf in root.iter("*") if not len(leaf) and leaf.text and leaf not in listed]


def fill_around(package: Package, filled: FilledTexts) -> None:
    """Put in what the tags in properties and custom XML gave."""
    for part in sorted({part for part, _ in filled if _AROUND.fullmatch(part)}):
        with package.edited(part) as root:
            for index, element in enumerate(_leaves(root)):
                if (part, index) in filled:
                    element.text = _plain(filled[part, index])


def fill_names(root: _Element, filled: FilledTexts) -> None:
    """Put in what the tags in defined names gave."""
    for index, element in enumerate(root.iter(qn("x:definedName"))):
        runs = filled.get((DEFINED_NAME, index))
        if runs is not None:
            element.text = _plain(runs)


def fill_headers(frame: _Element, filled: FilledTexts) -> None:
    """Put headers and footers in."""
    for name in HEADERS:
        runs = filled.get((name, 0))
        for element in frame.iter(qn(f"x:{name}")) if runs is not None else ():
            element.text = _plain(runs or ())


def fill_drawings(package: Package, part: str, filled: FilledTexts) -> None:
    """Put the texts of text boxes and charts in, run by run."""
    for role, drawn in _drawn_parts(package, part):
        mine = {number: runs for (kind, number), runs in filled.items() if kind == role}
        if not mine:
            continue
        with package.edited(drawn) as root:
            for number, paragraph in enumerate(root.iter(qn("a:p"))):
                if number in mine:
                    for index, text in enumerate(paragraph.iter(qn("a:t"))):
                        text.text = _plain(run for run in mine[number] if run.properties == str(index))


def filled_name(filled: FilledTexts, otherwise: str) -> str:
    """The sheet's name now."""
    runs = filled.get((NAME, 0))
    return otherwise if runs is None else _plain(runs).strip()


_DOUBLED = {**dict.fromkeys(HEADERS, "&"), DEFINED_NAME: '"'}
"""Characters with a meaning of their own in some texts: codes in a header, the end of a text in a formula."""


def _doubled(value: Any, layout: TextLayout | None, character: str) -> Any:
    """A value whose characters of that kind are doubled, so that each is taken as itself."""
    if not character:
        return value
    if layout is not None:
        return tuple(_doubled(item, None, character) for item in value)
    pieces = [
        piece.replace(character, character * 2) if isinstance(piece, str) else piece for piece in flat(value)
    ]
    return pieces[0] if len(pieces) == 1 else Pieces(pieces)


def _plain(runs: Iterable[Run]) -> str:
    return xml.clean("".join(run.text for run in runs)).text


def _drawn_parts(package: Package, part: str) -> Sequence[tuple[str, str]]:
    """The drawings and charts of a sheet, each with a role that is the same for the sheet's copies."""
    found = []
    for number, drawing in enumerate(drawing_parts(package, part)):
        found.append((f"drawing {number}", drawing))
        charts = [chart for chart in charts_of(package, drawing) if package.content_type(chart) == CHART]
        charts += extended_charts_of(package, drawing)
        found += [(f"chart {number} {index}", chart) for index, chart in enumerate(charts)]
    return found
