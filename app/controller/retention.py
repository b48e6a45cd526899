"""How long rows are kept: what holds for a tenant, and what an admin may set, behind one port."""

from typing import Protocol

from app.controller.erasures import Erasures
from app.controller.holds import LegalHolds
from app.controller.outcomes import Conflict, Denied, Invalid, Missing
from app.engine.people import Identity
from app.engine.records import RetentionSetting
from app.engine.retention import DueForDeletion, Kept, kept_of
from app.engine.value import Id, Instant
from app.wire.retention import EditRetention


class Retention(Protocol):
    """What was set, held in memory and written through. Raises `StoreUnavailable`."""

    @property
    def erasures(self) -> Erasures:
        """The way out before its time: one person's number, on request."""
        ...

    @property
    def holds(self) -> LegalHolds:
        """What may be neither deleted nor erased."""
        ...

    def due(self, tenant_id: Id) -> list[DueForDeletion]:
        """What a clean-up would delete now, kind by kind. Off the loop: counting takes its time."""
        ...

    def setting(self, tenant_id: Id, kept: Kept) -> RetentionSetting | None:
        """What was set for a tenant, or for the folder where it is the folder's; None while nobody set it."""
        ...

    def put(self, identity: Identity, kept: Kept, intent: EditRetention, now: Instant) -> None:
        """Set it, audited with its reason."""
        ...


def amount_of(retention: Retention, tenant_id: Id, kept: Kept) -> int | None:
    """What holds; None is for ever."""
    setting = retention.setting(tenant_id, kept)
    return kept.usual if setting is None else setting.amount


def judge_edit(
    retention: Retention, identity: Identity, name: str, intent: EditRetention, *, owns_folder: bool
) -> Kept | Missing | Denied | Invalid | Conflict:
    """The kind to be set, or why it may not be."""
    kept = kept_of(name)
    if kept is None:
        return Missing(what="kind of row")
    if kept.least is None:
        return Denied(sentence=f"How long {name} are kept is fixed. {kept.source}")
    if kept.is_folders and not owns_folder:
        return Denied(sentence="The folder holds other tenants too; only the window over its own engine may do this")
    if not kept.allows(intent.amount):
        return Invalid(field="amount", sentence=bounds_sentence(kept))
    current = amount_of(retention, identity.tenant_id, kept)
    if current != intent.expected:
        return Conflict(
            sentence="Someone else changed this meanwhile",
            current={"amount": current},
            yours={"amount": intent.amount},
        )
    return kept


def bounds_sentence(kept: Kept) -> str:
    """What may be set, for a person."""
    ever = ", or null for ever" if kept.usual is None else ""
    return f"amount must be {kept.least} to {kept.most} {kept.unit}{ever}. {kept.source}"
