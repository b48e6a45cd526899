"""What the window asks about calling hours: the part of `GatewayPort` behind "Compliance"."""

from typing import Protocol

from app.wire.calling import CallingRulesPage


class CallingPort(Protocol):
    """Whom the rules bind."""

    def rules(self) -> CallingRulesPage:
        """What holds for the tenant and its campaigns."""
        ...
