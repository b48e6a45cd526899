"""One real connection on loopback to an application behind our own protocols, for tests that speak bytes."""

import asyncio
from collections.abc import Awaitable, Callable

import uvicorn
from uvicorn.server import ServerState

from app.api.http_server import loop_factory
from app.api.patience import PatientFeed, PatientProtocol
from app.api.server import AsgiCallable

UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[bytes]]
_PATIENCE_S = 30


def talked(talk: Talk, application: AsgiCallable) -> bytes:
    """What was heard on one line to a server of its own, with uvicorn's warnings silenced as `HttpServer` does."""

    async def story() -> bytes:
        config = uvicorn.Config(
            application,
            http=PatientProtocol,
            ws=PatientFeed,
            lifespan="off",
            log_config=None,
            log_level="error",
            ws_per_message_deflate=False,
            ws_max_size=65_536,
        )
        config.load()
        server = await asyncio.get_running_loop().create_server(
            lambda: PatientProtocol(config=config, server_state=ServerState(), app_state={}), "127.0.0.1", 0
        )
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            return await asyncio.wait_for(talk(reader, writer), _PATIENCE_S)
        finally:
            writer.close()
            server.close()

    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        return runner.run(story())
