"""What the window asks about calling hours: the part of `GatewayPort` behind "Compliance"."""

from typing import Protocol

from app.wire.callable import AskMayCall, CallableNowPage, MayCallAnswer, PurposeName
from app.wire.calling import BlockedPage, CallingRulesPage, EditCallingRules
from app.wire.erasures import EraseNumber, NumberErased
from app.wire.holds import DuePage, HoldsPage, SetHold


class RulesPort(Protocol):
    """Whom the rules bind, and who is not called now."""

    def rules(self) -> CallingRulesPage:
        """What holds for the tenant and its campaigns."""
        ...

    def edit_rules(self, campaign_id: str | None, edit: EditCallingRules) -> CallingRulesPage:
        """Set what holds for the tenant (None) or a campaign."""
        ...

    def drop_rules(self, campaign_id: str, reason: str) -> CallingRulesPage:
        """Let a campaign take its tenant's rules again."""
        ...

    def blocked(self, cursor: str | None = None, limit: int = 200) -> BlockedPage:
        """Who is not called now."""
        ...


class CallablePort(Protocol):
    """Where calls may go, and one number."""

    def callable_now(self, purpose: PurposeName | None, campaign_id: str | None) -> CallableNowPage:
        """Every state by zone."""
        ...

    def may_call(self, asked: AskMayCall) -> MayCallAnswer:
        """May one number be called."""
        ...


class CallingPort(RulesPort, CallablePort, Protocol):
    """All of it."""


class HoldsPort(Protocol):
    """What may not be deleted, what will be, and what a person asked to be erased."""

    def holds(self) -> HoldsPage:
        """The holds that are on."""
        ...

    def hold(self, wanted: SetHold) -> HoldsPage:
        """Set one."""
        ...

    def release(self, number: int, reason: str) -> HoldsPage:
        """Release one."""
        ...

    def due(self) -> DuePage:
        """What the next clean-up deletes."""
        ...

    def erase(self, wanted: EraseNumber) -> NumberErased:
        """Erase a number."""
        ...
