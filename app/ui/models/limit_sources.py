"""Where a limit comes from: what each scope says of it, most specific first, and which of them holds. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from app.ui.models.limit_form import PRESETS
from app.ui.models.limit_values import Setting, setting_text
from app.ui.tongue import marked, tr
from app.wire.dialer import DialingMode
from app.wire.feed import FloorAgent
from app.wire.operator import LimitSetting

SCOPES = MappingProxyType(
    {"agent": marked("agent"), "tenant": marked("tenant"), "tier": marked("tier"), "system": marked("system")}
)
_MODES: MappingProxyType[str, DialingMode] = MappingProxyType(
    {"preview": "preview", "power": "power", "predictive": "predictive"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one scope says of a limit; without an amount it leaves it to the next."""

    scope: str
    amount: int | None
    enforcement: str = "enforce"
    preset: bool = False

    @property
    def words(self) -> str:
        """`tenant`, `system preset`: the scope for a person."""
        return tr("system preset") if self.preset else tr(SCOPES[self.scope])


class Sources:
    """What tenant, tier and system set, as the engine last told it."""

    def __init__(self, settings: Iterable[LimitSetting] = ()) -> None:
        self._set: dict[tuple[str, str], LimitSetting] = {(one.scope, one.limit_id): one for one in settings}
        self.has_tier = any(scope == "tier" for scope, _ in self._set)

    def setting(self, scope: str, limit_id: str) -> LimitSetting | None:
        """What one of the tenant's scopes says, None if nothing is known of it."""
        return self._set.get((scope, limit_id))

    def wider(self, limit_id: str, mode: str | None = None) -> list[Said]:
        """Tenant, tier, system; the system's calls an hour are the mode's preset until it sets some."""
        return [self._said(scope, limit_id, mode) for scope in ("tenant", "tier", "system")]

    def _said(self, scope: str, limit_id: str, mode: str | None) -> Said:
        one = self._set.get((scope, limit_id))
        if one is None:
            return Said(scope=scope, amount=None)
        if scope == "system" and one.revision == 0 and limit_id == "calls.hour" and mode is not None:
            preset = PRESETS[_MODES.get(mode, "power")]
            return Said(scope=scope, amount=preset, preset=True)
        return Said(scope=scope, amount=one.amount, enforcement=one.enforcement)

    def of_agent(self, agent: FloorAgent, limit_id: str, own: int | None, mode: str) -> list[Said]:
        """The whole chain of an agent's limit."""
        enforcement = agent.own_enforcement or "enforce"
        return [Said(scope="agent", amount=own, enforcement=enforcement), *self.wider(limit_id, mode)]


def holds(chain: Iterable[Said]) -> Said | None:
    """The first that says anything: it decides."""
    return next((said for said in chain if said.amount is not None), None)


def chain_text(limit_id: str, chain: Iterable[Said]) -> str:
    """`agent: –, tenant: 80/1h, tier: –, system preset: 100/1h`."""
    return ", ".join(f"{said.words}: {setting_text(limit_id, said.amount) or '–'}" for said in chain)


def as_setting(one: LimitSetting | None) -> Setting | None:
    """What a scope itself sets: the system's default is not set by anyone."""
    if one is None or one.amount is None or one.revision == 0:
        return None
    return Setting(amount=one.amount, enforcement=one.enforcement)
