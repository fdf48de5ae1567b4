"""What can be found out about a ``pack.json`` without a key: whether it agrees with itself and with the documents beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import Any, TypeGuard

from reportgen.build.file_names import is_file_name, name_key
from reportgen.build.manifest import FORMAT
from reportgen.figures.recorded_figures import FigureRecord
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.figures.recorded_sources import RecordedSource
from reportgen.finished.document import FinishedDocument
from reportgen.periods import Period

_ABOUT = (("pack", "name"), ("period", "period"), ("cut_off", "cut_off"), ("ref_area", "ref_area"))
"""What lineages say of their pack, and what ``pack.json`` calls it."""
_FINDING_TEXTS = ("message_en", "message_zh", "remedy_en", "remedy_zh")


class PackRecord:
    """A ``pack.json`` as anybody may have written it. What is asked of it answers with entries: ``figures[3]``, ``outputs``."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._content = content

    def _entries(self, key: str) -> Iterator[tuple[str, Any]]:
        """The sound entries of a list, with what each is called here."""
        listed = self._content.get(key)
        for number, item in enumerate(listed if isinstance(listed, list) else []):
            if _SOUND[key](item):
                yield f"{key}[{number}]", item

    @cached_property
    def sums(self) -> Mapping[str, Mapping[str, str]]:
        """The sum of each file, ``inputs`` and ``outputs``."""
        return {
            key: {item["path"]: item["sha256"] for _, item in self._entries(key)}
            for key in ("inputs", "outputs")
        }

    @cached_property
    def _figures(self) -> Mapping[str, tuple[str, FigureRecord]]:
        """By id: the entry and what it records."""
        return {item["id"]: (entry, FigureRecord.from_json(item)) for entry, item in self._entries("figures")}

    # ---- held against itself -----------------------------------------------------------------------------

    def no_build_writes(self) -> Iterator[str]:
        """Entries that no build writes, whoever signed them."""
        if self._content.get("format") not in range(1, FORMAT + 1):
            yield "format"
        if not _is_pack(self._content.get("pack")):
            yield "pack"
        for key, is_sound in _SOUND.items():
            listed = self._content.get(key)
            if not isinstance(listed, list) or (key in ("inputs", "outputs") and not listed):
                yield key
                continue
            yield from (f"{key}[{number}]" for number, item in enumerate(listed) if not is_sound(item))

    def listed_twice(self) -> Iterator[str]:
        """Entries that name what one before them names: a file, whatever its case, a figure or a source."""
        for key, name_of in _NAMES.items():
            seen = set()
            for entry, item in self._entries(key):
                if name_of(item) in seen:
                    yield entry
                seen.add(name_of(item))

    def without_backing(self) -> Iterator[str]:
        """Entries that lean on a figure or a source that is not listed, and sources that nothing cites."""
        keys = {figure.key for _, figure in self._figures.values()}
        sources = {item["source"] for _, item in self._entries("sources")}
        for entry, item in self._entries("outputs"):
            if not {shown["key"] for shown in item["figures"]} <= keys:
                yield entry
        for entry, figure in self._figures.values():
            if not (set(figure.inputs) <= self._figures.keys() and _cited(figure) <= sources):
                yield entry
        cited = {source for _, figure in self._figures.values() for source in _cited(figure)}
        for entry, item in self._entries("sources"):
            if item["source"] not in cited:
                yield entry

    # ---- held against a document -------------------------------------------------------------------------

    def unlike(self, name: str, document: FinishedDocument) -> Iterator[str]:
        """Entries that say something else than the document listed as ``name``: its lineage, and which figures it shows where.

        Raises ``PackageError`` where the document is damaged.
        """
        lineage = document.lineage
        if lineage is None:
            return
        pack = self._content.get("pack")
        if _is_pack(pack) and any(lineage.about.get(key, pack[name]) != pack[name] for key, name in _ABOUT):
            yield "pack"
        for figure_id, (entry, figure) in self._figures.items():
            if lineage.figures.get(figure_id, figure) != figure:
                yield entry
        for entry, item in self._entries("sources"):
            known = RecordedSource.from_json(item).in_documents
            if lineage.sources.get(known.source, known) != known:
                yield entry
        said = {RecordedFinding.from_json(item).apart_from_place for _, item in self._entries("findings")}
        if any(finding.apart_from_place not in said for finding in lineage.findings):
            yield "findings"
        for entry, item in self._entries("outputs"):
            if item["path"] == name and not _shows(document, item["figures"]):
                yield entry


def _cited(figure: FigureRecord) -> set[str]:
    return {item.source for item in figure.citations}


def _shows(document: FinishedDocument, figures: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the document shows these figures; one without any mark does not show it."""
    shown = list(document.shown_figures())
    if not shown:
        return True
    names = shown[0].keys()
    said = ({name: item.get(name) for name in names} for item in figures)
    return _counted(shown) == _counted(said)


def _counted(figures: Iterable[Mapping[str, object]]) -> Counter[tuple[object, ...]]:
    return Counter(tuple(item.values()) for item in figures)


# ---- what a build writes -------------------------------------------------------------------------------------


def _is_pack(item: Any) -> TypeGuard[dict[str, str]]:
    texts = ("name", "ref_area", "period", "cut_off")
    if not isinstance(item, dict) or not all(isinstance(item.get(key), str) for key in texts):
        return False
    with suppress(ValueError):
        return bool(Period.parse(item["period"]) and date.fromisoformat(item["cut_off"]))
    return False


def _is_sum(text: Any) -> bool:
    return isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text) is not None


def _is_input(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("path"), str) and _is_sum(item.get("sha256"))


def _is_output(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and isinstance(item.get("path"), str)
        and is_file_name(item["path"])
        and _is_sum(item.get("sha256"))
        and isinstance(item.get("figures"), list)
        and all(map(_is_shown, item["figures"]))
    )


def _is_shown(item: Any) -> bool:
    texts = ("key", "text", "part", "place")
    return isinstance(item, dict) and all(isinstance(item.get(name), str) for name in texts)


def _is_figure(item: Any) -> bool:
    """A figure's record that says what its own id and value say, in all that is written of it."""
    with suppress(TypeError, KeyError, ValueError, ArithmeticError):
        again = FigureRecord.from_json(item).to_json()
        return all(again.get(key, text) == text for key, text in item.items())
    return False


def _is_source(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("source"), str)


def _is_break(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("indicator"), str)


def _is_finding(item: Any) -> bool:
    with suppress(AttributeError, TypeError, KeyError, ValueError):
        RecordedFinding.from_json(item)
        return all(isinstance(item.get(key), str) for key in ("code", *_FINDING_TEXTS))
    return False


_SOUND: dict[str, Callable[[Any], bool]] = {
    "inputs": _is_input,
    "outputs": _is_output,
    "figures": _is_figure,
    "sources": _is_source,
    "breaks": _is_break,
    "findings": _is_finding,
}
_NAMES: dict[str, Callable[[Any], str]] = {
    "inputs": lambda item: str(item["path"]),
    "outputs": lambda item: name_key(item["path"]),
    "figures": lambda item: str(item["id"]),
    "sources": lambda item: str(item["source"]),
}
