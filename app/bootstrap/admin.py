"""`Users` and `Campaigns` over the folder's database, each call one short transaction."""

import threading
from collections.abc import Mapping
from pathlib import Path

from app.controller.admin_services import Refusal, UserChange
from app.engine.events import DeedRecorded
from app.engine.people import Campaign, Identity, Role
from app.engine.records import UserRecord
from app.engine.value import Id, Instant
from app.ids import new_id
from db import campaigns_store
from db.campaigns_store import CampaignExists
from db.open import connect
from db.people_store import UserExists, writing
from db.users_store import LastAdmin, add_user, find_user, keep_uses, require_other_admin, set_disabled, set_role


class FolderAdmin:
    """What admins keep in one folder; callable from any thread."""

    def __init__(self, database: Path) -> None:
        self._connection = connect(database, seldom=True)
        self._lock = threading.Lock()

    def add_user(self, tenant_id: Id, name: str, role: Role, by: str, now: Instant) -> UserRecord:
        """A new user. Raises `Refusal` if the name is taken."""
        wanted = Identity(tenant_id=tenant_id, user_id="", user=name, role=role)
        with self._lock, writing(self._connection):
            try:
                return add_user(self._connection, wanted, by, now, new_id)
            except UserExists as fault:
                raise Refusal("name", str(fault)) from fault

    def change_user(self, identity: Identity, user_id: Id, change: UserChange, now: Instant) -> UserRecord | None:
        """A user's role or whether it is disabled; both in one transaction. Raises `Refusal`."""
        with self._lock, writing(self._connection):
            user = find_user(self._connection, identity.tenant_id, user_id)
            if user is None:
                return None
            if change.keep_an_admin and user.role == Role.ADMIN.value and _ends_an_admin(change):
                try:
                    require_other_admin(self._connection, identity.tenant_id, user)
                except LastAdmin as fault:
                    raise Refusal("role", str(fault)) from fault
            self._change(identity, user, change, now)
            return find_user(self._connection, identity.tenant_id, user_id)

    def _change(self, identity: Identity, user: UserRecord, change: UserChange, now: Instant) -> None:
        if change.role is not None and change.role.value != user.role:
            values: tuple[dict[str, object], dict[str, object]] = ({"role": user.role}, {"role": change.role.value})
            set_role(self._connection, user, change.role, _deed(identity, user, "user.role", values, change, now))
        was_disabled = user.disabled_at is not None
        if change.disabled is not None and change.disabled != was_disabled:
            action = "user.disable" if change.disabled else "user.enable"
            deed = _deed(
                identity, user, action, ({"disabled": was_disabled}, {"disabled": change.disabled}), change, now
            )
            set_disabled(self._connection, user, now if change.disabled else None, deed)

    def keep_uses(self, uses: Mapping[str, Instant]) -> None:
        """Remember when tokens were last used."""
        if uses:
            with self._lock, writing(self._connection):
                keep_uses(self._connection, uses)

    def make_campaign(self, identity: Identity, name: str, now: Instant) -> Campaign:
        """A new campaign. Raises `Refusal` if the name is taken."""
        with self._lock, writing(self._connection):
            try:
                return campaigns_store.add_campaign(self._connection, identity, name, now, new_id)
            except CampaignExists as fault:
                raise Refusal("name", str(fault)) from fault

    def split_campaign(
        self, identity: Identity, parent_id: Id, named: tuple[str, str], now: Instant
    ) -> Campaign | None:
        """A campaign split from another, by name and reason. Raises `Refusal` if the name is taken."""
        with self._lock, writing(self._connection):
            try:
                return campaigns_store.split_campaign(self._connection, identity, parent_id, named, now, new_id)
            except CampaignExists as fault:
                raise Refusal("name", str(fault)) from fault

    def rename_campaign(self, identity: Identity, campaign_id: Id, name: str, now: Instant) -> Campaign | None:
        """A campaign under another name. Raises `Refusal` if that is taken."""
        with self._lock, writing(self._connection):
            try:
                return campaigns_store.rename_campaign(self._connection, identity, campaign_id, name, now)
            except CampaignExists as fault:
                raise Refusal("name", str(fault)) from fault

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()


def _ends_an_admin(change: UserChange) -> bool:
    return change.disabled is True or (change.role is not None and change.role is not Role.ADMIN)


def _deed(
    identity: Identity,
    user: UserRecord,
    action: str,
    values: tuple[dict[str, object], dict[str, object]],
    change: UserChange,
    now: Instant,
) -> DeedRecorded:
    return DeedRecorded(
        tenant_id=identity.tenant_id,
        at=now,
        user=identity.user,
        action=action,
        subject=user.name,
        before=values[0],
        after=values[1],
        reason=change.reason,
    )
