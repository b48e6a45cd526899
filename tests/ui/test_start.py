"""A window starts fast because of what it does not import, and leaves nothing behind whenever it is closed."""

import subprocess
import sys

import msgspec
import pytest

from app.ui.target import Linked
from app.wire.feed import LimitWarning
from tests.ui.conftest import Open

LATE = ("sqlalchemy", "alembic", "litestar", "uvicorn", "apscheduler", "httpx", "pyqtgraph", "numpy", "phonenumbers")


def test_the_window_imports_no_server_no_orm_and_no_plots() -> None:
    code = f"import sys, app.ui.app; print([name for name in {LATE!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.strip() == "[]"


def test_closing_before_the_engine_is_up_joins_everything(stage: Open) -> None:
    one = stage()
    one.show()
    one.window.close()
    assert one.wiring.child.kept is False


def test_a_feed_that_was_replaced_is_not_believed(stage: Open) -> None:
    one = stage().open()
    old = one.floor.feeds[0]
    one.window.bridge.retry()
    one.until(lambda: len(one.floor.feeds) == 2 and not old.open)
    one.until(lambda: isinstance(one.window.link, Linked))
    names = one.names
    for person in one.floor.world.people:
        person.name = "Somebody else"
    old.reload()
    one.hear(one.floor.world.heartbeat())
    assert one.names == names


WARNINGS = [("near_limit", "Near its limit"), ("would_have_refused", "would have refused")]


@pytest.mark.parametrize(("kind", "words"), WARNINGS)
def test_a_warning_is_told_discreetly(stage: Open, kind: str, words: str) -> None:
    one = stage().open()
    message = one.floor.world.warn(one.floor.world.people[0])
    warning: LimitWarning = msgspec.structs.replace(message.warnings[0], kind=kind)
    one.hear(msgspec.structs.replace(message, warnings=[warning]))
    assert words in one.window.footer.notice.text()
    assert "Alicia Romero" in one.window.footer.notice.text()
