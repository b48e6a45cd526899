"""To whom the client gives a token: over TLS to an engine that proves itself, in the clear to this machine only."""

import asyncio
import ssl
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from websockets.uri import parse_uri

from app.client.address import LOOPBACK, address_fault, feed_url, is_loopback
from app.client.dialer import DialerClient
from app.client.dialer_pool import DialerPool
from app.client.errors import GatewayUnreachable
from app.client.feed_reader import FeedReader, FeedState, Lost
from app.client.gateway import Gateway
from app.client.outcomes import Unreachable
from app.client.tls import trusting
from tests.fakes.tls_peer import Authority, TlsPeer

TOKEN = "dlf_AAAAAAAAAAAA_the-secret-of-a-supervisor"


def by_gateway(url: str) -> str:
    with closing(Gateway(url, TOKEN)) as gateway, pytest.raises(GatewayUnreachable) as raised:
        gateway.me()
    return str(raised.value)


def by_feed(url: str) -> str:
    lost, said = threading.Event(), list[str]()

    def hear(state: FeedState) -> None:
        if isinstance(state, Lost):
            said.append(state.reason)
            lost.set()

    reader = FeedReader(url, TOKEN, None, lambda _: None, hear)
    reader.start()
    assert lost.wait(20)
    reader.stop()
    return said[0]


def by_dialer(url: str) -> str:
    async def ask() -> str:
        pool = DialerPool(url)
        outcome = await DialerClient(pool, TOKEN).start()
        await pool.close()
        assert isinstance(outcome, Unreachable)
        return str(outcome)

    return asyncio.run(ask())


WAYS = pytest.mark.parametrize("ask", [by_gateway, by_feed, by_dialer])


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.5:8787",
        "http://floor.example",
        "HTTP://floor.example",
        "http://127.0.0.1.example",
        "http://[2001:db8::1]:8787",
        "http://0.0.0.0:8787",
        "http://2130706433",
        "http://localhost.",
    ],
)
def test_no_token_goes_off_this_machine_in_the_clear(url: str) -> None:
    fault = address_fault(url) or ""
    assert "https://" in fault
    assert "--tls-certificate" in fault
    with closing(Gateway(url, TOKEN)) as gateway, pytest.raises(GatewayUnreachable, match="https://"):
        gateway.me()
    assert "https://" in by_feed(url)
    with pytest.raises(ValueError, match="https://"):
        DialerPool(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8787",
        "http://[::1]:8787",
        "http://LOCALHOST",
        "http://user@127.0.0.1",
        "http://floor.example\\@127.0.0.1",
        "http://127.0.0.1\\.floor.example",
        "http://127.0.0.1\t.floor.example",
        "http://127.0.0.1:80@floor.example",
        "http://127.0.0.1@floor.example",
        "http://localhost@floor.example:80",
        "http://floor.example#@127.0.0.1",
        "http://floor.example/@127.0.0.1",
        "http://ⓛocalhost",
        "http://127。0。0。1",
    ],
)
def test_what_is_taken_for_this_machine_is_so_to_everyone_who_connects(url: str) -> None:
    if address_fault(url) is None and is_loopback(url):
        assert httpx.URL(url).host in LOOPBACK
        assert parse_uri(feed_url(url)).host in LOOPBACK


@WAYS
@pytest.mark.parametrize("fault", ["unknown authority", "run out", "another host"])
def test_a_peer_that_cannot_prove_itself_is_told_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[str], str], fault: str
) -> None:
    known = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(known.file))
    chain = {
        "unknown authority": lambda: Authority(tmp_path, "Another").sign("server"),
        "run out": lambda: known.sign("server", days=-1),
        "another host": lambda: known.sign("server", address="10.0.0.5"),
    }[fault]()
    with TlsPeer(chain) as peer:
        said = ask(f"https://127.0.0.1:{peer.port}")
    assert (peer.came > 0, peer.heard) == (True, b"")
    assert "certificate" in said.lower(), said


def test_one_that_can_is_told_who_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(known.file))
    with TlsPeer(known.sign("server")) as peer:
        by_gateway(f"https://127.0.0.1:{peer.port}")
    assert TOKEN.encode() in peer.heard


def test_nothing_turns_the_checks_off() -> None:
    for url in ("https://floor.example", "wss://floor.example", "http://127.0.0.1"):
        context = trusting(url)
        assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)
        assert context.minimum_version is ssl.TLSVersion.TLSv1_2
