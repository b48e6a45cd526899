"""Which engine a window is for, and how it stands with it: closed sets of values."""

from dataclasses import dataclass, field
from pathlib import Path

from app.wire.operator import Me, TenantItem


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTarget:
    """The engine of a folder on this machine, started by the window as its child."""

    data_dir: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteTarget:
    """A shared engine at `url`, as the user that `token` names."""

    url: str
    token: str = field(repr=False)


Target = LocalTarget | RemoteTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineStarting:
    """The local engine is coming up; `again` after it had ended."""

    folder: Path
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineEnded:
    """The local engine ended unasked; it is being started again."""

    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineBroken:
    """The local engine will not come up; a person has to act on `sentence`."""

    sentence: str
    exit_code: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedByAnother:
    """Another process owns the data folder; `sentence` names it."""

    sentence: str
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The engine at `url` is asked who we are."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoTenant:
    """The local operator has no tenant yet."""

    me: Me


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The engine knows us, as a user of `tenant`; the feed follows."""

    url: str
    me: Me
    tenant: TenantItem


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialsRefused:
    """The token is wrong, or its role may not look; waiting does not help."""

    url: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineUnreachable:
    """Nothing that speaks our protocol answers at `url`; asked again in `retry_in_s`."""

    url: str
    sentence: str
    retry_in_s: int


LinkState = (
    EngineStarting
    | EngineEnded
    | EngineBroken
    | OwnedByAnother
    | Asking
    | NoTenant
    | Linked
    | CredentialsRefused
    | EngineUnreachable
)
GRAVE = EngineBroken | CredentialsRefused | OwnedByAnother | EngineUnreachable
"""States that do not end by themselves, or not soon: there is no engine to speak of."""
