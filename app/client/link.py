"""One blocking, thread-safe HTTP connection pool to an engine; typed bodies in, typed answers or exceptions out."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import msgspec

from app.client.address import address_fault, credentials, is_loopback, may_be_token
from app.client.errors import GatewayRefused, GatewayUnreachable, read_error_body, why_lost
from app.client.tls import trusting
from app.wire.errors import ErrorBody

if TYPE_CHECKING:
    import httpx

Answer = TypeVar("Answer")
CHUNK = 256 * 1024
LARGEST_ANSWER = 64 * 1024 * 1024
"""A page of an engine is a thousandth of it; what is larger, or swells to it, comes from something else."""


class Link:
    """Asks, decodes, and turns every failure into `GatewayRefused` or `GatewayUnreachable`."""

    def __init__(self, url: str, token: str, tenant: str | None, timeout: float) -> None:
        self._url = url.rstrip("/")
        self._headers = credentials(token, tenant)
        self._may_ask = may_be_token(token)
        self._fault = address_fault(url)
        self._timeout = timeout
        self._opening = threading.Lock()
        self._client: httpx.Client | None = None

    def _open(self) -> "httpx.Client":
        # Imported on first use: 93 ms that would otherwise stand between a click and the first paint.
        import httpx

        with self._opening:
            if self._client is None:
                self._client = httpx.Client(
                    base_url=self._url,
                    headers=self._headers,
                    timeout=self._timeout,
                    trust_env=not is_loopback(self._url),
                    verify=trusting(self._url),
                )
            return self._client

    @contextlib.contextmanager
    def _reaching(self) -> Iterator["httpx.Client"]:
        import httpx

        if self._fault is not None:
            raise GatewayUnreachable(self._fault)
        if not self._may_ask:
            # Refused here with the engine's own code, because the token cannot even be sent.
            sentence = "The token holds a character that no token has; paste it again"
            raise GatewayRefused(401, ErrorBody(error=sentence, code="unauthorized", rate_limit_exceeded=False))
        try:
            yield self._open()
        except httpx.TimeoutException as late:
            raise GatewayUnreachable(f"The engine at {self._url} did not answer in time") from late
        except (httpx.RequestError, httpx.InvalidURL) as lost:
            raise GatewayUnreachable(f"The engine at {self._url} cannot be reached: {why_lost(lost)}") from lost

    def ask(
        self,
        method: str,
        path: str,
        answer: type[Answer],
        body: msgspec.Struct | None = None,
        query: dict[str, str] | None = None,
    ) -> Answer:
        """Sends `body` as JSON and decodes the answer.

        Raises:
            GatewayRefused: any answer but 2xx.
            GatewayUnreachable: no answer, or one of another shape (an engine of another version).
        """
        return self._decode(self._exchange(method, path, body, query), answer)

    def _decode(self, content: bytes, answer: type[Answer]) -> Answer:
        try:
            return msgspec.json.decode(content, type=answer)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as odd:
            sentence = f"What answers at {self._url} is no engine of this version: {odd}"
            raise GatewayUnreachable(sentence) from odd

    def tell(self, method: str, path: str) -> None:
        """Asks for something whose answer has no body; raises as `ask` does."""
        self._exchange(method, path, None, None)

    def send(
        self,
        path: str,
        file: Path,
        answer: type[Answer],
        query: dict[str, str],
        on_bytes: Callable[[int], None] | None = None,
    ) -> Answer:
        """Sends a file as the body, as it is and block by block; raises as `ask` does, and OSError for the disk.

        `on_bytes` is told the bytes sent so far before each block; what it raises ends it.
        """
        # Opened before the engine is asked, so that a file that is not there is told from an engine that is not.
        with file.open("rb") as source, self._reaching() as client:
            headers = {"Content-Type": "text/csv", "Content-Length": str(os.fstat(source.fileno()).st_size)}
            blocks = _blocks(source, on_bytes)
            with client.stream("POST", path, content=blocks, headers=headers, params=query) as response:
                return self._decode(self._content(response), answer)

    def _exchange(self, method: str, path: str, body: msgspec.Struct | None, query: dict[str, str] | None) -> bytes:
        content = None if body is None else msgspec.json.encode(body)
        headers = {} if body is None else {"Content-Type": "application/json"}
        with (
            self._reaching() as client,
            client.stream(method, path, content=content, headers=headers, params=query) as response,
        ):
            return self._content(response)

    def _content(self, response: "httpx.Response") -> bytes:
        """What was answered, within bounds; raises as `ask` does."""
        held = bytearray()
        for block in response.iter_bytes(CHUNK):
            held += block
            if len(held) > LARGEST_ANSWER:
                raise GatewayUnreachable(f"What answers at {self._url} is no engine: its answer does not end")
        if not response.is_success:
            raise GatewayRefused(response.status_code, read_error_body(response.status_code, bytes(held)))
        return bytes(held)

    def save(self, path: str, target: Path, on_bytes: Callable[[int], None] | None) -> None:
        """Streams an answer to `target` by way of `target` + `.part`, so that a file there is always whole.

        Args:
            path: what to fetch.
            target: the file to write; an existing one is replaced only when all bytes are on the disk.
            on_bytes: told the bytes written so far after each block; what it raises ends the download.

        Raises:
            GatewayRefused, GatewayUnreachable: as `ask`.
            OSError: the disk would not take it.
        """
        part = target.with_name(target.name + ".part")
        try:
            self._stream(path, part, on_bytes)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def _stream(self, path: str, part: Path, on_bytes: Callable[[int], None] | None) -> None:
        with self._reaching() as client, client.stream("GET", path) as response:
            if not response.is_success:
                self._content(response)
            written = 0
            with os.fdopen(_made_anew(part), "wb") as file:
                for block in response.iter_bytes(CHUNK):
                    written += file.write(block)
                    if on_bytes is not None:
                        on_bytes(written)
                file.flush()
                os.fsync(file.fileno())

    def close(self) -> None:
        """Closes every connection; the next question opens new ones."""
        with self._opening:
            client, self._client = self._client, None
        if client is not None:
            client.close()


def _made_anew(path: Path) -> int:
    """A new file for its owner only: it holds people, and the folder may be one that others write into.

    Opened as it lies there, a file or link that somebody laid would take it in.
    """
    path.unlink(missing_ok=True)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _blocks(source: BinaryIO, on_bytes: Callable[[int], None] | None) -> Iterator[bytes]:
    sent = 0
    while block := source.read(CHUNK):
        if on_bytes is not None:
            on_bytes(sent)
        yield block
        sent += len(block)
