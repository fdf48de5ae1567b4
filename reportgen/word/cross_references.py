"""Cross-references: REF fields that show the text at their bookmark, right without any update.

A reference made by a tag is written before its caption may be known; both it and the designer's own REF fields get their
text when the part is complete and its captions are counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.ooxml.xml import escape_text
from reportgen.regex import regex
from reportgen.word.caption_numbers import caption_anchor
from reportgen.word.captions import renumber
from reportgen.word.inline import field_xml
from reportgen.word.slots import TEXT_START

_ASKED, _END = "\ufdd2", "\ufdd3"
_ASKED_FIELD = regex(
    rf"(?P<before> REF ){_ASKED}(?P<slot>\d+):(?P<name>[^{_END}]*){_END}(?P<between>.*?){_ASKED}[^{_END}]*{_END}",
    re.DOTALL,
)
_BOOKMARK = regex(
    r'<w:bookmarkStart\b(?=[^>]*?w:id="(?P<id>\d+)")(?=[^>]*?w:name="(?P<name>[^"]+)")[^>]*?/>(?P<inside>.*?)'
    r'<w:bookmarkEnd\b[^>]*?w:id="(?P=id)"[^>]*?/>',
    re.DOTALL,
)
_OWN_FIELD = regex(
    r"(?P<head><w:instrText[^>]*>\s*REF\s+(?P<name>\w+)(?:(?!</w:instrText>).)*</w:instrText>(?:(?!<w:fldChar ).)*?"
    r'<w:fldChar w:fldCharType="separate"[^>]*/>)(?P<result>(?:(?!<w:fldChar ).)*)(?=<w:fldChar w:fldCharType="end")',
    re.DOTALL,
)
_TEXT = regex(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")


def reference_xml(name: str, slot: int, properties: str) -> str:
    """A REF field to the caption called ``name``, its bookmark and text still to be found by :func:`settle`."""
    asked = f"{_ASKED}{slot}:{escape_text(name)}{_END}"
    return field_xml(f"REF {asked} \\h", f"{TEXT_START}{asked}</w:t>", properties)


def settle_references(xml: str, not_found: Callable[[int, str, list[str]], None]) -> str:
    """Give every REF field its text. ``not_found`` is called with slot and name of each that leads nowhere, and the names there are."""
    if " REF " not in xml:
        return xml
    texts = {found["name"]: _text_of(found["inside"]) for found in _BOOKMARK.finditer(xml)}

    def asked(found: re.Match[str]) -> str:
        name = found["name"]
        anchors = (caption_anchor("table", name), caption_anchor("chart", name), name)
        anchor = next((one for one in anchors if one in texts), None)
        if anchor is None:
            not_found(int(found["slot"]), name, [re.sub(r"^_Ref_(?:table|chart)_", "", one) for one in texts])
            return ""
        return f"{found['before']}{anchor}{found['between']}{texts[anchor]}"

    def own(found: re.Match[str]) -> str:
        text = texts.get(found["name"])
        return found[0] if not text else found["head"] + _with_text(found["result"], text)

    return _OWN_FIELD.sub(own, _ASKED_FIELD.sub(asked, xml))


def counted_anew(xml: str) -> str:
    """A finished part whose captions are counted through again, with the references to them: after tables came or went."""
    return settle_references(renumber(xml), lambda *_: None)


def _text_of(xml: str) -> str:
    return "".join(found[2] for found in _TEXT.finditer(xml))


def _with_text(result: str, text: str) -> str:
    """A field's result showing ``text`` in its first run; the other runs are emptied."""
    left = [text]
    return _TEXT.sub(lambda found: f"{found[1]}{left.pop() if left else ''}{found[3]}", result)
