"""The tenants, dialers and contacts of the model: made once, in a folder that each story copies."""

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from app.engine.events import DeedRecorded
from app.engine.people import Contact, Identity, Role
from app.engine.value import SECOND, Id, Instant
from app.ids import new_id
from db.contacts_store import SqliteContactLists
from db.folder import Folder
from db.open import connect, prepare
from db.people_store import ensure_tenant, ensure_user, writing

T0: Instant = 1_790_000_000 * SECOND + 123_456
TENANTS = (("Acme", 40), ("Birch", 7), ("Cedar", 3))
"""Each with how many contacts it has: plenty, few, and next to none."""

DIALERS = ("ann", "bob")


class World(NamedTuple):
    """Who there is. `users` are dialers by `tenant/name`, `admins` by tenant, `contacts` their tenant's by id."""

    folder: Folder
    users: dict[str, Identity]
    admins: dict[Id, Identity]
    contacts: dict[Id, tuple[Id, Instant]]


@lru_cache(maxsize=1)
def template() -> World:
    """The folder as it was before anything happened; it goes with the process."""
    root = Path(tempfile.mkdtemp(prefix="dialfloor-model-")) / "template"
    return make_world(root, TENANTS, DIALERS)


def make_world(root: Path, tenants: tuple[tuple[str, int], ...], dialers: tuple[str, ...]) -> World:
    """A folder with these tenants, contacts and dialers."""
    folder = Folder(root)
    prepare(folder)
    connection = connect(folder.database)
    connection.execute("PRAGMA synchronous=OFF")
    world = World(folder, {}, {}, {})
    for number, (name, contacts) in enumerate(tenants):
        with writing(connection):
            tenant = ensure_tenant(connection, name, T0, new_id)
            for dialer in dialers:
                identity = ensure_user(connection, tenant, dialer, Role.DIALER, T0, new_id)
                world.users[f"{name}/{dialer}"] = identity
            world.admins[tenant.id] = ensure_user(connection, tenant, "eve", Role.ADMIN, T0, new_id)
        lists = SqliteContactLists(connection, new_id)
        list_id, _ = lists.open_list(name, None, bytes(32), deed_of_test())
        made = [_contact(tenant.id, number, place) for place in range(contacts)]
        lists.add(list_id, made, 0, T0 - SECOND)
        for place, contact in enumerate(made):
            world.contacts[contact.id] = (tenant.id, T0 - SECOND + place)
    connection.close()
    return world


def copy_of(world: World, root: Path) -> Folder:
    """A folder of one story's own."""
    shutil.copytree(world.folder.root, root)
    return Folder(root)


def _contact(tenant_id: Id, tenant: int, place: int) -> Contact:
    return Contact(
        id=new_id(T0 + 1_000 * place),  # a millisecond apart, so that ids sort by number
        tenant_id=tenant_id,
        campaign_id=None,
        first_name=f"Person {place}",
        last_name="Doe",
        phone=f"+1{(212, 305, 415)[tenant]}{2_000_000 + place:07d}",
        email=None,
        fields={},
        place="",
    )


def deed_of_test() -> DeedRecorded:
    """The deed of an import."""
    return DeedRecorded(
        tenant_id=None, at=T0, user="test", action="contacts.import", subject="x", before=None, after=None, reason=""
    )
