"""A language as its users see it: it says messages, findings, places and values of any kind."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from reportgen.language.contract import (
    SUBJECTS,
    Advice,
    Entry,
    Labels,
    Punctuation,
    References,
    TemplateWords,
    Wording,
)
from reportgen.language.entry_templates import fill, named_in
from reportgen.messages import Bilingual, Message, Reason, Words

if TYPE_CHECKING:
    from reportgen.findings import Finding, Place
    from reportgen.language.grammar import Grammar
    from reportgen.language.quantities import QuantityWords
    from reportgen.language.running_text import RunningText
    from reportgen.names import AreaName, CodeName, FigureName, SeriesName
    from reportgen.periods import Period
    from reportgen.units import Unit

_PACKAGES = {"en": "reportgen.language.en", "zh": "reportgen.language.zh"}
_OPENED: dict[str, Language] = {}


def languages() -> tuple[str, ...]:
    """The codes of all languages there are."""
    return tuple(_PACKAGES)


def register(code: str, package: str) -> None:
    """Add a language: the name of a package that fulfils the contract."""
    _PACKAGES[code] = package
    _OPENED.pop(code, None)


def language(code: str) -> Language:
    """The language of a code. Raises ``KeyError`` for one that is not registered."""
    found = _OPENED.get(code)
    if found is None:
        found = _OPENED[code] = Language(code, _PACKAGES[code])
    return found


class Language:
    """One language package, its files loaded as they are needed."""

    def __init__(self, code: str, package: str) -> None:
        self.code = code
        self._package = package
        self._subjects: dict[str, ModuleType] = {}
        self._findings: dict[str, Advice] = {}

    @property
    def tag(self) -> str:
        """The language as document properties name it: ``en-GB``."""
        return str(import_module(self._package).TAG)

    @property
    def locales(self) -> tuple[str, ...]:
        """How the names of its locales begin, in lower case."""
        return tuple(import_module(self._package).LOCALES)

    def subject(self, name: str) -> Any:
        """A file of the language."""
        found = self._subjects.get(name)
        if found is None:
            found = self._subjects[name] = import_module(f"{self._package}.{name}")
        return found

    @cached_property
    def punctuation(self) -> Punctuation:
        """Signs between words, and lists."""
        return cast(Punctuation, self.subject("punctuation"))

    @cached_property
    def quantities(self) -> QuantityWords:
        """The words of numbers."""
        from reportgen.language.quantities import QuantityWords

        return QuantityWords(self.subject("quantities"))

    @cached_property
    def grammar(self) -> Grammar:
        """How clauses become sentences."""
        return cast("Grammar", self.subject("sentences").GRAMMAR)

    @cached_property
    def paragraphs(self) -> RunningText:
        """How statements become running text."""
        return cast("RunningText", self.subject("paragraphs").PARAGRAPHS)

    @cached_property
    def labels(self) -> Labels:
        """What series and areas are called."""
        return cast(Labels, self.subject("labels"))

    @cached_property
    def vocabulary(self) -> TemplateWords:
        """What templates may say in the language."""
        return cast(TemplateWords, self.subject("vocabulary"))

    @cached_property
    def references(self) -> References:
        """The words of reference lists."""
        return cast(References, self.subject("references"))

    def say(self, words: Words | None, *, in_print: bool = False) -> str:
        """The words. A message that the language has no entry for raises ``KeyError``: a test walks all of them."""
        if words is None:
            return ""
        if isinstance(words, str):
            return words
        if isinstance(words, Bilingual):
            return words.in_language(self.code)
        subject, _, name = words.code.partition(".")
        if subject == "findings":
            return self._filled(self._advice(name).what, dict(words.parameters), in_print)
        if subject == "remedies":
            return self._filled(self._advice(name).remedy, dict(words.parameters), in_print)
        return self._filled(self.subject(subject).MESSAGES[name], dict(words.parameters), in_print)

    def say_sentence(self, words: Words | None, *, in_print: bool = False) -> str:
        """The words; a reason, which is a clause, as a sentence of its own."""
        text = self.say(words, in_print=in_print)
        return self.punctuation.sentence(text) if isinstance(words, Reason) else text

    def what(self, finding: Finding, *, in_print: bool = False) -> str:
        """What a finding is; in print without the ids of observations, which a dataset's keepers look for."""
        if finding.what is not None:
            return self.say(finding.what, in_print=in_print)
        known = dict(finding.parameters)
        if in_print:
            known |= {name: None for name in known if name.endswith("_id")}
        return self._filled(self._advice(finding.key).what, known, in_print)

    def remedy(self, finding: Finding, *, in_print: bool = False) -> str:
        """What to do about a finding."""
        return self.say(self.remedy_of(finding), in_print=in_print)

    def remedy_of(self, finding: Finding) -> Words | None:
        """The same as a value: which remedy it is, and what that speaks of."""
        if finding.remedy is not None or finding.what is not None:
            return finding.remedy
        named = self._named_in(self._advice(finding.key).remedy)
        spoken_of = {name: value for name, value in finding.parameters if named is None or name in named}
        return Message(f"remedies.{finding.key}", **spoken_of)

    def place(self, place: Place) -> str:
        """The place as a reader would say it: ``observations.csv, row 12, column value``."""
        return str(self.subject("places").described(place, self.say(place.part)))

    def sentence(self, finding: Finding, *, with_remedy: bool = True) -> str:
        """Place, what and (where it is not said apart) remedy on one line."""
        marks = self.punctuation
        where = self.place(finding.place)
        head = f"{where}{marks.COLON}" if where else ""
        remedy = f"{marks.GAP}{self.remedy(finding)}" if with_remedy else ""
        return f"{head}{self.what(finding)}{remedy}"

    def period(self, period: Period, *, short: bool = False) -> str:
        """The period as text says it: ``January–May 2022``, ``2022年1—5月``."""
        return str(self.subject("periods").label(period, short))

    def period_within(self, year: Period, under_way: Period) -> str:
        """A year that is not over, by the part of it that holds what was there in it: ``early 2024``, 2024年初."""
        return str(self.subject("periods").within(year, under_way))

    def months(self, period: Period, *, tiny: bool = False) -> str:
        """The months alone, as they are along an axis whose year is said elsewhere: ``Jan``, ``1月``; ``tiny``: ``J``, ``1``."""
        periods = self.subject("periods")
        return str(periods.tiny(period) if tiny else periods.months(period, short=True))

    def covered(self, period: Period) -> str:
        """The months that a period covers, as the head of a column whose year is said elsewhere: ``January–November``, ``Whole year``."""
        periods = self.subject("periods")
        if period.months == 12 and period.first % 12 == 0:
            return str(periods.WHOLE_YEAR)
        is_within = period.day is None and period.first // 12 == period.year
        return str(periods.months(period) if is_within else periods.label(period))

    def when(self, period: Period) -> str:
        """The period as the time at which something is: ``in 2021``, ``on 31 December 2023``."""
        return str(self.subject("periods").when(period))

    def _period_as(self, period: Period, spec: str) -> str:
        """A period by spec: ``when``, ``length`` (how long it is: ``thirteen months``), ``short``, or as text says it."""
        if spec == "length":
            return str(self.subject("periods").length(period))
        return self.when(period) if spec == "when" else self.period(period, short=spec == "short")

    def unit(self, unit: Unit, spec: str = "") -> str:
        """A unit in words; ``one``: in the singular, as after "per"; ``code``: as the dataset writes it; ``name``: by itself."""
        if spec == "code":
            return unit.code
        if spec == "name":
            return self.quantities.unit_name(unit.code)
        return self.quantities.one(unit.code) if spec == "one" else self.quantities.unit(unit.code)

    def name(
        self, name: SeriesName | FigureName | AreaName | CodeName, spec: str = "", *, in_print: bool = False
    ) -> str:
        """A name as the language writes it; of a series ``quoted`` for one marked off in a sentence,
        ``phrase`` as a sentence opens with it, ``indicator`` without its area. A code is its label in print."""
        from reportgen.names import AreaName, FigureName, SeriesName

        words = self.subject("names")
        if isinstance(name, AreaName):
            return str(self.labels.area(name))
        if isinstance(name, FigureName) and spec == "phrase":
            name = name.series
        if isinstance(name, SeriesName):
            if spec in ("indicator", "phrase"):
                return self.labels.indicator(name) if spec == "indicator" else self.labels.series(name)
            return str(words.series(name, spec))
        if isinstance(name, FigureName):
            return str(words.figure(name, self.period(name.period)))
        label = name.label.in_language(self.code)
        return str(words.code(label)) if in_print and label else name.code

    def listed(self, texts: list[str], joint: str = "") -> str:
        """Texts one after another: ``joint`` is ``and``, ``or`` or empty."""
        return self.punctuation.listed(texts, joint)

    def write(self, value: Any, spec: str = "", *, in_print: bool = False) -> str:
        """A parameter as the language writes a value of its type."""
        if spec == "qualifier":
            return self.quantities.qualifier_name(str(value))
        if value is None or isinstance(value, Message | Bilingual | str):
            text = self.say(value, in_print=in_print)
            form = {"sentence": self.punctuation.sentence, "quoted": self.punctuation.quoted}.get(spec)
            return text if form is None else form(text)
        if isinstance(value, int):
            return f"{value:,}" if spec == "," else str(value)
        if isinstance(value, tuple | list) and spec == "sentences":
            return self.punctuation.GAP.join(self.say_sentence(item, in_print=in_print) for item in value)
        if isinstance(value, tuple | list):
            each, _, joint = spec.rpartition(" ")
            return self.listed([self.write(item, each, in_print=in_print) for item in value], joint)
        return self._write_typed(value, spec, in_print)

    def _write_typed(self, value: Any, spec: str, in_print: bool) -> str:
        """A value that is no words. Its types are loaded here, because help pages speak of texts alone."""
        from datetime import date
        from decimal import Decimal

        from reportgen.findings import Finding, Place
        from reportgen.names import AreaName, CodeName, FigureName, SeriesName
        from reportgen.periods import Period
        from reportgen.units import Unit
        from reportgen.values import Amount, FullNumber, RoundStep, plain

        if isinstance(value, Period):
            return self._period_as(value, spec)
        if isinstance(value, Place):
            return self.place(value)
        if isinstance(value, Finding):
            return self.sentence(value)
        if isinstance(value, SeriesName | FigureName | AreaName | CodeName):
            return self.name(value, spec, in_print=in_print)
        if isinstance(value, Unit):
            return self.unit(value, spec)
        if isinstance(value, Amount):
            return self.quantities.amount(value, value.counter.in_language(self.code))
        if isinstance(value, FullNumber):
            return self.quantities.joined(value.written, self.quantities.unit(value.unit))
        if isinstance(value, RoundStep):
            return self.quantities.power_of_ten(value.power)
        if isinstance(value, Decimal):
            return plain(value)
        return self.period(Period.parse(value.isoformat())) if isinstance(value, date) else str(value)

    def _filled(self, entry: Entry, parameters: dict[str, Any], in_print: bool) -> str:
        if isinstance(entry, Wording):
            entry = entry.in_print if in_print else entry.screen
        if isinstance(entry, str):
            return fill(entry, parameters, lambda value, spec: self.write(value, spec, in_print=in_print))
        return entry(self, parameters)

    def _named_in(self, entry: Entry) -> frozenset[str] | None:
        """The parameters that an entry speaks of; ``None``: it may speak of any."""
        entries = (entry.screen, entry.in_print) if isinstance(entry, Wording) else (entry,)
        named = [named_in(one) for one in entries if isinstance(one, str)]
        return frozenset().union(*named) if len(named) == len(entries) else None

    def _advice(self, key: str) -> Advice:
        """The entry of a finding, by code or ``code/variant``. Raises ``KeyError``."""
        found = self._findings.get(key)
        if found is None:
            tables = (self.subject(name).FINDINGS for name in SUBJECTS)
            entries = next((table for table in tables if key in table), None)
            if entries is None:
                raise KeyError(key)
            found = self._findings[key] = entries[key]
        return found
