"""Puts a page together: head, search, the text of the documents, and the register of their figures."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from reportgen.html import Html, element, joined, page
from reportgen.language import language, say
from reportgen.living.document_formats import living_format
from reportgen.living.page.register import Register
from reportgen.living.page.shown import ShownPack, is_document, shown_of_document, shown_of_pack
from reportgen.living.page.texts import Texts
from reportgen.messages import Message
from reportgen.periods import Period
from reportgen.record import Record

_SECTIONS = ("text", "figures", "sources", "findings", "revisions")
_WORDS_OF_SCRIPT = ("close", "found", "none-found", "more-found")


class FiguresPage(Record):
    """The page's HTML, and the language that it is in."""

    html: str
    language: str


def page_of(path: Path, code: str | None = None) -> FiguresPage:
    """The page of the pack or of the finished document at ``path``.

    A pack is built for it, nothing is written; ``code`` chooses one of its languages. Raises ``ReportgenError`` as a build
    does, and for a document without lineage.
    """
    shown = shown_of_document(path) if is_document(path) else shown_of_pack(path, code)
    return FiguresPage(page_html(shown), shown.language)


def page_html(shown: ShownPack) -> str:
    """The page: one file that asks for no other."""
    style, script = (files(__package__).joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    texts = Texts(shown)
    body = {"text": _documents(texts)}
    register = Register(shown, texts.standing)
    body |= {
        "figures": register.figures(), "sources": register.sources(),
        "findings": register.findings(), "revisions": register.revisions(),
    }  # fmt: skip

    def said(name: str, **parameters: object) -> str:
        return say(Message(f"page.{name}", **parameters), shown.language)

    counts = {
        "figures": len(shown.figures), "sources": len(shown.sources),
        "findings": len(shown.findings), "revisions": len(shown.revisions),
    }  # fmt: skip
    titles = {name: said(f"section-{name}", count=counts.get(name, 0)) for name in _SECTIONS}
    title = shown.heading.get("title") or shown.name
    sections = (
        element("section", element("h2", titles[name], id=f"{name}-title"), body[name], id=name,
                aria_labelledby=f"{name}-title")
        for name in _SECTIONS
    )  # fmt: skip
    words = {f"data_{name.replace('-', '_')}": said(name) for name in _WORDS_OF_SCRIPT}
    whole = element(
        "body",
        element("a", said("skip"), class_="skip", href="#text"),
        _heading(shown, title, _cut_off(shown)),
        _search(said("search"), said("search-hint")),
        element("nav", *(element("a", titles[name], href=f"#{name}") for name in _SECTIONS), aria_label=said("parts")),
        element("main", *sections),
        element("aside", id="panel", aria_label=said("panel"), hidden=True, tabindex="-1"),
        Html(f"<script>{script}</script>"), **words,
    )  # fmt: skip
    return page(title, whole, style, script=script, tag=language(shown.language).tag)


def _cut_off(shown: ShownPack) -> str:
    """Until when the data are, as the documents say days."""
    if not shown.cut_off:
        return ""
    day = language(shown.language).period(Period.parse(shown.cut_off))
    return say(Message("page.cut-off", date=day), shown.language)


def _heading(shown: ShownPack, title: str, cut_off: str) -> Html:
    held = shown.heading
    about = [part for part in (held.get("issuer", ""), held.get("number", ""), cut_off) if part]
    return element(
        "header",
        element("p", held["marking"], class_="marking") if held.get("marking") else "",
        element("h1", title),
        element("p", held["subtitle"], class_="subtitle") if held.get("subtitle") else "",
        element("p", *(element("span", part) for part in about), class_="about") if about else "",
    )


def _search(label: str, hint: str) -> Html:
    return element(
        "form",
        element("label", label, for_="search"),
        Html('<input type="search" id="search" autocomplete="off" spellcheck="false" aria-describedby="hint">'),
        element("span", hint, id="hint"),
        element("p", id="count", role="status"),
        element("ul", id="results"),
        role="search",
    )  # fmt: skip


def _documents(texts: Texts) -> Html:
    articles = []
    for number, document in enumerate(texts.shown.documents, start=1):
        held = living_format(document).page_body(texts, document, number)
        head = element("h3", document.name, class_="file")
        articles.append(element("article", head, *held, class_="document", id=f"document-{number}"))
    return joined(*articles)
