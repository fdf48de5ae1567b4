"""What a refresh did and what it left to people, as data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportgen.findings import Place
from reportgen.language import describe, place_record
from reportgen.messages import Bilingual


@dataclass(frozen=True, slots=True)
class Change:
    """Something brought up to the dataset. ``kind``: figure, words, mark, paragraph, row, chart, cell."""

    kind: str
    place: Place
    before: str
    after: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Something the refresh left as people made it. ``built`` was written by the build, ``edited`` stands there, ``now`` is
    what the data say. ``is_conflict`` is false for what needs no decision: deletions that stay."""

    kind: str
    place: Place
    built: str
    edited: str
    now: str
    key: str = ""
    taken: bool = False

    @property
    def is_conflict(self) -> bool:
        return self.kind != "deleted" and not self.taken


@dataclass(slots=True)
class Report:
    """Collected while a document is refreshed."""

    document: str
    changes: list[Change] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    labels: dict[str, Bilingual] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    """Figures by their key."""

    @property
    def conflicts(self) -> list[Left]:
        return [item for item in self.left if item.is_conflict]

    def to_json(self) -> dict[str, Any]:
        """The stable form of ``reportgen refresh --json``."""
        return {
            "document": self.document,
            "changes": [
                {
                    "kind": item.kind,
                    "figure": self.ids.get(item.key),
                    "before": item.before,
                    "after": item.after,
                    "place": place_record(item.place),
                }
                for item in self.changes
            ],
            "left": [
                {
                    "kind": item.kind,
                    "conflict": item.is_conflict,
                    "taken": item.taken,
                    "figure": self.ids.get(item.key),
                    "built": item.built,
                    "edited": item.edited,
                    "now": item.now,
                    "place": place_record(item.place),
                }
                for item in self.left
            ],
        }


_WORDS = {
    "retyped": Bilingual(
        "“{edited}” was typed over “{built}”; the data say “{now}”.",
        "“{edited}”系人工改写（原为“{built}”）；数据为“{now}”。",
    ),
    "rewritten": Bilingual(
        "was rewritten by hand and changed with the data. It reads “{edited}”; from the data it would read “{now}”.",
        "人工改写过，数据也有变化。现写作“{edited}”；按数据应为“{now}”。",
    ),
    "deleted": Bilingual(
        "“{built}” was deleted by hand and stays deleted; from the data it would now read “{now}”.",
        "“{built}”已被人工删除，保持删除；按数据现应为“{now}”。",
    ),
    "gone": Bilingual(
        "“{edited}” is no longer made from the data, and was edited by hand.",
        "“{edited}”已不再由数据生成，但经人工修改。",
    ),
    "new": Bilingual(
        "the data now also give “{now}”, for which no place was found.",
        "数据现另有“{now}”，但找不到相应位置。",
    ),
    "gone_row": Bilingual(
        "the row “{edited}” is no longer made from the data; rows are not taken out of workbooks, where formulas may need them.",
        "“{edited}”一行已不再由数据生成；工作簿中的公式可能引用该行，故不自动删除。",
    ),
    "new_row": Bilingual(
        "the data now also give the row “{now}”; rows are not put into workbooks, where formulas may stand on their places.",
        "数据现另有一行“{now}”；工作簿中的公式可能依赖行的位置，故不自动插入。",
    ),
    "copied": Bilingual(
        "“{edited}” stands in words written by hand, and its sign changed: the data say “{now}”.",
        "“{edited}”处于人工撰写的文字中，且正负号已变：数据为“{now}”。",
    ),
    "chart": Bilingual(
        "the chart's data were changed by hand ({edited}); from the data: {now}.",
        "图表数据经人工修改（{edited}）；按数据应为：{now}。",
    ),
    "formula": Bilingual(
        "the formula {edited} was put where “{built}” stood; the data say “{now}”.",
        "“{built}”处已改为公式 {edited}；数据为“{now}”。",
    ),
}
_KEPT = Bilingual("kept", "保留")
_TAKEN = Bilingual("taken from the data", "已取数据")
_NOTE = Bilingual("note", "提示")
_ADDED = Bilingual("added", "新增")
_REMOVED = Bilingual("removed", "删除")
_NOTHING = Bilingual(
    "Nothing to change: the document agrees with the dataset.", "无需改动：文档与数据集一致。"
)


def report_text(report: Report, language: str) -> str:
    return "\n".join(_lines(report, language))


def _lines(report: Report, language: str) -> Iterator[str]:
    colon = "：" if language == "zh" else ": "
    for item in report.changes:
        where = describe(item.place, language)
        what = f"{item.before} → {item.after}"
        if not item.before:
            what = f"{_ADDED.in_language(language)}{colon}{item.after}"
        elif not item.after:
            what = f"{_REMOVED.in_language(language)}{colon}{item.before}"
        yield f"{where}{colon}{what}{_named(report, item.key, language)}"
    for left in report.left:
        verdict = _TAKEN if left.taken else _KEPT if left.is_conflict else _NOTE
        said = (
            _WORDS[left.kind].in_language(language).format(edited=left.edited, built=left.built, now=left.now)
        )
        where = describe(left.place, language)
        yield f"{verdict.in_language(language)}{colon}{where}{colon}{said}{_named(report, left.key, language)}"
    if not report.changes and not report.left:
        yield _NOTHING.in_language(language)
    else:
        yield _summary(report, language)


def _named(report: Report, key: str, language: str) -> str:
    label = report.labels.get(key)
    return "" if label is None else f"  [{label.in_language(language)}]"


def _summary(report: Report, language: str) -> str:
    changed, conflicts = len(report.changes), len(report.conflicts)
    if language == "zh":
        return f"已更新{changed}处，待人工处理{conflicts}处。"
    return f"{changed} {'change' if changed == 1 else 'changes'}, {conflicts} {'conflict' if conflicts == 1 else 'conflicts'}."
