"""What a language gives: the contract that each language package fulfils, and the forms of its entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from reportgen.record import Record

if TYPE_CHECKING:
    from decimal import Decimal

    from reportgen.messages import Words
    from reportgen.names import AreaName, SeriesName
    from reportgen.periods import Period


class Speaker(Protocol):
    """What an entry that is a function may ask: the language it belongs to."""

    @property
    def code(self) -> str: ...
    def say(self, words: Words | None, *, in_print: bool = False) -> str: ...
    def period(self, period: Period, *, short: bool = False) -> str: ...
    def listed(self, texts: list[str], joint: str = "") -> str: ...
    def write(self, value: Any, spec: str = "", *, in_print: bool = False) -> str: ...


Make = Callable[[Speaker, dict[str, Any]], str]

SUBJECTS = (
    "calculations",
    "commands",
    "databook",
    "dataset",
    "excel",
    "expressions",
    "figures",
    "finished",
    "forms",
    "intake",
    "kinds",
    "living",
    "ooxml",
    "official_form",
    "pack",
    "page",
    "text",
    "word",
)
"""The files of a language that hold messages and findings, one for each room of the house. Beside them a language has

- ``__init__``: ``TAG`` and ``LOCALES``; ``databook`` also ``FONTS``, ``DIGIT`` and ``CHARSET``;
- ``living``: ``NOTE_NAMES`` and ``NOTE_COLUMNS`` of the revision note's template, ``CHOICES`` of tables of decisions;
- ``word``: ``NAMES`` of the functions of templates, and ``STYLES`` by what they are for;
- ``punctuation``: signs between words and lists (:class:`Punctuation`);
- ``quantities``: the words of numbers (:class:`QuantityTables`);
- ``ooxml``: ``BUBBLE_SIZES``, what the series with the sizes of a series' bubbles may be called;
- ``forms``: ``NO_NUMBER``, what people write where they have none;
- ``table_words``: the words by which published tables are read: names of months, what is before a unit or a note; and tables of documents
  (``TOTAL_ROW``, ``PART_ROW``, ``RATE_HEAD``);
- ``periods``: ``label(period, short)``, ``months(period, short)``, ``length(period)``, ``within(year, under_way)``, ``tiny(period)``, ``when(period)``, ``read(text)`` for what a person wrote in a cell, in lower case without spaces,
  and ``mentions(period)``, an expression of what people write for it in running text; ``UNITS_OF_TIME`` and ``BREAKS_AFTER``, letters of its dates that lines do not part
  from a number, and after which they may break;
- ``other_numbers``: ``PATTERNS`` of digits that state no quantity (dates, numbering, laws), by what they are, and ``WORDS`` within those that all share;
- ``directions``: words of rise and fall in prose, of comparisons and of gaps (``RISE``, ``FALL``, of these the plain ones ``ROSE``, ``FELL``, ``GROWTH``, ``NEGATIVE_GROWTH``, ``ABOVE``, ``BELOW``, ``SHORT``,
  ``PASSED``), of the side of zero (``BELOW_ZERO``, ``LOSS``, ``PROFIT``, ``OF_EITHER_SIGN`` of labels), and what sets bounds to them (``REACHED``, ``TURNED``, ``COMPARED``,
  ``SIGN_TAKEN_UP``, ``CLAUSE_ENDS``);
- ``said_words``: words that tell what a figure is said to be (``TELLING``, ``NARROWED``, ``GROWTH_SAID``, ``TARGET_SAID``, ``DENIED``, ``COUNTER``, ``OF_FIGURES``, ``UNITS_SAID``, ``TARGET_MET``, ``FIRST_SAID``, ``LAST_SAID``, ``CAUSED``, ``CLAIMED``, ``CLAIMED_OF``, ``OF_BUSINESS``, ``OPINION``, ``FIRST_TIME``, ``YEAR_FIRST``, ``ABBREVIATED``, ``WITH_POINT``, ``FILE_NUMBER``, ``RELATIONS``), and what may change without telling another thing (``SAME`` wordings, ``EMPTY`` words, ``FILLING`` ones, ``WORD_ENDINGS``, ``KEPT`` ones, parts of which would be empty;
  ``OWN_AREA``, ``POSSESSIVE``, ``NATION``, ``OTHER_PLACES``, ``NAME_BEGINNINGS``, ``NAME_ENDINGS``, ``PART_OF_YEAR``, ``GROWTH_BEFORE``, ``SHARE_BEFORE``);
