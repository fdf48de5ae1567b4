"""The index of a batch: ``index.json`` for programs, ``index.html`` for the person who hands the packs out.

Both are in the folder of the batch. They are written when a run begins, as a batch that is not complete, and last of all,
when every pack is in its place.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reportgen.build.batches.outcome import Outcome, Status
from reportgen.build.file_names import INDEX, PAGE
from reportgen.build.pack_folder import MANIFEST
from reportgen.figures.recorded_findings import RecordedFinding
from reportgen.findings import first_causes
from reportgen.html import Html, element, joined, page
from reportgen.language import in_every_language, language, say
from reportgen.messages import Message
from reportgen.ooxml.files import place_files

_DONE, _OPEN = (Status.BUILT, Status.UNCHANGED), (Status.FAILED, Status.PENDING)
_LISTED = 10
"""Findings of one pack that the page lists; the others are counted."""
_BREAK = Html("<br>")


def write_index(target: Path, dimension: str, title: str, code: str, outcomes: Sequence[Outcome]) -> None:
    """Write both files, all or none. ``code`` is the language of the page. Raises ``FileError``."""
    place_files(
        {
            target / INDEX: _json(dimension, outcomes),
            target / PAGE: _page(title, code, outcomes).encode(),
        }
    )


def is_complete(outcomes: Sequence[Outcome]) -> bool:
    """Whether every pack is as the run wanted it."""
    return all(item.status in _DONE for item in outcomes)


def _json(dimension: str, outcomes: Sequence[Outcome]) -> bytes:
    whole = {
        "format": 1,
        "for_each": dimension,
        "complete": is_complete(outcomes),
        "packs": [_record(item) for item in outcomes],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _record(item: Outcome) -> dict[str, Any]:
    return {
        "member": item.member.code,
        **in_every_language(item.member.called).fields("label"),
        "folder": item.member.folder,
        "status": item.status.value,
        "pack_sha256": item.pack_sha256 or None,
        "documents": list(item.documents),
        "edited": list(item.edited),
        "counts": item.counts,
        "stopped_by": [RecordedFinding.of(finding).to_json() for finding in item.findings],
    }


def _page(title: str, code: str, outcomes: Sequence[Outcome]) -> str:
    def word(name: str, **parameters: Any) -> str:
        return say(Message(f"pack.index-{name}", **parameters), code)

    counted = Counter(item.status.value for item in outcomes)
    counts = _counts({status.value: counted[status.value] for status in (*_DONE, *_OPEN)}, code)
    heads = (element("th", word(name), scope="col") for name in ("member", "documents", "status", "findings"))
    body = element(
        "body",
        element("h1", title),
        element("p", word("summary", counts=counts, all=len(outcomes))),
        element(
            "table",
            element("thead", element("tr", *heads)),
            element("tbody", *(_row(item, code) for item in outcomes)),
        ),
    )
    style = files(__package__).joinpath("index.css").read_text("utf-8")
    return page(title, body, style, tag=language(code).tag)


def _row(item: Outcome, code: str) -> Html:
    member, folder = item.member, quote(item.member.folder)
    documents = [
        joined(element("a", name, href=f"{folder}/{quote(name)}"), _edited(name, item, code))
        for name in item.documents
    ]
    state = [say(Message(f"pack.index-{item.status.value}"), code)]
    if item.status is Status.FAILED and item.documents:
        state.append(say(Message("pack.index-older"), code))
    return element(
        "tr",
        element("td", member.called(code) or member.code, _BREAK, element("span", member.code, class_="code")),
        element("td", Html(_BREAK.join(documents))),
        element("td", "\n".join(state), class_=item.status.value),
        element("td", _findings(item, code)),
    )  # fmt: skip


def _edited(name: str, item: Outcome, code: str) -> str:
    said = say(Message("pack.index-edited"), code)
    return language(code).punctuation.bracketed(said) if name in item.edited else ""


def _counts(counted: Mapping[str, int], code: str) -> str:
    """How many of each there are, without those of which there is none."""
    told = tuple(Message(f"pack.index-count-{name}", count=count) for name, count in counted.items() if count)
    return say(Message("pack.index-counts", counts=told), code)


def _findings(item: Outcome, code: str) -> Html:
    """What stopped a pack; of one that is whole how many findings there are, and where they are listed."""
    stops = first_causes(item.findings)
    if stops:
        said = [language(code).sentence(finding) for finding in stops[:_LISTED]]
        if len(stops) > _LISTED:
            said.append(say(Message("pack.index-more", count=len(stops) - _LISTED), code))
        return element("ul", *(element("li", one) for one in said))
    if not any(item.counts.values()):
        return Html()
    counts = _counts({name: item.counts.get(name, 0) for name in ("warning", "note")}, code)
    return element("a", counts, href=f"{quote(item.member.folder)}/{MANIFEST}")
