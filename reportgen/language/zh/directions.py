"""Words of rise and fall in Chinese prose, as regular expressions."""

from __future__ import annotations

FALL = r"下降|下滑|下跌|减少|缩减|降低|回落|放缓|慢于|低于|降幅|跌幅"
RISE = r"增长|增加|上升|上涨|提高|加快|快于|高于|增幅|涨幅"
BELOW_ZERO = r"负|亏|逆差|净流出|净减|不及|不足|少于|跌|降|减"
"""Words that stand for a number below zero, or may, without telling of a change beside it."""
TURNED = r"收窄|扩大|缩小"
"""A fall that narrows is a rise: nothing is concluded from a clause with such a word."""
COMPARED = r""
"""What follows a percentage that is compared with something other than an earlier period."""
