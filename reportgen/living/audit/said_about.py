"""Whether words are about a figure or about something else: another area, another period, another indicator, another kind.

Asked of numbers that are a figure's by their digits alone, and of figures that people moved or copied into other words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.places import paragraph_place
from reportgen.finished.sentence_ends import sentence_around, sentences
from reportgen.finished.snapshot import all_paragraphs
from reportgen.kinds.declaration import declaration_of
from reportgen.kinds.figure import Kind
from reportgen.language.any_language import pattern
from reportgen.living.audit.codes import found_of_figure
from reportgen.living.audit.sentence_names import forms_of
from reportgen.periods import PeriodKind
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.figures.recorded_figures import FigureRecord
    from reportgen.finished.text_document import FinishedText
    from reportgen.living.audit.backing import Backing
    from reportgen.living.audit.sentence_names import SentenceNames
    from reportgen.messages import Bilingual
    from reportgen.word.document_reading import FigureMark, ParagraphReading
    from reportgen.word.located import Paragraph

_KEY = regex("\0([^\0]*)\0")
"""A figure in a text that :func:`_with_keys` gave."""
_ELSEWHERE = ""
"""A place that the dataset has no code for."""
_NEAR = 24
_ADJOINING = 8
_BESIDE = 28
"""How many characters on either side tell what a number is."""


def is_about_another(text: str, at: int, figure: FigureRecord, backing: Backing) -> bool:
    """Whether the sentence around ``text[at]`` names what the figure is not of, and not what it is of."""
    start, end = sentence_around(text, at)
    sentence, before = backing.sentence(text[start:end]), text[start:at]
    return (
        _is_of_another_area(sentence, figure)
        or _is_of_others(sentence.indicators, figure, sentence.names.indicators)
        or _is_of_another_time(sentence, figure)
        or _is_of_another_kind(before[-_NEAR:], figure)
        or _is_narrower(before[-_BESIDE:], figure)
    )


def is_of_another_kind(text: str, at: int, figure: FigureRecord) -> bool:
    """Whether nothing around ``text[at]`` says what the figure is, a growth (in the words beside it) or progress to a target
    (in its sentence): a number of the same digits is another one."""
    start, end = sentence_around(text, at)
    if figure.figure_id.target:
        return pattern("said_words", "TARGET_SAID").search(text, start, end) is None
    beside = max(start, at - _BESIDE), min(end, at + _BESIDE)
    is_growth = figure.direction_words == "growth"
    return is_growth and pattern("said_words", "GROWTH_SAID").search(text, *beside) is None


def check_moved(document: FinishedText, backing: Backing) -> Iterator[Finding]:
    """Figures in sentences that they were not built in, and that are about something else."""
    if document.built is None or not document.built.is_whole:
        return
    built = {
        sentence
        for blocks in document.built.parts.values()
        for paragraph in all_paragraphs(blocks)
        for sentence in sentences(_with_keys(paragraph))
    }
    now = {
        (part, paragraph.number): _with_keys(paragraph)
        for part, blocks in document.parts.items()
        for paragraph in all_paragraphs(blocks)
    }
    for paragraph in document.reading.paragraphs:
        if paragraph.is_in_table or not paragraph.marks:
            continue
        sentence_of: dict[str, str] = {}  # in which each key is first
        for said in sentences(now[paragraph.at]):
            sentence_of = dict.fromkeys(_KEY.findall(said), said) | sentence_of
        moved = {id(mark) for mark in _moved(document, paragraph)}
        for mark in paragraph.marks:
            figure, sentence = backing.figure(mark.key), sentence_of.get(mark.key)
            if figure is None or sentence is None or sentence in built:
                continue
            is_moved = id(mark) in moved
            before = paragraph.text[max(0, mark.start - _NEAR) : mark.start]
            if (is_moved and is_about_another(paragraph.text, mark.start, figure, backing)) or (
                _is_of_another_kind(before, figure)
            ):
                place = paragraph_place(document.name, paragraph)
                yield found_of_figure("figure-about-another", place, figure, text=mark.text.strip())


def _moved(document: FinishedText, paragraph: ParagraphReading) -> Iterator[FigureMark]:
    """The figures of a paragraph that were not built where most of its figures were, or not among such words."""
    built = [(mark, document.built_figure(mark)) for mark in paragraph.marks]
    places = Counter((one.part, one.paragraph) for _, one in built if one is not None)
    for mark, one in built:
        if one is None:
            yield mark
        elif len(built) > 1:
            if places[one.part, one.paragraph] * 2 <= len(built):
                yield mark
        elif one.before[-_ADJOINING:] not in paragraph.text and one.after[:_ADJOINING] not in paragraph.text:
            yield mark


def _with_keys(paragraph: Paragraph) -> str:
    """A paragraph's text with keys in place of its figures."""
    spans = (span for span in paragraph.spans if span.kind not in ("object", "field"))
    return "".join(f"\0{span.name}\0" if span.kind == "figure" else span.text for span in spans)


