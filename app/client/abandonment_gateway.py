"""Abandoned calls by campaign, over the gateway's own connection. As `Gateway`, of which it is a part."""

from urllib.parse import quote

from app.client.link import Link
from app.wire.abandonment import AbandonmentDetail, AbandonmentPage, SplitCampaign
from app.wire.operator import CampaignsPage


class AbandonmentGateway:
    """Blocking, safe from several threads; raises what `Gateway` raises."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def page(self) -> AbandonmentPage:
        """Every campaign against the 3 %, the worst first."""
        return self._link.ask("GET", "/v1/abandonment", AbandonmentPage)

    def campaign(self, campaign_id: str) -> AbandonmentDetail:
        """One campaign day by day, and when its batches were cut; the tenant's id for calls of no campaign."""
        return self._link.ask("GET", f"/v1/abandonment/{quote(campaign_id, safe='')}", AbandonmentDetail)

    def split(self, campaign_id: str, wanted: SplitCampaign) -> CampaignsPage:
        """A campaign of another one, which keeps its count; 409 if the name is taken."""
        return self._link.ask("POST", f"/v1/campaigns/{quote(campaign_id, safe='')}/split", CampaignsPage, wanted)
