"""Which names a build may give its files: those that every system takes, and none of a build's own."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

from reportgen.build.pack_folder import MANIFEST, SIGNATURE

INDEX = "index.json"
PAGE = "index.html"
_LONGEST = 200
"""Bytes; most file systems take 255, and what is kept of an edited document has a longer name."""
_FORBIDDEN = set('<>:"/\\|?*')
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"),
}
_OURS = {MANIFEST, SIGNATURE, INDEX, PAGE}


def is_file_name(name: str) -> bool:
    """Whether ``name`` is a plain name: no folder, no device of Windows, nothing that cannot be seen, not ``pack.json``."""
    if PurePosixPath(name).name != name or name in ("", ".", "..") or name.endswith((".", " ")):
        return False
    if name.startswith((".reportgen-", " ")) or len(name.encode("utf-8", "replace")) > _LONGEST:
        return False
    if _FORBIDDEN & set(name) or any(
        unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in name
    ):
        return False
    return name_key(name).partition(".")[0].strip() not in _DEVICES and name_key(name) not in _OURS


def name_key(name: str) -> str:
    """The name as the least exacting file system tells names apart: without case, in one normal form."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
