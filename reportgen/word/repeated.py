"""What a loop repeated and a document may have only once: numbers, names and shared parts are given to each copy anew.

References inside a turn (REF and PAGEREF fields, links) lead to that turn's copy of a bookmark. Comments stay with the first
copy. Each family is looked at only where the template has it inside a loop.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.ooxml import relationships
from reportgen.regex import regex
from reportgen.word.footnotes import ENDNOTE, FOOTNOTE

if TYPE_CHECKING:
    from reportgen.word.ids import Numbers
    from reportgen.word.writer import PartFilters

FAMILIES = {
    "drawings": ("<wp:docPr",),
    "bookmarks": ("<w:bookmarkStart", "<w:bookmarkEnd"),
    "comments": ("<w:comment",),
    "changes": (' w:author="',),
    "ranges": ("<w:permStart", "<w:moveFromRangeStart", "<w:moveToRangeStart"),
    "shapes": ("<w:pict", "<w:object"),
    "notes": ("<w:footnoteReference", "<w:endnoteReference"),
    "charts": ("<c:chart ",),
}
"""What the XML of each family is recognised by."""

DRAWING_ID = regex(r'(<wp:docPr\b[^>]*?\bid=")(\d+)(")')
_COMMENT = regex(
    r"(?:<w:r(?: [^<>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)?"
    r'<w:comment(?P<kind>RangeStart|RangeEnd|Reference)\b[^<>]*?w:id="(?P<id>-?\d+)"[^<>]*/>(?P<run></w:r>)?',
    re.DOTALL,
)
_CHANGE = regex(r'(<w:(?!\w+RangeStart\b)\w+ (?=[^<>]*w:author=")[^<>]*?w:id=")(-?\d+)(")')
_RANGE = regex(
    r'<w:(?P<kind>perm|move(?:From|To)Range)(?P<end>Start|End)\b[^<>]*?w:id="(?P<id>-?\d+)"[^<>]*>'
)
_RANGE_NAME = regex(r'(w:name=")([^"]*)(")')
_OBJECT_END = regex(r"<(/?)w:(?:pict|object)\b[^<>]*>")
_SHAPE_TYPE = regex(
    r'<v:shapetype\b[^<>]*?\bid="([^"]*)"(?:[^<>]*/>|(?:(?!</v:shapetype>).)*</v:shapetype>)', re.DOTALL
)
_SHAPE_ID = regex(r'(?<=\s)(id|o:spid|ShapeID)="([^"]*)"')
_SHAPE = regex(r"<(?:v|o):\w+\b[^<>]*>")
_SHAPE_LINK = regex(r'((?:\btype="|\bmso-next-textbox:)#)([^";]+)')
_NOTE = regex(r'(<w:(footnote|endnote)Reference\b[^<>]*?w:id=")(-?\d+)(")')
_CHART = regex(r'(<c:chart\b[^<>]*?\br:id=")([^"]*)(")')
_ANCHOR = ' w:anchor="'
_TOKEN = regex(
    r"<\?(?P<turn>turn|over) (?P<loop>\d+)\?>"
    r'|<w:bookmark(?P<kind>Start|End)\b(?=[^<>]*?w:id="(?P<id>-?\d+)")[^<>]*?/>'
    rf'|{_ANCHOR}(?P<anchor>[^"]+)'
    r'|(?:<w:instrText(?: xml:space="preserve")?>| w:instr=")[^<"]*(?:"[^<"]*"[^<"]*)*'
)
_BOOKMARK_NAME = regex(r'w:name="([^"]*)"')
_REFERENCE = regex(r'(\b(?:PAGEREF|NOTEREF|REF)\s+|\\l\s+(?:"|&quot;))([^\s"\\&]+)')
LONGEST_NAME = 40


def unique(xml: str, repeats: frozenset[str], writer: PartFilters) -> str:
    """The part's text with every number and name of ``repeats`` (families) there once."""
    document = writer.document
    if "drawings" in repeats:
        xml = unique_drawings(xml, document.drawings)
    if "bookmarks" in repeats:
        xml = unique_bookmarks(xml, document.bookmarks)
    if "comments" in repeats:
        xml = single_comments(xml)
    if "changes" in repeats:
        xml = _renumbered(_CHANGE, xml, document.changes)
    if "ranges" in repeats:
        xml = _ranges_of_their_own(xml, document.changes)
    if "shapes" in repeats:
        xml = unique_shapes(xml)
    if "notes" in repeats:
        xml = _notes_of_their_own(xml, writer)
    if "charts" in repeats:
        xml = _charts_of_their_own(xml, writer)
    return xml


def unique_drawings(xml: str, numbers: Numbers) -> str:
    """Give each drawing that a loop repeated an id of its own."""
    return _renumbered(DRAWING_ID, xml, numbers)


