"""What the window asks of an engine in an admin's name, in small ports; `AdminGateway` is the real one."""

from pathlib import Path
from typing import Protocol

from app.wire.admin import AddUser, EditUser, TokensPage, UserItem, UsersPage
from app.wire.backups import BackupsPage, RestoreBackup
from app.wire.diagnostics import DiagnosticsPage
from app.wire.imports import CheckImport, ImportState, StartImport
from app.wire.operator import CampaignsPage, JobsPage
from app.wire.retention import EditRetention, RetentionPage


class UsersPort(Protocol):
    """Users and their tokens."""

    def users(self) -> UsersPage:
        """All users."""
        ...

    def add_user(self, wanted: AddUser) -> UserItem:
        """Make one."""
        ...

    def edit_user(self, user_id: str, edit: EditUser) -> UserItem:
        """Another role, or disabled."""
        ...

    def tokens(self) -> TokensPage:
        """All tokens, without their secrets."""
        ...

    def revoke_token(self, token_id: str) -> None:
        """Revoke one at once."""
        ...


class CampaignsPort(Protocol):
    """Campaigns, and the jobs' one button."""

    def campaigns(self) -> CampaignsPage:
        """All campaigns."""
        ...

    def add_campaign(self, name: str) -> CampaignsPage:
        """Make one."""
        ...

    def rename_campaign(self, campaign_id: str, name: str) -> CampaignsPage:
        """Give one another name."""
        ...

    def run_job(self, name: str) -> JobsPage:
        """Run a job now."""
        ...


class ImportsPort(Protocol):
    """A contact file that is sent, looked through and imported."""

    def send(self, file: Path) -> ImportState:
        """Send it; nothing is written yet."""
        ...

    def state(self, import_id: str) -> ImportState:
        """How far it is."""
        ...

    def check(self, import_id: str, wanted: CheckImport) -> ImportState:
        """Look through it again with other columns."""
        ...

    def start(self, import_id: str, wanted: StartImport) -> ImportState:
        """Import it."""
        ...

    def cancel(self, import_id: str) -> ImportState:
        """Stop it at a whole batch."""
        ...

    def save_rejected(self, import_id: str, target: Path) -> None:
        """Write the lines that were left out."""
        ...


class KeepingPort(Protocol):
    """How long rows are kept, and how the engine is."""

    def retention(self) -> RetentionPage:
        """What holds."""
        ...

    def edit_retention(self, name: str, edit: EditRetention) -> RetentionPage:
        """Set one."""
        ...

    def diagnostics(self) -> DiagnosticsPage:
        """Facts of now."""
        ...


class BackupsPort(Protocol):
    """Copies of the folder's database."""

    def page(self) -> BackupsPage:
        """Every copy, and the work on one."""
        ...

    def make(self) -> BackupsPage:
        """Begin one."""
        ...

    def check(self, name: str) -> BackupsPage:
        """Begin to read one through."""
        ...

    def restore(self, name: str, wanted: RestoreBackup) -> BackupsPage:
        """Put one in the database's place."""
        ...

    def save(self, name: str, target: Path) -> None:
        """Write one elsewhere."""
        ...


class AdminPort(UsersPort, CampaignsPort, KeepingPort, Protocol):
    """All of it."""
