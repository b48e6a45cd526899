"""What an engine hands the process that looks through or imports a contact file, and what that one tells it."""

from typing import Literal

import msgspec

from app.wire.imports import ColumnPlaces, ImportFacts, ListName, RejectedLine

SHOWN = 100
"""Rejected lines that are told one by one; all of them are in the file of rejected lines."""

SAMPLE = 20


class ImportTask(msgspec.Struct, frozen=True, kw_only=True):
    """One look through a file (`check`), one import of its contacts, or of its numbers onto a list (`list`).

    Paths are absolute; `name` is the file's own. With `is_listing` a look counts what is on a list already; `onto` is
    the list, `reason` that of lines without one.
    """

    kind: Literal["check", "import", "list"]
    file: str
    name: str
    data: str
    tenant: str
    campaign: str | None
    by: str
    places: ColumnPlaces | None
    region: str
    rejected: str
    tenant_id: str = ""
    is_listing: bool = False
    onto: ListName | None = None
    reason: str = ""


class ImportNews(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far it is, one line of JSON each; the last line of a look carries `facts`."""

    rows_done: int = 0
    rows_total: int | None = None
    added: int = 0
    known: int = 0
    rejected: int = 0
    lines: list[RejectedLine] = []
    facts: ImportFacts | None = None
