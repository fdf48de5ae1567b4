"""Short expressions of tables and charts, relative to a row's figure: ``.yoy``, ``.target.gap``, ``.area("CN").同比``.

They are the template language's own steps (names, and calls with constants), and nothing more of it.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import Any

from reportgen.errors import ReportgenError
from reportgen.figures.terms.allowed_names import Named, nearest_names
from reportgen.messages import Message


class ExpressionError(ReportgenError):
    """An expression of a table or chart that cannot be read, or names what does not exist."""


def follow(term: Any, expression: str) -> Any:
    """What ``expression`` leads to from ``term``. Raises ExpressionError, or what the step itself raises."""
    text = expression.strip()
    if text in ("", "."):
        return term
    if not text.startswith((".", "(")):
        text = f".{text}"
    tree = _tree(text)
    if tree is None:
        raise _unreadable(expression)
    return _step(tree, term, expression)


@lru_cache(maxsize=1024)
def _tree(text: str) -> ast.expr | None:
    """A column's steps are read once for all its rows."""
    try:
        return ast.parse(f"row{text}", mode="eval").body
    except SyntaxError:
        return None


def _step(node: ast.expr, term: Any, expression: str) -> Any:
    if isinstance(node, ast.Name) and node.id == "row":
        return term
    if isinstance(node, ast.Attribute):
        owner = _step(node.value, term, expression)
        if not isinstance(owner, Named) or node.attr not in owner.template_names:
            known = owner.names() if isinstance(owner, Named) else ()
            near = nearest_names(node.attr, known)
            raise ExpressionError(
                Message("figures.no-such-step", expression=expression, step=node.attr, near=near)
            )
        return getattr(owner, node.attr)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        method = _step(node.func, term, expression)
        if callable(method):
            named = {item.arg: _constant(item.value, expression) for item in node.keywords if item.arg}
            return method(*(_constant(item, expression) for item in node.args), **named)
    raise _unreadable(expression)


def _constant(node: ast.expr, expression: str) -> Any:
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int):
        return node.value
    raise _unreadable(expression)


def _unreadable(expression: str) -> ExpressionError:
    return ExpressionError(Message("figures.unreadable-expression", expression=expression))
