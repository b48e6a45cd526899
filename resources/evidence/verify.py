"""Checks an evidence file of Dialfloor with nothing but Python's standard library.

    python3 verify.py FILE.zip [--key KEY]

It says OK and ends with 0, or names the first record that is not what was signed and ends with 1. Everything is signed
with one Ed25519 key; whoever made the file could have made a key too, so compare the key with one that you got on
another way, or give it with --key. Memory stays flat: leaves are kept in a temporary SQLite database.
"""

import argparse
import base64
import csv
import hashlib
import hmac
import io
import json
import sqlite3
import struct
import sys
import tempfile
import zipfile
import zlib
from datetime import datetime, timezone

LEAF = 49
CALL, CALL_STATE, REFUSAL, AUDIT, DELETED, ERASED = 1, 2, 8, 10, 128, 64
NUMBERED = (4, 7, 9, 10, 14)

# --- Ed25519, RFC 8032 sections 5.1.3 and 5.1.7, for checking only -------------------------------------------------
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def decompress(data):
    """A point of the curve in extended coordinates."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        raise ValueError("no point of the curve")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        raise ValueError("no point of the curve")
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def add(p, q):
    """The sum of two points."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    """A multiple of a point."""
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


BASE = decompress((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def holds(key, message, signature):
    """Whether an Ed25519 signature of a message by a key is right."""
    try:
        if len(key) != 32 or len(signature) != 64:
            return False
        point, commitment = decompress(key), decompress(signature[:32])
    except ValueError:
        return False
    scalar = int.from_bytes(signature[32:], "little")
    if scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = times(scalar, BASE), add(commitment, times(challenge, point))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- the file ------------------------------------------------------------------------------------------------------
class Broken(Exception):
    """What is wrong, for a person."""


ODD = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
ODD = (*ODD, csv.Error, sqlite3.Error, struct.error, zipfile.BadZipFile, zlib.error)
# What Python says of bytes that somebody made up: lies in the manifest, a locked zip, a stream that ends.

STATED = 64 << 20
# The most that a signed statement or the manifest may swell to: a real one is a thousandth of it.


def stated(archive, name):
    """The bytes of a small file; one that swells is not held."""
    with archive.open(name) as file:
        text = file.read(STATED + 1)
    if len(text) > STATED:
        raise Broken(f"{name} is larger than any that we write")
    return text


def canonical(value):
    """The bytes that are signed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def signed(archive, name):
    """The statement of a signed file, whose signature holds."""
    try:
        head = json.loads(stated(archive, name))
        statement = head["statement"]
        key, signature = bytes.fromhex(statement["key"]), bytes.fromhex(head["signature"])
    except (KeyError, ValueError, TypeError, RecursionError) as fault:
        raise Broken(f"{name} is missing or no signed statement") from fault
    if not holds(key, canonical(statement), signature):
        raise Broken(f"{name}: its signature does not hold; it was changed after it was signed")
    return statement


def check_manifest(archive, key):
    """The manifest: signed, and of exactly the files that are there."""
    said = signed(archive, "manifest.sig")
    if key is not None and said["key"] != key.lower():
        raise Broken(f"manifest.sig is signed with {said['key']}, not with the key that you named")
    text = stated(archive, "manifest.json")
    if hashlib.sha256(text).hexdigest() != said["sha256"]:
        raise Broken("manifest.json was changed after it was signed")
    manifest = json.loads(text)
    named = set(manifest["files"]) | {"manifest.json", "manifest.sig"}
    names = archive.namelist()
    if len(names) != len(set(names)):
        raise Broken("a file is in the archive twice")
    for name in sorted(named ^ set(names)):
        raise Broken(f"{name} is {'missing' if name in named else 'in the archive and not in the manifest'}")
    return manifest, said["key"]


def check_files(archive, manifest):
    """Each file against its hash, size and rows in the manifest; returns those that differ."""
    changed = []
    for name, said in manifest["files"].items():
        digest, size = hashlib.sha256(), 0
        with archive.open(name) as file:
            while block := file.read(1 << 20):
                digest.update(block)
                size += len(block)
                if size > said["bytes"]:
                    break  # it is changed, and may be made to go on for ever
        if digest.hexdigest() != said["sha256"] or size != said["bytes"]:
            changed.append(name)
    return changed


def lines(archive, name):
    """The rows of a CSV file, by column."""
    with archive.open(name) as file:
        yield from csv.DictReader(io.TextIOWrapper(file, encoding="utf-8", newline=""))


