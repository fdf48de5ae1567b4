"""Reference lists: GB/T 7714-2015 in Chinese documents, its counterpart after ISO 690 in English ones.

GB/T 7714-2015 (信息与文献 参考文献著录规则), numeric system (顺序编码制):

- 4.4.2 articles of newspapers: person. Title[N]. Newspaper, date[date of access]. Path.
  4.6.2 electronic resources: person. Title[EB/OL]. Place: publisher, (date of publication)[date of access]. Path.
- 6.1: an entry is written in the language of the source itself, so an English article keeps English words in a Chinese list:
  what is unknown of it, too. What is made up for it (the description in place of a title, the translation beside one) is for
  the readers of the list, and in its language; an entry that has no word of the source's own is all in the list's.
- 7.2: square brackets hold what the compiler made up: a description in place of a title, the mark of an unknown date.
  The standard has no mark of its own for these two (8.4.3 knows only a date that can be estimated, and none is guessed
  here); [日期不详] and [n.d.] are the custom.
- 8.1.1: the family name first and in capitals; European given names as initials without stops, names in pinyin whole
  (LI Jianning), since initials would need the syllables. 8.1.2: more than three persons are cut to three and 等 or et al.
- 8.1.3: an unknown person is 佚名, or the like word of the source's language (Anon). A numbered list may leave it out; it is
  said all the same.
- 8.4.1.2, 8.4.2.3: an unknown place is [出版地不详] or [S.l.], an unknown publisher [出版者不详] or [s.n.]. Electronic
  resources may leave both out; the publisher is named all the same, for "unknown" is never passed over in silence.
- 8.4.3.2: dates are written YYYY-MM-DD. Annex B: N newspaper, J journal, R report, M book, S standard, EB electronic
  bulletin, DB database, Z other; carrier OL online.
- 10.1.2: several sources at one place share one pair of brackets, runs are joined: [1,3-5].
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reportgen.dataset.names import label_of
from reportgen.dataset.records import Dataset, Source
from reportgen.language import any_language, language, languages
from reportgen.language.contract import References
from reportgen.messages import FALLBACK
from reportgen.periods import Period
from reportgen.record import Record

_TYPES = {
    "news": "N",
    "newspaper": "N",
    "commentary": "N",
    "journal": "J",
    "report": "R",
    "bulletin": "R",
    "communique": "R",
    "plan": "R",
    "book": "M",
    "yearbook": "M",
    "standard": "S",
    "dataset": "DB",
    "database": "DB",
    "webpage": "EB",
    "article": "EB",
    "form": "Z",
    "statistical_table": "DS",
    "other": "Z",
}
_BY_THEIR_PUBLISHER = {
    "statistical_table", "dataset", "database", "bulletin", "communique", "yearbook", "plan", "report", "standard", "form",
}  # fmt: skip
"""Works of an office: where no author is named, it is the author, and is not said again as the publisher."""
_ONLINE_ONLY = {"EB", "DB"}


def reference(source: Source, code: str, dataset: Dataset) -> str:
    """The entry of a source in a list of a document in the language ``code``, without its number."""
    named = publisher_name(source, dataset, code)
    return _STYLES[language(code).references.STYLE](source, code, named)


def gb_t_7714(source: Source, code: str = "zh", publisher_named: str = "") -> str:
    """The entry after GB/T 7714-2015, in the source's own language. ``publisher_named``: the publisher in the list's."""
    words = _words_of(source, code)
    kind = _TYPES.get(source.kind, "Z")
    carrier = "/OL" if source.url or kind in _ONLINE_ONLY else ""
    title = (
        f"{source.title}{_translated(source, code)}" if source.title else _made_up_title(source, words, code)
    )
    publisher = _bracketed(source.publisher, publisher_named, "") or words.NO_PUBLISHER
    published = source.published or words.NO_DATE
    accessed = f"[{source.accessed}]" if source.accessed else ""
    path = f" {source.url}." if source.url else ""
    if _is_by_publisher(source):
        return f"{publisher}. {title}[{kind}{carrier}]. {published}{accessed}.{path}"
    if kind == "N":
        issued = f"{publisher}, {published}{accessed}"
    elif carrier:
        issued = f"{publisher}{f'({published})' if source.published else f', {published}'}{accessed}"
    else:
        year = source.published[:4] or published
        issued = f"{words.NO_PLACE}: {publisher}, {year}{accessed}"
    return f"{_author_gb(source, words)}. {title}[{kind}{carrier}]. {issued}.{path}"


def iso_690(source: Source, code: str = "en", publisher_named: str = "") -> str:
    """The entry as ISO 690:2010 forms it for a numeric list; unknown parts are named in square brackets.

    ``publisher_named``: the publisher in the language of the list, where it is known.
    """
    words = language(code).references
    author = _person(source.author)
    by_publisher = _is_by_publisher(source)
    publisher = _bracketed(source.publisher, publisher_named, " ") or words.NO_PUBLISHER
    listed = publisher if by_publisher else source.author or words.ANONYMOUS_LISTED
    name = f"{author.family.upper()}, {author.given}" if author else listed
    online = f" {words.ONLINE}" if source.url else ""
    translated = _translated(source, code)
    title = source.title or _made_up_title(source, words, code)
    if translated:
        title = f"{title} {translated}"
    published = _date(source.published, code) or words.NO_DATE
    viewed = f" {words.VIEWED.format(date=_date(source.accessed, code))}" if source.accessed else ""
    path = f" {words.AVAILABLE.format(url=source.url)}" if source.url else ""
    issued = published if by_publisher else f"{publisher}, {published}"
    ended = "" if name.endswith((".", ".]")) else "."
    return f"{name}{ended} {title}{online}. {issued}{viewed}.{path}"


def _is_by_publisher(source: Source) -> bool:
    return not source.author and bool(source.publisher) and source.kind in _BY_THEIR_PUBLISHER


_STYLES: dict[str, Callable[[Source, str, str], str]] = {"gb_t_7714": gb_t_7714, "iso_690": iso_690}


def _words_of(source: Source, code: str) -> References:
    """The words of the source's own language, as far as it is known, else the English ones; those of the list in ``code``, where
    the entry has no word of the source's."""
    own = source.language.partition("-")[0] if source.title or source.author or source.publisher else code
    return language(own if own in languages() else FALLBACK).references


