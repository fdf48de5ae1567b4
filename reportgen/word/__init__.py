"""Word templates: tags in a .docx, filled where they are; everything else of the file stays byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.loading import loaded_when_used

if TYPE_CHECKING:
    from reportgen.ooxml.pictures import Picture
    from reportgen.word.renderer import WORD
    from reportgen.word.rich_text import RichLine, RichText
    from reportgen.word.subdocuments import Subdocument
    from reportgen.word.word_template import WordTemplate, fill_word

__all__ = ["WORD", "Picture", "RichLine", "RichText", "Subdocument", "WordTemplate", "fill_word"]

__getattr__ = loaded_when_used(
    __name__,
    {
        "WORD": "reportgen.word.renderer",
        "Picture": "reportgen.ooxml.pictures",
        "RichLine": "reportgen.word.rich_text",
        "RichText": "reportgen.word.rich_text",
        "Subdocument": "reportgen.word.subdocuments",
        "WordTemplate": "reportgen.word.word_template",
        "fill_word": "reportgen.word.word_template",
    },
)
