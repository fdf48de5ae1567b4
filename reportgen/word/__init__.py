"""Word templates: tags in a .docx, filled where they stand; everything else of the file stays byte for byte."""

from reportgen.word.fill import LINEAGE_ITEM, WordTemplate, fill, fill_word, read_template
from reportgen.word.lint import lint

__all__ = ["LINEAGE_ITEM", "WordTemplate", "fill", "fill_word", "lint", "read_template"]
