"""What a figure is said to be: the words around each as they were built against the words now.

Only words that tell count (a period, an area, an indicator, a base, a unit, a source mark); how people turn a sentence is theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.finished.alignment import align_lines, paragraph_pairs
from reportgen.finished.matching import parts_of
from reportgen.finished.snapshot import all_paragraphs, cell_snapshot
from reportgen.finished.tokens import Token, sentences_of, text_of, tokens_of
from reportgen.language import language, languages
from reportgen.language.any_language import pattern
from reportgen.living.audit.codes import found
from reportgen.living.audit.places import cell_place, paragraph_place
from reportgen.living.audit.telling_words import (
    denied,
    gives_way,
    has_other_words,
    is_narrower,
    lost,
    points_otherwise,
    told,
    words_in,
)

if TYPE_CHECKING:
    from reportgen.finished.document import FinishedText, FinishedWorkbook
    from reportgen.finished.snapshot import CellSnapshot
    from reportgen.living.audit.backing import Backing
    from reportgen.messages import Bilingual
    from reportgen.ooxml.sheet_cells import SheetCell
    from reportgen.word.located import Paragraph, Span

_NAME = re.compile(r"[A-Z][a-z]+")
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
"""Names within a sentence."""
_HOME = "▣"
"""Stands for the area that a document is about, whatever it is called."""
_LONG = re.compile(r"[a-z]{4,}")
_BOTH = re.compile(r"[\u4e00-\u9fff]{2}")
_LONGEST_HEAD = 80
_MOST = 0.9
_AROUND = 3
"""Tokens on either side that help to read what changed."""


def check_words(document: FinishedText, backing: Backing) -> Iterator[Finding]:
    """One finding for each stretch of telling words that changed around figures, in cells and in dates."""
    built = document.built
    if built is None or not built.is_whole:
        return
    places = {(one.part, one.number): one for one in document.reading.paragraphs}
    said = {one.text.strip() for blocks in built.parts.values() for one in all_paragraphs(blocks)}
    for part, to in parts_of(list(built.parts), list(document.parts)).items():
        for before, after in paragraph_pairs(built.parts[part], document.parts[to], may_move=True):
            place = places.get((to, after.number))
            if place is None or before.text == after.text:
                continue
            if place.is_in_table and (not before.keys or len(tokens_of(before.spans)) == len(before.keys)):
                changed = _in_cell(before, after, said)
            elif _is_head(before) or _is_below_a_table(before):
                changed = reworded(before.text.strip(), after.text.strip(), said, is_label=False)
            else:
                changed = _in_text(before, after, backing)
            for old, new in changed:
                where = paragraph_place(document.name, place)
                yield found("words-changed", where, built=old, now=new)


def check_cells_said(document: FinishedWorkbook) -> Iterator[Finding]:
    """The texts of a workbook's cells: heads, labels, periods, units, dates."""
    for sheet, place, cell, new in cells_as_built(document):
        if cell.kind != "text" or cell.name or new.kind not in ("text", "number"):
            continue
        said = _texts_of(document, sheet) if not cell.formula else frozenset[str]()
        for old, text in reworded(cell.text.strip(), new.text.strip(), said):
            where = cell_place(document.name, sheet, *place, text)
            yield found("words-changed", where, built=old, now=text)


def _texts_of(document: FinishedWorkbook, sheet: str) -> frozenset[str]:
    """The texts that a sheet said when it was built."""
    cells = document.built.sheets[sheet] if document.built else {}
    return frozenset(cell.text.strip() for cell in cells.values() if cell.kind == "text")


def cells_as_built(
    document: FinishedWorkbook,
) -> Iterator[tuple[str, tuple[int, int], CellSnapshot, SheetCell]]:
    """Sheet and place of each cell that is still there, what it was when the workbook was built and what it is now."""
    for name, cells in (document.built.sheets if document.built else {}).items():
        sheet = document.book.sheet(name)
        if sheet is None or not cells:
            continue
        now = {place: cell_snapshot(cell) for place, cell in sheet.cells.items()}
        if document.built is not None and document.built.is_whole:
            rows, columns = (align_lines(cells, now, by_row=by_row) for by_row in (True, False))
            if {row for row, _ in cells} == {row for row, _ in now}:
                rows = {row: row for row, _ in cells}
        else:  # of a data book not every cell is kept: lines that moved cannot be told
            alike = sum(place in now and now[place].kind == cell.kind for place, cell in cells.items())
            if alike < len(cells) * _MOST:
                continue
            rows, columns = {row: row for row, _ in cells}, {column: column for _, column in cells}
        for (row, column), cell in sorted(cells.items()):
            place = (rows.get(row, 0), columns.get(column, 0))
            if place in sheet.cells:
                yield name, place, cell, sheet.cells[place]


def _is_head(paragraph: Paragraph) -> bool:
    """A title, a heading, a caption: a short line without figures that is no sentence."""
    text = paragraph.text.strip()
    return (
        not paragraph.keys
        and len(text) <= _LONGEST_HEAD
        and text[-1:] not in (".", "。", "；", ";", ":", "：")
    )


