"""What the definition of a pack is called, and where there is one."""

from __future__ import annotations

from pathlib import Path

from reportgen.dataset.stores import Location, is_url

FILE = "pack.toml"


def is_pack(location: Location) -> bool:
    """Whether a pack is there, a pack.toml or its folder."""
    path = Path(location)
    return not is_url(location) and (path.suffix.lower() == ".toml" or (path / FILE).is_file())
