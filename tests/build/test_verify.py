"""Whether a folder still holds what its pack.json says, and who signed it."""

import hashlib
import json
import re
import shutil

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reportgen.build.batches.batch import build_for_each
from reportgen.build.build import build
from reportgen.cli import main
from tests.build.batches.test_batch import BELOW, TWO
from tests.build.packs import pack


def run(*arguments, language="en"):
    done = CliRunner().invoke(main, ["verify", *map(str, arguments), "--language", language])
    return done.exit_code, done.output


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    for name in ("ours", "theirs"):
        key = Ed25519PrivateKey.generate()
        pem = serialization.Encoding.PEM
        (folder / f"{name}.pem").write_bytes(
            key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        )
        (folder / f"{name}.pub").write_bytes(
            key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
        )
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory, keys):
    folder = tmp_path_factory.mktemp("made")
    return build(pack(folder), sign=keys / "ours.pem").placed.folder


@pytest.fixture
def built(made, tmp_path):
    return shutil.copytree(made, tmp_path / "built")


def test_what_was_built_is_as_it_was_built(built):
    assert run(built) == (0, "6 files are as built.\n")
    assert run(built, language="zh") == (0, "6个文件与生成时一致。\n")


def test_missing_changed_and_extra_files_are_named(built):
    (built / "brief-en.docx").unlink()
    (built / "book-zh.xlsx").write_bytes(b"other")
    (built / "more").mkdir()
    (built / "more" / "note.txt").write_text("x")
    (built / "brief-zh.pdf").write_bytes(b"laid out from the document")
    code, said = run(built)
    assert code == 1
    assert [line.split(" [")[1] for line in said.splitlines()] == [
        "file-missing]",
        "file-changed]",
        "file-extra]",
    ]
    assert "brief-en.docx: the file is missing." in said
    assert "book-zh.xlsx: the file is not the one that was built." in said
    assert "more/note.txt: no build wrote this file." in said
    found = json.loads(run(built, "--json")[1])
    assert [item["code"] for item in found] == ["file-missing", "file-changed", "file-extra"]


def test_a_signature_fits_or_it_is_said(built, keys):
    assert run(built, "--key", keys / "ours.pub") == (0, "6 files are as built, and the signature fits.\n")
    code, said = run(built, "--key", keys / "theirs.pub")
    assert (code, "its signature does not fit it and this key." in said) == (1, True)
    (built / "pack.json").write_bytes((built / "pack.json").read_bytes() + b" ")
    assert "[signature-wrong]" in run(built, "--key", keys / "ours.pub")[1]
    (built / "pack.json.sig").write_bytes(b"\xff no base64")
    assert "[signature-wrong]" in run(built, "--key", keys / "ours.pub")[1]
    (built / "pack.json.sig").unlink()
    assert "没有签名" in run(built, "--key", keys / "ours.pub", language="zh")[1]
    assert "[signature-missing]" in run(built, "--key", keys / "ours.pub")[1]


def test_a_build_without_a_key_leaves_no_signature_of_the_build_before(tmp_path, keys):
    folder = pack(tmp_path / "pack")
    built = build(folder, sign=keys / "ours.pem").placed.folder
    assert (built / "pack.json.sig").is_file()
    build(folder)
    assert not (built / "pack.json.sig").exists()
    assert "[signature-missing]" in run(built, "--key", keys / "ours.pub")[1]


def test_the_same_key_and_inputs_give_the_same_signature(made, tmp_path, keys):
    again = build(made.parents[1], output=tmp_path, sign=keys / "ours.pem").placed.folder
    assert (again / "pack.json.sig").read_bytes() == (made / "pack.json.sig").read_bytes()


def test_no_key_is_said_with_the_way_to_one(built, keys, tmp_path):
    assert run(built, "--key", keys / "ours.pem")[1].startswith(
        f"reportgen: {keys / 'ours.pem'} holds no ed25519 public key"
    )
    done = CliRunner().invoke(
        main, ["build", str(pack(tmp_path)), "--sign", str(keys / "ours.pub"), "--language", "en"]
    )
    assert done.exit_code == 2
    assert "openssl genpkey -algorithm ed25519" in done.output


