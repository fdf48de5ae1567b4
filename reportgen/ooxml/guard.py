"""The guard at the door of every package: what is let in, up to which size, and how everything else is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportgen.errors import PackageError
from reportgen.messages import Message, Reason

MAX_MEMBERS = 20_000
MAX_UNPACKED_BYTES = 2 * 1024**3
"""Unpacked size of all members together. A sheet of a million rows is about 0.7 GiB."""

MAX_MEMBER_RATIO, MAX_MEMBER_AT_ANY_RATIO = 200, 32 * 1024**2
"""How far a large part may be packed: sheets come to some 30 times, a bomb to 1,000."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", "password"),
    ("WordDocument", "old-word"),
    ("Workbook", "old-excel"),
    ("Book", "old-excel"),
)
"""OLE files list their streams by name in UTF-16; the names tell what wrote them."""


def refused(code: str, **parameters: Any) -> PackageError:
    """The error for a package that is not let in; ``code`` says why and what to do."""
    return PackageError(Message("ooxml.package", file="", problem=Reason(f"ooxml.{code}", **parameters)))


def in_file(error: PackageError, file: str) -> PackageError:
    """The same error with the file's name in front, where it is known."""
    message = error.message
    if not file or not isinstance(message, Message) or message.code != "ooxml.package":
        return error
    return PackageError(message.with_(file=file), error.findings)


@contextmanager
def reading_of(file: str) -> Iterator[None]:
    """Whatever is wrong with a package that is read inside is reported with the file's name in front."""
    try:
        yield
    except PackageError as error:
        raise in_file(error, file) from error


def refuse_what_is_no_package(data: bytes) -> None:
    """Raise ``PackageError`` with the way out for anything that is no zip archive of Office Open XML."""
    if not data.startswith(b"PK\x03\x04"):
        raise refused(_what_it_is(data))
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:200]:
        raise refused("open-document")
    if b"xl/workbook.bin" in data:
        raise refused("binary-workbook")


def _what_it_is(data: bytes) -> str:
    if data.startswith(_OLE):
        return next(
            (code for stream, code in _OLE_STREAMS if stream.encode("utf-16-le") in data), "old-office"
        )
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        return "empty-file"
    if start.startswith(b"{\\rtf"):
        return "rich-text"
    if start.startswith(b"%PDF"):
        return "pdf"
    if start.startswith((b"<", b"MIME-Version")):
        return "markup"
    return "no-package"


def refuse_oversize(sizes: Sequence[tuple[int, int]], source_size: int) -> None:
    """Refuse too many members, too much to unpack, and members that overlap. ``sizes``: unpacked and packed bytes of each."""
    to_unpack = sum(unpacked for unpacked, _ in sizes)
    if len(sizes) > MAX_MEMBERS or to_unpack > MAX_UNPACKED_BYTES:
        raise refused("too-large", parts=len(sizes), bytes=to_unpack)
    for unpacked, packed in sizes:
        if unpacked > max(MAX_MEMBER_AT_ANY_RATIO, MAX_MEMBER_RATIO * packed):
            raise refused("too-large", parts=len(sizes), bytes=to_unpack)
    if sum(packed for _, packed in sizes) > source_size:  # members that overlap: a zip bomb
        raise refused("overlapping-parts")


def refuse_unsafe_name(name: str) -> None:
    """Refuse a member that would lead out of the package."""
    steps = name.rstrip("/").split("/")
    if "\\" in name or ":" in name or any(step in ("", ".", "..") for step in steps):
        raise refused("unsafe-name", name=repr(name))


@contextmanager
def naming(part: str) -> Iterator[None]:
    """Name the part where something in it cannot be read as what it should be: an address, a number."""
    try:
        yield
    except ValueError as error:
        raise refused("unreadable-part", part=part) from error