def _renumbered(pattern: re.Pattern[str], xml: str, numbers: Numbers) -> str:
    seen: set[str] = set()

    def renumbered(found: re.Match[str]) -> str:
        if found[2] not in seen:
            seen.add(found[2])
            return found[0]
        return f"{found[1]}{numbers.next()}{found[3]}"

    return pattern.sub(renumbered, xml)


def _ranges_of_their_own(xml: str, numbers: Numbers) -> str:
    """Each copy of a range that people may edit, or that was moved, has an id of its own at both its ends; a move its name too."""
    taken = {int(found["id"]) for found in _RANGE.finditer(xml)}
    now: dict[str, str] = {}
    times: Counter[tuple[str, str]] = Counter()

    def renumbered(found: re.Match[str]) -> str:
        old, changed = found["id"], found[0]
        if found["end"] == "Start":
            times[found["kind"], old] += 1
            turn = times[found["kind"], old]
            now[old] = old if turn == 1 else str(next(number for number in numbers if number not in taken))
            if turn > 1 and found["kind"] != "perm":
                changed = _RANGE_NAME.sub(rf"\g<1>\g<2>_{turn}\g<3>", changed)
        return changed.replace(f'w:id="{old}"', f'w:id="{now.get(old, old)}"', 1)

    return _RANGE.sub(renumbered, xml)


def single_comments(xml: str) -> str:
    """Leave each comment where it is first: repeated ones would be one comment in several places, which Word refuses."""
    seen: set[tuple[str, str]] = set()

    def kept(found: re.Match[str]) -> str:
        key = (found["kind"], found["id"])
        if key not in seen:
            seen.add(key)
            return found[0]
        is_run = found[0].startswith("<w:r>") or found[0].startswith("<w:r ")
        if is_run and not found["run"]:
            return re.sub(r"<w:comment\w+\b[^<>]*/>", "", found[0])
        return "" if is_run else found["run"] or ""

    return _COMMENT.sub(kept, xml)


def unique_shapes(xml: str) -> str:
    """Give each VML shape that a loop repeated an id of its own, to which what is in it leads.

    What all copies share (their type) is there once; but a type within a group is for that group alone, as LibreOffice reads it.
    """
    ids = _Names({found[2].lower() for found in _SHAPE_ID.finditer(xml)})
    seen: set[str] = set()
    types: set[str] = set()

    def renamed(drawn: str) -> str:
        names: dict[str, str] = {}

        def shape_type(at: re.Match[str]) -> str:
            before = drawn[: at.start()]
            if at[1] in types and before.count("<v:group") == before.count("</v:group>"):
                return ""
            types.add(at[1])
            return at[0]

        def identity(at: re.Match[str]) -> str:
            if at[2] not in names:
                names[at[2]] = _free_shape(at[2], ids) if at[2] in seen else at[2]
            return f'{at[1]}="{names[at[2]]}"'

        kept = _SHAPE_TYPE.sub(shape_type, drawn)
        kept = _SHAPE.sub(lambda at: _SHAPE_ID.sub(identity, at[0]), kept)
        seen.update(names)
        return _SHAPE_LINK.sub(lambda at: at[1] + names.get(at[2], at[2]), kept)

    written: list[str] = []
    position = 0
    for start, end in _objects(xml):
        written += [xml[position:start], renamed(xml[start:end])]
        position = end
    return "".join([*written, xml[position:]])


def _objects(xml: str) -> Iterator[tuple[int, int]]:
    """Where objects drawn in VML begin and end: a text box in one may hold others."""
    depth = start = 0
    for tag in _OBJECT_END.finditer(xml):
        if tag[0].endswith("/>"):
            continue
        if not tag[1] and depth == 0:
            start = tag.start()
        depth += -1 if tag[1] else 1
        if depth == 0:
            yield start, tag.end()


def _free_shape(name: str, names: _Names) -> str:
    """``_x0000_s1027`` after ``_x0000_s1026``, ``Text Box 1_2`` after ``Text Box 1``."""
    numbered = re.fullmatch(r"(_x0000_[a-su-z])(\d+)", name)  # t203 is another type than t202
    if numbered is None:
        return names.free(name, lambda turn: f"{name}_{turn}")
    return names.free(name, lambda turn: f"{numbered[1]}{turn}", after=int(numbered[2]))


def _notes_of_their_own(xml: str, writer: PartFilters) -> str:
    """Each copy of a reference gets a footnote or endnote of its own, a copy of the one it led to."""
    seen: set[tuple[str, str]] = set()

    def renumbered(found: re.Match[str]) -> str:
        kind = FOOTNOTE if found[2] == FOOTNOTE.name else ENDNOTE
        if (kind.name, found[3]) not in seen:
            seen.add((kind.name, found[3]))
            return found[0]
        number = kind.next_number(writer.document)
        writer.document.note_copies.append((kind.name, int(found[3]), number))
        return f"{found[1]}{number}{found[4]}"

    return _NOTE.sub(renumbered, xml)