def _is_of_another_area(sentence: SentenceNames, figure: FigureRecord) -> bool:
    """Whether a sentence names areas, the nation or well-known places, and not the figure's area."""
    said, home = set(sentence.areas), sentence.home
    if sentence.says("OWN_AREA"):
        if home not in sentence.names.areas or home in figure.figure_id.codes:
            return False
        said.add(home)
    if sentence.says("NATION"):
        said |= sentence.nations or {_ELSEWHERE}
    if sentence.says("OTHER_PLACES"):
        said.add(_ELSEWHERE)
    return _is_of_others(said, figure, sentence.names.areas)


def _is_of_others(said: set[str], figure: FigureRecord, names: Mapping[str, Bilingual]) -> bool:
    """Whether what is said by name is none of what the figure is of. Of a group of areas nobody can tell."""
    own = figure.figure_id.codes
    if not own & set(names) or said & own:
        return False
    labels = [label.lower() for label in figure.series_label.wordings]
    return any(
        code not in names
        or not any(form.lower() in label for form in forms_of(names[code]) for label in labels)
        for code in said
    )


def _is_narrower(before: str, figure: FigureRecord) -> bool:
    """Whether the words right before a number make what it is of narrower than the figure: 外商投资企业进出口. What the dataset
    says of it does not."""
    given = (figure.series_label, figure.note_of_dataset, *filter(None, (figure.scope_said,)))
    own = " ".join(text for one in given for text in one.wordings).lower()
    clause = re.split("[,，、;；：:]", before)[-1]
    return any(found[0].lower() not in own for found in pattern("said_words", "NARROWED").finditer(clause))


# ---- periods and kinds ----------------------------------------------------------------------------------------


def _is_of_another_time(sentence: SentenceNames, figure: FigureRecord) -> bool:
    """Whether the years that a sentence names are none of the figure's, or it names a year of a figure of some months alone."""
    said, period, own = sentence.years, figure.figure_id.period, figure.figure_id.years
    if not said:
        return False
    if own and figure.figure_id.kind is not Kind.LEVEL:
        own |= {min(own) - 1}  # the year that it is taken against
    if own and not said & own:
        return True
    is_part = period.kind not in (PeriodKind.YEAR, PeriodKind.DAY) and period.first // 12 == period.last // 12
    return is_part and len(said) == 1 and not sentence.says("PART_OF_YEAR")


def _is_of_another_kind(before: str, figure: FigureRecord) -> bool:
    """Whether the words right before a percentage say a share of a growth, or a growth of what is none. What is in the unit of its
    series or target, such as a level in percent, may be either."""
    is_in_own_unit = not declaration_of(figure.figure_id.kind).unit
    if figure.unit != "percent" or is_in_own_unit:
        return False
    if figure.direction_words == "growth":
        return pattern("said_words", "SHARE_BEFORE").search(before) is not None
    return not figure.direction_words and pattern("said_words", "GROWTH_BEFORE").search(before) is not None
