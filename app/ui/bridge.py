"""The only file that knows threads: feed messages become batches, questions become signals, all on the GUI thread."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from app.client.engine_process import EngineFailed, EngineOutcome, EngineReady, FolderOwned
from app.client.errors import GatewayRefused, GatewayUnreachable
from app.client.feed_reader import Denied, FeedState, Live, Lost
from app.ui.models.floor import Batch, fold
from app.ui.ports import EnginePort, FeedPort, GatewayPort, Wiring
from app.ui.target import (
    Asking,
    CredentialsRefused,
    EngineBroken,
    EngineEnded,
    EngineStarting,
    EngineUnreachable,
    Linked,
    LocalTarget,
    NoTenant,
    OwnedByAnother,
    Target,
)
from app.ui.tongue import tr
from app.wire.feed import FeedMessage
from app.wire.operator import Me, TenantItem

Answer = TypeVar("Answer")
Trouble = GatewayRefused | GatewayUnreachable | OSError
BATCH_MS = 250
WATCH_MS = 500
RETRIES_S = (2, 4, 8)


class Bridge(QObject):
    """The window's one way to its engine. Every signal arrives on the GUI thread."""

    batch = Signal(object)
    feed_state = Signal(object)
    link_state = Signal(object)
    _replied = Signal(object)
    _woken = Signal()
    _line_changed = Signal(object)

    def __init__(self, target: Target, wiring: Wiring, wanted_tenant: str = "") -> None:
        super().__init__()
        self._target = target
        self._wiring = wiring
        self._wanted_tenant = wanted_tenant
        self._pool = ThreadPoolExecutor(max_workers=3, thread_name_prefix="gateway")
        self._engine: EnginePort | None = None
        self._gateway: GatewayPort | None = None
        self._feed: FeedPort | None = None
        self._address: tuple[str, str] | None = None
        self._me: Me | None = None
        self._line_lost = False
        self._leaving: list[FeedPort] = []
        self._generation = 0
        self._failures = 0
        self._closed = False
        self._guard = threading.Lock()
        self._pending: list[FeedMessage] = []
        self._batch_timer = _timer(self, BATCH_MS, self._deliver, once=True)
        self._watch_timer = _timer(self, WATCH_MS, self._watch, once=False)
        self._retry_timer = _timer(self, 0, self.retry, once=True)
        self._replied.connect(self._reply, Qt.ConnectionType.QueuedConnection)
        self._woken.connect(self._schedule, Qt.ConnectionType.QueuedConnection)
        self._line_changed.connect(self._tell_line, Qt.ConnectionType.QueuedConnection)

    @property
    def gateway_ready(self) -> bool:
        """Whether a question can be asked at all."""
        return self._gateway is not None

    @property
    def owns_engine(self) -> bool:
        """Whether the engine is this window's child."""
        return self._engine is not None and self._address is not None

    @property
    def folder(self) -> Path | None:
        """The data folder of a local engine."""
        return self._target.data_dir if isinstance(self._target, LocalTarget) else None

    def open(self) -> None:
        """Begin: start or ask the engine; `link_state` tells how it goes."""
        if isinstance(self._target, LocalTarget):
            self._start_engine(self._target, again=False)
        else:
            self._address = (self._target.url, self._target.token)
            self._ask_who()

    def retry(self) -> None:
        """Try again now, whatever the last trouble was."""
        self._retry_timer.stop()
        if isinstance(self._target, LocalTarget) and self._address is None:
            self._start_engine(self._target, again=True)
        else:
            self._ask_who()

    def _start_engine(self, target: LocalTarget, *, again: bool) -> None:
        self.link_state.emit(EngineStarting(folder=target.data_dir, again=again))
        if self._engine is None:
            self._engine = self._wiring.engine(target.data_dir)
        engine = self._engine
        self._submit(engine.restart if again else engine.start, self, self._engine_up, self._engine_odd)

    def _engine_odd(self, trouble: Trouble) -> None:
        self.link_state.emit(EngineBroken(sentence=str(trouble), exit_code=None))

    def _engine_up(self, outcome: EngineOutcome) -> None:
        match outcome:
            case EngineReady(url=url, secret=secret):
                self._address = (url, secret)
                self._watch_timer.start()
                self._ask_who()
            case FolderOwned(sentence=sentence):
                self.link_state.emit(OwnedByAnother(sentence=sentence, folder=self.folder or Path()))
            case EngineFailed(exit_code=code, sentence=sentence):
                self.link_state.emit(EngineBroken(sentence=sentence, exit_code=code))

    def _watch(self) -> None:
        engine = self._engine
        if engine is None or engine.poll() is None or not isinstance(self._target, LocalTarget):
            return
        self._watch_timer.stop()
        self._address = None
        self.link_state.emit(EngineEnded(sentence=engine.last_words))
        self._start_engine(self._target, again=True)

    def _ask_who(self) -> None:
        if self._address is None or self._closed:
            return
        url, token = self._address
        self.link_state.emit(Asking(url=url))
        plain = self._wiring.gateway(url, token, None)
        self._submit(plain.me, self, lambda me: self._known(url, plain, me), lambda bad: self._unknown(url, plain, bad))

    def _known(self, url: str, plain: GatewayPort, me: Me) -> None:
        self._failures = 0
        tenant = self._pick_tenant(me)
        if tenant is None:
            self._replace(plain, None)
            self.link_state.emit(NoTenant(me=me))
            return
        plain.close()
        self._join(url, me, tenant)

    def _pick_tenant(self, me: Me) -> TenantItem | None:
        if me.tenant_id is not None:
            return TenantItem(id=me.tenant_id, name=me.tenant or "")
        wanted = [tenant for tenant in me.tenants if tenant.id == self._wanted_tenant]
        return next(iter(wanted or me.tenants), None)

    def _join(self, url: str, me: Me, tenant: TenantItem) -> None:
        self._me, self._line_lost = me, False
        _, token = self._address or ("", "")
        # Only the local operator names a tenant; a token already belongs to one.
        header = tenant.id if me.tenant_id is None else None
        gateway = self._wiring.gateway(url, token, header)
        self._generation += 1
        turn = self._generation
        feed = self._wiring.feed(
            url,
            token,
            header,
            lambda message: self._hear(turn, message),
            lambda state: self._line_changed.emit((turn, state)),
        )
        self._replace(gateway, feed)
        self.link_state.emit(Linked(url=url, me=me, tenant=tenant))
        feed.start()

    def _replace(self, gateway: GatewayPort, feed: FeedPort | None) -> None:
        old_gateway, self._gateway = self._gateway, gateway
        old_feed, self._feed = self._feed, feed
        with self._guard:
            self._pending.clear()
        if old_gateway is not None:
            old_gateway.close()
        if old_feed is not None:
            # Stopping a line that is being opened may take seconds: never on the GUI thread.
            self._leaving.append(old_feed)
            self._submit(old_feed.stop, self, lambda _: self._leaving.remove(old_feed), self._engine_odd)

    def _unknown(self, url: str, plain: GatewayPort, trouble: Trouble) -> None:
        plain.close()
        if isinstance(trouble, GatewayRefused) and trouble.status in (401, 403):
            self.link_state.emit(CredentialsRefused(url=url, sentence=str(trouble)))
            return
        wait = RETRIES_S[min(self._failures, len(RETRIES_S) - 1)]
        self._failures += 1
        self.link_state.emit(EngineUnreachable(url=url, sentence=str(trouble), retry_in_s=wait))
        self._retry_timer.start(wait * 1000)

    def choose_tenant(self, tenant_id: str) -> None:
        """Look at another tenant (the local operator only)."""
        self._wanted_tenant = tenant_id
        self._ask_who()

    def _hear(self, turn: int, message: FeedMessage) -> None:
        # On the feed's thread. One wake-up a batch, not one a message; a feed that was replaced is not believed.
        with self._guard:
            if turn != self._generation:
                return
            self._pending.append(message)
            first = len(self._pending) == 1
        if first:
            self._woken.emit()

    def _schedule(self) -> None:
        if self._closed or self._batch_timer.isActive():
            return
        self._deliver()
        self._batch_timer.start()

    def _deliver(self) -> None:
        with self._guard:
            messages, self._pending = self._pending, []
        batch: Batch | None = fold(messages)
        if batch is not None and not self._closed:
            self.batch.emit(batch)
            self._batch_timer.start()

    def _tell_line(self, told: tuple[int, FeedState]) -> None:
        turn, state = told
        if self._closed or turn != self._generation:
            return
        if isinstance(state, Denied) and self._address is not None:
            sentence = (
                tr("The engine does not know this token")
                if state.code == 4401
                else tr("This role may not see the floor")
            )
            self.link_state.emit(CredentialsRefused(url=self._address[0], sentence=sentence))
        self.feed_state.emit(state)
        if isinstance(state, Lost):
            self._line_lost = True
        elif isinstance(state, Live) and self._line_lost:
            # The engine cuts a line whose user was given another role, and another engine may have come up meanwhile.
            self._line_lost = False
            self.ask(lambda gateway: gateway.me(), self, self._still_me, lambda _: None)

    def _still_me(self, me: Me) -> None:
        tenant = self._pick_tenant(me)
        if me != self._me and tenant is not None and self._address is not None:
            self._me = me
            self.link_state.emit(Linked(url=self._address[0], me=me, tenant=tenant))

    def ask(
        self,
        question: Callable[[GatewayPort], Answer],
        owner: QObject,
        done: Callable[[Answer], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Ask on the pool; `done` or `failed` is called on the GUI thread unless `owner` is gone by then."""
        gateway = self._gateway
        if gateway is None:
            failed(GatewayUnreachable(tr("The engine is not connected yet")))
            return
        self._submit(lambda: question(gateway), owner, done, failed)

    def load(self, module: str, owner: QObject, done: Callable[[], None]) -> None:
        """Import a module that takes long, while the window goes on painting; then `done` on the GUI thread."""
        self._submit(lambda: import_module(module), owner, lambda _: done(), self._engine_odd)

    def _submit(
        self,
        work: Callable[[], Answer],
        owner: QObject,
        done: Callable[[Answer], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        if self._closed:
            return

        def settle(future: Future[Answer]) -> None:
            if not future.cancelled():
                self._replied.emit((future, owner, done, failed))

        self._pool.submit(work).add_done_callback(settle)

    def _reply(
        self, reply: tuple[Future[object], QObject, Callable[[object], None], Callable[[Trouble], None]]
    ) -> None:
        future, owner, done, failed = reply
        if self._closed or not isValid(owner):
            return
        trouble = future.exception()
        if trouble is None:
            done(future.result())
        elif isinstance(trouble, Trouble):
            failed(trouble)
        else:
            raise trouble

    def close(self, *, keep_engine: bool = False) -> None:
        """Stop the feed, join every worker, then end the local engine or leave it running."""
        if self._closed:
            return
        self._closed = True
        for timer in (self._batch_timer, self._watch_timer, self._retry_timer):
            timer.stop()
        for feed in [*self._leaving, *([self._feed] if self._feed is not None else [])]:
            feed.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._gateway is not None:
            self._gateway.close()
        if self._engine is not None:
            self._engine.stop(keep=keep_engine)


def _timer(owner: QObject, ms: int, tick: Callable[[], None], *, once: bool) -> QTimer:
    timer = QTimer(owner)
    timer.setInterval(ms)
    timer.setSingleShot(once)
    timer.timeout.connect(tick)
    return timer