def test_without_cryptography_it_says_what_to_install(built, keys, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives", None)
    assert run(built, "--key", keys / "ours.pub") == (
        2,
        'reportgen: Signatures need the package cryptography: pip install "reportgen[sign]".\n',
    )


def test_a_batch_is_verified_area_by_area(tmp_path, keys):
    target = build_for_each(pack(tmp_path, TWO, areas=BELOW), sign=keys / "ours.pem").folder
    assert run(target, "--key", keys / "ours.pub") == (0, "12 files are as built, and the signature fits.\n")
    (target / "D1" / "brief-en.docx").unlink()
    (target / "D2" / "pack.json").write_bytes((target / "D2" / "pack.json").read_bytes() + b"\n")
    (target / "stray").mkdir()
    said = run(target)[1]
    assert "D1/brief-en.docx: the file is missing." in said
    assert "D2/pack.json: the file is not the one that was built." in said
    assert "stray: no build wrote this file." in said
    shutil.rmtree(target / "D2")
    assert "D2/pack.json: the file is missing." in run(target)[1]


HOSTILE = {
    "NaN": (b'{"outputs": [NaN]}', "it holds a number that is none (NaN)"),
    "a huge exponent": (b'{"outputs": [1e999999999]}', "it holds a number that is none (1e999999999)"),
    "a huge number": (b'{"outputs": [' + b"9" * 100_000 + b"]}", "it holds a number that is none"),
    "depth": (b'{"outputs": ' + b"[" * 200_000, "it is nested too deeply"),
    "not UTF-8": (b'{"outputs": "\xff"}', "it is not UTF-8"),
    "half": (b'{"outputs": [', "it is no JSON (row 1, column"),
    "a list": (b"[]", "it is no JSON object"),
    "nothing": (b"", "it is no JSON (row 1, column 1)"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_pack_json_that_is_none_is_one_sentence(built, name):
    data, why = HOSTILE[name]
    (built / "pack.json").write_bytes(data)
    code, said = run(built)
    assert (code, said.count("\n")) == (2, 1)
    assert why in said
    done = CliRunner().invoke(
        main, ["compare", str(built / "pack.json"), str(built / "pack.json"), "--language", "zh"]
    )
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "pack.json" in done.output


def test_what_it_lists_leads_nowhere_else(built):
    (built / "pack.json").write_text(
        '{"outputs": [{"path": "../../etc/passwd", "sha256": "0"}, {"path": 7}, 3, {"path": "a:b"}]}'
    )
    code, said = run(built)
    assert code == 1
    entries = ["format", "outputs[0]", "outputs[1]", "outputs[2]", "outputs[3]", "figures"]
    assert re.findall(r"entry “(.*)”", said) == entries
    assert "[file-extra]" in said
    assert "passwd" not in said


ABSURD = {
    "nothing": ("{}", ["format", "outputs", "figures"]),
    "a format": ({"format": 10**400}, ["format"]),
    "no outputs": ({"outputs": []}, ["outputs"]),
    "outputs that are none": ({"outputs": {"a": 1}}, ["outputs"]),
    "a huge value": ({"value": "1e999999999"}, ["figures[0]"]),
    "a value that is none": ({"value": "NaN"}, ["figures[0]"]),
    "a precision": ({"precision": 10**200}, ["figures[0]"]),
    "an id": ({"id": "../../etc/passwd"}, ["figures[0]"]),
    "citations": ({"citations": 7}, ["figures[0]"]),
}


@pytest.mark.parametrize("name", ABSURD)
def test_what_no_build_writes_is_told_of_an_unsigned_pack_json_too(built, name):
    change, entries = ABSURD[name]
    made = json.loads((built / "pack.json").read_text("utf-8"))
    if isinstance(change, dict):
        (made if change.keys() & made.keys() else made["figures"][0]).update(change)
    (built / "pack.json").write_text(json.dumps(made) if isinstance(change, dict) else change, "utf-8")
    code, said = run(built)
    assert code == 1
    assert re.findall(r"entry “(.*?)”", said) == entries
    assert "[manifest-damaged]" in said
    assert "不会由生成写出" in run(built, language="zh")[1]


def test_an_index_of_a_batch_that_lists_nothing_is_told(tmp_path):
    (tmp_path / "index.json").write_text("{}")
    assert "index.json: no build writes what stands in its entry “packs”." in run(tmp_path)[1]


def test_a_folder_that_nobody_built_is_said_to_be_one(tmp_path):
    code, said = run(tmp_path)
    assert (code, "nothing was built there" in said) == (2, True)


def test_a_batch_that_an_earlier_version_built_is_verified_by_its_own_index(tmp_path):
    target = tmp_path / "batch"
    built = build(pack(tmp_path / "pack"), output=target / "D1").placed.folder
    sums = hashlib.sha256((built / "pack.json").read_bytes()).hexdigest()
    listed = [{"ref_area": "D1", "folder": "D1", "written": True, "pack_sha256": sums}]
    (target / "areas.json").write_text(json.dumps({"complete": True, "areas": listed}))
    assert run(target) == (0, "6 files are as built.\n")
    (built / "brief-en.docx").unlink()
    assert "D1/brief-en.docx: the file is missing." in run(target)[1]
