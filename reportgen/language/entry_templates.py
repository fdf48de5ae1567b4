"""The form of an entry: a text with ``{name}`` where a parameter goes.

- ``{name}`` is the parameter as the language writes its type: a text, a number, a period, a label, a message, a list;
- ``{name:spec}`` hands a spec to that: ``{names:and}`` "a, b and c", ``{period:short}``, ``{reason:sentence}``,
  ``{bytes:,}`` 12,345, ``{names:quoted or}`` “a” or “b”;
- ``{count:one finding|{count} findings}`` chooses by number: one, or any other;
- ``{near:? Did you mean {near}?}`` is written only where the parameter says something; ``{near:?Take {near}.|Take another.}``
  says something else where it does not.

Every other brace stays as it is (``{{ cbec_trade }}``, ``{%tr``, ``}``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from reportgen.regex import regex

_FIELD = regex(
    r"(?<!\{)\{(?P<name>[a-z_][a-z0-9_]*)(?::(?P<spec>(?:[^{}]|\{[a-z_][a-z0-9_]*(?::[^{}|?]*)?\})*))?\}(?!\})"
)

Render = Callable[[Any, str], str]


@lru_cache(maxsize=4096)
def _pieces(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """The template as (text before, parameter, spec); the last piece has no parameter."""
    found, at = [], 0
    for match in _FIELD.finditer(template):
        found.append((template[at : match.start()], match["name"], match["spec"] or ""))
        at = match.end()
    return (*found, (template[at:], None, ""))


def fill(template: str, parameters: dict[str, Any], render: Render) -> str:
    """The template with its parameters; ``render`` writes a value by its type and spec. Raises ``KeyError``."""
    return "".join(
        text if name is None else text + _field(name, spec, parameters, render)
        for text, name, spec in _pieces(template)
    )


@lru_cache(maxsize=4096)
def named_in(template: str) -> frozenset[str]:
    """The parameters that a template speaks of, or chooses its words by."""
    pieces = [(name, spec) for _, name, spec in _pieces(template) if name is not None]
    return frozenset(name for name, _ in pieces).union(*(named_in(spec) for _, spec in pieces))


def _field(name: str, spec: str, parameters: dict[str, Any], render: Render) -> str:
    value = parameters[name]
    if spec.startswith("?"):
        said, _, otherwise = spec[1:].partition("|")
        return fill(said if _says_something(value) else otherwise, parameters, render)
    if "|" in spec:
        one, _, many = spec.partition("|")
        return fill(one if value == 1 else many, parameters, render)
    return render(value, spec)


def _says_something(value: Any) -> bool:
    return value is not None and value != "" and value != () and value is not False
