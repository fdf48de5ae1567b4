"""Charts of a text under the captions of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.places import place_in_word
from reportgen.finished.snapshot import all_paragraphs
from reportgen.living.audit.codes import found
from reportgen.living.audit.telling_words import canonical
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.finished.snapshot import ChartSnapshot
    from reportgen.finished.text_document import FinishedText
    from reportgen.word.located import Block, Paragraph


_NUMBERS = regex(r"\d+(?:\.\d+)?")


def check_captions(document: FinishedText) -> Iterator[Finding]:
    """One finding for each chart whose caption was another chart's when the document was built, or whose alternative text says
    other numbers than the one it was built with."""
    if document.built is None:
        return
    then = dict(_captions_when_built(document.built.parts, document.built.charts))
    owners: dict[str, set[int]] = {}
    for chart, caption in then.items():
        owners.setdefault(canonical(caption), set()).add(chart)
    for chart, number in document.charts_as_built.items():
        drawn, alt_text = document.charts[number], document.built.charts[chart].alt_text
        if drawn.alt_text and _NUMBERS.findall(drawn.alt_text) != _NUMBERS.findall(alt_text):
            place = place_in_word(document.name, drawn.place, drawn.paragraph, drawn.alt_text)
            yield found("words-changed", place, built=alt_text, now=drawn.alt_text)
            continue
        if chart not in then:
            continue
        paragraphs = list(all_paragraphs(document.parts.get(drawn.place, [])))
        at = next((at for at, one in enumerate(paragraphs) if one.number == drawn.paragraph), len(paragraphs))
        now = _next_text(paragraphs[at + 1 :])
        if chart not in owners.get(canonical(now), (chart,)):
            place = place_in_word(document.name, drawn.place, drawn.paragraph, now)
            yield found("words-changed", place, built=then[chart], now=now)


def _captions_when_built(
    parts: Mapping[str, list[Block]], charts: Sequence[ChartSnapshot]
) -> Iterator[tuple[int, str]]:
    """Of each chart the text below it, where the drawings of its part are its charts; charts side by side have one."""
    for part, blocks in parts.items():
        paragraphs = list(all_paragraphs(blocks))
        drawings = [at for at, one in enumerate(paragraphs) for span in one.spans if span.kind == "object"]
        own = [number for number, chart in enumerate(charts) if chart.place == part]
        if len(own) == len(drawings):
            for number, at in zip(own, drawings, strict=True):
                if caption := _next_text(paragraphs[at + 1 :]):
                    yield number, caption


def _next_text(paragraphs: Sequence[Paragraph]) -> str:
    """The first text below, where no other drawing comes before it."""
    first = next((one for one in paragraphs if one.text.strip() or _is_drawing(one)), None)
    return first.text.strip() if first is not None and not _is_drawing(first) else ""


def _is_drawing(paragraph: Paragraph) -> bool:
    return any(span.kind == "object" for span in paragraph.spans)
