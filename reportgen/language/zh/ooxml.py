"""Office packages and charts, in Chinese."""

from __future__ import annotations

import errno
from typing import Any

from reportgen.language.contract import Advice, Entry, Speaker

_SYSTEM_ERRORS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.EACCES: "没有权限，或文件正被占用",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘空间不足",
    errno.EROFS: "磁盘为只读",
}


def _system_error(language: Speaker, parameters: dict[str, Any]) -> str:
    return _SYSTEM_ERRORS.get(parameters["number"], f"系统错误 {parameters['number']}")


MESSAGES: dict[str, Entry] = {
    "system-error": _system_error,
    "cannot-read": "无法读取 {path}（{why}）；请检查路径，并关闭占用该文件的程序。",
    "cannot-write": "未写入任何文件：无法写入 {path}（{why}）；请确认有写入权限，关闭占用该文件的程序后重试。",
    "folder-in-the-way": "未写入任何文件：{path} 是一个文件夹；请将其改名，或另取文件名。",
    "file-in-the-way": "未写入任何文件：{folder} 是一个文件，而 {path} 需要同名的文件夹；请另选位置。",
}

FINDINGS: dict[str, Advice] = {}
