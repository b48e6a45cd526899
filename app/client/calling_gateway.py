"""Where calls may go, one number, and whom the rules of calling hours bind. As `Gateway`, of which it is a part."""

from urllib.parse import quote

from app.client.link import Link
from app.wire.callable import AskMayCall, CallableNowPage, MayCallAnswer, PurposeName
from app.wire.calling import BlockedPage, CallingRulesPage, EditCallingRules


class CallingGateway:
    """Blocking, safe from several threads; raises what `Gateway` raises."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def rules(self) -> CallingRulesPage:
        """What holds for the tenant and for campaigns with rules of their own, and what would have been refused."""
        return self._link.ask("GET", "/v1/calling-rules", CallingRulesPage)

    def edit_rules(self, campaign_id: str | None, edit: EditCallingRules) -> CallingRulesPage:
        """Sets what holds for the tenant (None), or for one campaign whatever its tenant has."""
        return self._link.ask("PUT", _rules_path(campaign_id), CallingRulesPage, edit)

    def drop_rules(self, campaign_id: str, reason: str) -> CallingRulesPage:
        """Lets a campaign take its tenant's rules again."""
        return self._link.ask("DELETE", _rules_path(campaign_id), CallingRulesPage, query={"reason": reason})

    def blocked(self, cursor: str | None = None, limit: int = 200) -> BlockedPage:
        """Who is not called now and why; `cursor` from the page before goes on through those that are held."""
        query = {"limit": str(limit)} | ({} if cursor is None else {"cursor": cursor})
        return self._link.ask("GET", "/v1/contacts/blocked", BlockedPage, query=query)

    def callable_now(self, purpose: PurposeName | None, campaign_id: str | None) -> CallableNowPage:
        """Every state by zone: open or closed, until when, by which rule."""
        asked = {"purpose": purpose, "campaign": campaign_id}
        query = {name: value for name, value in asked.items() if value is not None}
        return self._link.ask("GET", "/v1/callable-now", CallableNowPage, query=query)

    def may_call(self, asked: AskMayCall) -> MayCallAnswer:
        """Whether one number may be called, and if not why not; 400 with the field that cannot be read."""
        return self._link.ask("POST", "/v1/may-call", MayCallAnswer, asked)


def _rules_path(campaign_id: str | None) -> str:
    return "/v1/calling-rules" if campaign_id is None else f"/v1/calling-rules/{quote(campaign_id, safe='')}"
