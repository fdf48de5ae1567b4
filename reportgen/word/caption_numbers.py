"""The captions of tables and charts as cross-references know them: what templates call each, and the bookmark around its number."""

from __future__ import annotations

import re
from zlib import crc32

from reportgen.content import CaptionNumber, Chart, Table

_LONGEST_ANCHOR = 40
"""Word allows so many letters, digits and _."""


def caption_number(captioned: Table | Chart) -> CaptionNumber:
    """What refers to the caption of a table or chart."""
    name = f"{captioned.name} {captioned.place}".rstrip()
    return CaptionNumber("table" if isinstance(captioned, Table) else "chart", name, lambda: captioned.title)


def captioned_as(number: CaptionNumber) -> str:
    """What templates call the table or chart that has the caption: ``tables.plan``, ``tables.zone CN-CQ-A/2024``."""
    return f"{number.kind}s.{number.name}"


def caption_anchor(kind: str, name: str) -> str:
    """The bookmark around a caption's label and number."""
    anchor = re.sub(r"\W", "_", f"_Ref_{kind}_{name}")
    if len(anchor) <= _LONGEST_ANCHOR:
        return anchor
    return f"{anchor[: _LONGEST_ANCHOR - 9]}_{crc32(name.encode()):08x}"
