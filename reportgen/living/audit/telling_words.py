"""A text as the words that tell something, and what two texts tell otherwise: every change counts that is not harmless.

Harmless are spaces and punctuation, wordings that say the same (``SAME``), words that tell nothing (``EMPTY``), words that
move within their sentence, and words that come in at the beginning of a clause and tell nothing (``TELLING``, ``NARROWED``, ``DENIED``,
``CAUSED``, ``CLAIMED``, a name, a numeral).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from reportgen.finished.sentence_ends import sentences_of
from reportgen.finished.tokens import Token, edits, token_text
from reportgen.language import language, languages
from reportgen.language.any_language import pattern
from reportgen.messages import Bilingual
from reportgen.regex import regex
from reportgen.word.located import Span

HOME = "▣"
"""Stands for the area that a document is about, whatever it is called."""
_LONG = regex(r"[a-z]{4,}")
_PAIR = regex(r"(?=([\u4e00-\u9fff]{2}))")
_WORD = r"[A-Za-z]+(?:['’\-][A-Za-z]+)*|\d+(?:,\d{3})*(?:\.\d+)?|[\s\S]"
_SIGNS = frozenset("<>≥≤⩾⩽≧≦≈%‰×÷+−=^±$¥€£")
_CLAUSE_ENDS = frozenset("，,；;。.：:、（）()—")
_AROUND = 3
"""Words on either side that help to read what changed."""

_Replacement = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


_UNSEEN = regex("[\u200b\u2060\ufeff]")
"""What keeps a source mark from a line's beginning, and other letters without a width."""


def words_of(spans: Sequence[Span], home: tuple[str, ...] = ()) -> list[Token]:
    """The words of a paragraph; ``match`` is one for all that say the same, empty for what tells nothing. A figure is any figure."""
    tokens: list[Token] = []
    for number, span in enumerate(spans):
        if span.kind == "text":
            tokens += _words(span.text, number, home)
        else:
            match = {"figure": "\0figure", "link": f"\0link {_UNSEEN.sub('', span.text)}"}.get(span.kind, "")
            match = match if span.text.strip() else ""
            tokens.append(Token(match, span.text, number, 0, len(span.text), span.kind, span.name))
    return tokens


def words_said(text: str) -> list[str]:
    """The words of a text that tell something, each as the one that stands for all that say the same."""
    return [token.match for token in _words(text, 0, ()) if token.match]


def words_of_name(name: Bilingual) -> set[str]:
    """The words of what a series or an indicator is called: in a language without spaces two characters."""
    return {
        word for text in name.wordings for pattern in (_LONG, _PAIR) for word in pattern.findall(text.lower())
    }


def canonical(text: str) -> str:
    """A text in the wording that stands for all that say the same."""
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", " ".join(words_said(text)))


@lru_cache(maxsize=1024)
def _words(text: str, number: int, home: tuple[str, ...]) -> tuple[Token, ...]:
    reader, rules = _reader(home)
    tokens: list[Token] = []
    for found in reader.finditer(text):
        said = found.lastgroup or ""
        if said == "empty":
            matches = [""]
        elif said == "kept":
            matches = _matches(found[0])
        elif said == "word":
            matches = [word_match(found[0])]
        else:
            matches = _matches(_said(rules[int(said[1:])], text, found.start())) or [""]
        for place, match in enumerate(matches):
            shown = found[0] if place == 0 else ""
            tokens.append(Token(match, shown, number, found.start(), found.end()))
    return tuple(tokens)


@lru_cache(maxsize=16)
def _reader(home: tuple[str, ...]) -> tuple[re.Pattern[str], list[_Replacement]]:
    """What finds word after word, and the rules by which wordings are said in one way."""
    same = [rule for code in languages() for rule in language(code).subject("said_words").SAME]
    if home:
        names = "|".join([*map(re.escape, home), pattern("said_words", "OWN_AREA").pattern])
        same.insert(0, (rf"(?:{names})(?:{pattern('said_words', 'POSSESSIVE').pattern})?", HOME))
    numbered = "|".join(f"(?P<r{number}>{words})" for number, (words, _) in enumerate(same))
    kept, empty = (pattern("said_words", name).pattern for name in ("KEPT", "EMPTY"))
    reader = re.compile(f"{numbered}|(?P<kept>{kept})|(?P<empty>{empty})|(?P<word>{_WORD})", re.IGNORECASE)
    return reader, [(re.compile(words, re.IGNORECASE), one) for words, one in same]


def _said(rule: _Replacement, text: str, start: int) -> str:
    found = rule[0].match(text, start)
    assert found is not None
    return found.expand(rule[1]) if isinstance(rule[1], str) else rule[1](found)


def _matches(text: str) -> list[str]:
    return [match for word in re.findall(_WORD, text) if (match := word_match(word))]


@lru_cache(maxsize=4096)
def word_match(word: str) -> str:
    """A word without its ending, a number without commas; nothing for spaces and punctuation."""
    if word[0].isascii() and word[0].isalpha():
        lower = word.lower()
        return pattern("said_words", "WORD_ENDINGS").sub("", lower) if len(lower) > 3 else lower
    plain = unicodedata.normalize("NFKC", word).replace(",", "")
    return plain if plain in _SIGNS or plain == HOME or plain[:1].isalnum() else ""


