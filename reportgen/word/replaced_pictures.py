"""Pictures put in the place of those that a designer drew, known by alternative text, title, name or file name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct, field

from reportgen.expressions import closest
from reportgen.findings import Finding, Severity
from reportgen.ooxml.pictures import Picture, PictureError
from reportgen.ooxml.xml import escape_attribute, unescape_text
from reportgen.regex import regex
from reportgen.word.pictures import fitted_pictures
from reportgen.word.story_parts import story_parts

if TYPE_CHECKING:
    from reportgen.word.document_state import DocumentFilling

_DRAWN = regex(
    r"<w:drawing>(?:(?!</?w:drawing>).)*</w:drawing>|<w:pict\b(?:(?!</?w:pict\b).)*</w:pict>", re.DOTALL
)
_PROPERTIES = regex(r"<(?:wp:docPr|pic:cNvPr|v:shape|v:imagedata)\b[^<>]*>")
_NAME = regex(r'\s(?:name|descr|title|alt|o:title)="([^"]*)"')
_NAMES_SHOWN = 5
_LINK = regex(r'(<a:blip\b[^<>]*?\br:embed="|<v:imagedata\b[^<>]*?\br:id=")([^"]*)(")')


def replace_pictures(
    document: DocumentFilling, pictures: Mapping[str, Picture | str | os.PathLike[str] | bytes]
) -> Iterator[Finding]:
    """Put each picture in its place; an error for each name that no picture has, and for what cannot be read."""
    wanted = {name: one if isinstance(one, Picture) else Picture(one) for name, one in pictures.items()}
    replacing = [_Replacing(document, part, wanted) for part in story_parts(document.package)]
    try:
        for one in replacing:
            one.run()
    except PictureError as error:
        yield Finding("picture", Severity.ERROR, reason=error.message)
        return
    used = {name for one in replacing for name in one.used}
    known = dict.fromkeys(name for one in replacing for name in one.known)
    for name in wanted:
        if name not in used:
            near = closest(name, known) or tuple(known)[:_NAMES_SHOWN]
            yield Finding("unknown-picture", Severity.ERROR, name=name, near=near)


class _Replacing(Struct):
    """The pictures of one part: the names that they have, and those of the ``wanted`` ones that were found."""

    document: DocumentFilling
    part: str
    wanted: Mapping[str, Picture]
    known: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def run(self) -> None:
        package = self.document.package
        xml = package.read(self.part).decode("utf-8")
        changed = fitted_pictures(_DRAWN.sub(self._replaced, xml), self.part, self.document.pictures.framed)
        if changed != xml:
            package.write(self.part, changed.encode("utf-8"))

    def _replaced(self, found: re.Match[str]) -> str:
        link = _LINK.search(found[0])
        if link is None:
            return found[0]
        names = [
            unescape_text(name) for drawn in _PROPERTIES.findall(found[0]) for name in _NAME.findall(drawn)
        ]
        target = self.document.package.relationships(self.part).get(link[2]).target
        names = [name for name in (*names, PurePosixPath(target).name) if name]
        self.known += names
        name = next((name for name in names if name in self.wanted), None)
        if name is None:
            return found[0]
        self.used.add(name)
        picture = self.wanted[name]
        new = self.document.pictures.in_frame(picture, self.document.package, self.part)
        return _described(_LINK.sub(lambda at: f"{at[1]}{new}{at[3]}", found[0], count=1), picture)


def _described(drawing: str, picture: Picture) -> str:
    if not picture.alt_text:
        return drawing
    words = escape_attribute(picture.alt_text)
    return re.sub(r'(<wp:docPr\b[^<>]*?\bdescr=")[^"]*(")', lambda at: f"{at[1]}{words}{at[2]}", drawing)
