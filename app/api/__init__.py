"""HTTP and WebSocket: the dialer path as a plain ASGI callable, `/v1` on Litestar, the feed."""
