"""Whom the rules of calling hours bind, over the gateway's own connection. As `Gateway`, of which it is a part."""

from app.client.link import Link
from app.wire.calling import CallingRulesPage


class CallingGateway:
    """Blocking, safe from several threads; raises what `Gateway` raises."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def rules(self) -> CallingRulesPage:
        """What holds for the tenant and for campaigns with rules of their own, and what would have been refused."""
        return self._link.ask("GET", "/v1/calling-rules", CallingRulesPage)
