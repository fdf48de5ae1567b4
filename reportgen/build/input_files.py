"""The files a pack is made from, each read once: its definition, its templates, and the sums that ``pack.json`` lists."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from reportgen.build.pack_folder import sha256
from reportgen.dataset.stores import shown, store_at
from reportgen.ooxml.whole_files import read_whole
from reportgen.toml_keys import PACK_FILE

if TYPE_CHECKING:
    from reportgen.build.definition import PackDefinition


class InputFiles:
    """What lies in a pack's folder and in its dataset. Many packs of one definition share it, also in other processes."""

    def __init__(self, definition: PackDefinition) -> None:
        self._folder, self._dataset = definition.folder, definition.dataset_path
        self._dataset_name = shown(definition.dataset)
        self._read: dict[str, bytes] = {}
        self._sums: list[tuple[str, str]] = []

    def read(self, name: str) -> bytes:
        """A file by the path that leads to it from the pack's folder. Raises ``OSError``."""
        if name not in self._read:
            self._read[name] = read_whole(self._folder / name)
        return self._read[name]

    def hold(self, names: Iterable[str]) -> None:
        """Read what there is of these files and of the dataset now, for a process that may not see them."""
        for name in (PACK_FILE, *names):
            with suppress(OSError):
                self.read(name)
        self.sums(())

    def sums(self, templates: Iterable[str]) -> list[tuple[str, str]]:
        """Each file with its SHA-256: the definition, the dataset's, then the templates."""
        if not self._sums:
            where = self._dataset_name
            self._sums = [
                (f"{where}/{name}" if name else where, sha256(data))
                for name, data in store_at(self._dataset).files()
            ]
        of_templates = [(name, sha256(self.read(name))) for name in dict.fromkeys(templates)]
        return [(PACK_FILE, sha256(self.read(PACK_FILE))), *self._sums, *of_templates]
