"""Words of rise and fall in Chinese prose, as regular expressions."""

from __future__ import annotations

FALL = r"下降|下滑|下跌|减少|缩减|降低|回落|放缓|慢于|低于|降幅|跌幅"
RISE = r"增长|增加|上升|上涨|提高|加快|快于|高于|增幅|涨幅"
BELOW_ZERO = r"负|亏|逆差|净流出|净减|不及|不足|少于|跌|降|减"
"""Words that stand for a number below zero, or may, without telling of a change beside it."""
OF_EITHER_SIGN = r"差额|顺差|逆差|净|利润|盈|亏|损益|增量|结余"
"""Words of an indicator's label: it may lie above or below zero (增加值 does not)."""
LOSS = r"亏损额?|逆差额?|赤字|净流出"
PROFIT = r"盈利|利润(?:总额)?|顺差额?|盈余|净流入"
"""Words before an amount that may lie above or below zero: on which side it lies."""
TURNED = r"收窄|扩大|缩小"
"""A fall that narrows is a rise: nothing is concluded from a clause with such a word."""
COMPARED = r""
"""What follows a percentage that is compared with something other than an earlier period."""

# ---- beside a figure of known sign, letter case apart ----

BY_MEASURE = {
    "growth-up": r"增长|上升|增加|提高|增幅|上涨|增速|攀升",
    "growth-down": r"下降|减少|降低|下跌|下滑|负增长|萎缩|降幅|跌幅|跌",
    "difference-up": r"高于|快于|高出|加快|提高|上升|领先|拉动",
    "difference-down": r"低于|慢于|放缓|回落|下降|降低|落后|下拉",
    "gap-over": r"超额|超出|提前|富余",
    "gap-short": r"还差|不足|缺口|差距",
}
"""Which way a figure is said to point, by what it measures."""
NEUTRAL_BEFORE = r"增速(?:为|是)?\s*$"
"""What lets a sign of its own follow: 增速为-3%."""
SIGN_TAKEN_UP = r"(?!)"
"""What does not."""
CLAUSE_ENDS = r"[，；。：！？（）\n]|而|但"