def _is_below_a_table(paragraph: Paragraph) -> bool:
    """The sources of a table, or a note without figures."""
    text = paragraph.text.strip()
    is_note = not paragraph.keys and pattern("said_words", "NOTE").search(text) is not None
    return is_note or pattern("said_words", "SOURCE_LINE").search(text) is not None


def _in_cell(before: Paragraph, after: Paragraph, said: set[str]) -> Iterator[tuple[str, str]]:
    """A head, a label, a unit; or the figure of another cell."""
    old, new = before.text.strip(), after.text.strip()
    keys = before.keys, after.keys
    if keys[0] or keys[1]:
        if len(keys[0]) == len(keys[1]) == 1 and all(keys[1]) and keys[0] != keys[1]:
            yield old, new
    else:
        yield from reworded(old, new, said)


def reworded(
    old: str, new: str, said: Collection[str] = (), *, is_label: bool = True
) -> Iterator[tuple[str, str]]:
    """A cell's text that says another thing: what another cell said, or with other telling words or numbers, or (where it
    is short) with other words in place of some; of a label also with fewer or more that tell something."""
    if not old or not new or old == new:
        return
    numbers = re.findall(r"\d+", old), re.findall(r"\d+", new)
    is_other = (
        new in said or lost(old, new) or numbers[0] != numbers[1] or (is_label and told(old) != told(new))
    )
    if is_other or (len(old) <= _LONGEST_HEAD and has_other_words(old, new, is_label=is_label)):
        yield old, new


def _in_text(before: Paragraph, after: Paragraph, backing: Backing) -> Iterator[tuple[str, str]]:
    home = _home(before, backing)
    one, other = (tokens_of([_same(span, home) for span in text.spans]) for text in (before, after))
    sentences, sentences_now = sentences_of(one), sentences_of(other)
    codes = SequenceMatcher(
        None, list(map(_match, one)), list(map(_match, other)), autojunk=False
    ).get_opcodes()
    is_told = False
    for tag, start, end, first, last in codes:
        if tag == "equal" or not one:
            continue
        old, new = one[start:end], other[first:last]
        if not old and _are_whole(sentences_now, first, last):
            continue  # sentences of people's own
        touched = {sentences[min(at, len(one) - 1)] for at in range(start, max(end, start + 1))}
        around = [token for token, number in zip(one, sentences, strict=True) if number in touched]
        figures = [token for token in around if token.kind == "figure"]
        if any(token.kind == "figure" for token in (*old, *new)):
            continue  # a figure that is gone, or was put in
        is_exchange, is_alone = _is_exchange(old, new), _is_said_alone(before, text_of(around))
        if not (before.keys or is_exchange or is_alone):
            continue
        labels = [figure.label for token in figures if (figure := backing.figure(token.name)) is not None]
        words = " ".join(text for label in labels for text in (label.en, label.zh)).lower()
        wide = (one[max(0, start - _AROUND) : end + _AROUND], other[max(0, first - _AROUND) : last + _AROUND])
        kept = (text_of(around), _sentences_now(other, first, last))
        is_other = (
            _lacks_label(labels, *kept)
            or gives_way(wide, text_of(one), text_of(other))
            or points_otherwise(*map(text_of, wide))
        )
        if _is_as_telling(*kept) and not is_other and not is_exchange:
            continue  # turned otherwise
        if (
            is_exchange
            or is_other
            or (figures and (is_narrower(wide) or _is_put_into_name(old, other[first:], last - first, words)))
            or (before.keys and denied(text_of(wide[0])) != denied(text_of(wide[1])))
            or ((figures or is_alone) and (_tells(old, new, words) or lost(*map(text_of, wide))))
        ):
            name = home.in_language(backing.language) if home is not None else ""
            was, now = (text_of(tokens).strip().replace(_HOME, name) for tokens in wide)
            is_told = True
            yield was, now
    if not is_told and _are_exchanged(one, other, backing):
        yield before.text.strip(), after.text.strip()


def _are_whole(sentences: Sequence[int], first: int, last: int) -> bool:
    """Whether the tokens from ``first`` to ``last`` are sentences from beginning to end."""
    begins = first == 0 or sentences[first] != sentences[first - 1]
    return begins and (last == len(sentences) or sentences[last] != sentences[last - 1])


def _is_said_alone(paragraph: Paragraph, sentence: str) -> bool:
    """Whether words tell something without a figure: a date, a note below a table."""
    return any(
        pattern("said_words", name).search(text) is not None
        for name, text in (("DATED", sentence), ("NOTE", paragraph.text.strip()))
    )


