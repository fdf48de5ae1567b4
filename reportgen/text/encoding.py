"""The bytes of a text file: UTF-8, with or without a mark at its start; line ends stay as they are."""

from __future__ import annotations

from codecs import BOM_UTF8

from reportgen.errors import PackageError
from reportgen.messages import Message, Reason
from reportgen.record import Record

_NO_TEXT = "\0"


class DecodedText(Record):
    """``text`` without the mark at the start, which ``has_mark`` says of."""

    text: str
    has_mark: bool = False

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def encoded(self, text: str) -> bytes:
        """Another text as the file of this one is kept."""
        return (BOM_UTF8 if self.has_mark else b"") + text.encode("utf-8")


def decoded(data: bytes) -> DecodedText:
    """The text of a file. Raises ``PackageError`` for one that is not kept as UTF-8."""
    has_mark = data.startswith(BOM_UTF8)
    try:
        text = data.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(Reason("text.not-utf-8", line=line)) from error
    if _NO_TEXT in text:
        raise _refused(Reason("text.no-text"))
    return DecodedText(text, has_mark)


def _refused(problem: Reason) -> PackageError:
    return PackageError(Message("ooxml.package", file="", problem=problem))
