"""A finished Word document: paragraphs, tables, figures and charts, each with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.findings import Place
from reportgen.finished.chart_figures import FinishedChart
from reportgen.finished.document import FinishedDocument, PlacedLook
from reportgen.finished.matching import FigureMatching, match_figures
from reportgen.finished.places import FigurePlace, beside_body, paragraph_place, place_in_word
from reportgen.finished.sentence_ends import sentences_of
from reportgen.finished.snapshot import AROUND, Snapshot, all_paragraphs
from reportgen.finished.table_rows import rows_without_figures
from reportgen.finished.tokens import token_text, tokens_of
from reportgen.ooxml.guard import reading_of
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.finished.snapshot import PlacedFigure
    from reportgen.finished.tokens import Token
    from reportgen.word.document_reading import DocumentReading, FigureMark, LocatedDocument
    from reportgen.word.located import Block

_DIGIT = regex(r"\d")


class FinishedText(FinishedDocument):
    """A Word document, its tracked changes read as ``accepted`` or ``rejected``."""

    @cached_property
    def _located(self) -> LocatedDocument:
        from reportgen.word import WORD

        with reading_of(self.name):
            return WORD.read(self.package, tracked=self.tracked)

    @property
    def parts(self) -> Mapping[str, list[Block]]:
        """The text of each part as blocks, in the form that snapshots have."""
        return self._located.parts

    @cached_property
    def matching(self) -> FigureMatching:
        """Which figure of the document as built each figure is. Marks that lost their keys have them again."""
        matching = match_figures(self.built, self.parts)
        for at, key in matching.recovered.items():
            span = matching.found[at].span
            assert span is not None
            span.name = key
        return matching

    @cached_property
    def reading(self) -> DocumentReading:
        """Paragraphs, tables and figures, each with its place."""
        spans = (figure.span for figure in self.matching.found)
        keys = {span.holder: span.name for span in spans if span is not None and span.holder is not None}
        with reading_of(self.name):
            return self._located.reading(keys)

    def built_figure(self, figure: FigureMark) -> PlacedFigure | None:
        """What a figure of :attr:`reading` was when the document was built, ``None`` for a copy."""
        return self._built_figures.get(id(figure.holder))

    @cached_property
    def _built_figures(self) -> dict[int, PlacedFigure]:
        return {
            id(figure.span.holder): built
            for at, figure in enumerate(self.matching.found)
            if figure.span is not None and (built := self.matching.place_of(at)) is not None
        }

    @cached_property
    def stories(self) -> dict[str, list[Block]]:
        """:attr:`parts` for those who change them in place, without the marks that hold nothing any more.

        Raises ``PackageError`` for a document that cannot be changed so.
        """
        from reportgen.word.located import without_empty_figures

        self._located.require_editable()
        _ = self.matching
        return {part: without_empty_figures(blocks) for part, blocks in self.parts.items()}

    @cached_property
    def charts(self) -> tuple[FinishedChart, ...]:
        return tuple(
            FinishedChart(one.chart, one.part, one.paragraph, one.alt_text, one.alt_at)
            for one in self.reading.charts
        )

    def snapshot(self, template: FinishedDocument | None = None, *, whole: bool = True) -> Snapshot:
        charts = tuple(self.chart_snapshot(one) for one in self.charts)
        texts = (
            _designed(self.stories, template.stories) if isinstance(template, FinishedText) else frozenset()
        )
        return Snapshot(
            self.stories, charts=charts, designed=texts, beside=self._unseen(), looks=self._kept_looks(),
            title=self.title, is_whole=whole,
        )  # fmt: skip

    def looks(self) -> Iterator[PlacedLook]:
        from reportgen.word.looks import looks_of

        for part, blocks in self.parts.items():
            for paragraph in all_paragraphs(blocks):
                for look, said in looks_of(paragraph):
                    yield PlacedLook(look, said, place_in_word(self.name, part, paragraph.number, said))

    def remove_marks(self) -> None:
        from reportgen.word.figure_marks import unmarked
        from reportgen.word.story_parts import story_parts

        for part in story_parts(self.package):
            self.package.write(part, unmarked(self.package.read(part).decode("utf-8")).encode("utf-8"))

    def chart_place(self, one: FinishedChart, text: str) -> Place:
        return place_in_word(self.name, one.place, one.paragraph, text)

    def figure_places(self, *, whole: bool = False) -> tuple[FigurePlace, ...]:
        return tuple(self._figure_places(whole))

    def _figure_places(self, whole: bool) -> Iterator[FigurePlace]:
        for paragraph, mark in self.reading.marks():
            around = "" if whole else paragraph.text[max(0, mark.start - AROUND) : mark.end + AROUND]
            yield FigurePlace(mark.key, mark.text, paragraph_place(self.name, paragraph, around))

    def shown_figures(self) -> Iterator[Mapping[str, str]]:
        for _, mark in self.reading.marks():
            yield {"key": mark.key, "text": mark.text}

    def texts(self) -> Iterator[str]:
        for blocks in self.parts.values():
            yield from (one.text.strip() for one in all_paragraphs(blocks) if one.text.strip())

    def sentences(self) -> Iterator[tuple[Place, str, Sequence[Token]]]:
        for part, blocks in self.stories.items():
            for paragraph in all_paragraphs(blocks):
                tokens = tokens_of(paragraph.spans)
                numbers = sentences_of(tokens)
                for _, held in groupby(zip(numbers, tokens, strict=True), lambda one: one[0]):
                    sentence = [token for _, token in held]
                    text = token_text(sentence).strip()
                    if text:
                        yield self._place(part, paragraph.number, text), text, sentence

    def rows_without_figures(self) -> Iterator[tuple[Place, str]]:
        for part, blocks in self.stories.items():
            for number, text in rows_without_figures(blocks):
                yield self._place(part, number, text), text

    def _place(self, part: str, number: int, text: str) -> Place:
        return Place(self.name, paragraph=number, text=text, part=beside_body(part))

    def texts_around(self, places: Collection[Place]) -> Iterator[tuple[Place, str]]:
        for paragraph in self.reading.paragraphs:
            yield paragraph_place(self.name, paragraph), paragraph.text

    def pages(self) -> Iterator[tuple[Place, int]]:
        from reportgen.word.laid_out_pages import laid_out_pages

        main, pages = self.package.main_part, laid_out_pages(self.package)
        for paragraph in self.reading.paragraphs:
            if paragraph.part == main and paragraph.number in pages:
                yield paragraph_place(self.name, paragraph), pages[paragraph.number]

    def _unseen(self) -> dict[str, tuple[str, ...]]:
        """Hidden text and equations, by part."""
        found: dict[str, list[str]] = {}
        for paragraph in self.reading.paragraphs:
            if paragraph.unseen:
                found.setdefault(paragraph.part, []).extend(paragraph.unseen)
        return {part: tuple(texts) for part, texts in found.items()}


def _designed(stories: Mapping[str, list[Block]], own: Mapping[str, list[Block]]) -> frozenset[str]:
    """The texts with digits that a template has already."""
    written = "\n".join(paragraph.text for blocks in own.values() for paragraph in all_paragraphs(blocks))
    return frozenset(
        text
        for blocks in stories.values()
        for paragraph in all_paragraphs(blocks)
        for span in paragraph.spans
        if span.kind == "text" and _DIGIT.search(text := span.text.strip()) and text in written
    )
