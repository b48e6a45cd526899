"""The feed's reader against a real WebSocket server: what it delivers, what it survives, and how it ends."""

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.client.feed_reader import Connecting, Denied, FeedReader, FeedState, Live, Lost
from app.client.retry import RetryPolicy
from app.wire.feed import FeedMessage
from tests.fakes.loopback_feed import FeedLine, LoopbackFeed
from tests.fakes.wire_answers import changes, snapshot

Heard = FeedMessage | FeedState


class Listener:
    """Notes messages and states in the order in which they were told."""

    def __init__(self) -> None:
        self._heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()

    def hear(self, told: Heard) -> None:
        self._heard.put(told)

    def next(self) -> Heard:
        return self._heard.get(timeout=10)

    def take(self, number: int) -> list[Heard]:
        return [self.next() for _ in range(number)]

    def is_quiet(self) -> bool:
        return self._heard.empty()


@contextmanager
def reading(url: str, tenant: str | None = None, silence_s: float = 10.0) -> Iterator[Listener]:
    listener = Listener()
    reader = FeedReader(
        url,
        "tok",
        tenant,
        listener.hear,
        listener.hear,
        policy=RetryPolicy(first_step_s=0.001, cap_s=0.002),
        draw=lambda: 0.5,
        silence_s=silence_s,
    )
    reader.start()
    try:
        yield listener
    finally:
        reader.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "feed-reader"]


def steady(line: FeedLine) -> None:
    line.send(snapshot(7), changes(8), changes(9))
    line.stay()


def test_a_snapshot_then_changes_and_live_once_there_is_something_to_show() -> None:
    with LoopbackFeed(steady) as feed, reading(feed.url, tenant="ten") as listener:
        assert listener.take(5) == [Connecting(), snapshot(7), Live(), changes(8), changes(9)]
    assert feed.paths == ["/v1/feed"]
    assert feed.headers[0]["authorization"] == "Bearer tok"
    assert feed.headers[0]["x-dialfloor-tenant"] == "ten"


def test_the_callers_token_is_never_in_the_url() -> None:
    with LoopbackFeed(steady) as feed, reading(feed.url) as listener:
        listener.take(2)
    assert "tok" not in feed.paths[0]


def test_a_gap_is_not_delivered_but_reloaded_as_a_new_snapshot() -> None:
    def lossy(line: FeedLine) -> None:
        line.send(snapshot(7), changes(8), changes(10))
        line.stay()

    with LoopbackFeed(lossy, steady) as feed, reading(feed.url) as listener:
        assert listener.take(4) == [Connecting(), snapshot(7), Live(), changes(8)]
        lost = listener.next()
        assert isinstance(lost, Lost)
        assert "lost before number 10" in lost.reason
        assert listener.take(3) == [Connecting(), snapshot(7), Live()]


def test_changes_before_any_snapshot_are_a_gap_too() -> None:
    def headless(line: FeedLine) -> None:
        line.send(changes(8))
        line.stay()

    with LoopbackFeed(headless, steady) as feed, reading(feed.url) as listener:
        assert isinstance(listener.take(2)[1], Lost)
        assert listener.take(2) == [Connecting(), snapshot(7)]


def test_a_second_snapshot_on_the_same_line_starts_the_count_anew() -> None:
    def lagging(line: FeedLine) -> None:
        line.send(snapshot(7), snapshot(20), changes(21))
        line.stay()

    with LoopbackFeed(lagging) as feed, reading(feed.url) as listener:
        assert listener.take(6) == [Connecting(), snapshot(7), Live(), snapshot(20), Live(), changes(21)]


def test_a_cut_line_is_lost_with_the_wait_then_comes_back() -> None:
    def short(line: FeedLine) -> None:
        line.send(snapshot(7))
        line.cut()

    with LoopbackFeed(short, steady) as feed, reading(feed.url) as listener:
        assert listener.take(3) == [Connecting(), snapshot(7), Live()]
        lost = listener.next()
        assert isinstance(lost, Lost)
        assert lost.retry_in_s == 0.0005
        assert listener.take(3) == [Connecting(), snapshot(7), Live()]