def merkle(peaks, leaf):
    """Add a leaf to the peaks of a tree of RFC 6962, section 2.1."""
    height, node = 0, hashlib.sha256(b"\x00" + leaf).digest()
    while peaks and peaks[-1][0] == height:
        node = hashlib.sha256(b"\x01" + peaks.pop()[1] + node).digest()
        height += 1
    peaks.append((height, node))


def merkle_root(peaks):
    """The root of what was added."""
    node = peaks[-1][1]
    for _, left in reversed(peaks[:-1]):
        node = hashlib.sha256(b"\x01" + left + node).digest()
    return node.hex()


def check_heads(archive, manifest):
    """What the signed heads tell: the hash of the last record, and the root of each whole day with peaks to fill."""
    heads = [signed(archive, name) for name in manifest["files"] if name.startswith("heads/")]
    for head in heads:
        if head["key"] != manifest["key"]:
            raise Broken(f"a head of record {head.get('number', head.get('last'))} is signed with another key")
    ends = {head["number"]: head["hash"] for head in heads if head["kind"] == "head"}
    return ends, [(head["first"], head["last"], head["root"], []) for head in heads if head["kind"] == "day"]


def check_chain(archive, manifest, spool):
    """The records of the chain: without a gap, each hashed over the one before, and ending in the signed head."""
    ends, days = check_heads(archive, manifest)
    number, previous = manifest["chain"]["first"] - 1, bytes.fromhex(manifest["chain"]["previous"])
    for record in lines(archive, "chain.csv"):
        number += 1
        if int(record["number"]) != number:
            raise Broken(f"chain record {number} is missing or not in its place")
        leaves, digest = base64.b64decode(record["leaves"]), bytes.fromhex(record["leaves_sha256"])
        if leaves and hashlib.sha256(leaves).digest() != digest:
            raise Broken(f"chain record {number}: its leaves were changed")
        place = number.to_bytes(8, "big") + int(record["at"]).to_bytes(8, "big", signed=True)
        previous = hashlib.sha256(previous + place + digest).digest()
        if previous.hex() != record["sha256"] or ends.get(number, record["sha256"]) != record["sha256"]:
            raise Broken(f"chain record {number}: it was changed, or the chain was written anew")
        for first, last, _, peaks in days:
            if first <= number <= last:
                merkle(peaks, previous)
        if number > 1:
            keep_leaves(spool, number, leaves)
    if number != manifest["chain"]["last"] or (number and number not in ends):
        raise Broken(f"the chain ends with record {number}, and its signed head tells of another: its tail was cut off")
    check_days(manifest, days)
    return number


def check_days(manifest, days):
    """Each whole day against its signed root."""
    for first, last, root, peaks in days:
        if first >= manifest["chain"]["first"] and merkle_root(peaks) != root:
            raise Broken(f"chain records {first} to {last} are not those of their day's signed root")


def keep_leaves(spool, number, leaves):
    """Spool the leaves of one record; the newest of a key holds."""
    rows = []
    for start in range(0, len(leaves), LEAF):
        leaf = leaves[start : start + LEAF]
        rows.append((leaf[0], leaf[1:17], number, leaf[17:]))
    spool.executemany("INSERT OR REPLACE INTO leaves VALUES (?, ?, ?, ?)", rows)


def key_of(kind, value):
    """The key of a row in its leaf: sixteen bytes."""
    return int(value).to_bytes(16, "big") if kind in NUMBERED else base64.b64decode(value)


def named(kind, key):
    """A row for a person."""
    words = {1: "call", 2: "call", 3: "call", 4: "call event", 5: "session", 6: "session", 7: "session event"}
    words = {**words, 8: "refusal", 9: "limit revision", 10: "audit record", 11: "decision basis", 12: "rule version"}
    word = {**words, 13: "refused contact", 14: "do-not-call entry", 15: "agent", 16: "answer"}[kind]
    text = key.hex()
    plain = "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
    return f"{word} {int.from_bytes(key, 'big') if kind in NUMBERED else plain}"


def check_rows(archive, manifest, spool):
    """Each row against its leaf, and kept for the tables that tell of it."""
    count = 0
    with archive.open("rows.jsonl") as file:
        for line in file:
            prefix, _, text = line.rstrip(b"\n").partition(b"\t")
            fields = json.loads(text)
            kind = AUDIT if prefix else fields[0]
            key = key_of(kind, fields[0] if prefix else fields[1])
            digest = hashlib.sha256(bytes.fromhex(prefix.decode()) + text).digest()
            found = spool.execute("SELECT hash FROM leaves WHERE kind = ? AND key = ?", (kind, key)).fetchone()
            if found is None and row_time(kind, fields) > manifest["chain"]["since"]:
                raise Broken(f"{named(kind, key)}: no record of the chain covers it")
            if found is not None and found[0] != digest:
                raise Broken(f"{named(kind, key)}: it was changed after it was written")
            spool.execute("INSERT INTO rows VALUES (?, ?, ?)", (kind, key, text.decode()))
            count += 1
    return count


