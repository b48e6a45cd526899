"""The program's log: a record is one line with named fields, and holds no number, token, address or name of a person.

What a person wrote may be in an exception's words, so those of exceptions that quote what they were given are left
out; which one it was, and where, is told of all. docs/guides/operating.md names the fields.
"""

import json
import logging
import os
import re
import sqlite3
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from io import FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from app.compliance.masking import veiled
from app.engine.ports import RuleViolation, StoreUnavailable

FORMATS = ("logfmt", "json")
LEVELS = ("debug", "info", "warning", "error")
FILE_BYTES = 10_000_000
FILES = 5

_SECRET = re.compile(
    r"dlf_[\w-]*|(?i:bearer|basic|apikey|token|secret|password)[\s:=]+(?!is\b|of\b|for\b)\S+", re.ASCII
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SPOKEN = (
    StoreUnavailable,
    RuleViolation,
    OSError,
    sqlite3.Error,
    AttributeError,
    TypeError,
    NameError,
    ImportError,
    RuntimeError,
)
"""Exceptions whose words are the program's own; ValueError, KeyError and their kin quote what they were given."""

_FRAMES = 12
_BARE = re.compile(r"[\w./:+@%-]+", re.ASCII)
_OURS = "dialfloor"


class LineFormatter(logging.Formatter):
    """One line a record, as `key=value` pairs (logfmt) or as a JSON object."""

    def __init__(self, style: str) -> None:
        super().__init__()
        self._write = _as_json if style == "json" else _as_logfmt

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        return self._write(dict(_fields(record)))


class _OwnFile(RotatingFileHandler):
    """A log that is nobody else's to read, each piece of it."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(FileIO(descriptor, "a"), encoding=self.encoding)


def start_log(level: str = "info", style: str = "logfmt", file: Path | None = None) -> None:
    """Log from now on: to standard error, or to a file that is kept in `FILES` pieces of `FILE_BYTES` at most.

    `level` is for what the program says itself; libraries say warnings and errors only, because what they tell at
    lower levels holds headers and bodies. Raises `OSError` if the file cannot be written.
    """
    listener: logging.Handler = logging.StreamHandler()
    if file is not None:
        listener = _OwnFile(file, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8")
    listener.setFormatter(LineFormatter(style))
    logging.basicConfig(level=logging.WARNING, handlers=[listener], force=True)
    logging.getLogger(_OURS).setLevel(level.upper())
    # logging's own complaint about a record that cannot be written would print that record's arguments.
    logging.raiseExceptions = False
    sys.excepthook = _log_crash
    threading.excepthook = _log_thread_crash


def _log_crash(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """An exception that nothing took: logged as any other, where Python would print its words."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, fault, trace)
        return
    logging.getLogger(f"{_OURS}.crash").critical("the program ended by a mistake", exc_info=(kind, fault, trace))


def _log_thread_crash(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        fault = args.exc_value
        logging.getLogger(f"{_OURS}.crash").critical("a thread ended by a mistake", exc_info=fault)


def _fields(record: logging.LogRecord) -> Iterator[tuple[str, str]]:
    at = datetime.fromtimestamp(record.created, tz=UTC)
    yield "time", at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    yield "level", record.levelname.lower()
    yield "logger", record.name
    yield "message", cleaned(_message(record))
    request = record.__dict__.get("request")
    if isinstance(request, str):
        yield "request", cleaned(request)
    if record.exc_info is not None and record.exc_info[1] is not None:
        yield "error", " < ".join(_said(fault) for fault in _chain(record.exc_info[1]))
        yield "trace", " < ".join(_frames(record.exc_info[1]))


def _message(record: logging.LogRecord) -> str:
    if record.name.startswith(_OURS):
        return record.getMessage()
    # asyncio's second line shows the task or future, and in it an exception's words.
    return record.getMessage().partition("\n")[0].partition("<")[0]


def cleaned(text: str) -> str:
    """A text with every number, token, secret and address of a person in it veiled."""
    return veiled(_EMAIL.sub("***@***", _SECRET.sub("***", text)))


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """The exception, and those that it came of."""
    seen: set[int] = set()
    found: BaseException | None = fault
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def _said(fault: BaseException) -> str:
    name = type(fault).__name__
    return f"{name}: {cleaned(str(fault))}" if isinstance(fault, _SPOKEN) else name


def _frames(fault: BaseException) -> list[str]:
    """Where it was raised, innermost first."""
    found = []
    trace = fault.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{_short(code.co_filename)}:{trace.tb_lineno}:{code.co_name}")
        trace = trace.tb_next
    return found[: -_FRAMES - 1 : -1]


def _short(path: str) -> str:
    """A source's path without where the program lies."""
    parts = Path(path).parts
    starts = (parts.index(name) for name in ("site-packages", "app", "db") if name in parts)
    return "/".join(parts[next(starts, len(parts) - 1) :])


def _as_json(fields: dict[str, str]) -> str:
    return json.dumps(fields, ensure_ascii=False)


def _as_logfmt(fields: dict[str, str]) -> str:
    return " ".join(f"{name}={_quoted(value)}" for name, value in fields.items())


def _quoted(value: str) -> str:
    # JSON's escapes are logfmt's: a line break or a control character in a value makes no second line.
    return value if _BARE.fullmatch(value) else json.dumps(value, ensure_ascii=True)
