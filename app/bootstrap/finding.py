"""What a check of `dialfloor doctor` or of the engine's diagnostics found, and the checks that both make."""

from enum import StrEnum

from app.engine.value import DAY, Value

_LITTLE = 2 << 30
_TOO_LITTLE = 200 << 20


class Health(StrEnum):
    """`WARN` works, but not as it should; `FAIL` does not work."""

    OK = "OK"
    WARN = "WARN"
    FAIL = "FAIL"


class Finding(Value, frozen=True, kw_only=True):
    """One check: what was looked at, how it is, what was found, and what to do if that is not well."""

    what: str
    health: Health
    found: str
    next_step: str = ""


def well(what: str, found: str) -> Finding:
    """It works."""
    return Finding(what=what, health=Health.OK, found=found)


def warn(what: str, found: str, next_step: str) -> Finding:
    """It works, but not as it should."""
    return Finding(what=what, health=Health.WARN, found=found, next_step=next_step)


def fail(what: str, found: str, next_step: str) -> Finding:
    """It does not work."""
    return Finding(what=what, health=Health.FAIL, found=found, next_step=next_step)


def disk_finding(free: int) -> Finding:
    """Free bytes where the folder lies: a full disk stops every call."""
    shown = f"{free / (1 << 30):.1f} GiB free"
    if free < _TOO_LITTLE:
        return fail("Disk", shown, "free some space now: without it no call goes out")
    if free < _LITTLE:
        return warn("Disk", shown, "free some space: a million calls take about 0.25 GiB, and backups as much again")
    return well("Disk", shown)


def drift_finding(drift: int) -> Finding:
    """How far the wall clock moved (microseconds) since the engine's clock was tied to it."""
    shown = f"{drift / 1_000_000:+.1f} s against the steady clock"
    if abs(drift) < 2_000_000:
        return well("Clock", shown)
    step = "check the machine's time service; windows and limits go by the steady clock and are not touched"
    if abs(drift) >= DAY:
        step = "set the machine's date; exports and the log go by the engine's clock"
    return warn("Clock", f"the wall clock was moved: {shown}", step)