def publisher_name(source: Source, dataset: Dataset, language: str) -> str:
    """The publisher's name in ``language``, where codes.csv has it; else as the source writes it."""
    return label_of(dataset, "publisher", source.publisher).in_language(language)


def short_name(source: Source, dataset: Dataset, language: str) -> str:
    """The source in a table's source line: publisher, else its description or title."""
    return (
        publisher_name(source, dataset, language)
        or source.label.in_language(language).strip("[]")
        or source.title
    )


def _bracketed(own: str, named: str, gap: str) -> str:
    """A publisher's own name, and behind it the one in the language of the list, where that is another."""
    return f"{own}{gap}[{named}]" if own and named and named != own else own


def _translated(source: Source, code: str) -> str:
    """The title in the language of the list, in the brackets of what the compiler made up; nothing where it is the source's own."""
    text = source.translated.in_language(code)
    is_own = source.language.partition("-")[0] == code or text == source.title
    return f"[{text}]" if source.title and text and not is_own else ""


def _made_up_title(source: Source, words: References, code: str) -> str:
    label = source.label.in_language(code).strip("[]")
    return f"[{label}]" if label else words.NO_TITLE


def _author_gb(source: Source, words: References) -> str:
    """Persons of European-language sources in capitals with initials: ``LI X Y``; at most three, then ``et al``."""
    if not source.author:
        return words.ANONYMOUS
    names = [part.strip() for part in re.split(r"[;；]", source.author) if part.strip()]
    written = [_name_gb(name) for name in names[:3]]
    if len(names) > 3:
        written.append(words.AND_OTHERS)
    return ", ".join(written)


def _name_gb(name: str) -> str:
    person = _person(name)
    if person is None:
        return name
    if person.is_chinese:
        return f"{person.family.upper()} {person.given}"
    initials = " ".join(part[0].upper() for part in re.split(r"[\s-]+", person.given) if part)
    return f"{person.family.upper()} {initials}"


class _Person(Record):
    family: str
    given: str
    is_chinese: bool = False


def _person(name: str) -> _Person | None:
    """A person's name in Latin letters taken apart, or ``None`` for a body or a name in characters.

    ``Li, Xinyi`` says which part is the family name; so does one part in capitals and a Chinese family name written first
    (Xue Tianhang); otherwise the last part is it.
    """
    if "," in name:
        family, _, given = (part.strip() for part in name.partition(","))
        return _Person(family, given, _stands_first(family))
    parts = name.split()
    if not name.isascii() or not 2 <= len(parts) <= 3 or not all(part[0].isupper() for part in parts):
        return None
    if _stands_first(parts[0]) and not _stands_first(parts[-1]):
        return _Person(parts[0].title(), " ".join(parts[1:]).title(), True)
    return _Person(parts[-1].title(), " ".join(parts[:-1]).title(), _stands_first(parts[-1]))


def _stands_first(family: str) -> bool:
    """Whether it is a family name of those that are before the given ones, in Latin letters."""
    return family.casefold() in any_language.words("references", "FAMILY_NAMES")


def _date(written: str, code: str) -> str:
    """``2022-07-24`` as ``24 July 2022``; a month or a year as far as it is known."""
    return language(code).period(Period.parse(written)) if written else ""
