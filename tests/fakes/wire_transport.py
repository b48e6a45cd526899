"""A connection without a socket: bytes go straight into uvicorn's protocol, and what it writes is kept."""

import asyncio

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from app.api.server import Application


class WireTransport(asyncio.Transport):
    """Keeps what is written; `is_full` is a client that does not read."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.closed = False
        self.paused = False
        self.moved = asyncio.Event()

    def get_extra_info(self, name: str, default: object = None) -> object:
        return {"peername": ("127.0.0.1", 50_000), "sockname": ("127.0.0.1", 8787)}.get(name, default)

    def is_closing(self) -> bool:
        return self.closed

    def write(self, data: bytes | bytearray | memoryview) -> None:
        assert not self.closed, "written to a closed connection"
        self.written.append(bytes(data))
        self.moved.set()

    def close(self) -> None:
        self.closed = True
        self.moved.set()

    def pause_reading(self) -> None:
        self.paused = True

    def resume_reading(self) -> None:
        self.paused = False


class WireConnection:
    """One connection to an application, served by a protocol of uvicorn's or by ours."""

    def __init__(self, kind: type[HttpToolsProtocol], application: Application) -> None:
        config = uvicorn.Config(
            application, interface="asgi3", lifespan="off", access_log=False, log_config=None, proxy_headers=False
        )
        config.load()
        self.state = ServerState()
        self.state.default_headers = [(b"date", b"Tue, 24 Nov 2026 14:00:00 GMT")]
        self.protocol = kind(config, self.state, {})
        self.transport = WireTransport()
        self.protocol.connection_made(self.transport)

    async def say(self, *pieces: bytes) -> bytes:
        """Send pieces one by one and wait until everything begun has been answered."""
        for piece in pieces:
            self.protocol.data_received(piece)
            await asyncio.sleep(0)
        return await self.answered()

    async def answered(self) -> bytes:
        """What has been written by the time that nothing is under way."""
        while not self.transport.closed and not (self.protocol.cycle.response_complete and not self.protocol.pipeline):
            await self.transport.moved.wait()
            self.transport.moved.clear()
        heard, self.transport.written = b"".join(self.transport.written), []
        return heard

    def hang_up(self) -> None:
        """The client goes; cancels the timer of a connection kept alive."""
        self.transport.closed = True
        self.protocol.connection_lost(None)
