"""Every parser that meets input of strangers as a function of bytes, and what it may say: the contract under fuzzing.

Each either takes the bytes or refuses them with its own named error. Anything else that comes out is a finding.
"""

import contextlib
import hashlib
import importlib.util
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.api.answers import Answer
from app.api.auth import split_token
from app.api.bodies import ACTIONS, decode, find_action
from app.client.errors import read_error_body
from app.compliance.area_codes import read_area_codes
from app.compliance.decide import Lawyer
from app.compliance.rule_edits import decode_timeline
from app.compliance.rule_files import RuleFileError, book_of_document, read_rule_book, rule_book_of
from app.controller.import_contacts import normalise_phone, why_no_phone
from app.engine.limits import GrammarError, call_limits_of, format_rates, parse_rates
from app.ids import parse_id
from app.reports.contact_file import ContactFileError
from app.reports.import_check import check_file
from app.reports.may_call import MayCallError, answer_cells, answers
from app.reports.national_file import NationalFile, NationalFileError
from app.ui.models.limit_csv import dry_run, read_text
from app.ui.models.limit_values import ValueFault
from app.wire.feed import FeedMessage

ROOT = Path(__file__).parents[2]
_ID = b"0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1b"
_RULES = "id,jurisdiction,rule,citation,verified,applies_to,start,end,days,clock,max_attempts,window_hours,"
_LONG = b'"' + b"x" * 140_000
_DEEP = b"[" * 5_000
_feed = msgspec.json.Decoder(FeedMessage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parser:
    """One parser; `seeds` are inputs that get past its first look."""

    name: str
    parse: Callable[[bytes], None]
    seeds: Sequence[bytes]


def dialer_body(sent: bytes) -> None:
    """A dialer's body, as each action."""
    for name in ("", *ACTIONS):
        action = find_action(name, sent)
        heard = action if isinstance(action, Answer) else decode(action, sent)
        if isinstance(heard, Answer):
            assert heard.status == 400
            assert msgspec.json.decode(heard.body)["error"]


def limit_grammar(sent: bytes) -> None:
    """Limits as people write them; what is read is written back and read the same."""
    text = sent.decode("utf-8", "replace")
    with contextlib.suppress(GrammarError):
        rates = parse_rates(text)
        assert parse_rates(format_rates(rates)) == rates
    with contextlib.suppress(GrammarError):
        call_limits_of(text)


def contact_file(sent: bytes) -> None:
    """A contact file from the survey to the sample of the dialog."""
    with _file(sent) as path, contextlib.suppress(ContactFileError):
        for news in check_file(path, None, "US"):
            msgspec.json.encode(news)


def national_file(sent: bytes) -> None:
    """A file of the national list: every number of it, or none."""
    with _file(sent) as path, contextlib.suppress(NationalFileError):
        file = NationalFile(path)
        count = sum(len(block.numbers.codes) for block in file.blocks())
        assert count == file.lines > 0


def rule_files(sent: bytes) -> None:
    """Rules and holidays as an admin edits them."""
    text = sent.decode("utf-8", "replace")
    rules, _, holidays = text.partition("\0")
    with contextlib.suppress(RuleFileError):
        rule_book_of(rules, holidays)


def rule_documents(sent: bytes) -> None:
    """Rules as the log holds them."""
    text = sent.decode("utf-8", "replace")
    with contextlib.suppress(ValueError):
        book_of_document(text)
    with contextlib.suppress(ValueError):
        decode_timeline(text)


def may_call_file(sent: bytes) -> None:
    """A CSV of questions to the law; each line is answered, or the first that cannot be is named."""
    lines = io.StringIO(sent.decode("utf-8", "replace"), newline="")
    with contextlib.suppress(MayCallError):
        for answered in answers(lines, _LAWYER):
            answer_cells(answered)


def tokens_and_ids(sent: bytes) -> None:
    """A token, an id and a number as headers and paths have them."""
    text = sent.decode("latin-1")
    parts = split_token(text)
    assert parts is None or text == f"dlf_{parts[0]}_{parts[1]}"
    found = parse_id(text)
    assert found is None or len(found) == 36
    if normalise_phone(text, "US") is None:
        assert why_no_phone(text)


def feed_message(sent: bytes) -> None:
    """What a server that is no engine says to a window."""
    # As FeedReader takes it: all three end the line, and the window says why.
    with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        _feed.decode(sent)
    assert read_error_body(500, sent).error is not None


def limits_file(sent: bytes) -> None:
    """A CSV of limits that is chosen in the window."""
    with contextlib.suppress(ValueFault):
        dry_run(read_text(sent), {}, lambda _: None)


def evidence_file(sent: bytes) -> None:
    """An evidence file in an auditor's hands: the script ends with 0 or 1 and a sentence."""
    with _file(sent) as path, contextlib.redirect_stderr(io.StringIO()) as said:
        assert _VERIFY.main([str(path)]) == 1
    assert said.getvalue().startswith("BROKEN: ")


@contextlib.contextmanager
def _file(content: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").exists() else None) as place:  # noqa: S108
        path = Path(place) / "sent"
        path.write_bytes(content)
        yield path


def _verify_script() -> ModuleType:
    place = importlib.util.spec_from_file_location("verify", ROOT / "resources" / "evidence" / "verify.py")
    assert place is not None
    assert place.loader is not None
    script = importlib.util.module_from_spec(place)
    place.loader.exec_module(script)
    return script


def _zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _signed(statement: Mapping[str, object]) -> bytes:
    """A statement whose signature holds: whoever makes a file up can make a key up too."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    said = {**statement, "key": key.public_key().public_bytes_raw().hex()}
    return json.dumps({"statement": said, "signature": key.sign(_VERIFY.canonical(said)).hex()}).encode()


def _liars() -> Iterator[bytes]:
    """Evidence files that are signed, and whose manifest lies."""
    for manifest, more in (
        (b"[]", {}),
        (b'{"files":[]}', {}),
        (b'{"files":{"chain.csv":{}}}', {"chain.csv": b"number\n1\n"}),
        (b'{"files":{"../../x":{"sha256":"","bytes":1,"rows":0}},"chain":{}}', {"../../x": bytes(4_000_000)}),
        (
            b'{"files":{"chain.csv":{"sha256":"","bytes":1}},"chain":{"first":1,"previous":"zz","last":1}}',
            {"chain.csv": b'"'},
        ),
        (_DEEP, {}),
    ):
        signature = _signed({"sha256": hashlib.sha256(manifest).hexdigest()})
        whole = _zipped({"manifest.json": manifest, "manifest.sig": signature, **more})
        yield from (whole, whole[: len(whole) // 2], whole.replace(b"\x08\x00", b"\x63\x00"))
        yield whole.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


_VERIFY = _verify_script()
_LAWYER = Lawyer(read_rule_book(), read_area_codes())
_MAY_CALL = b"id,e164,instant_utc,purpose,mode,address_evidence,prior_attempts_utc,flags\n"

PARSERS = (
    Parser(
        name="dialer-body",
        parse=dialer_body,
        seeds=(
            b'{"action":"start","mode":"power"}',
            b'{"sessionId":"%b","contactId":"%b","disposition":"x","callbackAt":"2026-12-01T15:30:00Z"}' % (_ID, _ID),
            b'{"callId":"%b","status":"completed","duration":3,"answeredAt":"0001-01-01T00:00:00+23:59"}' % _ID,
            b'{"action":"next-contact","sessionId":"%b","lines":99999999999999999999}' % _ID,
            b'{"x":' + _DEEP,
            b'{"action":"\\ud800"}',
        ),
    ),
    Parser(
        name="limit-grammar", parse=limit_grammar, seeds=(b"100/1h & 800/1d", b"5/min", "\uff11/h".encode(), b"&" * 99)
    ),
    Parser(
        name="contact-file",
        parse=contact_file,
        seeds=(
            b"First Name,Phone\nAnn,+12125550100\n",
            "﻿Name;Telefon\nÄnne;030 1234567\n".encode(),
            "Name,Phone\nAnn,2125550100\n".encode("utf-16"),
            b"Name,Phone\nAnn,2125550100\0\n",
            b"Name,Phone\n" + _LONG,
            b"line,reason,Phone\n7,bad,2125550100\n",
            b"PK\x03\x04",
            b"\xff\xfe\x00",
        ),
    ),
    Parser(
        name="national-file",
        parse=national_file,
        seeds=(
            b"212,5550134\n2125550135\n",
            b"2125550134\r\n",
            b"212,5550134",
            b"9" * 600_000,
            b"\n\n",
            b"212,555013\xb2\n",
        ),
    ),
    Parser(
        name="rule-files",
        parse=rule_files,
        seeds=(
            _RULES.encode()
            + b"effective_from,effective_to,note\nUS/hours/1,US,hours,c,yes,,08:00,21:00,all,called_party,,,,,\n",
            _RULES.encode() + b"\nUS/hours/1,US,hours,c,yes,,\xc2\xb2\xc2\xb2:00,,mon-sat,fixed:../../etc/passwd\n",
            _RULES.encode() + b"\nUS/hours/1,US,hours,c,yes,,,,all,fixed:America\n",
            _RULES.encode() + b"\nUS/hours/1,US,hours\n",
            b"id\0jurisdiction,date,name\nUS,2026-12-25,Christmas\n",
            _LONG,
        ),
    ),
    Parser(
        name="rule-documents",
        parse=rule_documents,
        seeds=(read_rule_book().document.encode()[:4_000], b'{"rules":[],"holidays":[],"emergencies":[]}', _DEEP),
    ),
    Parser(
        name="may-call-file",
        parse=may_call_file,
        seeds=(
            _MAY_CALL + b"1,+12125550100,2026-12-01T15:30:00Z,telemarketing,predictive,US-NY|America/New_York,,\n",
            _MAY_CALL + b"1,+12125550100,0001-01-01T00:00:00+23:59,,,,,\n",
            _MAY_CALL + b"1,+12125550100,9999-12-31T23:59:59-23:59,,,US-NY|" + b"A" * 300 + b",,\n",
            _MAY_CALL + b"1,+12125550100,2026-12-01T15:30:00Z,,,US-NY|America\\..\\x,,emergency:US-NY cell\n",
            _MAY_CALL + b"1," + _LONG,
        ),
    ),
    Parser(
        name="tokens-and-ids",
        parse=tokens_and_ids,
        seeds=(b"dlf_abc_secret_with_more", _ID, b"dlf__", b"+1 (212) 555-0100"),
    ),
    Parser(
        name="feed-message",
        parse=feed_message,
        seeds=(b'{"type":"changes","seq":1}', b'{"type":"snapshot","x":' + _DEEP, _DEEP, b'{"error":' + _DEEP, b"\xff"),
    ),
    Parser(name="evidence-file", parse=evidence_file, seeds=(_zipped({}), _zipped({"manifest.sig": b"[]"}), *_liars())),
    Parser(
        name="limits-file",
        parse=limits_file,
        seeds=(b"agent,limits\nAnn,100/1h\n", b"agent;limits\n'=Ann;5\n", b"agent,limits\n" + _LONG, b"agent\0\n\0"),
    ),
)
