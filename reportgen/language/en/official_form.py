"""The form of Chinese official documents (GB/T 9704-2012), in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {}

_WANTED_LINES = (
    "Set the line spacing of body text to exactly 28.95 pt, or the document grid to 22 lines a page."
)
_CLAUSE = "GB/T 9704-2012, {clause}: "

FINDINGS: dict[str, Advice] = {
    "official-form/paper": Advice(
        _CLAUSE + "the paper is {width} by {height} mm and not A4.", "Set the page to A4 (210 by 297 mm)."
    ),
    "official-form/margin-top": Advice(
        _CLAUSE + "the top margin is {found} mm.", "Set the top margin to {wanted} mm."
    ),
    "official-form/margin-left": Advice(
        _CLAUSE + "the margin at the binding is {found} mm.", "Set the left margin to {wanted} mm."
    ),
    "official-form/type-area": Advice(
        _CLAUSE + "the type area is {width} by {height} mm and should be 156 by 225 mm.",
        "Set the margins to 37 mm (top), 35 mm (bottom), 28 mm (left) and 26 mm (right).",
    ),
    "official-form/lines": Advice(
        _CLAUSE + "a page of body text has {found} lines; it should have 22.", _WANTED_LINES
    ),
    "official-form/no-fixed-lines": Advice(
        _CLAUSE + "the lines of body text have no fixed distance; a page should have 22 of them.",
        _WANTED_LINES,
    ),
    "official-form/letters": Advice(
        _CLAUSE + "a line of body text has {found} characters; it should have 28.",
        "Set body text in 16 pt condensed by 0.25 pt, or the document grid to 28 characters a line.",
    ),
    "official-form/body": Advice(
        _CLAUSE + "the body text is set in {face}, {points} pt.", "Set body text in 仿宋, 16 pt (3号)."
    ),
    "official-form/colour": Advice(
        _CLAUSE + "text has the colour {colour}.",
        "Set all text in black but the mark of the issuing body and the red line.",
    ),
    "official-form/no-issuer": Advice(
        _CLAUSE + "there is no mark of the issuing body before the title.",
        "Add it at the head, in a paragraph style called 发文机关标志.",
    ),
    "official-form/issuer-red": Advice(
        _CLAUSE + "the mark of the issuing body has the colour {colour}.", "Set it in red."
    ),
    "official-form/issuer-face": Advice(
        _CLAUSE + "the mark of the issuing body is set in {face}.",
        "Set it in 小标宋, as the standard advises.",
    ),
    "official-form/issuer-centred": Advice(
        _CLAUSE + "the mark of the issuing body is not centred.", "Centre it."
    ),
    "official-form/red-head-of-plain": Advice(
        _CLAUSE + "the head is red, but the pack does not say that it makes official documents.",
        'Write style = "gb9704" in pack.toml, or set the head in black.',
    ),
    "official-form/document-number": Advice(
        _CLAUSE + "the document number is written “{found}”.",
        "Write the year in the brackets 〔〕, the number without 第 and without leading zeros: 〔2024〕1号.",
    ),
    "official-form/red-line": Advice(
        _CLAUSE + "there is no red line below the head.",
        "Add a red line as wide as the type area below the document number.",
    ),
    "official-form/title": Advice(
        _CLAUSE + "the title is set in {face}, {points} pt.", "Set the title in 小标宋, 22 pt (2号)."
    ),
    "official-form/title-lines": Advice(
        _CLAUSE + "the title stands {found} lines below the red line.",
        "Leave two empty lines between them, or give the title's style the space of two lines before it (58 pt).",
    ),
    "official-form/title-centred": Advice(_CLAUSE + "the title is not centred.", "Centre the title."),
    "official-form/heading-1": Advice(
        _CLAUSE + "headings of the first level are set in {face}, {points} pt.",
        "Set them in 黑体, 16 pt (3号).",
    ),
    "official-form/heading-2": Advice(
        _CLAUSE + "headings of the second level are set in {face}, {points} pt.",
        "Set them in 楷体, 16 pt (3号).",
    ),
    "official-form/heading-3": Advice(
        _CLAUSE + "headings of the third level are set in {face}, {points} pt.",
        "Set them in 仿宋, 16 pt (3号).",
    ),
    "official-form/heading-4": Advice(
        _CLAUSE + "headings of the fourth level are set in {face}, {points} pt.",
        "Set them in 仿宋, 16 pt (3号).",
    ),
    "official-form/number-of-level": Advice(
        _CLAUSE + "level {level} is numbered “{found}”.",
        "Number the levels 一、 （一） 1. （1）, in this order.",
    ),
    "official-form/indent": Advice(
        _CLAUSE + "a paragraph does not begin two characters in.", "Indent the first line by 2 characters."
    ),
    "official-form/addressee-colon": Advice(
        _CLAUSE + "no full-width colon follows the addressees.", "Write “：” after the last of them."
    ),
    "official-form/addressee-indented": Advice(
        _CLAUSE + "the addressees are indented.", "Set them flush left."
    ),
    "official-form/attachments": Advice(
        _CLAUSE + "the list of attachments is written “{found}”.",
        "Write a full-width colon after 附件, several with Arabic numbers, and no punctuation after a name: 附件：1.目标进展表",
    ),
    "official-form/no-attachments": Advice(
        _CLAUSE + "“{found}” comes after the text, and no list of attachments below the text names it.",
        "Name it between the text and the signature: 附件：{title}",
    ),
    "official-form/attachment-page": Advice(
        _CLAUSE + "“{found}” does not begin a page of its own.", "Let its paragraph begin a page."
    ),
    "official-form/attachment-title": Advice(
        _CLAUSE + "the attachment is headed “{title}”, and the list of attachments names {named:quoted or}.",
        "Give it the same title in both places.",
    ),
    "official-form/note-brackets": Advice(
        _CLAUSE + "the note at the end does not stand in brackets.", "Put it into full-width round brackets."
    ),
    "official-form/date-padded": Advice(
        _CLAUSE + "a date is written “{found}”.", "Write months and days without leading zeros: 1, not 01."
    ),
    "official-form/date-spelt": Advice(
        _CLAUSE + "the date of the document is spelt out: “{found}”.",
        "Write year, month and day in Arabic digits.",
    ),
    "official-form/no-page-number": Advice(
        _CLAUSE + "pages are not numbered.", "Add the page number to the footer: 宋体, 14 pt, between dashes."
    ),
    "official-form/page-number-look": Advice(
        _CLAUSE + "page numbers are set in {face}, {points} pt.", "Set them in 宋体, 14 pt (4号)."
    ),
    "official-form/page-number-dashes": Advice(
        _CLAUSE + "page numbers are written “{found}”.", "Put a dash on each side: — 1 —."
    ),
    "official-form/page-number-sides": Advice(
        _CLAUSE + "page numbers do not tell odd pages from even ones.",
        "Make odd and even pages differ: odd numbers at the right, even ones at the left, one character in.",
    ),
    "official-form/digits-wide": Advice(
        _CLAUSE + "“{found}” is written in full-width digits (GB/T 15835).", "Use half-width Arabic digits."
    ),
    "official-form/range-hyphen": Advice(
        _CLAUSE + "“{found}” has a hyphen between its ends (GB/T 15835).",
        "Use the dash — or the wave ～, one of them throughout.",
    ),
    "official-form/range-unit": Advice(
        _CLAUSE + "the first number of “{found}” lacks its unit (GB/T 15835).",
        "Give both numbers their unit: 5%～6%, 500亿～600亿元.",
    ),
}
