"""Filling a Word template: compiled once, filled as often as there are contexts, everything else copied as it lies."""

from __future__ import annotations

import os
import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, cast

from jinja2 import Template, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.runtime import Context

from reportgen.content import MarkStyle
from reportgen.errors import PackageError, ReportgenError, TemplateError
from reportgen.expressions import (
    NoValueError,
    UsedName,
    failure,
    near_tag_findings,
    used_names,
    without_keyword,
)
from reportgen.expressions.budget import budget, spending
from reportgen.expressions.code_generator import LATER
from reportgen.expressions.failures import LimitError
from reportgen.expressions.not_shown import failing_line
from reportgen.findings import Finding, Place, Severity
from reportgen.messages import Message
from reportgen.ooxml import Package
from reportgen.ooxml.document_kinds import WORD, as_named, refuse_other_kinds
from reportgen.ooxml.files import place_files, read_file
from reportgen.ooxml.pictures import Picture
from reportgen.ooxml.properties import Properties, set_properties
from reportgen.ooxml.relationships import STYLES
from reportgen.ooxml.xml import parse
from reportgen.regex import regex
from reportgen.rendered import Rendered
from reportgen.word.cell_statements import CELL_STATEMENTS
from reportgen.word.designed_charts import title_tags
from reportgen.word.document_state import DocumentFilling
from reportgen.word.figure_links import rows_in, with_links
from reportgen.word.figure_marks import CARRIERS
from reportgen.word.footnotes import add_notes, copy_notes
from reportgen.word.ids import FIRST_CONTROL, Numbers
from reportgen.word.named_styles import Styles, read_styles
from reportgen.word.part_completion import finished
from reportgen.word.part_import import part_of
from reportgen.word.slots import SlotKind
from reportgen.word.story import Story, read_story
from reportgen.word.story_parts import part_name, parts_with_tags
from reportgen.word.story_program import Program, compile_story, story_environment
from reportgen.word.structure import expression_findings, structure_findings
from reportgen.word.tag_search import tagged_addresses
from reportgen.word.template_names import name_findings
from reportgen.word.unfilled import unfilled_tags
from reportgen.word.waiting_pieces import WaitingPieces
from reportgen.word.writer import PartFilters

_IDS = {
    "drawings": regex(rb'<wp:docPr\b[^>]*?\bid="(\d+)"'),
    "bookmarks": regex(rb'<w:bookmarkStart\b[^>]*?w:id="(\d+)"'),
    "changes": regex(rb'<w:\w+ (?=[^<>]*w:author=")[^<>]*?w:id="(\d+)"'),
    "control_ids": regex(rb'<w:sdtPr>(?:(?!</w:sdtPr>).)*?<w:id w:val="(\d+)"', re.DOTALL),
}