- ``names``: ``series(name, spec)``, ``figure(name, period)``, ``code(label)``;
- ``places``: ``described(place, part)``, and ``PARAGRAPH``, an expression of how people name a paragraph by its number;
- ``vocabulary``: the names that templates may use (:class:`TemplateWords`);
- ``reference``: what each column, key and function is for (``TITLES``, ``INTRODUCTIONS``, ``SECTIONS``, ``COLUMNS``, ``PACK``, ``RECIPE``, ``FUNCTIONS``);
- ``references``: the words of reference lists (:class:`References`);
- ``labels``: what series and areas are called (:class:`Labels`);
- ``sentences``: ``GRAMMAR``, how clauses become sentences (:class:`reportgen.language.grammar.Grammar`);
- ``paragraphs``: ``PARAGRAPHS``, how statements become running text (:class:`reportgen.language.running_text.RunningText`).
"""


class Punctuation(Protocol):
    """``punctuation.py`` of a language."""

    COMMA: str
    COLON: str
    SEMICOLON: str
    STOP: str
    GAP: str
    """Between two sentences, and between a mark and its text."""

    @staticmethod
    def listed(texts: list[str], joint: str) -> str:
        """``joint`` is ``and``, ``or`` or empty."""

    @staticmethod
    def sentence(clause: str) -> str:
        """A clause as a sentence of its own."""

    @staticmethod
    def closed(clause: str) -> str:
        """A clause as the end of a sentence."""

    @staticmethod
    def quoted(text: str) -> str:
        """A text word for word."""

    @staticmethod
    def bracketed(text: str) -> str:
        """The text in brackets, with the space before them that the language wants."""

    @staticmethod
    def set_in_brackets(text: str) -> str:
        """The text in brackets of its own, as it is where it has them; nothing where it is empty."""

    @staticmethod
    def unbracketed(text: str) -> str:
        """The text for use inside brackets, its own ones of another form."""


class QuantityTables(Protocol):
    """``quantities.py`` of a language: the words that numbers are written with and read by.

    Unit codes are ISO 4217 for currencies, else those of the dataset (``count``, ``percent``, ``percentage_points``,
    ``times``, ``rank``, ``tonne``, ...). Qualifiers are ``gt``, ``ge``, ``lt``, ``le``, ``almost``, ``about``.
    """

    UNITS: Mapping[str, str]
    SINGULARS: Mapping[str, str]
    """Units whose word for one differs."""
    IN_HEADS: Mapping[str, str]
    """Units that are worded otherwise where they name a column or an axis."""
    MULTIPLIERS: Mapping[int, str]
    """The word of each power of ten."""
    POWERS: Mapping[int, int]
    """Powers that running text chooses from, largest first, with the most decimals that a number may have."""
    GROUPING: str
    GAP: str
    """Between number, multiplier and unit."""
    CLOSE_UNITS: tuple[str, ...]
    """Units that follow a number without a gap."""
    QUALIFIERS: Mapping[str, str]
    QUALIFIER_SYMBOLS: Mapping[str, str]
    UNIT_NAMES: Mapping[str, str]
    """Units that are called otherwise by themselves."""
    EXACT: str
    """A number without a qualifier, by itself."""
    AS_WORDED: str
    STATUSES: Mapping[str, str]
    STATES: Mapping[str, str]

    @staticmethod
    def between(low: str, high: str, unit: str, power: int) -> str:
        """The two ends of a range, counted in 10^``power``, with their unit where there is one."""

    # How numbers are read in prose. Words are regular expressions, letter case apart; what is written is read without
    # being named again. Where several words fit, the longest is meant.
    UNIT_WORDS: Mapping[str, str]
    """What follows a number, by unit."""
    SIGNS_BEFORE: Mapping[str, str]
    """What is before a number, by unit."""
    TAILS: Mapping[str, str]
    """What follows a number whose unit is before it."""
    MINUS: str
    """Words right before a number below zero."""
    AFTER_SIGN: Mapping[str, int]
    """Letters right after an amount whose sign is before it, with their power of ten: £400m."""
    MULTIPLIER_WORDS: Mapping[str, int]
    """Plain words, not expressions, with their power of ten."""
    PLACEHOLDER: str
    """What stands for empty places between a number's multiplier and the rest of the number: 1亿零500万."""
    COUNTERS: str
    """What is counted, where no unit is said."""
    STATING: str
    """What makes a quantity of a number that has neither unit nor counter."""
    JOINING: str
    """Between the two numbers of a range."""
    ARTICLES: str
    """What may be between a qualifier and its number."""
    VAGUE: str
    """What is written in place of a number, and says none; digits within it are no number."""
    NUMERAL: str
    """A number in words, without multipliers."""
    A_HALF_MORE: str
    """What adds a half of one to a number, after it, its multiplier or its unit; what may follow it says the reader."""
    PHRASES: Mapping[str, Callable[[str], tuple[Decimal, str]]]
    """Other ways to say a number with its unit: the whole of it, and what it says."""
    FRACTIONS: Mapping[str, Callable[[str], Decimal]]
    """Parts of a whole in words (two thirds), and what part they are: no number of a table, and not the numbers in them."""
    QUALIFIERS_BEFORE: Mapping[str, str]
    QUALIFIERS_WITHIN: Mapping[str, str]
    """Between a number and its multiplier or unit."""
    QUALIFIERS_AFTER: Mapping[str, str]
    """After a number and its unit."""
    SAID_OTHERWISE: Mapping[Decimal, str]
    """Words that say a number without naming it, or something else."""
    MULTIPLES: Mapping[Decimal, str]
    """Words that say a multiple."""
    CLAIMS: tuple[tuple[str, Decimal, str], ...]
    """Words that claim a place, or how many digits or years, without a number: by unit and number."""
    STATED_IN_WORDS: str
    """Parts of a whole and multiples in words where they are what a sentence says."""
    OF_SOMETHING_ELSE: str
    """Behind words that would say a number: they say none."""
    MULTIPLE_REACHED: str
    """What before a multiple says that it was grown *to*, not by: 增长到3倍."""
    MULTIPLE_OF_WHOLE: str
    """What after a multiple says the same: three times *as much*."""

    @staticmethod
    def numeral(text: str) -> Decimal | None:
        """The value of what ``NUMERAL`` matches; a round one keeps its exponent."""

    @staticmethod
    def singular(counter: str) -> str:
        """The word for one of a counter word."""

    @staticmethod
    def ratio(above: str, below: str) -> str:
        """A unit per another, the second one in the singular."""

    @staticmethod
    def rank(place: Decimal, among: bool, in_words: bool = False) -> RankWords:
        """A rank with the words around it; ``among`` the first so many; ``in_words``: a low one as running text says it."""


