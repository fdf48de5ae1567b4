"""Works a figure's formula out from the values of its inputs, as a reader with a calculator would."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.kinds import Catalogue
from reportgen.kinds.figure import Figure

_SIGNS = {"−": "-", "×": "*", "÷": "/", "^": "**"}


def worked_out(figure: Figure, catalogue: Catalogue) -> Decimal:
    """The value that the formula gives, letter by letter from the inputs in their order."""
    values = {
        letter: catalogue.get(figure_id).value
        for letter, figure_id in zip("abcd", figure.inputs, strict=False)
    }
    text = str(figure.formula)
    for sign, operator in _SIGNS.items():
        text = text.replace(sign, operator)
    text = re.sub(r"\d+(\.\d+)?", lambda match: f"Decimal('{match[0]}')", text)
    assert re.fullmatch(r"[abcd0-9\s+\-*/().']|(?:[abcd\s+\-*/().'\d]|Decimal)+", text), figure.formula
    result = eval(text, {"__builtins__": {}, "Decimal": Decimal}, values)
    assert isinstance(result, Decimal)
    return result
