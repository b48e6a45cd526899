"""A role that is changed, and a token that is revoked, hold at once: for requests, and for a feed that is open."""

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.client.errors import GatewayRefused
from app.client.feed_reader import Denied, FeedReader, FeedState, Live, Lost
from app.client.gateway import Gateway
from app.wire.admin import EditUser
from tests.e2e.serving import Serving, make_token


class Watch:
    """A feed that is watched, and what its line said."""

    def __init__(self, url: str, token: str) -> None:
        self.states: list[FeedState] = []
        self._told = threading.Condition()
        self.reader = FeedReader(url, token, None, lambda _: None, self._tell)

    def _tell(self, state: FeedState) -> None:
        with self._told:
            self.states.append(state)
            self._told.notify_all()

    def until(self, holds: Callable[[list[FeedState]], bool]) -> None:
        with self._told:
            assert self._told.wait_for(lambda: holds(self.states), 20), self.states


def test_a_supervisor_who_becomes_a_dialer_sees_the_floor_no_more_and_one_whose_token_is_revoked_neither(
    tmp_path: Path,
) -> None:
    ada = make_token(tmp_path, "ada", "admin")
    sam, tom = make_token(tmp_path, "sam", "supervisor"), make_token(tmp_path, "tom", "supervisor")
    with (
        Serving(tmp_path) as engine,
        closing(Gateway(engine.url, ada)) as admin,
        closing(Gateway(engine.url, sam)) as other,
    ):
        watches = [Watch(engine.url, token) for token in (sam, tom)]
        for watch in watches:
            watch.reader.start()
            watch.until(lambda states: any(isinstance(state, Live) for state in states))
        users = {user.name: user for user in admin.admin.users().users}
        edit = EditUser(reason="covers the night shift", role="compliance")
        assert admin.admin.edit_user(users["sam"].id, edit).role == "compliance"
        assert other.me().role == "compliance"
        watches[0].until(lambda states: any(isinstance(state, Lost) for state in states))
        watches[0].until(lambda states: isinstance(states[-1], Live))
        admin.admin.edit_user(users["sam"].id, EditUser(reason="it was a mistake", role="dialer"))
        watches[0].until(lambda states: isinstance(states[-1], Denied))
        token = next(one for one in admin.admin.tokens().tokens if one.user == "tom")
        admin.admin.revoke_token(token.id)
        watches[1].until(lambda states: isinstance(states[-1], Denied))
        for watch in watches:
            watch.reader.stop()
        with closing(Gateway(engine.url, tom)) as gone, pytest.raises(GatewayRefused) as refused:
            gone.me()
        assert refused.value.status == 401