class WordTemplate:
    """A template read once; with no ``findings`` it can be filled, from any number of threads.

    ``findings`` are its mistakes, ``notes`` what works and could be cleaner. ``filters`` are filters beside ours.
    """

    def __init__(
        self, data: bytes, file: str | None = None, filters: Mapping[str, Callable[..., Any]] | None = None
    ) -> None:
        self._package = Package.open(data)
        if "word" not in (self._package.content_type(self._package.main_part) or ""):
            raise PackageError(Message("word.no-document"))
        self._package.make_document()
        self._file = file
        self._sandbox = story_environment(filters or {})
        self._programs: list[Program] = []
        self._parts = parts_with_tags(self._package)
        self.stories = tuple(story for part in self._parts if (story := self._read(part, file)) is not None)
        self.findings = tuple(self._compile())
        self.unfilled = tuple(unfilled_tags(self._package, file))
        self.notes = (*(note for story in self.stories for note in story.notes), *self.unfilled)

    def fill(
        self,
        context: Mapping[str, Any],
        *,
        properties: Properties | None = None,
        marks: MarkStyle = "controls",
        pictures: Mapping[str, Picture | str | os.PathLike[str] | bytes] | None = None,
    ) -> Rendered:
        """The template filled with ``context``.

        ``pictures`` take the place of those that the designer drew, by their names. Numbers that carry a key are marked as figures in the style ``marks``.
        Raises ``TemplateError`` with every finding; nothing is written then.
        """
        with spending():
            return self._fill(context, properties, marks, pictures or {})

    def _fill(
        self,
        context: Mapping[str, Any],
        properties: Properties | None,
        marks: MarkStyle,
        pictures: Mapping[str, Picture | str | os.PathLike[str] | bytes],
    ) -> Rendered:
        if self.findings:
            raise _cannot_fill(self.findings)
        if near := self.near_tags(context):
            raise _cannot_fill(near)
        document = self._document(context, marks)
        parts = [self._fill_part(program, context, document) for program in self._programs]
        while parts:
            parts = [part for part in parts if next(part, False)]
        if document.has_figure_links:
            _settle_links(document.package, [program.part for program in self._programs])
        copy_notes(document.package, document.note_copies)
        add_notes(document.package, document.note_texts)
        if pictures:
            from reportgen.word.replaced_pictures import replace_pictures

            document.findings += replace_pictures(document, pictures)
        if document.findings:
            raise _cannot_fill(self._with_unknown_names(document.findings, context))
        if properties is not None:
            set_properties(document.package, properties)
        return Rendered(document.package, tuple(document.figures), (*self.unfilled, *document.notes))

    def lint(self, context: Mapping[str, Any] | None = None) -> list[Finding]:
        """Every mistake at once: torn, open and misplaced tags, blocks that do not nest, unknown names.

        ``context`` is a sample of what the template will be filled with; without it names are not looked at.
        """
        found = [*self.findings, *self.notes]
        if context is not None:
            found += [*self.unknown_names(context), *self.near_tags(context)]
        return sorted(
            found, key=lambda finding: (finding.place.part is not None, finding.place.paragraph or 0)
        )

    def near_tags(self, context: Mapping[str, Any]) -> list[Finding]:
        """Texts in brackets like tags that are none and begin with a name of ``context``."""
        return [found for story in self.stories for found in near_tag_findings(story.near, context)]

    def unknown_names(self, context: Mapping[str, Any]) -> list[Finding]:
        """Every name in the template that ``context`` does not have, found without filling anything."""
        programs = {program.part: program for program in self._programs}
        return [
            found
            for story in self.stories
            for found in name_findings(story, programs.get(story.part), self._sandbox, context)
        ]

    def names(self) -> list[UsedName]:
        """The names of the context that the template uses, each with its places."""
        tags = [
            (without_keyword(piece.tag, CELL_STATEMENTS), piece.place)
            for story in self.stories
            for piece in story.tags
        ]
        return used_names(tags, self._sandbox)

    def mentions(self, name: str) -> bool:
        """Whether a name stands in one of its tags."""
        return any(name in piece.tag.body for story in self.stories for piece in story.tags)

    # ---- reading ---------------------------------------------------------------------------------------

    def _read(self, part: str, file: str | None) -> Story | None:
        data = self._package.read(part)
        titles = title_tags(self._package, part)
        where = Place(file=file, part=part_name(self._package, part) if b"{" in data else None)
        return read_story(part, data, where, titles, tagged_addresses(self._package, part))

    def _compile(self) -> Iterator[Finding]:
        """Compile every part, or say what is wrong with it."""
        for story in self.stories:
            if not story.pieces:  # nothing but what looks like a tag: the part stays as it lies
                continue
            mistakes = [*story.findings, *structure_findings(story)]
            if not mistakes:
                try:
                    self._programs.append(compile_story(story, self._sandbox))
                    continue
                except JinjaError as error:
                    mistakes = expression_findings(story, self._sandbox) or [_finding_of(error, story)]
            else:
                mistakes += expression_findings(story, self._sandbox)
            yield from dict.fromkeys(mistakes)

    @cached_property
    def _styles(self) -> Styles:
        return read_styles(_styles_of(self._package))

    @cached_property
    def _used(self) -> dict[str, frozenset[int]]:
        """The numbers that the template's own drawings, bookmarks and controls have."""
        whole = b"".join(self._package.read(part) for part in self._parts)
        return {name: frozenset(map(int, pattern.findall(whole))) for name, pattern in _IDS.items()}

    # ---- filling ---------------------------------------------------------------------------------------

    def _document(self, context: Mapping[str, Any], marks: MarkStyle) -> DocumentFilling:
        return DocumentFilling(
            package=self._package.copy(),
            read_styles=lambda: self._styles,
            carrier=CARRIERS[marks],
            context=context,
            drawings=Numbers(lambda: self._used["drawings"]),
            bookmarks=Numbers(lambda: self._used["bookmarks"]),
            changes=Numbers(lambda: self._used["changes"]),
            control_ids=Numbers(lambda: self._used["control_ids"], FIRST_CONTROL),
        )

    def _fill_part(
        self, program: Program, context: Mapping[str, Any], document: DocumentFilling
    ) -> Iterator[bool]:
        """Fill a part. One with pieces that wait stops before those that show something, and before those that only list."""
        waiting = WaitingPieces(program.part, document)
        writer = PartFilters(program.part, program.slots, document, waiting)
        template = self._with_writer(program, writer)
        try:
            xml = budget().joined(template.root_render_func(_lazily(template, context)))
            for shows in (True, False) if waiting.pieces else ():
                yield True
                waiting.fill(shows=shows)
            xml = waiting.put_into(xml)
        except Exception as error:
            document.findings.append(_finding_while_filling(error, template, program))
            return
        written = finished(xml, program, writer).encode("utf-8")
        if writer.holds_foreign_xml and not _is_sound(written):
            place = Place(file=self._file, part=part_name(self._package, program.part))
            document.findings.append(Finding("unsound-xml", Severity.ERROR, place=place))
            return
        # Made of the template's own XML and escaped values: sound as it is, and deflated at once.
        document.package.write(program.part, iter((written,)))

    def _with_writer(self, program: Program, writer: PartFilters) -> Template:
        """The program bound to its writer; the compiled code is shared by all fillings."""
        sandbox = self._sandbox.overlay()
        sandbox.writers = {
            SlotKind.TEXT.value: writer.text,
            SlotKind.PARAGRAPH.value: writer.paragraph,
            SlotKind.ATTRIBUTE.value: writer.attribute,
            SlotKind.DRAWN_ALT_TEXT.value: writer.drawn_alt_text,
            SlotKind.DRAWN_LINK.value: writer.drawn_link,
            SlotKind.PLAIN.value: writer.plain,
            SlotKind.INSTRUCTION.value: writer.instruction,
            SlotKind.ADDRESS.value: writer.address,
            SlotKind.COLOUR.value: writer.colour,
            SlotKind.SPAN.value: writer.span,
        }
        return Template.from_code(sandbox, program.code, sandbox.make_globals({LATER: writer.waiting.later}))

    def _with_unknown_names(self, findings: list[Finding], context: Mapping[str, Any]) -> list[Finding]:
        """What stopped the filling, and all the other unknown names of the template, each place once."""
        unknown = self.unknown_names(context)
        explained = {finding.place for finding in unknown}
        lint_says = ("undefined-used", "unknown-name")
        stopped = [one for one in findings if one.code not in lint_says or one.place not in explained]
        return list(dict.fromkeys([*stopped, *unknown]))


