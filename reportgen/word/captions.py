"""Captions and their numbers.

A caption's number is a SEQ field, so that Word can renumber it and cross-references can find it. The numbers written here
are right without any update: once a document is filled, all its SEQ fields, the designer's and ours, are counted through.
"""

from __future__ import annotations

import re
from collections import Counter

from reportgen.content import Chart, Table
from reportgen.language import say
from reportgen.messages import Message
from reportgen.regex import regex
from reportgen.word import inline
from reportgen.word.caption_numbers import caption_anchor, caption_number, captioned_as
from reportgen.word.characters import NO_BREAK
from reportgen.word.document_state import PartWriter
from reportgen.word.generated_paragraphs import Look, paragraph_xml
from reportgen.word.named_styles import StyleRole

_FIELD = regex(
    r'(?P<head><w:fldChar w:fldCharType="begin"[^>]*/>(?:(?!<w:fldChar ).)*?<w:instrText[^>]*>\s*SEQ\s+'
    r'(?P<name>[^\s<\\"]+|"[^"<]+")(?P<switches>(?:(?!</w:instrText>).)*)</w:instrText>(?:(?!<w:fldChar ).)*?'
    r'<w:fldChar w:fldCharType="separate"[^>]*/>(?:(?!<w:fldChar ).)*?<w:t(?: [^>]*)?>)\d+(?=</w:t>)',
    re.DOTALL,
)
_SIMPLE = regex(
    r'(?P<simple_head><w:fldSimple [^>]*w:instr="\s*SEQ\s+(?P<simple_name>[^\s"\\]+)(?P<simple_switches>[^"]*)"[^>]*>(?:(?!</w:fldSimple>).)*?'
    r"<w:t(?: [^>]*)?>)\d+(?=</w:t>)",
    re.DOTALL,
)
_ANY = regex(f"{_FIELD.pattern}|{_SIMPLE.pattern}", re.DOTALL)


def caption_xml(captioned: Table | Chart, writer: PartWriter, *, keep_with_next: bool) -> str:
    """The numbered caption of a table or chart: ``Table 1  …``."""
    number = caption_number(captioned)
    kind, title, language = number.kind, captioned.title, captioned.language
    label = say(Message(f"word.{kind}-label"), language)
    look = (
        inline.with_properties("", "<w:b/>")
        if writer.document.styles.for_role(StyleRole.CAPTION) is None
        else ""
    )
    head = say(Message("word.before-caption-number", label=label), language)
    numbered = inline.run_xml(_with_number(head), look) + sequence_field(label, look)
    anchor = caption_anchor(kind, number.name)
    if anchor not in writer.document.anchors:
        writer.document.anchors.add(anchor)
        writer.document.captions[anchor] = captioned_as(number)
        numbered = inline.bookmark(anchor, writer.document.bookmarks.next(), numbered)
    text = inline.run_xml(say(Message("word.after-caption-number", title=title), language), look)
    look_of_caption = Look(keep_with_next=True if keep_with_next else None)
    return paragraph_xml(StyleRole.CAPTION, writer.document.styles, numbered + text, look_of_caption)


def _with_number(head: str) -> str:
    """What stands before a caption's number, on one line with it."""
    return f"{head[:-1]}{NO_BREAK}" if head.endswith(" ") else head


def sequence_field(identifier: str, properties: str) -> str:
    """A SEQ field that shows 0 until :func:`renumber` has counted."""
    return inline.field_xml(f"SEQ {identifier} \\* ARABIC", "<w:t>0</w:t>", properties)


def renumber(xml: str) -> str:
    """Count every plain SEQ field of a part through, in order. Fields that reset or repeat (``\\r``, ``\\c``, ``\\s``) too."""
    if "SEQ" not in xml:
        return xml
    counts: Counter[str] = Counter()

    def counted(found: re.Match[str]) -> str:
        groups = {
            key.removeprefix("simple_"): text for key, text in found.groupdict().items() if text is not None
        }
        name, switches = groups["name"].strip('"'), groups["switches"]
        reset = re.search(r"\\r\s*(\d+)", switches)
        if reset:
            counts[name] = int(reset[1])
        elif not re.search(r"\\c\b", switches):
            counts[name] += 1
        return f"{groups['head']}{counts[name]}"

    return _ANY.sub(counted, xml)
