"""Where the templates, data and examples that come with reportgen lie: in the wheel, or beside the source."""

from __future__ import annotations

from pathlib import Path


def shipped(name: str) -> Path:
    """The shipped folder ``templates``, ``data`` or ``examples``."""
    package = Path(__file__).resolve().parent.parent
    in_wheel = package / "_shipped" / name
    return in_wheel if in_wheel.is_dir() else package.parent / name
