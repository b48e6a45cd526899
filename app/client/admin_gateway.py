"""What an admin asks of an engine, one blocking method a question, over the gateway's own connection.

Every method raises `GatewayRefused` when the engine says no and `GatewayUnreachable` when it cannot be asked.
"""

from urllib.parse import quote

from app.client.link import Link
from app.wire.admin import AddUser, EditUser, NameCampaign, TokensPage, UserItem, UsersPage
from app.wire.diagnostics import DiagnosticsPage
from app.wire.operator import CampaignsPage, JobsPage
from app.wire.retention import EditRetention, RetentionPage


class AdminGateway:
    """Users, tokens, campaigns, how long rows are kept, diagnostics."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def users(self) -> UsersPage:
        """The tenant's users."""
        return self._link.ask("GET", "/v1/users", UsersPage)

    def add_user(self, wanted: AddUser) -> UserItem:
        """Makes a user; 409 if the name is taken."""
        return self._link.ask("POST", "/v1/users", UserItem, wanted)

    def edit_user(self, user_id: str, edit: EditUser) -> UserItem:
        """Another role, or disabled; 409 if it is the last admin."""
        return self._link.ask("PATCH", f"/v1/users/{_part(user_id)}", UserItem, edit)

    def tokens(self) -> TokensPage:
        """The tenant's tokens without their secrets."""
        return self._link.ask("GET", "/v1/tokens", TokensPage)

    def revoke_token(self, token_id: str) -> None:
        """Revokes a token from the next request on."""
        self._link.tell("DELETE", f"/v1/tokens/{_part(token_id)}")

    def campaigns(self) -> CampaignsPage:
        """The tenant's campaigns and how many contacts wait in each."""
        return self._link.ask("GET", "/v1/campaigns", CampaignsPage)

    def add_campaign(self, name: str) -> CampaignsPage:
        """Makes a campaign; 409 if the name is taken."""
        return self._link.ask("POST", "/v1/campaigns", CampaignsPage, NameCampaign(name=name))

    def rename_campaign(self, campaign_id: str, name: str) -> CampaignsPage:
        """Gives a campaign another name; 409 if it is taken."""
        return self._link.ask("PATCH", f"/v1/campaigns/{_part(campaign_id)}", CampaignsPage, NameCampaign(name=name))

    def retention(self) -> RetentionPage:
        """How long each kind of row is kept."""
        return self._link.ask("GET", "/v1/retention", RetentionPage)

    def edit_retention(self, name: str, edit: EditRetention) -> RetentionPage:
        """Keeps a kind for another time; 409 with both values if someone was quicker."""
        return self._link.ask("PUT", f"/v1/retention/{_part(name)}", RetentionPage, edit)

    def diagnostics(self) -> DiagnosticsPage:
        """Facts of the engine, its machine and its folder."""
        return self._link.ask("GET", "/v1/diagnostics", DiagnosticsPage)

    def run_job(self, name: str) -> JobsPage:
        """Runs a job now and answers when it is done."""
        return self._link.ask("POST", f"/v1/jobs/{_part(name)}/run", JobsPage)


def _part(text: str) -> str:
    return quote(text, safe="")