def test_a_reader_that_was_cut_for_lagging_reloads() -> None:
    def lagged(line: FeedLine) -> None:
        line.send(snapshot(7))
        line.close(4408)

    with LoopbackFeed(lagged, steady) as feed, reading(feed.url) as listener:
        assert listener.take(3) == [Connecting(), snapshot(7), Live()]
        lost = listener.next()
        assert isinstance(lost, Lost)
        assert "4408" in lost.reason
        assert listener.take(2) == [Connecting(), snapshot(7)]


def test_a_line_that_falls_silent_is_lost() -> None:
    def silent(line: FeedLine) -> None:
        line.send(snapshot(7))
        line.stay()

    with LoopbackFeed(silent, steady) as feed, reading(feed.url, silence_s=0.05) as listener:
        listener.take(3)
        lost = listener.next()
        assert isinstance(lost, Lost)
        assert "in time" in lost.reason


def test_what_cannot_be_read_is_lost_and_not_a_crash() -> None:
    def garbled(line: FeedLine) -> None:
        line.send('{"type": "weather"}')
        line.stay()

    with LoopbackFeed(garbled, steady) as feed, reading(feed.url) as listener:
        lost = listener.take(2)[1]
        assert isinstance(lost, Lost)
        assert "cannot read" in lost.reason


@pytest.mark.parametrize("code", [4401, 4403])
def test_a_denied_caller_is_told_once_and_not_tried_again(code: int) -> None:
    with LoopbackFeed(lambda line: line.close(code)) as feed, reading(feed.url) as listener:
        assert listener.take(2) == [Connecting(), Denied(code=code)]
    assert listener.is_quiet()
    assert len(feed.paths) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_denial_at_the_handshake_is_the_same_denial(status: int) -> None:
    with LoopbackFeed(refuse_with=status) as feed, reading(feed.url) as listener:
        assert listener.take(2) == [Connecting(), Denied(code=4_000 + status)]


def test_an_engine_that_is_down_is_tried_again() -> None:
    with LoopbackFeed(refuse_with=503) as feed, reading(feed.url) as listener:
        assert [type(told) for told in listener.take(4)] == [Connecting, Lost, Connecting, Lost]


def test_stop_while_waiting_for_the_next_try_returns_at_once() -> None:
    listener = Listener()
    with LoopbackFeed(steady) as feed:
        url = feed.url
    policy = RetryPolicy(first_step_s=3_600.0, cap_s=3_600.0)
    reader = FeedReader(url, "tok", None, listener.hear, listener.hear, policy=policy, draw=lambda: 1.0)
    reader.start()
    assert [type(told) for told in listener.take(2)] == [Connecting, Lost]
    reader.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "feed-reader"]


def test_stop_before_start_and_twice_is_harmless() -> None:
    listener = Listener()
    reader = FeedReader("http://127.0.0.1:1", "tok", None, listener.hear, listener.hear)
    reader.stop()
    reader.stop()
    assert listener.is_quiet()


def test_a_token_that_was_pasted_wrongly_is_denied() -> None:
    listener = Listener()
    with LoopbackFeed(steady) as feed:
        reader = FeedReader(feed.url, "tok\u00e9n", None, listener.hear, listener.hear)
        reader.start()
        assert listener.take(2) == [Connecting(), Denied(code=4401)]
        reader.stop()
    assert feed.paths == []


@pytest.mark.parametrize("url", ["not a url", "http://[", "http://127.0.0.1:99999"])
def test_an_address_that_is_none_is_lost_and_not_a_crash(url: str) -> None:
    with reading(url) as listener:
        assert [type(told) for told in listener.take(2)] == [Connecting, Lost]
