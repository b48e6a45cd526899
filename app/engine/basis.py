"""What a decision of calling hours was based on, as the log keeps it: texts that only `app.compliance` reads."""

from app.engine.value import Id, Instant, Value


class Basis(Value, frozen=True, kw_only=True):
    """What many decisions share. `id` is the first 16 bytes of the SHA-256 of `document`, so equal ones are one."""

    id: bytes
    document: str


class DecisionRecord(Value, frozen=True, kw_only=True):
    """One decision: its basis, how many steps of the tenant's own lists were known, and what was its own.

    `verdict` is None of a contact that nothing forbids and of whom nothing was counted.
    """

    basis: Basis
    list_revision: int
    verdict: str | None = None


class RefusedContact(Value, frozen=True, kw_only=True):
    """A contact that was not handed out, by which rule, and by which decision."""

    contact_id: Id
    tenant_id: Id
    campaign_id: Id | None
    code: str
    rule_id: str
    decision: DecisionRecord
    at: Instant


class KeptVersion(Value, frozen=True, kw_only=True):
    """The whole content of one version of the rules (`rules`) or of the area codes (`area_codes`).

    `version` is its SHA-256 in hex.
    """

    version: str
    kind: str
    document: str
