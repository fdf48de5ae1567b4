"""Text that is in a paragraph and is not to be read: struck through, white, too small, hidden."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.word.located import Paragraph

_ON = r'(?![^>]*w:val="(?:0|false|off|none)")'
_LOOKS = {
    "struck": regex(rf"<w:d?strike\b{_ON}"),
    "white": regex(r'<w:color\b[^>]*w:val="[fF]{6}"'),
    "small": regex(r'<w:sz\b[^>]*w:val="[1-6]"'),
    "hidden": regex(rf"<w:vanish\b{_ON}"),
}


def looks_of(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """Each such stretch: the name of its look, and its text."""
    texts = [one for one in paragraph.atoms if one.is_text and one.text]
    own = [one.run.properties.partition("<w:rPrChange")[0] if one.run else "" for one in texts]
    for look, pattern in _LOOKS.items():
        if not any(map(pattern.search, own)):
            continue
        marked = [
            (pattern.search(look_of) is not None, one.text) for one, look_of in zip(texts, own, strict=True)
        ]
        for is_so, stretch in groupby(marked, lambda one: one[0]):
            if is_so and (text := "".join(text for _, text in stretch).strip()):
                yield look, text
