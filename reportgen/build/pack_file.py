"""Where the definition of a pack is."""

from __future__ import annotations

from pathlib import Path

from reportgen.dataset.stores import Location, is_url
from reportgen.ooxml.files import settle
from reportgen.toml_keys import PACK_FILE


def is_pack(location: Location) -> bool:
    """Whether a pack is there, a pack.toml or its folder; one whose making was broken off is finished first."""
    if is_url(location):
        return False
    path = Path(location)
    settle(path)
    return path.suffix.lower() == ".toml" or (path / PACK_FILE).is_file()
