"""Detached signatures over ``pack.json``: ed25519, with the extra ``sign``. The only file that imports cryptography."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.build.pack_folder import MANIFEST, SIGNATURE
from reportgen.errors import PackError, ToolMissingError
from reportgen.messages import Message
from reportgen.ooxml.files import read_file

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def signature_of(data: bytes, key: Ed25519PrivateKey) -> bytes:
    """The signature of ``data`` as a line of base64: what ``pack.json.sig`` holds."""
    return base64.b64encode(key.sign(data)) + b"\n"


def signed(files: dict[str, bytes], key: Ed25519PrivateKey | None) -> dict[str, bytes]:
    """The files of a build, with the signature of their ``pack.json`` where there is a key."""
    return files if key is None else {**files, SIGNATURE: signature_of(files[MANIFEST], key)}


def signs(signature: bytes, data: bytes, key: Ed25519PublicKey) -> bool:
    """Whether ``signature`` was made over ``data`` by the owner of ``key``."""
    from cryptography.exceptions import InvalidSignature

    try:
        key.verify(base64.b64decode(signature.strip(), validate=True), data)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True


def public_half(key: Ed25519PrivateKey | None) -> str:
    """What tells a key from others without giving it away; empty where there is none."""
    return "" if key is None else key.public_key().public_bytes_raw().hex()


def private_key(path: Path) -> Ed25519PrivateKey:
    """The key that signs. Raises ``PackError`` where the file holds no ed25519 private key without a password."""
    from_pem, kind = _tools().private
    key: Ed25519PrivateKey = _key(path, lambda data: from_pem(data, None), kind, "private")
    return key


def public_key(path: Path) -> Ed25519PublicKey:
    """The key that verifies. Raises ``PackError`` where the file holds no ed25519 public key."""
    from_pem, kind = _tools().public
    key: Ed25519PublicKey = _key(path, from_pem, kind, "public")
    return key


def _key(path: Path, from_pem: Any, kind: type, half: str) -> Any:
    data = read_file(path)
    try:
        key = from_pem(data)
    except (ValueError, TypeError):
        key = None
    except Exception:  # what cryptography raises for a kind of key that it does not know
        key = None
    if not isinstance(key, kind):
        raise PackError(Message(f"pack.no-{half}-key", file=str(path)))
    return key


class _Tools:
    def __init__(self) -> None:
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import ed25519

        self.private = (serialization.load_pem_private_key, ed25519.Ed25519PrivateKey)
        self.public = (serialization.load_pem_public_key, ed25519.Ed25519PublicKey)


def _tools() -> _Tools:
    try:
        return _Tools()
    except ImportError as error:
        raise ToolMissingError(Message("pack.no-cryptography")) from error
