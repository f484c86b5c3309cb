#!/usr/bin/env python3
"""Verifies an evidence pack, written from the contract and not from the program.

    verify.py PACK.zip [PUBLISHED-KEY]

Needs nothing but Python 3.9. Prints `OK size=N root=BASE64 disposed=N key=ID` and
exits 0 where all holds; else prints the first thing that does not, and exits 1.
"""

import base64
import hashlib
import io
import json
import re
import struct
import sys
import zipfile

import ed25519

MEMBERS = ["README.txt", "entries.jsonl", "payloads.jsonl", "leaves", "checkpoint", "key.pub", "audit.json", "report.pdf"]


class Fault(Exception):
    """What does not hold."""


def require(holds, what):
    if not holds:
        raise Fault(what)


def sha(data):
    return hashlib.sha256(data).digest()


def strict_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Fault(f"not base64: {text!r}") from error
    require(base64.b64encode(data).decode() == text, f"base64 with loose bits: {text!r}")
    return data


def canonical(value):
    """The value's canonical bytes; floating point has none."""

    def check(part):
        require(not isinstance(part, float), "a floating-point number")
        for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
            check(inner)

    check(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def parse_canonical(line, what):
    try:
        value = json.loads(line)
        same = canonical(value) == line
    except (ValueError, RecursionError) as error:
        raise Fault(f"{what} is not JSON") from error
    require(same, f"{what} is not canonical")
    return value


def lines(data, what):
    require(data.endswith(b"\n"), f"{what} does not end with a newline")
    return data[:-1].split(b"\n")


class Key:
    """A note verifier key: NAME+HASH+BASE64."""

    def __init__(self, text):
        require(text.count("+") >= 2, "key.pub is spoilt")
        self.name, self.id, encoded = text.split("+", 2)
        data = strict_base64(encoded)
        require(len(data) == 33 and data[0] == 1, "key.pub is not an Ed25519 key")
        require(sha(self.name.encode() + b"\n" + data)[:4].hex() == self.id, "key.pub does not have the id it says")
        self.public = data[1:]

    def open(self, note, what):
        """The text of a note, where this key signed it."""
        match = re.fullmatch("(?s)(.*\n)\n— (\\S+) (\\S+)\n", note)
        require(match, f"{what} is not a note")
        text, name, signature = match.groups()
        signature = strict_base64(signature)
        require(name == self.name and signature[:4].hex() == self.id, f"{what} is signed by another key")
        require(ed25519.verify(self.public, text.encode(), signature[4:]), f"{what}: the signature does not hold")
        return text


def root(leaves):
    """RFC 6962's tree over leaf hashes, by a stack of complete subtrees."""
    stack = []
    for count, leaf in enumerate(leaves):
        while count & 1:
            leaf = sha(b"\1" + stack.pop() + leaf)
            count >>= 1
        stack.append(leaf)
    top = stack.pop()
    while stack:
        top = sha(b"\1" + stack.pop() + top)
    return top


def read_zip(data):
    """The members, and the bytes of the ZIP that the seal covers, and the seal."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            names = pack.namelist()
            require(sorted(names) == sorted([*MEMBERS, "manifest"]), f"the members are {names}")
            members = {name: pack.read(name) for name in names}
            comment = pack.comment
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OverflowError, EOFError, struct.error, ValueError, OSError) as error:
        raise Fault(f"the ZIP cannot be read: {error}") from error
    sealed = data[: len(data) - len(comment)]
    end = sealed[-22:]
    require(end[:4] == b"PK\5\6" and int.from_bytes(end[20:], "little") == len(comment), "the end of the ZIP is spoilt")
    return members, sealed, comment


def verify_entries(members, tenant):
    """Every entry and payload; gives the leaf hashes and the disposals."""
    payloads = {}
    for line in lines(members["payloads.jsonl"], "payloads.jsonl") if members["payloads.jsonl"] else []:
        payload = parse_canonical(line, "a line of payloads.jsonl")
        require(sorted(payload) == ["payload", "salt", "seq"], "a line of payloads.jsonl is no payload")
        require(payload["seq"] > max(payloads, default=0), "payloads.jsonl is not in order")
        payloads[payload["seq"]] = payload
    kept = [line.decode("ascii", "replace") for line in lines(members["leaves"], "leaves")]
    hashes, gone, disposals, last = [], [], {}, ""
    for seq, line in enumerate(lines(members["entries.jsonl"], "entries.jsonl"), 1):
        hashes.append(sha(b"\0" + line))
        require(kept[seq - 1 : seq] == [hashes[-1].hex()], f"entry {seq} is not what it was")
        entry = parse_canonical(line, f"entry {seq}")
        require(entry["seq"] == seq and entry["tenant"] == tenant, f"entry {seq} says it is another")
        require(entry["at"].rstrip("Z") >= last, f"entry {seq} is earlier than the one before")
        last = entry["at"].rstrip("Z")
        for earlier in entry.get("disposes", []):
            require(0 < earlier < seq and earlier not in disposals and entry["decision"], f"entry {seq} disposes in vain")
            disposals[earlier] = entry["decision"]
        payload = payloads.pop(seq, None)
        if payload is None:
            gone.append(seq)
            continue
        committed = sha(bytes.fromhex(payload["salt"]) + canonical(payload["payload"])).hex()
        require(committed == entry["commitment"], f"entry {seq} does not commit to its payload")
    require(len(kept) == len(hashes), "there are leaves without entries")
    require(not payloads, f"there are payloads without entries: {sorted(payloads)}")
    require(gone == sorted(disposals), f"payloads gone {gone}, disposed of {sorted(disposals)}")
    return hashes, disposals


def verify(data, published=None):
    members, sealed, comment = read_zip(data)
    texts = {name: members[name].decode() for name in ["key.pub", "checkpoint", "manifest"]}
    require(texts["key.pub"].endswith("\n"), "key.pub is spoilt")
    key = Key(texts["key.pub"][:-1])
    require(published in (None, texts["key.pub"][:-1]), "key.pub is not the published key")
    origin, tenant = key.name, key.name.partition("/")[2]
    hashes, disposals = verify_entries(members, tenant)
    top = base64.b64encode(root(hashes)).decode()
    checkpoint = key.open(texts["checkpoint"], "checkpoint")
    require(checkpoint == f"{origin}\n{len(hashes)}\n{top}\n", "the checkpoint is of another tree")
    answered = json.loads(members["audit.json"])["checkpoint"]
    require(answered["size"] == len(hashes) and answered["root"] == top, "audit.json is of another checkpoint")
    listed = "".join(f"{sha(members[name]).hex()}  {name}\n" for name in MEMBERS)
    manifest = key.open(texts["manifest"], "manifest")
    require(manifest == f"evidence pack of {origin}\n{listed}", "the members are not those of the manifest")
    if comment:
        seal = key.open(comment.decode(), "the seal")
        require(seal == f"seal on the evidence pack of {origin}\n{sha(sealed).hex()}\n", "the seal is broken")
    return f"OK size={len(hashes)} root={top} disposed={len(disposals)} key={key.id}"


if __name__ == "__main__":
    try:
        with open(sys.argv[1], "rb") as file:
            print(verify(file.read(), *sys.argv[2:3]))
    except (Fault, KeyError, TypeError, ValueError, AttributeError) as fault:
        print(f"FAULT {fault}")
        sys.exit(1)
