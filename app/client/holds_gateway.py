"""Legal holds, what the next clean-up deletes, and erasures. As `Gateway`, of which it is a part."""

from app.client.link import Link
from app.wire.erasures import EraseNumber, NumberErased
from app.wire.holds import DuePage, HoldsPage, SetHold


class HoldsGateway:
    """Blocking, safe from several threads; raises what `Gateway` raises."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def holds(self) -> HoldsPage:
        """The tenant's holds that are on."""
        return self._link.ask("GET", "/v1/holds", HoldsPage)

    def hold(self, wanted: SetHold) -> HoldsPage:
        """Sets one; 400 with the field that cannot be read."""
        return self._link.ask("POST", "/v1/holds", HoldsPage, wanted)

    def release(self, number: int, reason: str) -> HoldsPage:
        """Releases one; 404 if somebody was quicker."""
        return self._link.ask("DELETE", f"/v1/holds/{number}", HoldsPage, query={"reason": reason})

    def due(self) -> DuePage:
        """What the next clean-up deletes, as of now."""
        return self._link.ask("GET", "/v1/retention/due", DuePage)

    def erase(self, wanted: EraseNumber) -> NumberErased:
        """Erases a number from calls and contacts; 409 under a hold."""
        return self._link.ask("POST", "/v1/erasures", NumberErased, wanted)
