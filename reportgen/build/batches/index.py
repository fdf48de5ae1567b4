"""The index of a batch: ``index.json`` for programs, ``index.html`` for the person who hands the packs out.

Both stand in the folder of the batch. They are written when a run begins, as a batch that is not complete, and last of all,
when every pack is in its place.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reportgen.build.batches.outcome import Outcome, Status
from reportgen.build.file_names import INDEX, PAGE
from reportgen.build.pack_folder import MANIFEST
from reportgen.findings import first_causes
from reportgen.language import finding_record, language, say
from reportgen.messages import Message
from reportgen.ooxml.files import place_files

_DONE, _OPEN = (Status.BUILT, Status.UNCHANGED), (Status.FAILED, Status.PENDING)
_LISTED = 10
"""Findings of one pack that the page lists; the others are counted."""


def write_index(target: Path, dimension: str, title: str, code: str, outcomes: Sequence[Outcome]) -> None:
    """Write both files, all or none. ``code`` is the language of the page. Raises ``FileError``."""
    place_files(
        {
            target / INDEX: _json(dimension, outcomes),
            target / PAGE: _page(title, code, outcomes).encode(),
        }
    )


def is_complete(outcomes: Sequence[Outcome]) -> bool:
    """Whether every pack stands as the run wanted it."""
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
        "label_en": item.member.label.en,
        "label_zh": item.member.label.zh,
        "folder": item.member.folder,
        "status": item.status.value,
        "pack_sha256": item.pack_sha256 or None,
        "documents": list(item.documents),
        "edited": list(item.edited),
        "counts": item.counts,
        "stopped_by": [finding_record(finding) for finding in item.findings],
    }


def _page(title: str, code: str, outcomes: Sequence[Outcome]) -> str:
    def word(name: str, **parameters: Any) -> str:
        return escape(say(Message(f"pack.index-{name}", **parameters), code))

    counted = Counter(item.status.value for item in outcomes)
    counts = _counts({status.value: counted[status.value] for status in (*_DONE, *_OPEN)}, code)
    rows = "\n".join(_row(item, code) for item in outcomes)
    heads = "".join(
        f'<th scope="col">{word(name)}</th>' for name in ("member", "documents", "status", "findings")
    )
    return f"""<!doctype html>
<html lang="{language(code).tag}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{escape(title)}</title>
<style>
body {{ font: 16px/1.5 "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; color: #222 }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ text-align: left; vertical-align: top; padding: .4em .8em .4em 0; border-bottom: 1px solid #ddd }}
th {{ border-bottom: 2px solid #222 }}
.failed, .pending {{ color: #a40000; font-weight: bold }}
.code {{ color: #666; font-size: .85em }}
ul {{ margin: 0; padding-left: 1.1em }}
a {{ color: #0b4f8a }}
td {{ overflow-wrap: anywhere }}
@media (max-width: 40em) {{ thead {{ display: none }} tr {{ display: block; border-bottom: 1px solid #ddd; padding: .4em 0 }} td {{ display: block; border: 0; padding: .1em 0 }} }}
@media print {{ body {{ font-size: 10pt; margin: 0; max-width: none; padding: 0 }} tr {{ break-inside: avoid }} a {{ color: inherit; text-decoration: none }} }}
</style>
<h1>{escape(title)}</h1>
<p>{word("summary", counts=counts, all=len(outcomes))}</p>
<table>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</html>
"""


def _row(item: Outcome, code: str) -> str:
    member, folder = item.member, quote(item.member.folder)
    documents = "<br>".join(
        f'<a href="{folder}/{quote(name)}">{escape(name)}</a>{_edited(name, item, code)}'
        for name in item.documents
    )
    state = escape(say(Message(f"pack.index-{item.status.value}"), code))
    if item.status is Status.FAILED and item.documents:
        state += f"<br>{escape(say(Message('pack.index-older'), code))}"
    label = escape(member.label.in_language(code) or member.code)
    about = f'{label}<br><span class="code">{escape(member.code)}</span>'
    return (
        f'<tr><td>{about}</td><td>{documents}</td><td class="{item.status.value}">{state}</td>'
        f"<td>{_findings(item, code)}</td></tr>"
    )


def _edited(name: str, item: Outcome, code: str) -> str:
    said = say(Message("pack.index-edited"), code)
    return escape(language(code).punctuation.bracketed(said)) if name in item.edited else ""


def _counts(counted: Mapping[str, int], code: str) -> str:
    """How many of each there are, without those of which there is none."""
    told = tuple(Message(f"pack.index-count-{name}", count=count) for name, count in counted.items() if count)
    return say(Message("pack.index-counts", counts=told), code)


def _findings(item: Outcome, code: str) -> str:
    """What stopped a pack; of one that stands how many findings there are, and where they are listed."""
    stops = first_causes(item.findings)
    if stops:
        said = "".join(f"<li>{escape(language(code).sentence(finding))}</li>" for finding in stops[:_LISTED])
        more = say(Message("pack.index-more", count=len(stops) - _LISTED), code)
        return f"<ul>{said}{f'<li>{escape(more)}</li>' if len(stops) > _LISTED else ''}</ul>"
    if not any(item.counts.values()):
        return ""
    counts = _counts({name: item.counts.get(name, 0) for name in ("warning", "note")}, code)
    return f'<a href="{quote(item.member.folder)}/{MANIFEST}">{escape(counts)}</a>'
