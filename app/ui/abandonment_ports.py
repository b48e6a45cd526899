"""What the window asks about abandoned calls: the part of `GatewayPort` behind "Abandonment"."""

from typing import Protocol

from app.wire.abandonment import AbandonmentDetail, AbandonmentPage, SplitCampaign
from app.wire.operator import CampaignsPage


class AbandonmentPort(Protocol):
    """How each campaign stands against the 3 %."""

    def page(self) -> AbandonmentPage:
        """Every campaign, the worst first."""
        ...

    def campaign(self, campaign_id: str) -> AbandonmentDetail:
        """One campaign day by day, and when its batches were cut."""
        ...

    def split(self, campaign_id: str, wanted: SplitCampaign) -> CampaignsPage:
        """A campaign of another one, which keeps its count."""
        ...
