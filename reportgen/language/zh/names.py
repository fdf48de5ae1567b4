"""What series, figures and codes are called, in Chinese."""

from __future__ import annotations

from reportgen.language.zh.kinds import KINDS
from reportgen.language.zh.labels import area
from reportgen.names import FigureName, SeriesName


def series(name: SeriesName, spec: str) -> str:
    """重庆市出口总额（乘用车）; ``quoted``: 重庆市“出口总额（乘用车）”."""
    details = [label.zh for label in (name.breakdown, name.partner) if label is not None]
    if spec == "quoted":
        inside = f"（{'、'.join(details)}）" if details else ""
        return f"{area(name.area)}“{name.indicator.zh}{inside}”"
    return f"{area(name.area)}{name.indicator.zh}{''.join(f'（{detail}）' for detail in details)}"


def figure(name: FigureName, period: str) -> str:
    """2021年重庆市出口总额同比增速. ``period`` is the period in words."""
    return f"{period}{series(name.series, '')}{KINDS[name.kind].about}"


def code(label: str) -> str:
    """A code by its label, in print."""
    return f"“{label}”"