def changes(
    before: Sequence[Token],
    after: Sequence[Token],
    names: frozenset[str] = frozenset(),
) -> Iterator[tuple[str, str, str]]:
    """What the text told and what it tells now, each with the words around it, and all that is gone where nothing came for it.

    ``names``: the words of the figures' labels. A figure that is gone, or was put in, is not told here.
    """
    one, other = ([at for at, token in enumerate(tokens) if token.match] for tokens in (before, after))
    if not one and not other and token_text(before).strip() != token_text(after).strip():
        yield token_text(before).strip(), token_text(after).strip(), ""
    matches = [before[at].match for at in one], [after[at].match for at in other]
    codes = [code for code in edits(*matches) if code[0] != "equal"]
    keys = [[token.name for token in tokens if token.match == "\0figure"] for tokens in (before, after)]
    if sorted(keys[0]) == sorted(keys[1]) and keys[0] != keys[1]:
        yield token_text(before).strip(), token_text(after).strip(), ""
        return
    moved = _moved(codes, matches, _stretches(before))
    exchanged = {
        (*matches[0][start:end], "", *matches[1][first:last]) for _, start, end, first, last in codes
    }
    for _, start, end, first, last in codes:
        gone, come = matches[0][start:end], matches[1][first:last]
        if "\0figure" in (*gone, *come) and keys[0] == keys[1]:  # words that came to its other side
            gone, come = ([word for word in words if word != "\0figure"] for words in (gone, come))
        if (
            "\0figure" in (*gone, *come)
            or not (gone or come)
            or (not gone and _are_whole(after, other, first, last))
        ):
            continue
        is_exchange = bool(gone and come) and (*come, "", *gone) in exchanged
        is_lost = any(word not in moved for word in gone)
        is_added = any(word not in moved for word in come) and _tells(after, other, first, last, names)
        if is_exchange or is_lost or is_added:
            whole = "" if come else token_text(before[one[start] : one[end - 1] + 1])
            yield _shown(before, one, start, end), _shown(after, other, first, last), whole


def _stretches(tokens: Sequence[Token]) -> list[int]:
    """For each word that tells something the number of its sentence, and of the figures before it."""
    figures, numbers = 0, []
    for token, sentence in zip(tokens, sentences_of(tokens), strict=True):
        figures += token.match == "\0figure"
        if token.match:
            numbers.append(sentence + figures)
    return numbers


def _moved(
    codes: Sequence[tuple[str, int, int, int, int]],
    matches: tuple[list[str], list[str]],
    sentences: list[int],
) -> set[str]:
    """Words that are gone from between two figures of a sentence and are elsewhere there; one that denies never is."""
    gone, come = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    for _, start, end, first, last in codes:
        gone.update((sentences[at], matches[0][at]) for at in range(start, end))
        own = {sentences[at] for at in (start - 1, start) if 0 <= at < len(sentences)}
        come.update((number, word) for word in matches[1][first:last] for number in own)
    denied = pattern("said_words", "DENIED")
    lost = {word for (number, word), count in gone.items() if come[number, word] < count}
    return {word for _, word in gone.keys() & come.keys() if word not in lost and not denied.search(word)}


def _are_whole(tokens: Sequence[Token], told: Sequence[int], first: int, last: int) -> bool:
    """Whether words that came in are sentences from beginning to end."""
    sentences = sentences_of(tokens)
    numbers = [sentences[at] for at in told]
    begins = first == 0 or numbers[first] != numbers[first - 1]
    return begins and (last == len(told) or numbers[last] != numbers[last - 1])


def _tells(
    tokens: Sequence[Token], told: Sequence[int], first: int, last: int, names: frozenset[str]
) -> bool:
    """Whether words that came in tell something: within a clause any do; before it some, a name, or part of the name of a figure."""
    come = [tokens[at] for at in told[first:last]]
    text = " ".join([token_text(tokens[told[first] : told[last - 1] + 1]), *(token.match for token in come)])
    if any(
        pattern("said_words", name).search(text)
        for name in ("TELLING", "NARROWED", "DENIED", "CAUSED", "CLAIMED")
    ):
        return True
    if not _begins_clause(tokens, told, first):
        return True
    sentences = sentences_of(tokens)
    starts = {0, *(at for at in range(1, len(tokens)) if sentences[at] != sentences[at - 1])}
    if any(re.match("[A-Z][a-z]", tokens[at].text) and at not in starts for at in told[first:last]):
        return True
    if any(pattern("quantities", "NUMERAL").fullmatch(token.text) for token in come):
        return True
    following = [tokens[at].match for at in told[last : last + 2]]
    return bool(following) and (following[0] in names or "".join(following) in names)


def _begins_clause(tokens: Sequence[Token], told: Sequence[int], first: int) -> bool:
    """Whether words that came in are first in their clause."""
    before = tokens[told[first - 1] + 1 : told[first]] if first else ()
    return not first or any(token.text in _CLAUSE_ENDS for token in before)


def _shown(tokens: Sequence[Token], told: Sequence[int], start: int, end: int) -> str:
    """The words of a stretch, with some around it."""
    low = told[start - _AROUND] if start >= _AROUND else 0
    high = told[end + _AROUND - 1] + 1 if end + _AROUND <= len(told) else len(tokens)
    return " ".join(token_text(tokens[low:high]).split())
