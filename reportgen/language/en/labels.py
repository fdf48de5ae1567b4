"""What series and areas are called in running text and in tables, in English."""

from __future__ import annotations

from reportgen.language.en.punctuation import COLON, COMMA, SEMICOLON, bracketed, unbracketed
from reportgen.language.en.quantities import singular
from reportgen.names import AreaName, SeriesName
from reportgen.record import replace

_DIVISIONS = frozenset(
    [
        "large", "medium", "small", "micro", "big", "other", "others", "total", "rest", "urban", "rural",
        "male", "female", "men", "women", "direct", "indirect", "public", "private", "state-owned",
        "foreign", "domestic", "foreign-funded", "collective", "individual", "online", "offline", "new",
        "old", "primary", "secondary", "tertiary", "agriculture", "industry", "services", "manufacturing",
        "mining", "construction", "goods", "retail", "wholesale", "imports", "exports", "air", "sea",
        "rail", "road", "water", "processing", "bonded", "low", "high", "middle", "upper", "lower",
    ]
)  # fmt: skip
"""Words by which statistics divide things: alone they are no names."""
_COMMON_NOUNS = frozenset(["world", "nation", "country", "city", "province"])
"""Labels of areas that are no names."""

_WHOLES = ("total", "gross", "overall", "all")
"""Labels that begin so say themselves that they are a whole."""


def indicator(name: SeriesName) -> str:
    """The indicator with its breakdown and partner: ``Relief goods (medical supplies; Wuhan)``.

    A breakdown alone goes into the indicator's own pattern for parts, where it has one: ``Exports of passenger cars``.
    """
    pattern = name.pattern.en
    if name.partner is not None and name.crossing:
        whole = indicator(replace(name, partner=None))
        return f"{whole} {_CROSSING[name.crossing]} {name.partner.en}"
    if "{}" in pattern and name.breakdown is not None and name.partner is None:
        part = name.breakdown.en
        if not pattern.startswith("{}"):
            part = mid_sentence(part, name.proper, brands=True)
        return capital(pattern.replace("{}", part))
    details = [item.en for item in (name.breakdown, name.partner) if item is not None]
    if not details:
        return name.indicator.en
    inner = SEMICOLON.join(unbracketed(mid_sentence(item, name.proper, brands=True)) for item in details)
    return f"{name.indicator.en}{bracketed(inner)}"


_CROSSING = {"out": "to", "in": "from", "both": "with"}
"""Before the partner of exports, of imports, of trade."""


def part(name: SeriesName) -> str:
    """The breakdown alone, for a row under its whole: ``Physical goods``."""
    return name.breakdown.en if name.breakdown is not None else name.indicator.en


def area(name: AreaName) -> str:
    """``Chongqing``."""
    return name.label.en


def area_within(name: AreaName, whole: AreaName | None) -> str:
    """An area under one that has been named: ``the 14 key districts`` without ``of Chongqing``."""
    return with_article(area(name).removesuffix(f" of {area(whole)}") if whole else area(name))


def series(name: SeriesName) -> str:
    """Area and indicator as a sentence says them: ``Chongqing's online retail sales``."""
    what, where = mid_sentence(indicator(name), name.proper), area(name.area)
    if not where:
        return what
    if name.area.is_group or " of " in where:
        return f"{what} of {with_article(where)}"
    return f"{possessive(with_article(where))} {what}"


def with_article(where: str) -> str:
    """``the 14 key districts``, ``the world``."""
    if where.casefold() in _COMMON_NOUNS:
        return f"the {where.casefold()}"
    return f"the {where}" if where[:1].isdigit() else where


def possessive(where: str) -> str:
    """``Chongqing’s``."""
    return f"{where}’{'' if where.endswith('s') else 's'}"


def title(name: SeriesName, kind: str = "") -> str:
    """The whole name of a figure: ``Exports, Chongqing: year-on-year growth``."""
    named = f"{indicator(name)}{COMMA}{area(name.area)}"
    return f"{named}{COLON}{kind}" if kind else named


def whole(name: SeriesName, beside: SeriesName) -> str:
    """What ``beside`` is a part of: ``total exports``, ``all firms``; of another area with its name."""
    if name.area.code != beside.area.code:
        return series(name)
    label = mid_sentence(indicator(name), name.proper)
    if "(" in label or label.casefold().startswith(_WHOLES):
        return label
    return f"{'all' if is_what_is_counted(name) else 'total'} {label}"


def is_what_is_counted(name: SeriesName) -> bool:
    """Whether the label says what is counted: ``Online merchants``, so that no counter word follows."""
    if not name.is_count:
        return False
    words = name.indicator.en.casefold().split()
    return name.counter.en.casefold() in words or words[0].endswith("s") or words[-1].endswith("s")


def things(name: SeriesName) -> tuple[str, str] | None:
    """The label as an area has what it names, one and several: ``online merchant``, ``online merchants``.

    Nothing where it does not name things that are there (flows) or is no plural noun (``countries reached``).
    """
    label = indicator(name)
    if not name.is_count or name.is_flow or "(" in label:
        return None
    words = mid_sentence(label, name.proper).split()
    at = next((place for place, word in enumerate(words) if word in _PREPOSITIONS), len(words)) - 1
    if at < 0 or not words[at].endswith("s") or words[at].endswith("ss") or "and" in words[:at]:
        return None
    one = [*words[:at], singular(words[at]), *words[at + 1 :]]
    return " ".join(one), " ".join(words)


_PREPOSITIONS = frozenset(["of", "for", "with", "in", "to", "by", "from", "on", "at", "under", "through"])


def mid_sentence(text: str, proper: frozenset[str] = frozenset(), *, brands: bool = False) -> str:
    """The text without its opening capital, unless that belongs to the word.

    Kept are abbreviations (GDP, B2C), names of several words (Tesla Motors), labels that begin with a word of ``proper``
    (Chongqing-made automobiles) and, with ``brands``, single words (Yu'ou) but those by which statistics divide things
    (Large, Urban).
    """
    if not text[:1].isupper():
        return text
    first, _, rest = text.partition(" ")
    stem = first.split("-", 1)[0]
    is_abbreviation = any(letter.isupper() for letter in first[1:]) or (len(stem) == 1 and stem != "E")
    is_name = (
        (brands and not rest and text.casefold() not in _DIVISIONS) or rest[:1].isupper() or stem in proper
    )
    return text if is_abbreviation or is_name else text[0].lower() + text[1:]


def first_part(label: str, proper: frozenset[str]) -> str:
    """The label of the first row under its whole: ``of which: physical goods``."""
    return f"of which: {mid_sentence(label, proper, brands=True)}"


def next_part(label: str, proper: frozenset[str]) -> str:
    """The label of a row after it: ``services``."""
    return mid_sentence(label, proper, brands=True)


def capital(text: str) -> str:
    """The text with an opening capital."""
    return text[:1].upper() + text[1:]
