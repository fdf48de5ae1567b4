"""Word templates: tags in a .docx, filled where they stand; everything else of the file stays byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.loading import loaded_when_used

if TYPE_CHECKING:
    from reportgen.ooxml.pictures import Picture
    from reportgen.word.pagination import needs_pages, paginate
    from reportgen.word.renderer import WORD
    from reportgen.word.rich_text import RichLine, RichText
    from reportgen.word.subdocuments import Subdocument
    from reportgen.word.template_comments import annotate
    from reportgen.word.word_template import WordTemplate, fill, fill_word, lint, read_template

__all__ = [
    "WORD",
    "Picture",
    "RichLine",
    "RichText",
    "Subdocument",
    "WordTemplate",
    "annotate",
    "fill",
    "fill_word",
    "lint",
    "needs_pages",
    "paginate",
    "read_template",
]

__getattr__ = loaded_when_used(
    __name__,
    {
        "WORD": "reportgen.word.renderer",
        "Picture": "reportgen.ooxml.pictures",
        "RichLine": "reportgen.word.rich_text",
        "RichText": "reportgen.word.rich_text",
        "Subdocument": "reportgen.word.subdocuments",
        "annotate": "reportgen.word.template_comments",
        "needs_pages": "reportgen.word.pagination",
        "paginate": "reportgen.word.pagination",
        **dict.fromkeys(
            ("WordTemplate", "fill", "fill_word", "lint", "read_template"), "reportgen.word.word_template"
        ),
    },
)