def _charts_of_their_own(xml: str, writer: PartFilters) -> str:
    """Each copy of a chart gets a part of its own; charts with a tag have one already."""
    from reportgen.ooxml.charts import duplicate

    package = writer.document.package
    related = package.relationships(writer.part)
    seen: set[str] = set()

    def copied(found: re.Match[str]) -> str:
        if found[2] not in seen:
            seen.add(found[2])
            return found[0]
        shown = related.get(found[2])
        if shown.type != relationships.CHART or shown.part not in package:
            return found[0]
        new = related.add(relationships.CHART, duplicate(package, shown.part))
        return f"{found[1]}{new}{found[3]}"

    return _CHART.sub(copied, xml)


# ---- bookmarks -------------------------------------------------------------------------------------------


class _Turn(Struct, eq=False):
    """One turn of a loop (``loop`` is 0 for the part itself): the names that bookmarks begun in it have now."""

    loop: int
    around: _Turn | None = None
    names: dict[str, str] = field(default_factory=dict)

    def now(self, name: str) -> str:
        turn: _Turn | None = self
        while turn is not None:
            if name in turn.names:
                return turn.names[name]
            turn = turn.around
        return name


class _Names(Struct):
    """Names in use, in lower case. Each search for a free one goes on where the last one after the same name ended."""

    taken: set[str]
    turns: dict[str, int] = field(default_factory=dict)

    def free(self, name: str, copy_of: Callable[[int], str], after: int = 1) -> str:
        turn = self.turns.get(name, after) + 1
        while copy_of(turn).lower() in self.taken:
            turn += 1
        self.turns[name] = turn
        self.taken.add(copy_of(turn).lower())
        return copy_of(turn)


class _BookmarkEnds(Struct):
    number: str
    start: int
    end: int = -1


def unique_bookmarks(xml: str, numbers: Numbers) -> str:
    """Give each bookmark that a loop repeated an id and a name of its own: ``plan``, ``plan_2``, ``plan_3``.

    Bookmarks end once: of several ends the last counts, one that lost its start goes, a start that lost its end ends at once.
    """
    tokens = list(_TOKEN.finditer(xml))
    written = [token[0] for token in tokens]
    names = _Names(
        {name.lower() for token in tokens if token["kind"] for name in _BOOKMARK_NAME.findall(token[0])}
    )
    turn = _Turn(0)
    latest: dict[str, _BookmarkEnds] = {}
    all_starts: list[_BookmarkEnds] = []
    named: set[str] = set()
    references: list[tuple[int, _Turn]] = []
    for index, token in enumerate(tokens):
        if token["turn"]:
            turn = _entered(turn, int(token["loop"]), is_turn=token["turn"] == "turn")
            written[index] = ""
        elif token["kind"] == "Start":
            number = str(numbers.next()) if token["id"] in latest else token["id"]
            latest[token["id"]] = _BookmarkEnds(number, index)
            all_starts.append(latest[token["id"]])
            old = _BOOKMARK_NAME.search(token[0])
            name = old[1] if old else ""
            new = names.free(name, partial(_copy_of, name)) if name.lower() in named else name
            named.add(name.lower())
            turn.names.setdefault(name, new)
            changed = token[0].replace(f'w:id="{token["id"]}"', f'w:id="{number}"', 1)
            written[index] = changed.replace(f'w:name="{name}"', f'w:name="{new}"', 1)
        elif token["kind"] == "End":
            begun = latest.get(token["id"])
            written[index] = ""
            if begun is not None:
                if begun.end >= 0:
                    written[begun.end] = ""
                begun.end = index
                written[index] = token[0].replace(f'w:id="{token["id"]}"', f'w:id="{begun.number}"', 1)
        else:
            references.append((index, turn))
    for begun in all_starts:
        if begun.end < 0:
            written[begun.start] += f'<w:bookmarkEnd w:id="{begun.number}"/>'
    for index, turn in references:
        written[index] = _led(tokens[index], turn)
    return _joined(xml, tokens, written)


def _entered(turn: _Turn, loop: int, *, is_turn: bool) -> _Turn:
    """The turn after a mark: a new one of ``loop``, or what is around the loop."""
    inside: _Turn | None = turn
    while inside is not None and inside.loop != loop:
        inside = inside.around
    around = turn if inside is None else inside.around
    assert around is not None
    return _Turn(loop, around) if is_turn else around


def _copy_of(name: str, turn: int) -> str:
    end = f"_{turn}"
    return f"{name[: LONGEST_NAME - len(end)]}{end}"


def _led(token: re.Match[str], turn: _Turn) -> str:
    if token["anchor"] is not None:
        return f"{_ANCHOR}{turn.now(token['anchor'])}"
    return _REFERENCE.sub(lambda found: f"{found[1]}{turn.now(found[2])}", token[0])


def _joined(xml: str, tokens: list[re.Match[str]], written: list[str]) -> str:
    pieces: list[str] = []
    position = 0
    for token, text in zip(tokens, written, strict=True):
        pieces += [xml[position : token.start()], text]
        position = token.end()
    return "".join([*pieces, xml[position:]])
