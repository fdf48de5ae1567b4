"""Signs between words, and lists, in Chinese."""

from __future__ import annotations

COMMA, COLON, SEMICOLON, STOP, GAP = "，", "：", "；", "。", ""
OPEN_BRACKET, CLOSE_BRACKET = "（", "）"
_STOPS = ("。", "！", "？")
"""What ends a sentence already: a clause may close with somebody's own sentence."""
_JOINTS = {"and": "和", "or": "或"}


def listed(texts: list[str], joint: str) -> str:
    """``a、b、c``; with a joint ``a、b和c``."""
    if len(texts) < 2 or not joint:
        return "、".join(texts)
    return f"{'、'.join(texts[:-1])}{_JOINTS[joint]}{texts[-1]}"


def sentence(clause: str) -> str:
    """A clause as a sentence of its own."""
    return closed(clause)


def closed(clause: str) -> str:
    """A clause as the end of a sentence."""
    return clause if clause.endswith(_STOPS) else f"{clause}{STOP}"


def bracketed(text: str) -> str:
    """The text in brackets."""
    return f"{OPEN_BRACKET}{text}{CLOSE_BRACKET}"


def set_in_brackets(text: str) -> str:
    """The text in brackets of its own, as it is where it has them; nothing where it is empty."""
    return text if not text or text.startswith(("（", "〔", "(")) else bracketed(text).strip()


def unbracketed(text: str) -> str:
    """The text for use inside brackets, its own ones of another form (GB/T 15834-2011 wants brackets not nested alike)."""
    return text.replace("（", "〔").replace("）", "〕")


def quoted(text: str) -> str:
    """A text word for word."""
    return f"“{text}”"
