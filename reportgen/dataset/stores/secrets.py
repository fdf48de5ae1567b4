"""Addresses of databases and schedulers, and what others say of them, as people may see them: without the secrets in them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from reportgen.regex import regex

_USER = regex(r"://([^:/@?]*)(?::(.*))?@", re.DOTALL)
"""A user and a password, which may hold any sign, up to the last ``@``."""
_SIGNS = regex(r"[@:/?&=#;\s]+")
_CONTROLS = regex(r"[\s\x00-\x1f\x7f-\x9f]+")
_LONGEST = 300


def without_secrets(url: str) -> str:
    """The address with its user and without a password, or what follows its question mark."""
    address, question, _ = _USER.sub(r"://\1@", url).partition("?")
    return address + ("?…" if question else "")


def said_of(url: str, text: str) -> str:
    """What another program said of an address: on one line of a length that can be read, without its secrets."""
    said = _CONTROLS.sub(" ", text).strip()
    for secret in sorted(_secrets(url), key=len, reverse=True):
        said = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", "…", said)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _secrets(url: str) -> set[str]:
    """The password and the values behind the question mark, whole and in pieces, as they are and as they are meant."""
    user = _USER.search(url)
    password = user[2] if user is not None and user[2] else ""
    values = [one.partition("=")[2] for one in url.partition("?")[2].split("&")]
    whole = {form for text in (password, *values) for form in (text, unquote(text))}
    return {piece for text in whole for piece in (text, *_SIGNS.split(text)) if len(piece) > 1}
