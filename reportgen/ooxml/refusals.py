"""What is no package, told apart by its first bytes, so that the refusal says what to do."""

from __future__ import annotations

from reportgen.errors import PackageError
from reportgen.language import say
from reportgen.messages import Bilingual

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENCRYPTED = Bilingual(
    "The file is protected by a password; open it in Word or Excel, take the password off, and save it.",
    "该文件设有打开密码；请在 Word 或 Excel 中打开，取消密码后保存。",
)
_OLD_WORD = Bilingual(
    "The file is in the old binary format of Word (.doc); save it as .docx.",
    "该文件是旧的 Word 二进制格式（.doc）；请另存为 .docx。",
)
_OLD_EXCEL = Bilingual(
    "The file is in the old binary format of Excel (.xls); save it as .xlsx.",
    "该文件是旧的 Excel 二进制格式（.xls）；请另存为 .xlsx。",
)
_OLD_OFFICE = Bilingual(
    "The file is in an old binary Office format; save it as .docx or .xlsx.",
    "该文件是旧的 Office 二进制格式；请另存为 .docx 或 .xlsx。",
)
_BINARY_WORKBOOK = Bilingual(
    "The file is a binary workbook (.xlsb); save it as .xlsx.",
    "该文件是二进制工作簿（.xlsb）；请另存为 .xlsx。",
)
_OPEN_DOCUMENT = Bilingual(
    "The file is in the OpenDocument format (.odt, .ods); save it as .docx or .xlsx.",
    "该文件是 OpenDocument 格式（.odt、.ods）；请另存为 .docx 或 .xlsx。",
)
_RICH_TEXT = Bilingual(
    "The file is rich text (.rtf); save it as .docx.", "该文件是 RTF 格式；请另存为 .docx。"
)
_PDF = Bilingual(
    "The file is a PDF; use the .docx or .xlsx it was made from.",
    "该文件是 PDF；请使用生成它的 .docx 或 .xlsx 文件。",
)
_MARKUP = Bilingual(
    "The file is XML or HTML under an Office name; save it as .docx or .xlsx.",
    "该文件实际是 XML 或 HTML；请另存为 .docx 或 .xlsx。",
)
_EMPTY = Bilingual("The file is empty; take a fresh copy of it.", "该文件是空的；请换用一份完好的文件。")
_UNKNOWN = Bilingual(
    "The file is no Office Open XML file; use a .docx or .xlsx file.",
    "该文件不是 Office Open XML 文件；请使用 .docx 或 .xlsx 文件。",
)


def refuse_what_is_no_package(data: bytes) -> None:
    """Raise ``PackageError`` with the way out for anything that is no zip archive of Office Open XML."""
    if data.startswith(b"PK\x03\x04"):
        start = data[:200]
        if b"mimetypeapplication/vnd.oasis.opendocument" in start:
            raise PackageError(_OPEN_DOCUMENT)
        if b"xl/workbook.bin" in data:
            raise PackageError(_BINARY_WORKBOOK)
        return
    raise PackageError(_what_it_is(data))


def _what_it_is(data: bytes) -> Bilingual:
    if data.startswith(_OLE):
        return _what_ole_holds(data)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        return _EMPTY
    if start.startswith(b"{\\rtf"):
        return _RICH_TEXT
    if start.startswith(b"%PDF"):
        return _PDF
    if start.startswith((b"<", b"MIME-Version")):
        return _MARKUP
    return _UNKNOWN


def _what_ole_holds(data: bytes) -> Bilingual:
    """OLE files list their streams by name in UTF-16; the names tell what wrote them."""
    for stream, what in (
        ("EncryptedPackage", _ENCRYPTED),
        ("WordDocument", _OLD_WORD),
        ("Workbook", _OLD_EXCEL),
        ("Book", _OLD_EXCEL),
    ):
        if stream.encode("utf-16-le") in data:
            return what
    return _OLD_OFFICE


def named(error: PackageError, file: str) -> PackageError:
    """The same error with the file's name in front, where it is known."""
    if not file:
        return error
    en, zh = say(error.message, "en"), say(error.message, "zh")
    return PackageError(Bilingual(f"{file}: {en[0].lower()}{en[1:]}", f"{file}：{zh}"), error.findings)
