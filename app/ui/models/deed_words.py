"""The audit trail in words: kinds and deeds by name, what was before and after as lines. No widget, no clock."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from app.ui.models.log_rows import when_text
from app.ui.models.moment import Instant
from app.ui.models.rows_model import RowColumn
from app.ui.tongue import marked, tr
from app.wire.operator import AuditItem

NOTHING = "–"
KINDS: MappingProxyType[str, str] = MappingProxyType(
    {
        "alerts": marked("Alerts"),
        "backup": marked("Backups"),
        "calling": marked("Calling hours"),
        "campaign": marked("Campaigns"),
        "contacts": marked("Contacts"),
        "disposition": marked("Dispositions"),
        "dnc": marked("Do-not-call lists"),
        "evidence": marked("Evidence"),
        "export": marked("Exports"),
        "hold": marked("Legal holds"),
        "job": marked("Jobs"),
        "limits": marked("Limits"),
        "number": marked("Numbers"),
        "retention": marked("Retention"),
        "rules": marked("Rules"),
        "session": marked("Sessions"),
        "tenant": marked("Tenants"),
        "tier": marked("Tiers"),
        "token": marked("Tokens"),
        "user": marked("Users"),
    }
)
ICONS: MappingProxyType[str, str] = MappingProxyType(
    {
        "alerts": "bell-outline",
        "backup": "content-save-outline",
        "calling": "clock-check-outline",
        "campaign": "bullhorn-outline",
        "contacts": "account-multiple-outline",
        "disposition": "tag-outline",
        "dnc": "phone-off-outline",
        "evidence": "shield-check-outline",
        "export": "tray-arrow-down",
        "hold": "lock-clock",
        "job": "cog-outline",
        "limits": "speedometer",
        "number": "eye-outline",
        "retention": "delete-clock-outline",
        "rules": "gavel",
        "session": "headset",
        "tenant": "domain",
        "tier": "layers-outline",
        "token": "key-outline",
        "user": "account-outline",
    }
)
DEEDS: MappingProxyType[str, str] = MappingProxyType(
    {
        "alerts.acknowledged": marked("Alert acknowledged"),
        "alerts.resolved": marked("Alert resolved"),
        "alerts.settings": marked("Alert settings changed"),
        "alerts.snoozed": marked("Alert snoozed"),
        "backup.make": marked("Backup made"),
        "backup.restore": marked("Backup restored"),
        "backup.save": marked("Backup saved elsewhere"),
        "calling.rules": marked("Calling hours changed"),
        "campaign.add": marked("Campaign added"),
        "campaign.rename": marked("Campaign renamed"),
        "campaign.split": marked("Campaign split"),
        "contacts.import": marked("Contacts imported"),
        "contacts.import_stopped": marked("Import stopped"),
        "disposition.remove": marked("Disposition removed"),
        "disposition.set": marked("Disposition changed"),
        "dnc.export": marked("Do-not-call list exported"),
        "dnc.import": marked("Numbers imported to a list"),
        "dnc.import_stopped": marked("Import to a list stopped"),
        "dnc.list": marked("Number put on a list"),
        "dnc.unlist": marked("Number taken off a list"),
        "dnc.national.import": marked("National list imported"),
        "dnc.national.start": marked("Import of a national list begun"),
        "dnc.national.cancel": marked("Import of a national list stopped"),
        "evidence.check": marked("Log checked"),
        "evidence.head": marked("Signed head saved"),
        "export.cancelled": marked("Export stopped"),
        "export.done": marked("Export finished"),
        "export.failed": marked("Export failed"),
        "export.preset_remove": marked("Saved export removed"),
        "export.preset_save": marked("Export saved as a preset"),
        "export.remove": marked("Exported file removed"),
        "export.save": marked("Exported file taken"),
        "export.schedule": marked("Export scheduled"),
        "export.start": marked("Export begun"),
        "hold.add": marked("Legal hold added"),
        "hold.release": marked("Legal hold released"),
        "job.run": marked("Job run by hand"),
        "limits.edit": marked("Limit changed"),
        "limits.end_of_term": marked("Limit went back by itself"),
        "number.erase": marked("Number erased"),
        "number.lookup": marked("Number looked up"),
        "number.reveal": marked("Number shown"),
        "retention.delete": marked("Old rows deleted"),
        "retention.edit": marked("Retention changed"),
        "rules.approve": marked("Change of a rule approved"),
        "rules.edit": marked("Rule changed"),
        "rules.propose": marked("Change of a rule proposed"),
        "rules.reject": marked("Change of a rule rejected"),
        "rules.sign": marked("Rule signed"),
        "rules.withdraw": marked("Proposal of a rule withdrawn"),
        "session.end": marked("Session ended"),
        "session.pause": marked("Session paused"),
        "session.resume": marked("Session resumed"),
        "tenant.create": marked("Tenant made"),
        "tenant.tier": marked("Tenant moved to a tier"),
        "token.create": marked("Token made"),
        "token.revoke": marked("Token revoked"),
        "user.add": marked("User added"),
        "user.disable": marked("User disabled"),
    }
)


def kind_of(action: str) -> str:
    """The first word of an action."""
    return action.partition(".")[0]


def kind_words(kind: str) -> str:
    """A kind of deeds by name; one that is newer than this window by its own word."""
    return tr(KINDS[kind]) if kind in KINDS else kind


def deed_words(action: str) -> str:
    """A deed by name, likewise."""
    return tr(DEEDS[action]) if action in DEEDS else action


def value_lines(value: object) -> list[tuple[str, str]]:
    """A value of the trail field by field; a plain one has no field. The one wording of a rule is its fields."""
    if value is None:
        return []
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], Mapping):
        return value_lines(value[0])
    if isinstance(value, Mapping):
        return [(str(name), _plain(one)) for name, one in value.items()]
    return [("", _plain(value))]


def changes(deed: AuditItem) -> list[tuple[str, str, str]]:
    """What a deed changed: field, before, after; fields that stayed as they were are left out."""
    before, after = dict(value_lines(deed.before)), dict(value_lines(deed.after))
    fields = list(dict.fromkeys([*before, *after]))
    told = [(field, before.get(field, NOTHING), after.get(field, NOTHING)) for field in fields]
    changed = [one for one in told if one[1] != one[2]]
    return changed or told


def change_text(deed: AuditItem) -> str:
    """What a deed changed, in one line of the list."""
    parts = []
    for field, before, after in changes(deed):
        name = f"{field} " if field else ""
        parts.append(f"{name}{after}" if before == NOTHING else f"{name}{before} → {after}")
    return ", ".join(parts)


def deed_columns(now: Callable[[], Instant]) -> tuple[RowColumn[AuditItem], ...]:
    """The list of deeds."""
    return (
        RowColumn(id="when", title=tr("When"), width=104, text=lambda deed: when_text(deed.at, now())),
        RowColumn(id="who", title=tr("Who"), width=116, text=lambda deed: deed.user, strong=True),
        RowColumn(
            id="what",
            title=tr("What"),
            width=178,
            text=lambda deed: deed_words(deed.action),
            icon=lambda deed: ICONS.get(kind_of(deed.action), "circle-small"),
        ),
        RowColumn(id="of", title=tr("Of what"), width=160, text=lambda deed: deed.subject, stretch=True),
        RowColumn(id="change", title=tr("Change"), width=200, text=change_text, tone=lambda _: "muted", stretch=True),
    )


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return f"{value:,}" if isinstance(value, int) else msgspec.json.encode(value).decode()
