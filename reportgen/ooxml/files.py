"""Files read and written whole or not at all: templates in, documents and workbooks out."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from reportgen.errors import PackageError, why
from reportgen.messages import Bilingual


def read_file(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file. Raises ``PackageError`` where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise PackageError(
            Bilingual(
                f"{os.fspath(path)} cannot be read ({why(error).en}); check the path and close the program that holds it.",
                f"无法读取 {os.fspath(path)}（{why(error).zh}）；请检查路径，并关闭占用该文件的程序。",
            )
        ) from error


def write_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file beside its place and move it there, so that a failure leaves what was there before."""
    target = Path(path)
    beside: str | None = None
    try:
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, target)
    except OSError as error:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)
        raise PackageError(
            Bilingual(
                f"{os.fspath(path)} cannot be written ({why(error).en}); check the folder and close the program that holds it.",
                f"无法写入 {os.fspath(path)}（{why(error).zh}）；请检查文件夹，并关闭占用该文件的程序。",
            )
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
