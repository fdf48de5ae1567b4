"""The expression language of the templates, shared by Word and Excel: Jinja's, sandboxed and strict.

``find_tags`` reads tags in a text, ``check_tag`` and ``check_blocks`` find mistakes in them, ``unknown_names`` finds names
that the context does not have, and ``environment`` runs what is left.
"""

from reportgen.expressions.names import UnknownUse, looks_in, unknown_names
from reportgen.expressions.reach import names_of
from reportgen.expressions.sandbox import Sandbox, environment
from reportgen.expressions.syntax import Mistake, check_blocks, check_form, check_tag, sentence
from reportgen.expressions.tags import Tag, find_tags
from reportgen.expressions.undefined import (
    UnknownName,
    is_unknown,
    nearest,
    nearest_remedy,
    unknown_sentence,
)

__all__ = [
    "Mistake",
    "Sandbox",
    "Tag",
    "UnknownName",
    "UnknownUse",
    "check_blocks",
    "check_form",
    "check_tag",
    "environment",
    "find_tags",
    "is_unknown",
    "looks_in",
    "names_of",
    "nearest",
    "nearest_remedy",
    "sentence",
    "unknown_names",
    "unknown_sentence",
]
