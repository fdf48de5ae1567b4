"""What a ``pack.toml`` says, read and checked: one definition for both languages.

Every mistake is a finding that names the key; all are reported at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from reportgen.errors import PackError
from reportgen.findings import Finding, Place, Severity, has_errors
from reportgen.messages import Bilingual, Words
from reportgen.periods import Period

if TYPE_CHECKING:
    from reportgen.dataset.records import Dataset

LANGUAGES = ("en", "zh")
FILE = "pack.toml"

_KEYS = ("name", "languages", "dataset", "ref_area", "period", "cut_off", "documents", "tables", "charts",
         "en", "zh", "lineage", "percent_decimals", "national_area")  # fmt: skip
_DOCUMENT_KEYS = ("template", "output", "databook", "languages")
_TEXT_REQUIRED = ("title", "issuer")
_FORBIDDEN_IN_NAMES = set('<>:"/\\|?*')


@dataclass(frozen=True, slots=True)
class Document:
    """One file that a build makes. ``template`` is ``None`` for the data book, which needs none."""

    template: str | None
    output: str
    languages: tuple[str, ...]

    def template_for(self, language: str) -> str | None:
        return self.template.replace("{language}", language) if self.template else None

    def output_for(self, language: str) -> str:
        return self.output.replace("{language}", language)


@dataclass(frozen=True)
class PackDefinition:
    """A pack as its ``pack.toml`` defines it. Paths are as written there, relative to ``folder``."""

    folder: Path
    name: str
    languages: tuple[str, ...]
    dataset: str
    ref_area: str
    period: Period
    cut_off: date
    documents: tuple[Document, ...]
    texts: Mapping[str, Mapping[str, str]]
    """For each language what ``[en]`` and ``[zh]`` say: title, number, issuer and any words of the pack's own."""
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    charts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lineage: bool = True
    percent_decimals: int | None = None
    national_area: str = "CN"

    @property
    def dataset_path(self) -> Path:
        return self.folder / self.dataset

    def template_path(self, document: Document, language: str) -> Path:
        """Where a document's template lies. Only for documents that have one."""
        template = document.template_for(language)
        assert template is not None
        return self.folder / template


def find_definition(path: Path) -> Path:
    """The ``pack.toml`` that ``path`` (the file or its folder) stands for."""
    file = path / FILE if path.is_dir() else path
    if not file.is_file():
        raise PackError(
            Bilingual(
                f"There is no {FILE} at {path}: give a pack's folder or its {FILE}, or start one with `reportgen init`.",
                f"{path} 处没有 {FILE}：请给出报告包文件夹或其中的 {FILE}，也可用 `reportgen init` 新建一个。",
            )
        )
    return file


def read_definition(path: Path) -> PackDefinition:
    """Read and check a ``pack.toml`` (or the folder it lies in). Raises :class:`PackError` with all findings."""
    file = find_definition(path)
    raw = _parse(file)
    findings = list(_findings(raw))
    if has_errors(findings):
        raise PackError(
            Bilingual(
                f"The pack definition {file.name} has {_count_en(len(findings))}.",
                f"报告包定义 {file.name} 有{len(findings)}处问题。",
            ),
            findings,
        )
    languages = tuple(raw.get("languages", LANGUAGES))
    return PackDefinition(
        folder=file.parent,
        name=raw.get("name", file.resolve().parent.name),
        languages=languages,
        dataset=raw["dataset"],
        ref_area=raw["ref_area"],
        period=Period.parse(str(raw["period"])),
        cut_off=_as_date(raw["cut_off"]),
        documents=tuple(_document(item, languages) for item in raw["documents"]),
        texts={language: {key: str(text) for key, text in raw[language].items()} for language in languages},
        tables=raw.get("tables", {}),
        charts=raw.get("charts", {}),
        lineage=raw.get("lineage", True),
        percent_decimals=raw.get("percent_decimals"),
        national_area=raw.get("national_area", "CN"),
    )


