"""A designer's own template back, with a Word comment at each place where something is wrong.

The comment says what is wrong and what to do; the template is otherwise as it was. Word keeps comments for the document's
body only: what is wrong in a header or footer is put at the first paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from reportgen.findings import Finding
from reportgen.language import language, say
from reportgen.messages import FALLBACK
from reportgen.ooxml import Package
from reportgen.ooxml.xml import DECLARATION, NAMESPACES, XmlDocument, clean, parse, qn
from reportgen.word import wml as n
from reportgen.word.unfilled import AUTHOR

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY = f'<w:comments xmlns:w="{NAMESPACES["w"]}"/>'.encode()


def annotate_document(template: bytes, findings: Sequence[Finding], language: str = FALLBACK) -> bytes:
    """``template`` with a comment for each of ``findings`` (what linting it gives)."""
    package = Package.open(template)
    main = package.main_part
    document = parse(package.read(main), main)
    comments, part = _comments_of(package, main)
    paragraphs = list(document.root.iter(n.P))
    numbers = count(_next_number(comments.root))
    for finding in findings:
        if not paragraphs:
            break
        number = next(numbers)
        comments.root.append(_comment(number, finding, language))
        _mark(_paragraph_of(finding, paragraphs), number)
    package.write(main, document.to_bytes())
    if part in package:
        package.write(part, comments.to_bytes())
    else:
        package.add(part, comments.to_bytes(), _CONTENT_TYPE)
        package.relationships(main).add(_RELATIONSHIP, part)
    return package.save()


def _comments_of(package: Package, main: str) -> tuple[XmlDocument, str]:
    for relationship in package.relationships(main).by_type(_RELATIONSHIP):
        if relationship.part in package:
            return parse(package.read(relationship.part), relationship.part), relationship.part
    return parse(DECLARATION + _EMPTY), f"{main.rpartition('/')[0]}/comments.xml"


def _next_number(comments: _Element) -> int:
    numbers = [int(one.get(qn("w:id")) or 0) for one in comments.iterchildren(qn("w:comment"))]
    return max(numbers, default=-1) + 1


def _paragraph_of(finding: Finding, paragraphs: list[_Element]) -> _Element:
    """The paragraph that the finding is about; the first for what is not in the body."""
    place = finding.place
    if place.paragraph is None or place.part is not None or place.paragraph > len(paragraphs):
        return paragraphs[0]
    return paragraphs[place.paragraph - 1]


def _comment(number: int, finding: Finding, code: str) -> _Element:
    comment = _element("w:comment", id=str(number), author=AUTHOR, initials="rg")
    part = finding.place.part
    said = [
        say(part, code),
        language(code).what(finding),
        language(code).remedy(finding),
    ]
    for line in filter(None, said):
        paragraph = _element("w:p")
        run, text = _element("w:r"), _element("w:t")
        text.text = clean(line).text
        text.set(n.SPACE, "preserve")
        run.append(text)
        paragraph.append(run)
        comment.append(paragraph)
    return comment


def _mark(paragraph: _Element, number: int) -> None:
    """Put the comment's range around the paragraph's content."""
    first = 0 if paragraph.find(n.PPR) is None else 1
    paragraph.insert(first, _element("w:commentRangeStart", id=str(number)))
    paragraph.append(_element("w:commentRangeEnd", id=str(number)))
    run = _element("w:r")
    run.append(_element("w:commentReference", id=str(number)))
    paragraph.append(run)


def _element(name: str, **attributes: str) -> _Element:
    from lxml import etree

    return etree.Element(
        qn(name), {qn(f"w:{key}"): value for key, value in attributes.items()}, nsmap={"w": NAMESPACES["w"]}
    )
