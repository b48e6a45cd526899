"""A tenant's campaigns as admins keep them: made, renamed and split, each with a record of who did it."""

import sqlite3
from collections.abc import Callable

import msgspec

from app.engine.events import DeedRecorded
from app.engine.people import Campaign, Identity
from app.engine.value import Id, Instant
from db.audit_chain import append_deeds
from db.packing import pack
from db.people_store import find_campaign


class CampaignExists(ValueError):
    """The tenant has a campaign of this name."""


def add_campaign(
    connection: sqlite3.Connection, identity: Identity, name: str, now: Instant, new_id: Callable[[Instant], Id]
) -> Campaign:
    """A new campaign; inside the caller's transaction. Raises `CampaignExists`."""
    _require_free(connection, identity.tenant_id, name)
    made = Campaign(id=new_id(now), tenant_id=identity.tenant_id, name=name, started_at=now)
    _insert(connection, made, now)
    append_deeds(connection, [_deed(identity, now, "campaign.add", name, None, {"name": name})])
    return made


def split_campaign(
    connection: sqlite3.Connection,
    identity: Identity,
    parent_id: Id,
    named: tuple[str, str],
    now: Instant,
    new_id: Callable[[Instant], Id],
) -> Campaign | None:
    """A new campaign that says what it was split from and counts abandoned calls with it; `named` is its name and why.

    None if the tenant has no campaign `parent_id`; inside the caller's transaction. Raises `CampaignExists`.
    """
    parent = find_campaign(connection, identity.tenant_id, parent_id)
    if parent is None:
        return None
    name, reason = named
    _require_free(connection, identity.tenant_id, name)
    made = Campaign(
        id=new_id(now),
        tenant_id=identity.tenant_id,
        name=name,
        started_at=now,
        split_from=parent.id,
        counts_with=parent.family,
    )
    _insert(connection, made, now)
    connection.execute(
        "INSERT INTO campaign_splits (campaign_id, tenant_id, split_from, counts_with) VALUES (?, ?, ?, ?)",
        (pack(made.id), pack(made.tenant_id), pack(parent.id), pack(parent.family)),
    )
    after = {"name": name, "splitFrom": parent.name}
    deed = _deed(identity, now, "campaign.split", name, None, after)
    append_deeds(connection, [msgspec.structs.replace(deed, reason=reason)])
    return made


def rename_campaign(
    connection: sqlite3.Connection, identity: Identity, campaign_id: Id, name: str, now: Instant
) -> Campaign | None:
    """A campaign under another name, None if the tenant has none of this id; inside the caller's transaction.

    Raises `CampaignExists`.
    """
    campaign = find_campaign(connection, identity.tenant_id, campaign_id)
    if campaign is None or campaign.name == name:
        return campaign
    _require_free(connection, identity.tenant_id, name)
    connection.execute("UPDATE campaigns SET name = ? WHERE id = ?", (name, pack(campaign_id)))
    before, after = {"name": campaign.name}, {"name": name}
    append_deeds(connection, [_deed(identity, now, "campaign.rename", campaign.name, before, after)])
    return msgspec.structs.replace(campaign, name=name)


def _insert(connection: sqlite3.Connection, campaign: Campaign, now: Instant) -> None:
    connection.execute(
        "INSERT INTO campaigns (id, tenant_id, name, created_at) VALUES (?, ?, ?, ?)",
        (pack(campaign.id), pack(campaign.tenant_id), campaign.name, now),
    )


def _require_free(connection: sqlite3.Connection, tenant_id: Id, name: str) -> None:
    known = connection.execute("SELECT 1 FROM campaigns WHERE tenant_id = ? AND name = ?", (pack(tenant_id), name))
    if known.fetchone() is not None:
        message = f"There is a campaign {name} already; choose another name"
        raise CampaignExists(message)


def _deed(
    identity: Identity, now: Instant, action: str, subject: str, before: dict[str, str] | None, after: dict[str, str]
) -> DeedRecorded:
    return DeedRecorded(
        tenant_id=identity.tenant_id,
        at=now,
        user=identity.user,
        action=action,
        subject=subject,
        before=before,
        after=after,
        reason="",
    )
