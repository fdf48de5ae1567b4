"""The expression language of the templates, shared by Word and Excel: Jinja's, sandboxed and strict.

``find_tags`` reads tags in a text, ``check_tag`` and ``check_blocks`` find mistakes in them, ``unknown_names`` finds names
that the context does not have, and ``environment`` runs what is left.
"""

from reportgen.expressions.as_text import NoValueError
from reportgen.expressions.failures import failure
from reportgen.expressions.near_tags import NearTag, may_hold_near_tags, near_tag_findings, near_tags
from reportgen.expressions.reach import names_of
from reportgen.expressions.sandbox import Sandbox, environment
from reportgen.expressions.showable import no_value
from reportgen.expressions.syntax import Mistake, check_blocks, check_form, check_tag
from reportgen.expressions.tags import Tag, find_tags, may_hold_tags
from reportgen.expressions.undefined import (
    UnknownName,
    closest,
    is_unknown,
    unknown_item,
    unknown_name,
)
from reportgen.expressions.unknown_names import looks_in, unknown_names
from reportgen.expressions.used_names import UsedName, used_names, without_keyword

__all__ = [
    "Mistake",
    "NearTag",
    "NoValueError",
    "Sandbox",
    "Tag",
    "UnknownName",
    "UsedName",
    "check_blocks",
    "check_form",
    "check_tag",
    "closest",
    "environment",
    "failure",
    "find_tags",
    "is_unknown",
    "looks_in",
    "may_hold_near_tags",
    "may_hold_tags",
    "names_of",
    "near_tag_findings",
    "near_tags",
    "no_value",
    "unknown_item",
    "unknown_name",
    "unknown_names",
    "used_names",
    "without_keyword",
]