def unknown_areas(definition: PackDefinition, dataset: Dataset) -> list[Finding]:
    """The definition's areas that the dataset does not have, at the keys that name them."""
    found = []
    for key, area in (("ref_area", definition.ref_area), ("national_area", definition.national_area)):
        stated = key == "ref_area" or definition.national_area != "CN"
        if stated and area not in dataset.areas:
            near = get_close_matches(area, dataset.areas, n=1)
            found.append(
                _finding(
                    "unknown-code",
                    key,
                    Bilingual(
                        f"{key} is {area}, an area the dataset does not have.",
                        f"{key} 为 {area}，数据集中没有该地区。",
                    ),
                    Bilingual(
                        f"Did you mean {near[0]}?" if near else "Take a code from areas.csv.",
                        f"是否应为 {near[0]}？" if near else "请使用 areas.csv 中的代码。",
                    ),
                )
            )
    return found


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise PackError(
            Bilingual(
                f"{file.name} is not UTF-8: save it again as UTF-8.",
                f"{file.name} 不是 UTF-8 编码：请另存为 UTF-8。",
            )
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(
            Bilingual(
                f"{file.name} is not valid TOML: {error}; mend that line and run again.",
                f"{file.name} 不是有效的 TOML：{error}；请改正该行后重试。",
            )
        ) from None


def _document(item: Mapping[str, Any], languages: tuple[str, ...]) -> Document:
    wanted = tuple(item.get("languages", languages))
    return Document(item.get("template"), item["output"], tuple(lang for lang in languages if lang in wanted))


def _as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    yield from _unknown_keys(raw, _KEYS, "")
    yield from _missing(raw, ("dataset", "ref_area", "period", "cut_off", "documents"), "")
    for key in ("name", "dataset", "ref_area", "national_area"):
        if not isinstance(raw.get(key, ""), str):
            yield _wrong(key, "a text in quotes", "加引号的文本")
    if "name" in raw and isinstance(raw["name"], str) and not _is_file_name(raw["name"]):
        yield _wrong("name", "a plain name that can be a folder's", "可作文件夹名的名称")
    if not isinstance(raw.get("lineage", True), bool):
        yield _wrong("lineage", "true or false", "true 或 false")
    if raw.get("percent_decimals", 1) not in range(5) or isinstance(raw.get("percent_decimals"), bool):
        yield _wrong("percent_decimals", "a whole number from 0 to 4", "0 到 4 的整数")
    yield from _language_findings(raw)
    if "period" in raw and not _reads(lambda: Period.parse(str(raw["period"]))):
        yield _wrong(
            "period",
            "a period such as 2021, 2022-05 or 2022-01--2022-05",
            "时期，如 2021、2022-05 或 2022-01--2022-05",
        )
    if "cut_off" in raw and not _reads(lambda: _as_date(raw["cut_off"])):
        yield _wrong("cut_off", "a date such as 2024-03-31", "日期，如 2024-03-31")
    yield from _document_findings(raw)
    for key in ("tables", "charts"):
        section = raw.get(key, {})
        if not isinstance(section, dict) or not all(isinstance(item, dict) for item in section.values()):
            yield _wrong(key, f"sections such as [{key}.progress]", f"小节，如 [{key}.progress]")


def _language_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    languages = raw.get("languages", list(LANGUAGES))
    known = isinstance(languages, list) and languages and all(item in LANGUAGES for item in languages)
    if not known or len(set(languages)) != len(languages):
        yield _wrong("languages", '["en", "zh"] or one of them', '["en", "zh"] 或其中之一')
        return
    for language in languages:
        section = raw.get(language)
        if not isinstance(section, dict):
            yield _finding(
                "missing-key",
                language,
                Bilingual(f"the section [{language}] is missing.", f"缺少小节 [{language}]。"),
                Bilingual("Add it with title and issuer.", "请补上，并写明 title 和 issuer。"),
            )
            continue
        yield from _missing(section, _TEXT_REQUIRED, f"{language}.")


def _document_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    documents = raw.get("documents", [])
    if not isinstance(documents, list) or not all(isinstance(item, dict) for item in documents):
        yield _wrong("documents", "a list: [[documents]]", "列表：[[documents]]")
        return
    languages = raw.get("languages", list(LANGUAGES))
    seen: dict[str, str] = {}
    for number, item in enumerate(documents, start=1):
        at = f"documents[{number}]."
        yield from _unknown_keys(item, _DOCUMENT_KEYS, at)
        yield from _missing(item, ("output",), at)
        if ("template" in item) == bool(item.get("databook")):
            yield _finding(
                "wrong-value",
                f"{at}template",
                Bilingual(
                    "a document needs either a template or databook = true.",
                    "每个文档需要 template，或写 databook = true，二者取一。",
                ),
                Bilingual("Keep one of the two.", "请保留其一。"),
            )
        output = item.get("output", "x")
        if not isinstance(output, str) or not _is_file_name(output):
            yield _wrong(f"{at}output", "a plain file name without folders", "不含文件夹的文件名")
            continue
        for language in languages if isinstance(languages, list) else ():
            name = output.replace("{language}", str(language)).casefold()
            if name in seen:
                yield _finding(
                    "duplicate-output",
                    f"{at}output",
                    Bilingual(
                        f"two documents would both be written to {name}.", f"两个文档都要写入 {name}。"
                    ),
                    Bilingual(
                        "Put {language} in the name or choose another.",
                        "请在文件名中加入 {language} 或另取名。",
                    ),
                )
            seen[name] = at


def _is_file_name(name: str) -> bool:
    plain = PurePosixPath(name).name == name and name not in {"", ".", ".."}
    return plain and not (_FORBIDDEN_IN_NAMES & set(name)) and not name.endswith((".", " "))


def _unknown_keys(section: Mapping[str, Any], known: tuple[str, ...], at: str) -> Iterator[Finding]:
    for key in section:
        if key in known:
            continue
        near = get_close_matches(key, known, n=1)
        yield _finding(
            "unknown-key",
            f"{at}{key}",
            Bilingual(f"the key {at}{key} is not known.", f"未知的键 {at}{key}。"),
            Bilingual(
                f"Did you mean {near[0]}?" if near else f"Known keys: {', '.join(known)}.",
                f"是否应为 {near[0]}？" if near else f"可用的键：{'、'.join(known)}。",
            ),
        )


def _missing(section: Mapping[str, Any], required: tuple[str, ...], at: str) -> Iterator[Finding]:
    for key in required:
        if not section.get(key):
            yield _finding(
                "missing-key",
                f"{at}{key}",
                Bilingual(f"the key {at}{key} is missing.", f"缺少键 {at}{key}。"),
                Bilingual("Add it to pack.toml.", "请在 pack.toml 中补上。"),
            )


def _wrong(key: str, wanted_en: str, wanted_zh: str) -> Finding:
    return _finding(
        "wrong-value",
        key,
        Bilingual(f"{key} is not {wanted_en}.", f"{key} 应为{wanted_zh}。"),
        Bilingual(f"Write {wanted_en}.", f"请改写为{wanted_zh}。"),
    )


def _finding(code: str, key: str, what: Words, remedy: Words) -> Finding:
    return Finding(code, Severity.ERROR, what, remedy, Place(file=FILE, text=key))


def _reads(read: Any) -> bool:
    try:
        read()
    except (ValueError, TypeError):
        return False
    return True


def _count_en(number: int) -> str:
    return "one mistake" if number == 1 else f"{number} mistakes"
