"""What the admin's routes ask for beyond the floor, behind small ports. Each call is one transaction off the loop."""

from collections.abc import Mapping
from typing import Protocol

from app.controller.backup_desk import Backups
from app.controller.blocked import Holds
from app.controller.import_orders import Imports
from app.controller.national_desk import NationalImports
from app.controller.number_lists import KnownNumbers, NumberLists
from app.controller.retention import Retention
from app.controller.services import People
from app.engine.people import Campaign, Identity, Role
from app.engine.records import UserRecord
from app.engine.value import Id, Instant, Value
from app.wire.diagnostics import DiagnosticsPage


class Refusal(ValueError):
    """It cannot be done as things stand; the message is for a person and says what to do. `field` is what to mend."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class UserChange(Value, frozen=True, kw_only=True):
    """What an admin wants of a user; None leaves it as it is. `keep_an_admin` forbids to take the last one's role."""

    role: Role | None = None
    disabled: bool | None = None
    reason: str
    keep_an_admin: bool


class Users(Protocol):
    """Users of a tenant. Raises `StoreUnavailable`."""

    def add_user(self, tenant_id: Id, name: str, role: Role, by: str, now: Instant) -> UserRecord:
        """A new user. Raises `Refusal` if the name is taken."""
        ...

    def change_user(self, identity: Identity, user_id: Id, change: UserChange, now: Instant) -> UserRecord | None:
        """The user as changed by `identity`, None if the tenant has none of this id. Raises `Refusal`."""
        ...

    def keep_uses(self, uses: Mapping[str, Instant]) -> None:
        """Remember when tokens, by id, were last used."""
        ...


class Campaigns(Protocol):
    """Campaigns of a tenant. Raises `StoreUnavailable`, and `Refusal` if the name is taken."""

    def make_campaign(self, identity: Identity, name: str, now: Instant) -> Campaign:
        """A new campaign."""
        ...

    def split_campaign(
        self, identity: Identity, parent_id: Id, named: tuple[str, str], now: Instant
    ) -> Campaign | None:
        """A campaign split from another, by name and reason; None if the tenant has no campaign `parent_id`."""
        ...

    def rename_campaign(self, identity: Identity, campaign_id: Id, name: str, now: Instant) -> Campaign | None:
        """The campaign under another name, None if the tenant has none of this id."""
        ...


class Diagnostics(Protocol):
    """What an engine, its machine and its folder are like. Raises `StoreUnavailable`."""

    async def page(self) -> DiagnosticsPage:
        """The facts of now."""
        ...


class FolderReading(NumberLists, Holds, KnownNumbers, Protocol):
    """Lists of numbers, who is held back, and what is known of one number."""


class FileServices:
    """Files on their way into the folder: contacts, numbers of a tenant's own lists, the national list."""

    def __init__(self, *, contacts: Imports, numbers: Imports, national: NationalImports) -> None:
        self.contacts = contacts
        self.numbers = numbers
        self.national = national


class AdminServices:
    """All that admins keep, in one hand."""

    def __init__(
        self,
        *,
        people: People,
        users: Users,
        campaigns: Campaigns,
        files: FileServices,
        lists: FolderReading,
        backups: Backups,
        retention: Retention,
        diagnostics: Diagnostics,
    ) -> None:
        self.people = people
        self.users = users
        self.campaigns = campaigns
        self.imports = files.contacts
        self.number_imports = files.numbers
        self.national = files.national
        self.lists = lists
        self.backups = backups
        self.retention = retention
        self.diagnostics = diagnostics
