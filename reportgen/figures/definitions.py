"""Tables and charts as ``pack.toml`` defines them: reading the parts they share, and collecting what is wrong with them.

A definition's mistakes are findings that name the key (``tables.progress.rows[2].indicator``) and the nearest valid
name; all of them are collected before a PackError carries them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.dataset.records import Series
from reportgen.errors import PackError, ReportgenError
from reportgen.figures.indicator_words import IndicatorWord
from reportgen.figures.names import nearest
from reportgen.figures.written_periods import read_period
from reportgen.findings import Finding, Place, Severity
from reportgen.language import both
from reportgen.messages import Bilingual, Words
from reportgen.periods import Period

if TYPE_CHECKING:
    from reportgen.figures.vocabulary import Vocabulary

FILE = "pack.toml"
_NAMES_LISTED = 12
_WHERE_KEYS = ("indicator", "area", "breakdown", "partner", "period", "target")


class Definition:
    """One definition being read: its values by key, and the mistakes found so far."""

    def __init__(self, where: str, raw: Mapping[str, Any], vocabulary: Vocabulary) -> None:
        self.where = where
        self.raw = raw
        self.vocabulary = vocabulary
        self.language = vocabulary.language
        self.findings: list[Finding] = []

    # Mistakes

    def wrong(self, key: str, what: Words, remedy: Words, code: str = "wrong-value") -> None:
        """Take down a mistake at ``key``."""
        place = Place(file=FILE, text=f"{self.where}.{key}" if key else self.where)
        self.findings.append(Finding(code, Severity.ERROR, _at(place.text or "", what), remedy, place))

    def unknown(self, key: str, what: Words, wanted: str, known: Iterable[str]) -> None:
        """Take down a name that does not exist, with the nearest that do."""
        choices = list(known)
        near = Bilingual(*(nearest(wanted, choices, language) for language in ("en", "zh")))
        remedy = Bilingual("Correct the name.", "请更正名称。")
        if not near.en:
            some = choices[:_NAMES_LISTED]
            remedy = Bilingual(f"Write one of: {', '.join(some)}.", f"请改用：{'、'.join(some)}。")
        self.wrong(
            key,
            Bilingual(
                f"there is no {both(what).en} “{wanted}”{near.en}.",
                f"没有{both(what).zh}“{wanted}”{near.zh}。",
            ),
            remedy,
            "unknown-name",
        )

    def stop_if_wrong(self) -> None:
        """Raise PackError with all mistakes, if there are any."""
        if self.findings:
            count = len(self.findings)
            raise PackError(
                Bilingual(
                    f"The definition {self.where} in {FILE} has {count} mistake{'s' if count > 1 else ''}.",
                    f"{FILE} 中 {self.where} 的定义有{count}处错误。",
                ),
                self.findings,
            )

    # Reading

    def check_keys(self, known: Sequence[str]) -> None:
        """Take down every key that is not known."""
        for key in self.raw:
            if key not in known:
                self.unknown(key, Bilingual("key", "键"), key, known)

    def text(self, key: str, default: str = "") -> str:
        """A wording: a text for both languages, or ``{en = "...", zh = "..."}``."""
        return self.words(key, self.raw.get(key, default))

    def words(self, key: str, value: Any) -> str:
        if isinstance(value, Mapping):
            if self.language not in value:
                self.wrong(
                    key,
                    Bilingual(f"the {self.language} wording is missing.", f"缺少 {self.language} 的文字。"),
                    Bilingual('Write {en = "...", zh = "..."}.', '请写成 {en = "...", zh = "..."}。'),
                )
                return ""
            return str(value[self.language])
        if not isinstance(value, str):
            self.wrong(
                key,
                Bilingual("this is not a text.", "此处应为文字。"),
                Bilingual(
                    'Write "..." or {en = "...", zh = "..."}.', '请写成 "..." 或 {en = "...", zh = "..."}。'
                ),
            )
            return ""
        return value

    def texts(self, key: str) -> list[str]:
        """A list of wordings; a single one may stand alone."""
        value = self.raw.get(key, [])
        items = value if isinstance(value, list) else [value]
        return [self.words(f"{key}[{number}]", item) for number, item in enumerate(items, start=1)]

    def choice(self, key: str, known: Sequence[str], default: str) -> str:
        value = str(self.raw.get(key, default))
        if value not in known:
            self.unknown(key, Bilingual("choice", "选项"), value, known)
            return default
        return value

    def flag(self, key: str, default: bool) -> bool:
        """``true`` or ``false``."""
        value = self.raw.get(key, default)
        if not isinstance(value, bool):
            self.wrong(
                key,
                Bilingual("this is neither true nor false.", "此处应为 true 或 false。"),
                Bilingual(f"Write {key} = true or {key} = false.", f"请写成 {key} = true 或 {key} = false。"),
            )
            return default
        return value

    def mappings(self, key: str) -> list[Mapping[str, Any]]:
        """A list of inline tables; a text in it is short for ``{indicator = "..."}``."""
        value = self.raw.get(key, [])
        if not isinstance(value, list):
            self.wrong(
                key,
                Bilingual("this is not a list.", "此处应为列表。"),
                Bilingual(
                    f'Write {key} = [{{indicator = "..."}}].', f'请写成 {key} = [{{indicator = "..."}}]。'
                ),
            )
            return []
        return [item if isinstance(item, Mapping) else {"indicator": item} for item in value]

    def unit_power(self, key: str = "unit") -> int | None:
        """A fixed unit (``"billion"``, ``"亿"``, a power, or one for each language), ``None`` for ``"auto"``."""
        from reportgen.figures.words import unit_power

        value = self.raw.get(key, "auto")
        if isinstance(value, Mapping):
            value = value.get(self.language, "auto")
        if value == "auto":
            return None
        try:
            return unit_power(value)
        except ReportgenError as error:
            self.wrong(
                key, error.message, Bilingual("Write such a unit, or auto.", "请改用上述单位，或写 auto。")
            )
            return None

    def periods(self, key: str = "periods") -> list[Period]:
        """A list of periods, or ``{from = "2019", to = "2023"}`` for a run of years."""
        value = self.raw.get(key, [])
        if isinstance(value, Mapping):
            first, last = (
                self.period(f"{key}.from", value.get("from")),
                self.period(f"{key}.to", value.get("to")),
            )
            if first is None or last is None:
                return []
            return [first.shifted_years(step) for step in range(last.year - first.year + 1)]
        if not isinstance(value, list):
            value = [value]
        found = [self.period(f"{key}[{number}]", item) for number, item in enumerate(value, start=1)]
        return [period for period in found if period is not None]

    def period(self, key: str, value: Any) -> Period | None:
        try:
            return read_period(str(value))
        except ValueError:
            self.wrong(
                key,
                Bilingual(f"“{value}” is no period.", f"“{value}”不是时期。"),
                Bilingual(
                    "Write 2021, 2022-Q1, 2022-05 or 2022-01--2022-05.",
                    "请写成 2021、2022-Q1、2022-05 或 2022-01--2022-05。",
                ),
            )
            return None

    def word(self, key: str, spec: Mapping[str, Any], also: Sequence[str] = ()) -> IndicatorWord | None:
        """The indicator that ``{indicator, area, breakdown, partner, period, target}`` names. ``also``: further keys."""
        known = (*_WHERE_KEYS, *also)
        for name in spec:
            if name not in known:
                self.unknown(f"{key}.{name}", Bilingual("key", "键"), name, known)
        dataset = self.vocabulary.catalogue.dataset
        target = spec.get("target")
        if target is not None and target not in dataset.targets:
            self.unknown(f"{key}.target", Bilingual("target", "目标"), str(target), dataset.targets)
            return None
        if target is not None and "indicator" not in spec:
            return self.target_word(str(target))
        code = self._indicator(f"{key}.indicator", str(spec.get("indicator", "")))
        if code is None:
            return None
        return self._moved(key, code, spec, str(target or ""))

    def target_word(self, target: str) -> IndicatorWord:
        """The indicator of a target, at the period the target is measured on."""
        record = self.vocabulary.catalogue.dataset.targets[target]
        basis = self.vocabulary.catalogue.target_basis(target).observation
        period = basis.period if basis else record.period
        return IndicatorWord(self.vocabulary.page, record.series, period, target=target)

    def _indicator(self, key: str, name: str) -> str | None:
        indicators = self.vocabulary.catalogue.dataset.indicators
        for code, indicator in indicators.items():
            if name in (code, indicator.name_zh):
                return code
        names = [form for code, item in indicators.items() for form in (code, item.name_zh)]
        self.unknown(key, Bilingual("indicator", "指标"), name, names)
        return None

    def _moved(self, key: str, code: str, spec: Mapping[str, Any], target: str) -> IndicatorWord | None:
        context = self.vocabulary.context
        period = self.period(f"{key}.period", spec["period"]) if "period" in spec else context.period
        if period is None:
            return None
        series = Series(code, context.ref_area)
        word: IndicatorWord = IndicatorWord(self.vocabulary.page, series, period, "period" in spec, target)
        try:
            for step, name in (("area", "area"), ("of", "breakdown"), ("partner", "partner")):
                if name in spec:
                    word = getattr(word, step)(str(spec[name]))
        except ReportgenError as error:
            self.wrong(
                key,
                error.message,
                Bilingual("Write a code of the dataset.", "请改用数据集中的代码。"),
                "unknown-name",
            )
            return None
        return word


def check_definitions(vocabulary: Vocabulary) -> list[Finding]:
    """Everything wrong with the tables and charts of a pack, all at once; nothing is taken down as shown."""
    scratch = vocabulary.again()
    findings: list[Finding] = []
    for kind, names, word_of in (
        ("tables", scratch.table_definitions, scratch.table),
        ("charts", scratch.chart_definitions, scratch.chart),
    ):
        for name in names:
            try:
                word_of(name).content()
            except PackError as error:
                findings.extend(error.findings)
            except ReportgenError as error:
                place = Place(file=FILE, text=f"{kind}.{name}")
                findings.append(
                    Finding(
                        "wrong-value",
                        Severity.ERROR,
                        error.message,
                        Bilingual("Mend the definition.", "请修改定义。"),
                        place,
                    )
                )
    return findings


def _at(key: str, what: Words) -> Bilingual:
    return Bilingual(f"{key}: {both(what).en}", f"{key}：{both(what).zh}")
