"""Who asks and who dials: tenants, users, agents, contacts, as the engine needs to know them."""

from enum import StrEnum

from app.engine.calls import Disposition
from app.engine.value import Id, Instant, Value


class Role(StrEnum):
    """What a user may do."""

    DIALER = "dialer"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    COMPLIANCE = "compliance"


class Identity(Value, frozen=True, kw_only=True):
    """One user of one tenant with one role: what a token names."""

    tenant_id: Id
    user_id: Id
    user: str
    role: Role


class Tier(Value, frozen=True, kw_only=True):
    """A tier: limits shared by the tenants that are of it."""

    id: Id
    name: str


class Tenant(Value, frozen=True, kw_only=True):
    """A tenant; `time_zone` (an IANA name) says when its day ends. `dispositions` are its own, beyond the product's."""

    id: Id
    name: str
    tier_id: Id | None
    time_zone: str
    dispositions: tuple[Disposition, ...] = ()


class Agent(Value, frozen=True, kw_only=True):
    """An AI agent as stored. `configuration` keeps keys the engine does not know."""

    id: Id
    tenant_id: Id
    user_id: Id | None
    name: str
    agent_type: str
    status: str
    configuration: dict[str, object]
    created_at: Instant


class Contact(Value, frozen=True, kw_only=True):
    """A contact that may be handed out. `fields` is what the import brought, beyond the named columns.

    `place` names what its hours depend on (app.compliance.places); empty where nobody has said.
    """

    id: Id
    tenant_id: Id
    campaign_id: Id | None
    first_name: str
    last_name: str
    phone: str
    email: str | None
    fields: dict[str, object]
    place: str = ""


class Campaign(Value, frozen=True, kw_only=True):
    """A campaign of a tenant, made at `started_at`.

    One that was split from another names it, and counts abandoned calls together with it: `counts_with` is the first
    campaign of the family, None for a campaign that was split from none.
    """

    id: Id
    tenant_id: Id
    name: str
    started_at: Instant | None = None
    split_from: Id | None = None
    counts_with: Id | None = None

    @property
    def family(self) -> Id:
        """Under which id its calls are counted: a rename or a split must not begin a new count."""
        return self.counts_with or self.id
