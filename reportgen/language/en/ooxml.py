"""Office packages and charts, in English."""

from __future__ import annotations

from reportgen.language.contract import Advice, Entry

MESSAGES: dict[str, Entry] = {
    "system-error": "{said}",
    "cannot-read": "{path} cannot be read ({why}); check the path and close the program that holds it.",
    "cannot-write": (
        "Nothing was written: {path} cannot be written ({why}); check that you may write there, close the program that holds "
        "it, and try again."
    ),
    "folder-in-the-way": "Nothing was written: {path} is a folder; rename the folder, or give the file another name.",
    "file-in-the-way": "Nothing was written: {folder} is a file, and {path} wants a folder of that name; choose another place.",
}

FINDINGS: dict[str, Advice] = {}
