"""In which language a command speaks: ``--language`` if given, else its pack's first one, else the computer's."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from reportgen.language import language, languages


def asked_language(args: Sequence[str]) -> str | None:
    """The language that ``--language`` names: looked up before anything is parsed, so that every word is in it."""
    for position, arg in enumerate(args):
        name, sign, value = arg.partition("=")
        if name == "--language":
            code = value if sign else next(iter(args[position + 1 :]), "")
            return code if code in languages() else None
    return None


def language_of(ctx: click.Context) -> str:
    """The language that a command speaks by now."""
    known = ctx.find_root().obj
    return known if isinstance(known, str) else locale_language()


def speak(pack_languages: tuple[str, ...]) -> str:
    """Fix the language of this command's messages now that the pack is known, and give it."""
    root = click.get_current_context().find_root()
    if root.obj is None and pack_languages:
        root.obj = pack_languages[0]
    return language_of(root)


def speak_of(document_language: str) -> str:
    """Fix the language of this command's messages now that its document is known: the document's, whatever its pack's first one
    is, unless ``--language`` says another. Give it."""
    context = click.get_current_context()
    if context.params.get("language") is None:
        context.find_root().obj = document_language
    return language_of(context)


def named_languages(pack: Path) -> tuple[str, ...]:
    """The languages that a pack names, whatever else is wrong with it."""
    import re

    from reportgen.ooxml.whole_files import read_whole
    from reportgen.toml_keys import PACK_FILE

    file = pack / PACK_FILE if pack.is_dir() else pack
    try:
        text = read_whole(file).decode("utf-8-sig") if file.suffix == ".toml" else ""
    except (OSError, ValueError):
        return ()
    stated = re.search(r"^\s*languages\s*[=＝]\s*\[?([^]=\n]*(?:\n[^]=]*)?)", text, re.MULTILINE)
    named = re.findall(r"[A-Za-z-]+", stated[1]) if stated else []
    return tuple(code for code in named if code in languages())


def locale_language() -> str:
    """The computer's language where there is one of that name, else the first there is."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            break
    else:
        import locale

        value = locale.getlocale()[0] or ""
    begins = value.lower().startswith
    by_code = (code for code in languages() if begins(code))
    return next(by_code, None) or next(
        (code for code in languages() if begins(language(code).locales)), languages()[0]
    )
