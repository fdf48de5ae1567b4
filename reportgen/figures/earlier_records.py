"""What the records of earlier versions leave open, taken from what they say. It is read here and nowhere else, and only where a document
or pack is older than the field that says it."""

from __future__ import annotations

from reportgen.language import in_every_language, language
from reportgen.messages import Multilingual


def series_label_in(label: Multilingual) -> Multilingual:
    """What the series of a figure is called, of its whole name that ends with its kind; the whole where no kind follows.

    Records were written without ``series_label`` before.
    """

    def before_kind(code: str) -> str:
        whole = label.in_language(code)
        return whole.rpartition(language(code).punctuation.COLON)[0] or whole

    return in_every_language(before_kind)


def reasons_read_alike(one: Multilingual | None, other: Multilingual | None) -> bool:
    """Whether the reasons of two figures are the same, as far as their words tell.

    Records were written without the codes of the reason (``why``) before.
    """
    return one == other