def row_time(kind, fields):
    """When a row was written, in microseconds; a row whose time its leaf does not hold is as old as any."""
    places = {1: 9, 4: 3, 5: 7, 7: 3, 8: 11, 9: 12, 11: 3, 12: 5, 13: 10, 14: 6, 15: 8, 16: 6, AUDIT: 2}
    return fields[places[kind]] if kind in places else 0


def second_of(instant):
    """Whole seconds of an instant, as the tables show them."""
    moment = datetime.fromtimestamp(instant // 1_000_000, tz=timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def check_tables(archive, spool):
    """The tables that people read against the rows that are chained."""
    for place, call in enumerate(lines(archive, "calls.csv"), 2):
        key = bytes.fromhex(call["call_id"].replace("-", ""))
        row, state = find(spool, CALL, key), find(spool, CALL_STATE, key)
        status = state[2] if state else "initiated"
        if row is None or second_of(row[9]) != call["called_at"] or status != call["status"]:
            raise Broken(f"calls.csv line {place}: call {call['call_id']} is not the call that was chained")
    for refusal in lines(archive, "refusals.csv"):
        row = find(spool, REFUSAL, bytes.fromhex(refusal["refusal_id"].replace("-", "")))
        if row is None or str(row[13]) != refusal["count"] or row[6] != refusal["code"]:
            raise Broken(f"refusals.csv: refusal {refusal['refusal_id']} is not the one that was chained")
    for record in lines(archive, "audit.csv"):
        found = spool.execute("SELECT 1 FROM rows WHERE kind = 10 AND key = ?", (key_of(AUDIT, record["number"]),))
        if found.fetchone() is None:
            raise Broken(f"audit.csv: record {record['number']} is not one that was chained")
    for number in lines(archive, "numbers.csv"):
        row = find(spool, CALL, bytes.fromhex(number["call_id"].replace("-", "")))
        mac = hmac.new(bytes.fromhex(number["key"]), f"+{number['digits']}".encode(), "sha256").digest()
        if row is None or base64.b64decode(row[8]) != mac:
            raise Broken(f"numbers.csv: the number of call {number['call_id']} is not the one that was called")


def find(spool, kind, key):
    """The fields of a chained row, None if there is none."""
    found = spool.execute("SELECT fields FROM rows WHERE kind = ? AND key = ?", (kind, key)).fetchone()
    return None if found is None else json.loads(found[0])


def check(path, key):
    """Every check, the most telling first: what a file was changed into comes before that it was changed."""
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        manifest, signer = check_manifest(archive, key)
        changed = check_files(archive, manifest)
        spool = sqlite3.connect(f"{folder}/leaves.db")
        spool.execute("CREATE TABLE leaves (kind, key, number, hash, PRIMARY KEY (kind, key)) WITHOUT ROWID")
        spool.execute("CREATE TABLE rows (kind, key, fields, PRIMARY KEY (kind, key)) WITHOUT ROWID")
        try:
            records = check_chain(archive, manifest, spool)
            rows = check_rows(archive, manifest, spool)
            check_tables(archive, spool)
        except Broken as fault:
            raise Broken(f"{', '.join(changed)}: {fault}" if changed else str(fault)) from fault
        except ODD as fault:
            raise Broken(f"{', '.join(changed) or 'a file'} holds what no evidence file holds ({fault})") from fault
        finally:
            spool.close()
        if changed:
            raise Broken(f"{', '.join(changed)}: changed after the file was made")
    return f"OK: {rows} rows under the chain up to record {records}, signed with {signer}"


def main(arguments=None):
    """The command."""
    parser = argparse.ArgumentParser(description="Checks an evidence file of Dialfloor.")
    parser.add_argument("file", help="the evidence zip")
    parser.add_argument("--key", help="the public key that must have signed it, in hex")
    options = parser.parse_args(arguments)
    try:
        print(check(options.file, options.key))
    except Broken as fault:
        print(f"BROKEN: {fault}", file=sys.stderr)
        return 1
    except ODD as fault:
        print(f"BROKEN: {options.file} cannot be read as an evidence file ({fault})", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
