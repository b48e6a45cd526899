"""The yardstick of HTTP: the same server and JSON decoding, answering a constant. Run as a process of its own."""

import asyncio

import msgspec

from app.api.answers import Receive, Scope, Send
from app.api.bodies import find_action, read_body
from app.api.http_server import HttpServer, loop_factory
from app.bootstrap.serve import listen

ANSWER = msgspec.json.encode(
    {
        "success": True,
        "contact": {"id": "0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1b", "first_name": "Ana", "phone": "+12125550100"},
        "nextContacts": [],
        "queueSize": 1_000,
        "callId": "0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1b",
        "callIds": ["0198c5f6-7e2a-7c1d-9a3b-2f4e6d8c0a1b"],
        "message": "Next contact retrieved",
    }
)
_HEADERS = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(ANSWER))]


async def constant(scope: Scope, receive: Receive, send: Send) -> None:
    """Read and decode the body as the dialer path does, and answer a constant."""
    if scope["type"] != "http":
        return
    body = await read_body(dict(scope["headers"]), receive)
    find_action("", body if isinstance(body, bytes) else b"")
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": ANSWER})


def main() -> None:
    """Serve on a free port and say which."""
    listener = listen("127.0.0.1", 0)
    port = listener.getsockname()[1]
    server = HttpServer(constant, None)
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(server.serve(listener, lambda: print(f"Listening on http://127.0.0.1:{port}", flush=True)))


if __name__ == "__main__":
    main()