def _are_exchanged(old: Sequence[Token], new: Sequence[Token], backing: Backing) -> bool:
    """Whether what one figure of a paragraph was said to be is now said of another."""
    before, now = _leading(old), _leading(new)
    records = {key: backing.figure(key) for key in before if key in now}
    said = {key: _words_of(figure.label) for key, figure in records.items() if figure is not None}
    return any(
        any(
            word in before[one] and word not in now[one] and word in now[other] and word not in before[other]
            for word in words - said[other]
        )
        for one, words in said.items()
        for other in said
    )


def _leading(tokens: Sequence[Token]) -> dict[str, str]:
    """The words before each figure, from the figure before it on."""
    found: dict[str, str] = {}
    words: list[str] = []
    for token in tokens:
        if token.kind == "figure":
            found.setdefault(token.name, "".join(words).lower())
            words = []
        else:
            words.append(token.text)
    return found


def _match(token: Token) -> str:
    if token.kind == "figure":
        return "\0figure"
    return f"\0link {token.text}" if token.kind == "link" else token.match


def _tells(old: Sequence[Token], new: Sequence[Token], label: str) -> bool:
    """Whether what was there is a number, a name, a source mark or a word of the figure's label, and is now another."""
    was, now = text_of(old).strip(), text_of(new).strip()
    if any(token.kind == "link" for token in old):
        return True
    if _HOME in was and now and _HOME not in now:
        return True
    if _HOME in now and _HOME not in was and pattern("said_words", "NATION").search(was):
        return True
    numbers = re.findall(r"\d+", was), re.findall(r"\d+", now)
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return True
    if _NAME.fullmatch(was) and _NAME.fullmatch(now):
        return True
    lost = [word for word in re.findall(r"[a-z]{4,}", was.lower()) if word not in now.lower()]
    if any(word in label for word in lost):
        return True
    return len(was) > 1 and not was.isascii() and was in label


def _is_put_into_name(old: Sequence[Token], rest: Sequence[Token], count: int, label: str) -> bool:
    """Whether words came in right before a word of a figure's label: what the figure is of is another thing then."""
    come, following = text_of(rest[:count]).strip(), text_of(rest[count : count + _AROUND]).strip().lower()
    name = re.match(r"[a-z]{4,}|[\u4e00-\u9fff]{2}", following)
    content = words_in(come)
    return (
        not text_of(old).strip()
        and name is not None
        and name[0] in label
        and bool(content)
        and (not _BOTH.search(come) or sum(content.values()) > 1)
    )


def _is_exchange(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether one telling word, or a number in words, was put in the place of another: no figure need be near."""
    was, now = text_of(old).strip(), text_of(new).strip()
    numeral = pattern("quantities", "NUMERAL")
    return len(old) == len(new) and (
        bool(told(was) and told(now)) or bool(numeral.fullmatch(was) and numeral.fullmatch(now))
    )


def _sentences_now(tokens: Sequence[Token], first: int, last: int) -> str:
    """The sentences that the tokens from ``first`` to ``last`` belong to."""
    if not tokens:
        return ""
    numbers = sentences_of(tokens)
    own = {numbers[min(at, len(tokens) - 1)] for at in range(first, max(last, first + 1))}
    return text_of([token for token, number in zip(tokens, numbers, strict=True) if number in own])


def _is_as_telling(old: str, new: str) -> bool:
    """Whether two sentences tell the same: their telling words, names and denials in any order, their numbers and marks in one."""
    said = [
        (
            Counter(told(text)), Counter(_NAMES.findall(text)), denied(text), re.findall(r"\d+|\[", text),
            len(pattern("said_words", "NARROWED").findall(text)), text.count(_HOME),
        )
        for text in (old, new)
    ]  # fmt: skip
    return said[0] == said[1]


def _home(paragraph: Paragraph, backing: Backing) -> Bilingual | None:
    """What the area is called that a document is about, where a figure of the paragraph is of it."""
    figures = [figure for key in paragraph.keys if (figure := backing.figure(key)) is not None]
    areas = {figure.figure_id.series.ref_area for figure in figures}
    return backing.names.areas.get(backing.home) if backing.home in areas else None


def _same(span: Span, home: Bilingual | None) -> Span:
    """A stretch of text with one wording for all that say the same."""
    if span.kind != "text":
        return span
    text = span.text
    if home is not None:
        for name in filter(None, (home.zh, home.en)):
            text = text.replace(name, _HOME)
        text = pattern("said_words", "OWN_AREA").sub(_HOME, text)
    for code in languages():
        text = language(code).subject("said_words").same(text)
    return replace(span, text=text)


def _lacks_label(labels: Sequence[Bilingual], old: str, new: str) -> bool:
    """Whether a sentence lost a word of its figures' labels: in a language without spaces two characters that stood in both."""
    for label in labels:
        if any(word in old.lower() and word not in new.lower() for word in _words_of(label)):
            return True
    return False


def _words_of(label: Bilingual) -> set[str]:
    """The words of a label: in a language without spaces two characters."""
    pairs = {label.zh[at : at + 2] for at in range(len(label.zh) - 1)}
    return {pair for pair in pairs if _BOTH.fullmatch(pair)} | set(_LONG.findall(label.en.lower()))
