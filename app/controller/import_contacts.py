"""Contacts come in from a file: good rows are kept, bad ones are told with their line, known ones add nothing.

Knows rows and a store, not the file's format: `app.reports.contact_file` reads that.
"""

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal, Protocol

import phonenumbers

from app.compliance.places import place_of
from app.engine.events import DeedRecorded
from app.engine.people import Campaign, Contact
from app.engine.ports import StoreUnavailable
from app.engine.value import Id, Instant, Value

BATCH = 200
"""Rows of one transaction: it holds the write lock for some milliseconds, which the journal can wait."""

_LONGEST_ROW = 16_384
_NANP = re.compile(r"(?:\+?1[\s.\-]?)?\(?([2-9]\d{2})\)?[\s.\-]{0,2}([2-9]\d{2})[\s.\-]?(\d{4})(?:\.0)?", re.ASCII)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.ASCII | re.IGNORECASE)


class ImportedRow(Value, frozen=True, kw_only=True):
    """One record of a file: the physical line it starts on, the named columns, and every other one by its header.

    `cells` are the record as it was written; `fault` says what is wrong with its shape, None if nothing is.
    """

    line: int
    first_name: str
    last_name: str
    phone: str
    email: str
    fields: dict[str, object]
    cells: tuple[str, ...]
    fault: str | None = None


class Rejected(Value, frozen=True, kw_only=True):
    """A row that was not imported, which field of it is at fault (`row`: its shape), and why."""

    row: ImportedRow
    reason: str
    field: Literal["phone", "row"] = "phone"


class Source(Value, frozen=True, kw_only=True):
    """What is imported: the file's name and SHA-256, for which tenant and campaign, by whom; `region` is ISO 3166."""

    file: str
    sha256: bytes
    tenant: str
    campaign: str | None
    by: str
    region: str = "US"


class Tally(Value, frozen=True, kw_only=True):
    """How many rows were added, were known already (or came twice in the file), and were rejected."""

    added: int = 0
    known: int = 0
    rejected: int = 0

    @property
    def rows(self) -> int:
        """All rows so far."""
        return self.added + self.known + self.rejected


class ContactLists(Protocol):
    """Where contacts are kept. Every method raises `StoreUnavailable` if it cannot be written."""

    def open_list(self, tenant: str, campaign: str | None, sha256: bytes, deed: DeedRecorded) -> tuple[Id, Campaign]:
        """A new list and the campaign (empty id: none) it belongs to."""
        ...

    def add(self, list_id: Id, contacts: Sequence[Contact], rejected: int, now: Instant) -> int:
        """Add those not known, in one transaction; returns how many."""
        ...

    def close_list(self, deed: DeedRecorded) -> None:
        """Record what came of it."""
        ...


