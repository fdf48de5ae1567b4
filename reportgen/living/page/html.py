"""HTML written element by element: texts and attributes are escaped here, and nowhere else on the page."""

from __future__ import annotations

from html import escape

__all__ = ["Html", "element", "joined", "text"]


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(words: str) -> Html:
    """Words as they read: marks of HTML escaped, lines broken where they are."""
    return Html(escape(words, quote=False).replace("\n", "<br>"))


def element(name: str, *content: str, **attributes: str | int | bool | None) -> Html:
    """An element. Content that is not HTML yet is escaped; ``class_`` stands for ``class``, ``data_id`` for ``data-id``.

    An attribute that is ``None``, ``False`` or empty is left out, ``True`` stands without a value.
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
