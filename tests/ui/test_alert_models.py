"""Alerts without a window: what is kept, what calls and for how long, what a filter shows, and what is typed."""

from datetime import timedelta

import msgspec
import pytest

from app.ui.models.alert_filter import AlertFilter, counts
from app.ui.models.alert_settings_form import differences, read_marks, rules_of, show_marks
from app.ui.models.alert_store import AlertStore
from app.ui.models.alert_words import RULES, event_text, level_text, state_text, who_text
from app.ui.models.calling import QUIET_US, REPEAT_US, Quiet, Ringer, sound_choice
from app.ui.models.floor import Batch, fold
from app.ui.models.snoozing import choices, fault_of
from app.ui.models.toasts import LASTS_US, Toast, ToastQueue
from app.wire.alerts import AgentAlertThresholds, AlertItem, AlertSeverity, QuietHours
from app.wire.feed import FeedMessage, Snapshot
from tests.fakes.alerts_gateway import SETTINGS, AlertDesk
from tests.fakes.floor_world import FloorWorld

SECOND = 1_000_000


class Line:
    """A desk, its feed, and a store that hears it."""

    def __init__(self) -> None:
        self.world = FloorWorld(agents=12)
        self.desk = AlertDesk(self.world)
        self.store = AlertStore()
        self.ana, self.ben = (person.name for person in self.world.people[:2])

    def snapshot(self) -> Snapshot:
        self.desk.unsaid.clear()
        return msgspec.structs.replace(self.world.snapshot(), alerts=self.desk.standing)

    def hear(self, *messages: FeedMessage) -> list[str]:
        """Which rules call."""
        batch = fold(messages)
        assert batch is not None
        return [alert.rule for alert in self.store.take(batch).calls]

    def item(self, alert_id: str) -> AlertItem:
        return self.store.alerts[alert_id]


@pytest.fixture
def line() -> Line:
    made = Line()
    made.hear(made.snapshot())
    return made


def test_an_alert_calls_once_and_a_reconnect_repeats_none(line: Line) -> None:
    line.desk.raise_alert("refusals", line.ana)
    assert line.hear(line.desk.changes()) == ["refusals"]
    assert line.hear(line.snapshot()) == []
    assert line.store.open_count == 1


def test_what_called_while_the_line_was_cut_calls_now(line: Line) -> None:
    line.desk.raise_alert("refusals", line.ana)
    assert line.hear(line.snapshot()) == ["refusals"]
    assert line.hear(line.snapshot(), line.world.heartbeat()) == []


def test_a_call_is_not_lost_under_what_follows_it_in_the_same_batch(line: Line) -> None:
    line.desk.raise_alert("refusals", line.ana)
    first = line.desk.changes()
    line.desk.raise_alert("refusals", line.ana, times=4)
    later = line.desk.changes()
    assert not later.alerts[0].notify
    assert line.hear(first, later) == ["refusals"]
    assert next(iter(line.store.alerts.values())).count == 5


def test_what_somebody_took_before_we_heard_of_it_calls_nobody_here(line: Line) -> None:
    id_ = line.desk.raise_alert("refusals", line.ana)
    line.desk.act("acknowledge", id_, "on it")
    assert line.hear(line.desk.changes()) == []
    assert (line.store.open_count, line.item(id_).state) == (0, "acknowledged")


def test_a_snooze_that_ends_calls_again(line: Line) -> None:
    id_ = line.desk.raise_alert("refusals", line.ana)
    line.hear(line.desk.changes())
    line.desk.act("snooze", id_, None, line.world.now + timedelta(minutes=15))
    assert line.hear(line.desk.changes()) == []
    line.world.now += timedelta(minutes=16)
    line.desk.wake_due()
    assert line.hear(line.desk.changes()) == ["refusals"]


def test_quiet_hours_call_when_they_end(line: Line) -> None:
    line.desk.raise_alert("refusals", line.ana, quiet=True)
    assert line.hear(line.desk.changes()) == []
    assert line.store.open_count == 1
    line.desk.wake_due()
    assert line.hear(line.desk.changes()) == ["refusals"]


def test_what_is_resolved_is_dropped(line: Line) -> None:
    id_ = line.desk.raise_alert("refusals", line.ana)
    line.hear(line.desk.changes())
    line.desk.clear(id_)
    batch = fold([line.desk.changes()])
    assert batch is not None
    heard = line.store.take(batch)
    assert [alert.id for alert in heard.resolved] == [id_]
    assert not line.store.alerts


