"""What a check of `dialfloor doctor` found."""

from enum import StrEnum

from app.engine.value import Value


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
