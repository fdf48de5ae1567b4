"""The values of cell statements: colours and numbers of columns, in the form that Word wants."""

from __future__ import annotations

import re

from reportgen.regex import regex
from reportgen.word.cannot_show import cannot_show

_HEXADECIMAL = regex(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_NAMES = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "orange": "FFA500", "purple": "800080", "gray": "808080", "grey": "808080", "silver": "C0C0C0", "navy": "000080",
    "teal": "008080", "maroon": "800000", "olive": "808000", "lime": "00FF00", "aqua": "00FFFF", "cyan": "00FFFF",
    "fuchsia": "FF00FF", "magenta": "FF00FF", "lightgray": "D3D3D3", "lightgrey": "D3D3D3", "pink": "FFC0CB",
}  # fmt: skip
_MOST_COLUMNS = 63


def colour_code(text: str) -> str:
    """Six hexadecimal digits for ``FF0000``, ``#FF0000``, ``#F00`` and ``red``; ``auto`` for none."""
    text = text.strip()
    if text.casefold() in ("", "auto", "none"):
        return "auto"
    if text.casefold() in _NAMES:
        return _NAMES[text.casefold()]
    found = _HEXADECIMAL.fullmatch(text)
    if found is None:
        raise cannot_show("cell-value", "colour", value=text)
    digits = found[1].upper()
    return digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)


def column_span(text: str) -> str:
    """A number of columns, 1 to 63."""
    text = text.strip()
    if not re.fullmatch(r"\d{1,2}", text) or not 1 <= int(text) <= _MOST_COLUMNS:
        raise cannot_show("cell-value", "span", value=text)
    return str(int(text))
