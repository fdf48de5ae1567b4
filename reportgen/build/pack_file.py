"""What the definition of a pack is called, and where there is one."""

from __future__ import annotations

from pathlib import Path

from reportgen.dataset.stores import Location, is_url
from reportgen.ooxml.files import settle

FILE = "pack.toml"


def is_pack(location: Location) -> bool:
    """Whether a pack is there, a pack.toml or its folder; one whose making was broken off is finished first."""
    if is_url(location):
        return False
    path = Path(location)
    settle(path)
    return path.suffix.lower() == ".toml" or (path / FILE).is_file()