def test_another_tenant_is_another_store(line: Line) -> None:
    line.desk.raise_alert("refusals", line.ana)
    line.hear(line.desk.changes())
    other = msgspec.structs.replace(line.world.snapshot(), tenant_id="another", alerts=[])
    batch = fold([other])
    assert batch is not None
    assert line.store.take(batch).first
    assert not line.store.alerts


def test_a_batch_without_alerts_changes_nothing(line: Line) -> None:
    line.desk.raise_alert("refusals", line.ana)
    line.hear(line.desk.changes())
    heard = line.store.take(Batch(now=line.world.now, seq=9))
    assert not heard.changed
    assert line.store.open_count == 1


def toast(key: str, severity: AlertSeverity = "warning") -> Toast:
    return Toast(key=key, severity=severity, title=key, sentence=key)


def keys(queue: ToastQueue) -> list[str]:
    return [one.key for one in queue.shown]


def test_three_toasts_show_the_gravest_then_the_newest_and_the_rest_is_counted() -> None:
    queue = ToastQueue()
    for key in "abcde":
        queue.add(toast(key, "critical" if key == "b" else "warning"))
    assert (keys(queue), queue.folded) == (["b", "e", "d"], 2)
    assert queue.drop("e")
    assert (keys(queue), queue.folded) == (["b", "d", "c"], 1)


def test_a_toast_lasts_twelve_seconds_and_a_critical_one_until_it_is_acted_on() -> None:
    queue = ToastQueue()
    queue.add(toast("a"))
    queue.add(toast("b", "critical"))
    queue.pass_time(LASTS_US - 1)
    assert keys(queue) == ["b", "a"]
    queue.pass_time(1)
    assert keys(queue) == ["b"]
    queue.pass_time(1_000 * LASTS_US)
    assert keys(queue) == ["b"]
    queue.keep_only(lambda one: one.key != "b")
    assert len(queue) == 0


def test_a_toast_that_calls_again_begins_anew() -> None:
    queue = ToastQueue()
    queue.add(toast("a"))
    queue.pass_time(LASTS_US - SECOND)
    queue.add(toast("a"))
    queue.pass_time(2 * SECOND)
    assert keys(queue) == ["a"]
    queue.update("a", "five times by now", "critical")
    assert (queue.shown[0].sentence, queue.shown[0].stays) == ("five times by now", True)


def test_a_sound_comes_once_or_until_it_is_seen_to() -> None:
    ringer = Ringer()
    assert not ringer.begin(["a"], "off", 0)
    assert ringer.begin(["a"], "once", 0)
    assert not ringer.go_on(lambda _: True, "once", 10 * REPEAT_US)
    assert ringer.begin(["a"], "until_acknowledged", 0)
    assert not ringer.go_on(lambda _: True, "until_acknowledged", REPEAT_US - 1)
    assert ringer.go_on(lambda _: True, "until_acknowledged", REPEAT_US)
    assert not ringer.go_on(lambda _: False, "until_acknowledged", 3 * REPEAT_US)
    assert not ringer.is_ringing


def test_a_quiet_hour_keeps_what_called() -> None:
    quiet = Quiet()
    quiet.begin(100)
    quiet.keep(["a", "b", "a"])
    assert quiet.release(QUIET_US) == []
    assert quiet.release(100 + QUIET_US) == ["a", "b"]
    assert quiet.release(100 + QUIET_US) == []


def test_whoever_never_chose_hears_each_call_once() -> None:
    assert [sound_choice(word) for word in ("", "off", "louder")] == ["once", "off", "once"]


def test_a_filter_takes_rule_severity_and_words(line: Line) -> None:
    line.desk.raise_alert("near_limit", line.ana, severity="notice")
    line.desk.raise_alert("refusals", line.ben, code="calls_per_hour")
    done = line.desk.raise_alert("session_age", line.ana, severity="critical", limit_id="session.age")
    line.desk.act("acknowledge", done, "ends it after this call")
    line.hear(line.desk.changes())
    alerts = list(line.store.alerts.values())
    assert [alert.rule for alert in AlertFilter().pick(alerts)] == ["refusals", "near_limit"]
    assert [alert.rule for alert in AlertFilter(text=line.ana.upper()).pick(alerts)] == ["near_limit"]
    assert AlertFilter(rule="abandonment").pick(alerts) == []
    assert [alert.rule for alert in AlertFilter(state="acknowledged", text="this call").pick(alerts)] == ["session_age"]
    assert counts(alerts, AlertFilter(severity="critical")) == {"open": 0, "acknowledged": 1, "snoozed": 0}


