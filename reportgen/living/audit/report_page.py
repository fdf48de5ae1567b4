"""The findings of an audit as one HTML page that asks for no other file: to be forwarded, read and printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from reportgen.html import Html, element, joined, page
from reportgen.language import language, say
from reportgen.messages import Message

if TYPE_CHECKING:
    from reportgen.living.audit.accepted import AcceptedRow
    from reportgen.living.audit.audit import Audit
    from reportgen.living.audit.places_of_findings import FindingsAtPlace, FoundText

_Say = Callable[..., str]
_SEVERITIES = ("error", "warning", "note")


def report_page(
    audit: Audit,
    places: Sequence[FindingsAtPlace],
    settled: Sequence[tuple[FoundText, AcceptedRow]],
    code: str,
) -> str:
    """The page in the language ``code``."""

    def said(name: str, **parameters: object) -> str:
        return say(Message(f"living.{name}", **parameters), code)

    style = files(__package__).joinpath("report.css").read_text("utf-8")
    title = said("report-title", file=audit.document.name)
    counted = Counter(found.finding.severity.value for group in places for found in group.found)
    counts = say(Message("commands.summary", **{f"{name}s": counted[name] for name in _SEVERITIES}), code)
    body = joined(
        element("h1", title),
        element("p", f"{counts} {said('report-figures', count=audit.figures)}", class_="counts"),
        *(_place(group, code) for group in places),
        element("p", said("report-nothing")) if not places else "",
        _settled(settled, said) if settled else "",
    )
    return page(title, element("body", element("main", body)), style, tag=language(code).tag)


def _place(group: FindingsAtPlace, code: str) -> Html:
    return element(
        "section",
        element("h2", say(group.words, code)),
        *(_finding(found, code) for found in group.found),
    )


def _finding(found: FoundText, code: str) -> Html:
    severity = found.finding.severity.value
    word = say(Message(f"commands.{severity}-word"), code)
    return element(
        "article",
        element("p", element("span", found.before), element("mark", found.text), element("span", found.after), class_="words"),
        element(
            "p",
            element("strong", word, class_=severity), " ", language(code).what(found.finding), " ",
            element("span", language(code).remedy(found.finding), class_="remedy"), " ",
            element("code", found.finding.code),
        ),
    )  # fmt: skip


def _settled(settled: Sequence[tuple[FoundText, AcceptedRow]], said: _Say) -> Html:
    heads = ("code", "text", "by", "reason", "date")
    rows = (
        element(
            "tr",
            element("td", element("code", found.finding.code)),
            element("td", f"{found.before}{found.text}{found.after}"),
            *(element("td", row.get(name, "")) for name in ("by", "reason", "date")),
        )
        for found, row in settled
    )
    return element(
        "section",
        element("h2", said("report-accepted", count=len(settled))),
        element(
            "table",
            element("thead", element("tr", *(element("th", said(f"accepted-{name}"), scope="col") for name in heads))),
            element("tbody", *rows),
        ),
    )  # fmt: skip
