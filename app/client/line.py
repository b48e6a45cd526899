"""One keep-alive HTTP/1.1 connection for small JSON exchanges: asyncio's protocol and httptools' parser, no more."""

import asyncio
from dataclasses import dataclass

import httptools

LARGEST_ANSWER = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class RawAnswer:
    """An answer before its JSON is read; `retry_after` is the header's whole seconds if it has any."""

    status: int
    content: bytes
    retry_after: int | None


class LineBroken(Exception):
    """The connection ended or spoke no HTTP. `heard` says whether a byte of the answer had come."""

    def __init__(self, sentence: str, heard: bool) -> None:
        super().__init__(sentence)
        self.heard = heard


class Line(asyncio.Protocol):
    """Sends one request at a time and hands back its answer.

    The method names that start with `on_` and those of `asyncio.Protocol` are the libraries'; `exchange` is ours.
    """

    def __init__(self) -> None:
        self.reusable = False
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.Future[RawAnswer] | None = None
        self._begin()

    def _begin(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self._heard = False
        self._size = 0
        self._retry_after: int | None = None
        self._parts: list[bytes] = []

    async def exchange(self, request: bytes) -> RawAnswer:
        """Writes a whole request and waits for its answer; raises LineBroken."""
        if self._transport is None or self._transport.is_closing():
            raise LineBroken("the connection was closed", heard=False)
        self._begin()
        self.reusable = False
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        try:
            return await self._waiting
        finally:
            self._waiting = None

    def close(self) -> None:
        """Drops the connection at once."""
        self.reusable = False
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """asyncio: the connection is up."""
        if not isinstance(transport, asyncio.Transport):
            raise TypeError("a line needs a stream transport")
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """asyncio: bytes came. Bytes that nobody asked for mean that the two ends no longer agree."""
        if self._waiting is None:
            self.close()
            return
        self._heard = True
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError as odd:
            self._break(f"what answered speaks no HTTP ({odd})")

    def connection_lost(self, exc: Exception | None) -> None:
        """asyncio: the connection is gone."""
        self.reusable = False
        self._break(f"the connection was lost ({exc})" if exc else "the connection was closed")

    def on_header(self, name: bytes, value: bytes) -> None:
        """httptools: a header of the answer."""
        if name.lower() == b"retry-after" and value.isdigit() and len(value) < 10:
            self._retry_after = int(value)

    def on_body(self, body: bytes) -> None:
        """httptools: a piece of the body."""
        self._size += len(body)
        if self._size > LARGEST_ANSWER:
            self._break("the answer was too large")
            return
        self._parts.append(body)

    def on_message_complete(self) -> None:
        """httptools: the answer is whole."""
        status = self._parser.get_status_code()
        if status < 200:
            # 100 Continue and its kin come before the answer and are not it (RFC 9110 section 15.2).
            return
        self.reusable = self._parser.should_keep_alive()
        if self._waiting is not None and not self._waiting.done():
            content = b"".join(self._parts)
            self._waiting.set_result(RawAnswer(status=status, content=content, retry_after=self._retry_after))

    def _break(self, sentence: str) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(LineBroken(sentence, heard=self._heard))
        self.close()