class Periods(Protocol):
    """``periods.py`` of a language, as far as sentences ask it."""

    HELD: str
    """An expression of the spaces at which a line does not part a period."""
    WHOLE_YEAR: str
    """A year as the months that a column covers: ``Whole year``."""

    @staticmethod
    def label(period: Period, short: bool = False) -> str: ...
    @staticmethod
    def months(period: Period, short: bool = False) -> str:
        """The part of a year that has been named."""

    @staticmethod
    def phrase(period: Period, *, flow: bool = False, under_way: Period | None = None) -> str:
        """The period as a sentence opens with it; a ``flow`` of one day happened on it, and did not add up until then.

        ``under_way``: of what is there, and not added up, at some time of a period that is not over: the part of its year that holds it.
        """

    @staticmethod
    def end(period: Period) -> str:
        """The last day or month of a period, as a time."""


class Labels(Protocol):
    """``labels.py`` of a language: what series and areas are called in running text and in tables."""

    @staticmethod
    def indicator(name: SeriesName) -> str:
        """The indicator with its breakdown and partner."""

    @staticmethod
    def part(name: SeriesName) -> str:
        """The breakdown alone, for a row under its whole."""

    @staticmethod
    def area(name: AreaName) -> str: ...
    @staticmethod
    def series(name: SeriesName) -> str:
        """Area and indicator as a sentence says them."""

    @staticmethod
    def area_within(name: AreaName, whole: AreaName | None) -> str:
        """An area where the whole it is a part of has been said."""

    @staticmethod
    def whole(name: SeriesName, beside: SeriesName) -> str:
        """What ``beside`` is a part of."""

    @staticmethod
    def mid_sentence(text: str, proper: frozenset[str] = frozenset(), *, brands: bool = False) -> str:
        """A label within a sentence; names and words of ``proper`` keep their capitals, with ``brands`` single words, too."""

    @staticmethod
    def title(name: SeriesName, kind: str = "") -> str:
        """The whole name of a figure; ``kind`` is the kind of number in words."""

    @staticmethod
    def first_part(label: str, proper: frozenset[str]) -> str:
        """The label of the first row under its whole."""

    @staticmethod
    def next_part(label: str, proper: frozenset[str]) -> str:
        """The label of a row after that one."""

    @staticmethod
    def capital(text: str) -> str:
        """The text as a sentence or a cell opens with it."""


