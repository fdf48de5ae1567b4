"""A text template: read once into a program, filled as often as there are contexts. A line that holds only statements vanishes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reportgen.content import MarkStyle
from reportgen.errors import TemplateError
from reportgen.expressions import (
    Tag,
    UsedName,
    check_blocks,
    check_tag,
    find_tags,
    near_tag_findings,
    near_tags,
    unknown_names,
    used_names,
)
from reportgen.expressions.budget import spending
from reportgen.expressions.not_shown import UNDEFINED_USED, failed, failing_line
from reportgen.expressions.value_program import ValueProgram, ready, value_environment, values_of
from reportgen.findings import NOWHERE, Finding, Place
from reportgen.messages import Message
from reportgen.ooxml.properties import Properties
from reportgen.record import replace
from reportgen.rendered import Rendered
from reportgen.text.encoding import decoded
from reportgen.text.writing import Writing
from reportgen.text.written_values import TextWriter

_SHOWN_TEXT = 120
_OWN = "rg__"


class TextTemplate:
    """``findings`` are its mistakes; without any it can be filled, from any number of threads."""

    def __init__(self, data: bytes, writing: Writing) -> None:
        self._file, self._writing = decoded(data), writing
        self._starts = [0, *(at + 1 for at, sign in enumerate(self._file.text) if sign == "\n")]
        self._sandbox = value_environment()
        self._tags = find_tags(self._file.text)
        self._program: ValueProgram[Place] = ValueProgram()
        self._alone: set[int] = set()
        """The tags that have a line to themselves, by their numbers."""
        self.findings = list(self._mistakes())
        if not self.findings:
            self._write_program()
            made = ready(self._program, self._sandbox)
            if isinstance(made, Finding):
                self.findings.append(made.with_(place=self._place(self._tags[0])))
            else:
                self._template = made

    def lint(self, context: Mapping[str, Any] | None = None) -> list[Finding]:
        """Every mistake that shows without filling; with ``context`` the names it lacks too."""
        return self.findings or ([] if context is None else [*self._unknown(context), *self._near(context)])

    def names(self) -> list[UsedName]:
        """The names of the context that the template uses, each with its places."""
        return used_names([(tag, self._place(tag)) for tag in self._tags], self._sandbox)

    def fill(
        self,
        context: Mapping[str, Any],
        *,
        properties: Properties | None = None,
        marks: MarkStyle = "none",
    ) -> Rendered:
        """The template filled with ``context``. A text has neither properties nor marks.

        Raises ``TemplateError`` with every finding; nothing is given back then.
        """
        with spending() as budget:
            _refuse(self.findings or self._near(context))
            writer = TextWriter(self._writing, self._place_of_number, self._alone, context)
            try:
                for item in values_of(self._template, context):
                    budget.written(writer.add(item))
                for size in writer.fill_waiting():
                    budget.written(size)
            except Exception as error:  # whatever an expression raises when it is worked out
                writer.findings += self._failed(error, context)
            if writer.findings:
                _refuse(_explained(writer.findings, self._unknown(context)))
            text, figures = writer.text()
            return Rendered(self._file.encoded(text), figures)

    def mentions(self, name: str) -> bool:
        """Whether a name stands in one of its tags."""
        return any(name in tag.body for tag in self._tags)

    # ---- reading ---------------------------------------------------------------------------------------

    def _mistakes(self) -> Iterator[Finding]:
        mistakes = [
            replace(found, index=number)
            for number, tag in enumerate(self._tags)
            if (found := check_tag(tag, self._sandbox)) is not None
        ]
        if all(tag.closed for tag in self._tags):
            mistakes += check_blocks(self._tags)
        for mistake in sorted(mistakes, key=lambda one: one.index):
            yield mistake.finding.with_(place=self._place(self._tags[mistake.index]))

    def _write_program(self) -> None:
        text, position = self._file.text, 0
        for number, (tag, start, end) in enumerate(self._cuts()):
            if position < start:
                self._program.text(_without_blanks(text[position:start], self._tags, number))
            if tag.kind == "{{":
                self._program.row(number, [(tag.body, self._place(tag))])
            elif tag.kind == "{%":
                self._program.statement(tag.body, self._place(tag))
            position = end
        if position < len(text):
            self._program.text(_without_blanks(text[position:], self._tags, len(self._tags)))

    def _cuts(self) -> Iterator[tuple[Tag, int, int]]:
        """Each tag with what goes when it is taken out: itself, or all of its line that holds only statements."""
        text = self._file.text
        for first, last in _runs(text, self._tags):
            start, end = self._tags[first].start, self._tags[last].end
            line_start = text.rfind("\n", 0, start) + 1
            line_end = text.find("\n", end) + 1 or len(text)
            is_alone = not text[line_start:start].strip() and not text[end:line_end].strip()
            shows = [number for number in range(first, last + 1) if self._tags[number].kind == "{{"]
            if is_alone and len(shows) == 1:
                self._alone.add(shows[0])
            for number in range(first, last + 1):
                tag = self._tags[number]
                goes = is_alone and not shows
                yield (
                    tag,
                    line_start if goes and number == first else tag.start,
                    line_end if goes and number == last else tag.end,
                )

    def _place(self, tag: Tag) -> Place:
        line = bisect_right(self._starts, tag.start)
        end = self._starts[line] if line < len(self._starts) else len(self._file.text)
        whole = self._file.text[self._starts[line - 1] : end].strip()
        short = whole if len(whole) <= _SHOWN_TEXT else f"{whole[: _SHOWN_TEXT - 1]}…"
        return Place(line=line, text=short)

    def _place_of_number(self, number: int) -> Place:
        return self._place(self._tags[number])

    # ---- mistakes that the context shows ---------------------------------------------------------------

    def _unknown(self, context: Mapping[str, Any]) -> list[Finding]:
        uses = unknown_names(self._program.source, self._sandbox, context)
        return [
            use.finding.with_(place=self._program.place_of(use.line) or NOWHERE)
            for use in uses
            if not use.name.startswith(_OWN)
        ]

    def _near(self, context: Mapping[str, Any]) -> list[Finding]:
        return near_tag_findings(
            [
                near
                for number, line in enumerate(self._between_tags().split("\n"), start=1)
                for near in near_tags(line, Place(line=number, text=line.strip()))
            ],
            context,
        )

    def _between_tags(self) -> str:
        """The text without its tags, which go over several lines at times; each line keeps its number."""
        pieces, position = [], 0
        for tag in self._tags:
            breaks = self._file.text.count("\n", tag.start, tag.end)
            pieces += [self._file.text[position : tag.start], "\n" * breaks or " "]
            position = tag.end
        return "".join([*pieces, self._file.text[position:]])

    def _failed(self, error: Exception, context: Mapping[str, Any]) -> list[Finding]:
        line = failing_line(error, self._template)
        place = None if line is None else self._program.place_of(line)
        found, causes = failed(error, context)
        return [*causes, found.with_(place=place or NOWHERE)]


def _runs(text: str, tags: Sequence[Tag]) -> Iterator[tuple[int, int]]:
    """Neighbouring tags with nothing but blanks between them on their line: the first and the last of each run."""
    first = 0
    for number in range(1, len(tags) + 1):
        between = text[tags[number - 1].end : tags[number].start] if number < len(tags) else "."
        if between.strip(" \t"):
            yield first, number - 1
            first = number


def _without_blanks(text: str, tags: Sequence[Tag], number: int) -> str:
    """The text before the tag of that number, without the blanks that ``-%}`` before and ``{%-`` behind take away."""
    if number and tags[number - 1].trim_after:
        text = text.lstrip()
    return text.rstrip() if number < len(tags) and tags[number].trim_before else text


def _explained(found: Sequence[Finding], unknown: Sequence[Finding]) -> list[Finding]:
    """What stopped a filling, and all unknown names; where one is, what merely followed from it is left out."""
    places = {finding.place for finding in unknown}
    stopped = [
        one for one in found if one.code not in (UNDEFINED_USED, "unknown-name") or one.place not in places
    ]
    return list(dict.fromkeys([*stopped, *unknown]))


def _refuse(findings: Iterable[Finding]) -> None:
    causes = tuple(findings)
    if causes:
        message = Message("text.cannot-fill", first=causes[0], more=len(causes) - 1 or None)
        raise TemplateError(message, causes)
