"""The HTTP server: uvicorn on uvloop and httptools where they exist, told to say nothing of itself."""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn

from app.api.server import Application

Certificate = tuple[Path, Path]


class HttpServer:
    """Serves one application on a socket that already listens."""

    def __init__(self, application: Application, certificate: Certificate | None) -> None:
        logging.getLogger("uvicorn").setLevel(logging.WARNING)
        self._server = uvicorn.Server(
            uvicorn.Config(
                application,
                http="httptools",
                ws="websockets-sansio",
                ws_per_message_deflate=False,
                ws_max_size=65_536,
                lifespan="off",
                access_log=False,
                log_config=None,
                server_header=False,
                timeout_keep_alive=75,
                timeout_graceful_shutdown=3,
                ssl_certfile=certificate[0] if certificate is not None else None,
                ssl_keyfile=str(certificate[1]) if certificate is not None else None,
            )
        )

    async def serve(self, listener: socket.socket, ready: Callable[[], None]) -> None:
        """Serve until a signal or `end`; `ready` is called once requests are answered."""
        announcing = asyncio.create_task(self._announce(ready))
        try:
            await self._server.serve(sockets=[listener])
        finally:
            announcing.cancel()

    def end(self) -> None:
        """Stop serving; from any thread."""
        self._server.should_exit = True

    async def _announce(self, ready: Callable[[], None]) -> None:
        while not self._server.started:
            await asyncio.sleep(0.005)
        ready()


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's loop where it exists; None is asyncio's own."""
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.new_event_loop
