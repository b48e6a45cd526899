"""The real engine behind the window: app.client, imported when it is first needed so that the window paints first."""

from collections.abc import Callable
from pathlib import Path

from app.client.feed_reader import FeedState
from app.ui.ports import EnginePort, FeedPort, GatewayPort
from app.wire.feed import FeedMessage


class ClientWiring:
    """Gateways, feeds and engines of app.client."""

    def gateway(self, url: str, token: str, tenant: str | None) -> GatewayPort:
        """A caller's way to the engine at `url`."""
        from app.client.gateway import Gateway

        return Gateway(url, token, tenant)

    def feed(
        self,
        url: str,
        token: str,
        tenant: str | None,
        on_message: Callable[[FeedMessage], None],
        on_state: Callable[[FeedState], None],
    ) -> FeedPort:
        """That engine's feed."""
        from app.client.feed_reader import FeedReader

        return FeedReader(url, token, tenant, on_message, on_state)

    def engine(self, folder: Path) -> EnginePort:
        """The engine of a data folder, as a child of this process."""
        from app.client.engine_process import EngineProcess, serve_command

        return EngineProcess(serve_command(folder))