def read_template(
    data: bytes, file: str | None = None, filters: tuple[tuple[str, Callable[..., Any]], ...] = ()
) -> WordTemplate:
    """The template of these bytes; the same bytes are compiled once, whether they are looked at or filled."""
    return _compiled(data, file, filters)


@lru_cache(maxsize=16)
def _compiled(
    data: bytes, file: str | None, filters: tuple[tuple[str, Callable[..., Any]], ...]
) -> WordTemplate:
    return WordTemplate(data, file, dict(filters))


def fill_word(
    template: str | os.PathLike[str],
    context: Mapping[str, Any],
    out: str | os.PathLike[str],
    *,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    pictures: Mapping[str, Picture | str | os.PathLike[str] | bytes] | None = None,
) -> Rendered:
    """Fill the Word template file ``template`` from any mapping and write the document to ``out``.

    ``filters`` are filters of your own by name: ``{{ price|euro }}``. ``pictures`` take the place of pictures that the designer drew,
    by alternative text, name or file name; they are as large as the drawn frame allows.

    Raises a ``ReportgenError`` with every finding; nothing is written then, and what was at ``out`` stays.
    """
    refuse_other_kinds(template, out, WORD)
    named = tuple(sorted((filters or {}).items()))
    read = read_template(read_file(template), Path(template).name, named)
    rendered = read.fill(context, pictures=pictures or {})
    place_files({Path(out): as_named(rendered.data, out)})
    return rendered


def _lazily(template: Template, context: Mapping[str, Any]) -> Context:
    """The context for one filling; a name of the mapping is looked up when a tag needs it, and not before."""
    names = ChainMap(cast(MutableMapping[str, Any], context), template.globals)
    return template.new_context(cast(dict[str, Any], names), shared=True)


def _is_sound(xml: bytes) -> bool:
    """Whether a part that took XML from values can be read, and has nothing of another language in it (HTML)."""
    try:
        root = parse(xml, "").root
    except PackageError:
        return False
    return all(str(element.tag).startswith("{") for element in root.iter("*"))


def _styles_of(package: Package) -> bytes | None:
    part = part_of(package, STYLES)
    return None if part is None else package.read(part)


def _cannot_fill(findings: Iterable[Finding]) -> TemplateError:
    causes = tuple(findings)
    return TemplateError(Message("word.cannot-fill", first=causes[0], more=len(causes) - 1 or None), causes)


def _finding_of(error: JinjaError, story: Story) -> Finding:
    """A mistake that only the whole template shows."""
    place = story.tags[0].place if story.tags else Place()
    return Finding("tag-syntax", Severity.ERROR, place=place, variant="part", problem=failure(error))


def _finding_while_filling(error: Exception, template: Template, program: Program) -> Finding:
    """An expression that failed, with the tag it is in."""
    line = failing_line(error, template, program.part)
    piece = program.tag_at(line) if line is not None else None
    if piece is None:
        if not isinstance(error, LimitError | RecursionError):
            raise error
        return Finding("expression-failed", Severity.ERROR, reason=failure(error))
    if isinstance(error, NoValueError):
        return error.findings[0].with_(place=piece.place)
    code = "undefined-used" if isinstance(error, UndefinedError) else "expression-failed"
    causes = error.findings if isinstance(error, ReportgenError) else ()
    return Finding(
        code,
        Severity.ERROR,
        place=piece.place,
        variant="tag",
        cause=(causes[0].code, causes[0].place) if causes else None,
        reason=failure(error),
        tag=piece.tag.source,
    )


def _settle_links(package: Package, parts: Sequence[str]) -> None:
    """Let figures link to the rows that the document has."""
    texts = {part: package.read(part).decode("utf-8") for part in parts}
    rows = rows_in(texts.values())
    for part, xml in texts.items():
        if (now := with_links(xml, rows)) != xml:
            package.write(part, now.encode("utf-8"))
