"""HTML written element by element: texts and attributes are escaped here, and nowhere else on a page."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

__all__ = ["Html", "element", "joined", "page", "text"]


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(words: str) -> Html:
    """Words as they read: marks of HTML escaped, lines broken where they are."""
    return Html(escape(words, quote=False).replace("\n", "<br>"))


def element(name: str, *content: str, **attributes: str | int | bool | None) -> Html:
    """An element. Content that is not HTML yet is escaped; ``class_`` stands for ``class``, ``data_id`` for ``data-id``.

    An attribute that is ``None``, ``False`` or empty is left out, ``True`` is written without a value.
    """
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value not in (None, False, "")
    )
    return Html(f"<{name}{said}>{joined(*content)}</{name}>")


def joined(*content: str) -> Html:
    """Several pieces as one."""
    return Html("".join(piece if isinstance(piece, Html) else text(piece) for piece in content))


def page(title: str, body: Html, style: str, *, script: str = "", tag: str) -> str:
    """A page that runs its own style and script and asks for no other file. ``tag``: the language it is in; ``body``: the element."""
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; {f'script-src {_digest(script)}; ' if script else ''}"
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        Html(f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="referrer" content="no-referrer">'),
        element("title", title),
        Html(f"<style>{style}</style>"),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=tag)}\n"


def _digest(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"
