"""What a check finds in a pack's tables, charts and templates; each template is looked at again only where it, the definition,
the data or the program changed (see :mod:`reportgen.build.findings_cache`)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reportgen.build.findings_cache import keep, kept

if TYPE_CHECKING:
    from reportgen.build.definition import Document
    from reportgen.build.edition import Edition
    from reportgen.build.manifest import Output
    from reportgen.build.pack_or_data import PackOrData
    from reportgen.findings import Finding

Found = tuple["Finding", ...]
_Key = tuple[str, ...]
_FILLING = "filling"


class CheckedDocuments:
    """What was found in one pack, by what was looked at: known from before, or found now."""

    def __init__(self, opened: PackOrData) -> None:
        self._origin = opened.read_from
        self._data = self._origin.data if self._origin else ""
        seen_by = self._origin.seen_by if self._origin else None
        surroundings = (os.environ.get("SOURCE_DATE_EPOCH"), find_spec("formualizer") is not None)
        about = repr((opened.pack, opened.as_of, seen_by, surroundings)) if self._data else ""
        self._about = hashlib.sha256(about.encode()).hexdigest()
        self._known: dict[_Key, Found] = {}
        self._new: dict[_Key, Found] = {}

    def of_definitions(self, edition: Edition) -> Found:
        """What is wrong with the tables and charts that the pack defines."""
        return self._found(("definitions", edition.language), lambda: tuple(edition.definition_findings()))

    def of_template(self, edition: Edition, document: Document) -> Found:
        """What can be seen in a template without filling it."""

        def lint() -> Found:
            from reportgen.build.templates import template_mistakes

            return tuple(template_mistakes(edition, document))

        return self._found(_key("template", edition, document), lint)

    def of_filling(self, edition: Edition, document: Document) -> Found | None:
        """What was noticed when a template was filled; ``None`` where it was not yet."""
        return self._before(_key(_FILLING, edition, document))

    def fill(self, edition: Edition, document: Document, *, lineage: bool) -> Output:
        """In place of :func:`fill_template` what filling shows; of one that was filled before what was noticed then. No document."""
        from reportgen.build.manifest import Output
        from reportgen.build.templates import try_template

        key = _key(_FILLING, edition, document)
        noticed = self._before(key)
        if noticed is not None:
            name = edition.definition.output_of(document, edition.language)
            return Output(name, edition.language, document.template, b"", (), (), findings=noticed)
        output = try_template(edition, document)
        self._known[key] = self._new[key] = output.findings
        return output

    def forget_filled(self) -> None:
        """Keep nothing of what was filled now: all are filled again until nothing stops the pack."""
        self._new = {key: found for key, found in self._new.items() if key[0] != _FILLING}

    def keep(self) -> None:
        """Keep what was found now."""
        if self._new and self._origin and self._origin.is_unchanged():
            keep({(self._about, *key): found for key, found in self._new.items()}, self._data)

    def _found(self, key: _Key, look: Callable[[], Found]) -> Found:
        known = self._before(key)
        if known is None:
            known = self._known[key] = self._new[key] = look()
        return known

    def _before(self, key: _Key) -> Found | None:
        if key not in self._known:
            found = kept(self._data, self._about, *key)
            if found is None:
                return None
            self._known[key] = found
        return self._known[key]


def _key(what: str, edition: Edition, document: Document) -> _Key:
    """The sum of a template, beside the definition of its document. One that cannot be read is nobody else's."""
    template = document.template_for(edition.language)
    assert template is not None
    try:
        design = hashlib.sha256(edition.files.read(template)).hexdigest()
    except OSError as error:
        design = repr(error)
    return what, edition.language, repr(document), design