def test_gravest_or_newest_first(line: Line) -> None:
    grave = line.desk.raise_alert("session_age", line.ana, severity="critical", limit_id="session.age")
    line.world.now += timedelta(seconds=5)
    new = line.desk.raise_alert("near_limit", line.ben, severity="notice")
    line.hear(line.desk.changes())
    alerts = line.store.alerts.values()
    assert [alert.id for alert in AlertFilter().pick(alerts)] == [grave, new]
    assert [alert.id for alert in AlertFilter(order="newest").pick(alerts)] == [new, grave]
    assert line.store.newest_open is not None
    assert line.store.newest_open.id == new


def test_an_alert_in_words(line: Line) -> None:
    id_ = line.desk.raise_alert("session_age", line.ana, used=27_000, limit=28_800, limit_id="session.age")
    until = line.world.now + timedelta(minutes=15)
    line.desk.act("snooze", id_, "after the break", until)
    line.hear(line.desk.changes())
    alert = line.item(id_)
    assert level_text(alert) == "Session age, 7:30:00 / 8:00:00"
    assert state_text(alert, line.world.now) == f"Snoozed to {until.astimezone():%H:%M}"
    assert who_text(alert) == "Local operator: after the break"
    assert [event_text(event) for event in line.desk.detail(id_).history] == ["Raised, warning, 1×", "Snoozed"]


def test_every_rule_says_what_it_means_and_what_to_do() -> None:
    assert all(words.name and words.means and words.do for words in RULES.values())


def test_snoozes_end_when_they_say(line: Line) -> None:
    now = line.world.now
    spans = {choice.id: choice.until - now for choice in choices(now)}
    assert spans["quarter"] == timedelta(minutes=15)
    assert spans["hour"] == timedelta(hours=1)
    morning = next(choice.until for choice in choices(now) if choice.id == "tomorrow").astimezone()
    assert (morning.hour, morning.minute) == (8, 0)
    assert timedelta() < spans["tomorrow"] < timedelta(hours=33)
    assert fault_of(now, now)
    assert fault_of(now + timedelta(days=7, seconds=1), now)
    assert not fault_of(now + timedelta(days=7), now)


@pytest.mark.parametrize(
    ("typed", "most", "scale", "values"),
    [
        ("80, 90, 100", 100, 1, (80, 90, 100)),
        ("75", 100, 1, (75,)),
        ("2; 2.5 ;3 %", 10_000, 100, (200, 250, 300)),
    ],
)
def test_marks_are_read_as_they_are_meant(typed: str, most: int, scale: int, values: tuple[int, ...]) -> None:
    assert read_marks(typed, most, scale).values == values


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "One to three"),
        ("10, 20, 30, 40", "One to three"),
        ("eighty", "commas between"),
        ("90, 80", "higher than the one before"),
        ("80, 80", "higher than the one before"),
        ("0, 50", "at most 100"),
        ("50, 101", "at most 100"),
    ],
)
def test_marks_that_are_none_name_the_fault(typed: str, says: str) -> None:
    marks = read_marks(typed, 100)
    assert says in marks.fault
    assert marks.values == ()


def test_marks_are_shown_as_they_are_typed() -> None:
    assert show_marks([200, 250, 300], 100) == "2, 2.5, 3"
    assert read_marks(show_marks([7, 8050], 100), 10_000, 100).values == (7, 8050)


def test_two_peoples_settings_differ_by_name() -> None:
    mine = msgspec.structs.replace(
        SETTINGS,
        quiet_hours=QuietHours(start="22:00", end="07:00"),
        agents=[AgentAlertThresholds(agent_id="a1", near_limit_percent=None)],
    )
    theirs = msgspec.structs.replace(
        SETTINGS, thresholds=msgspec.structs.replace(SETTINGS.thresholds, near_limit_percent=70)
    )
    assert differences(rules_of(theirs), rules_of(mine), "UTC", {"a1": "Ana"}) == [
        "Near a limit: theirs from 70 %, yours from 80 %",
        "Quiet hours: theirs none, yours 22:00 to 07:00 (UTC)",
        "Ana: theirs as the tenant, yours near a limit off",
    ]
