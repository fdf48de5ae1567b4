"""Footnotes that tags make: collected while the document is filled, put into its footnotes part at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.ooxml.xml import DECLARATION, NAMESPACES, escape_attribute

if TYPE_CHECKING:
    from reportgen.ooxml import Package
    from reportgen.word.styles import Styles

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_ID = re.compile(rb'<w:footnote\b[^>]*?w:id="(-?\d+)"')
_EMPTY = (
    f'<w:footnotes xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def first_free_number(package: Package) -> int:
    """The first footnote id that the template does not use."""
    part = _part_of(package)
    numbers = [] if part is None else [int(number) for number in _ID.findall(package.read(part))]
    return max([0, *numbers]) + 1


def reference_run(number: int, styles: Styles) -> str:
    return f'<w:r>{_mark_look(styles)}<w:footnoteReference w:id="{number}"/></w:r>'


def footnote_xml(number: int, runs: str, styles: Styles) -> str:
    """One footnote with ``runs``, in the template's footnote styles where it has them."""
    text = styles.named("footnote text")
    style = f'<w:pPr><w:pStyle w:val="{escape_attribute(text.id)}"/></w:pPr>' if text else ""
    return (
        f'<w:footnote w:id="{number}"><w:p>{style}<w:r>{_mark_look(styles)}<w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:footnote>'
    )


def add_footnotes(package: Package, notes: list[str]) -> None:
    """Put the footnotes behind those that the document has already."""
    if not notes:
        return
    part = _part_of(package)
    made = "".join(notes).encode()
    if part is not None:
        package.write(part, package.read(part).replace(b"</w:footnotes>", made + b"</w:footnotes>"))
        return
    main = package.main_part
    part = f"{main.rpartition('/')[0]}/footnotes.xml"
    whole = DECLARATION + _EMPTY.encode().replace(b"</w:footnotes>", made + b"</w:footnotes>")
    package.add(part, whole, _CONTENT_TYPE)
    package.relationships(main).add(_RELATIONSHIP, part)


def _part_of(package: Package) -> str | None:
    for relationship in package.relationships(package.main_part).by_type(_RELATIONSHIP):
        if relationship.part in package:
            return relationship.part
    return None


def _mark_look(styles: Styles) -> str:
    style = styles.named("footnote reference", "character")
    if style is not None:
        return f'<w:rPr><w:rStyle w:val="{escape_attribute(style.id)}"/></w:rPr>'
    return '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
