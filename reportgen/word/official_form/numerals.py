"""Numerals and ranges in the running text (GB/T 9704-2012, 9, which asks for GB/T 15835)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.findings import Finding
from reportgen.word.official_form.formatting import OfficialDocument, departs, names, without_tags

_VARIANTS = ("digits-wide", "range-hyphen", "range-unit")


def numeral_findings(read: OfficialDocument) -> Iterator[Finding]:
    """Each kind of departure once in a paragraph."""
    for line in read.lines:
        if not (line.is_styled("body") or line.is_styled("title")):
            continue
        text = without_tags(line.text)
        for variant in _VARIANTS:
            if found := names().NUMERALS[variant].search(text):
                yield departs("9", variant, line, found=found[0])