class Importer:
    """One import. `now` says when it is asked, `new_id` names contacts, `reject` is told each row left out."""

    def __init__(
        self,
        lists: ContactLists,
        now: Callable[[], Instant],
        new_id: Callable[[Instant], Id],
        reject: Callable[[Rejected], None],
    ) -> None:
        self._lists = lists
        self._now = now
        self._new_id = new_id
        self._reject = reject

    def run(self, source: Source, rows: Iterable[ImportedRow]) -> Iterator[Tally]:
        """Import batch by batch; yields the tally after each, between transactions. The last one is the outcome."""
        began = {"sha256": source.sha256.hex(), "campaign": source.campaign}
        list_id, campaign = self._lists.open_list(
            source.tenant, source.campaign, source.sha256, self._deed(source, None, "contacts.import", began)
        )
        tally = Tally()
        remaining = iter(rows)
        try:
            while batch := list(islice(remaining, BATCH)):
                tally = self._import_batch(batch, list_id, campaign, source.region, tally)
                yield tally
        except BaseException:
            # Cancelled, or the disk is full: whole batches are written, and the trail says how many lines those are.
            with contextlib.suppress(StoreUnavailable):
                outcome = _outcome(tally, list_id)
                self._lists.close_list(self._deed(source, campaign.tenant_id, "contacts.import_stopped", outcome))
            raise
        self._lists.close_list(self._deed(source, campaign.tenant_id, "contacts.imported", _outcome(tally, list_id)))
        yield tally

    def _import_batch(
        self, batch: list[ImportedRow], list_id: Id, campaign: Campaign, region: str, tally: Tally
    ) -> Tally:
        now = self._now()
        contacts: list[Contact] = []
        rejected = [*self._sort_out(batch, campaign, region, now, contacts)]
        added = self._lists.add(list_id, contacts, len(rejected), now)
        for row in rejected:
            self._reject(row)
        return Tally(
            added=tally.added + added,
            known=tally.known + len(contacts) - added,
            rejected=tally.rejected + len(rejected),
        )

    def _sort_out(
        self, batch: list[ImportedRow], campaign: Campaign, region: str, now: Instant, contacts: list[Contact]
    ) -> Iterator[Rejected]:
        """Add the good rows to `contacts`; yields the others."""
        for row in batch:
            phone = judge(row, region)
            if isinstance(phone, Rejected):
                yield phone
                continue
            contacts.append(
                Contact(
                    id=self._new_id(now),
                    tenant_id=campaign.tenant_id,
                    campaign_id=campaign.id or None,
                    first_name=row.first_name,
                    last_name=row.last_name,
                    phone=phone,
                    email=row.email or None,
                    fields=row.fields,
                    place=place_of(phone, row.fields),
                )
            )

    def _deed(self, source: Source, tenant_id: Id | None, action: str, after: object) -> DeedRecorded:
        return DeedRecorded(
            tenant_id=tenant_id,
            at=self._now(),
            user=source.by,
            action=action,
            subject=source.file,
            before=None,
            after=after,
            reason="",
        )


def judge(row: ImportedRow, region: str) -> str | Rejected:
    """A row's number as it would be imported, or why the row cannot be."""
    reason = row.fault or _too_long(row)
    if reason is not None:
        return Rejected(row=row, reason=reason, field="row")
    return normalise_phone(row.phone, region) or Rejected(row=row, reason=why_no_phone(row.phone))


def _outcome(tally: Tally, list_id: Id) -> dict[str, object]:
    return {"added": tally.added, "known": tally.known, "rejected": tally.rejected, "list": list_id}


def normalise_phone(text: str, region: str) -> str | None:
    """E.164 (`+12125550134`) of a number as people write it, None if it cannot be one.

    `region` (ISO 3166) is where a number without a country code belongs. Whether it may be called is not asked
    here: a library's idea of a valid number is a hint and never the gate (docs: who may be called, point 1).
    """
    plain = text.strip()
    if region == "US" and (match := _NANP.fullmatch(plain)) is not None:
        return f"+1{match[1]}{match[2]}{match[3]}"
    if not plain or len(plain) > 60 or _SCIENTIFIC.fullmatch(plain):
        return None
    try:
        number = phonenumbers.parse(plain.removesuffix(".0"), region)
    except phonenumbers.NumberParseException:
        return None
    # A number without its area code is possible locally only: nobody can dial it from here.
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def why_no_phone(text: str) -> str:
    """Why `normalise_phone` made nothing of a text, for a person."""
    plain = text.strip()
    if not plain:
        return "no phone number"
    if _SCIENTIFIC.fullmatch(plain):
        return f"'{plain}' was rounded by a spreadsheet; format the column as text and export it again"
    shown = plain if len(plain) <= 60 else f"{plain[:57]}..."
    return f"'{shown}' cannot be a phone number"


def _too_long(row: ImportedRow) -> str | None:
    if sum(map(len, row.cells)) > _LONGEST_ROW:
        return f"the row is longer than {_LONGEST_ROW:,} characters"
    return None
