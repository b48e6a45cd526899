"""What the engine says to a try: admitted, or refused by a named limit until a named instant."""

from app.engine.limits import Limit
from app.engine.value import Id, Instant, Value


class Warned(Value, frozen=True, kw_only=True):
    """An alert-only limit that would have refused."""

    limit: Limit
    subject: Id
    used: int


class Admitted(Value, frozen=True, kw_only=True):
    """Every limit was charged. `warnings` are the alert-only limits that would have refused."""

    at: Instant
    warnings: tuple[Warned, ...] = ()


class Refused(Value, frozen=True, kw_only=True):
    """Nothing was charged. `limit` is the deciding limit: the one that frees last.

    `retry_at` is the *latest* instant at which every limit allows, None when waiting does not help.
    """

    limit: Limit
    subject: Id
    used: int
    retry_at: Instant | None
    at: Instant

    @property
    def code(self) -> str:
        """The refusal code of wire.md."""
        return self.limit.kind.code


Verdict = Admitted | Refused