class TemplateWords(Protocol):
    """``vocabulary.py`` of a language: what templates may say in it beside the program's own names."""

    NAMES: Mapping[str, Mapping[str, str]]
    """For each section of the vocabulary the language's name of each of the program's own ones; those of kinds are with their words."""
    SAYS: Mapping[str, Mapping[str, str]]
    """What each name gives."""
    COLUMN_HEADS: Mapping[str, str]
    """The heads of the table columns that show no kind; ``KEY/year`` where a whole year is compared."""


class References(Protocol):
    """``references.py`` of a language: the words of reference lists. Unknown parts are named, never left out."""

    STYLE: str
    """The standard that documents in the language follow: ``gb_t_7714`` or ``iso_690``."""
    ANONYMOUS: str
    ANONYMOUS_LISTED: str
    NO_TITLE: str
    NO_PLACE: str
    NO_PUBLISHER: str
    NO_DATE: str
    AND_OTHERS: str
    ONLINE: str
    VIEWED: str
    """With ``{date}``."""
    AVAILABLE: str
    """With ``{url}``."""
    FAMILY_NAMES: Sequence[str]
    """Family names in Latin letters that are before the given ones, in small letters."""


class RankWords(Record):
    """A rank and the words around it: 第 1 位, ``1 st``, ``top 5``. ``place`` is in digits, or in words where they were asked for."""

    before: str
    place: str
    after: str = ""
    """What belongs to the number itself."""
    unit: str = ""

    @property
    def number(self) -> str:
        return f"{self.before}{self.place}{self.after}"

    @property
    def text(self) -> str:
        return f"{self.number}{self.unit}"


class Wording(Record):
    """An entry with two wordings side by side: for the people who keep the data, and for readers of a printed page."""

    screen: str | Make
    in_print: str | Make


class Advice(Record):
    """The entry of a finding: what it is, and what to do about it. Each is one sentence."""

    what: str | Wording | Make
    remedy: str | Wording | Make = ""


Entry = str | Wording | Make


class KindWords(Record):
    """The words of a kind of figure, an entry of ``KINDS`` in ``kinds.py``.

    ``name`` is what it is called in a list; ``missing`` in a sentence that says there is none, of ``{series}``
    in ``{whole}`` or of ``{area}``; ``about`` follows the name of a series where a finding speaks of such a number.
    ``template_name`` is what templates may call it beside the program's own name, ``template_help`` what that gives;
    ``column`` what ``pack.toml`` may call its table column, ``head`` the column's head, ``head_of_year`` where a whole year is
    compared.
    """

    name: str
    missing: str
    about: str = ""
    template_name: str = ""
    template_help: str = ""
    column: str = ""
    head: str = ""
    head_of_year: str = ""
