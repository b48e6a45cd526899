"""An officer sets whom the rules of calling hours bind, with a reason; and what of it operators read."""

from app.compliance.zones import TZ_VERSION
from app.controller.calling import Calling
from app.controller.change import Change
from app.controller.floor import Floor
from app.controller.outcomes import Conflict, Done, Invalid, Missing, Outcome
from app.engine import events
from app.engine.calling import CallingSettings, RulesMode
from app.engine.people import Campaign, Identity
from app.engine.value import Id, Instant
from app.wire.calling import CallingRules, CallingRulesPage, CampaignCallingRules, EditCallingRules

NO_RULES = "This engine knows no rules of calling hours"


def calling_page(floor: Floor, tenant_id: Id, campaigns: list[Campaign], now: Instant) -> CallingRulesPage | None:
    """What holds for a tenant; None for a floor without rules."""
    if floor.lawful is None:
        return None
    calling = floor.lawful.calling
    own = [(one, calling.own_settings(tenant_id, one.id)) for one in campaigns]
    counted = calling.would_refuse.get(tenant_id)
    return CallingRulesPage(
        rules=_rules(calling.settings(tenant_id, None)),
        is_default=calling.own_settings(tenant_id, None) is None,
        campaigns=[
            CampaignCallingRules(campaign_id=one.id, campaign=one.name, rules=_rules(settings))
            for one, settings in own
            if settings is not None
        ],
        would_refuse={} if counted is None else counted.last_hour(now),
        would_refuse_day={} if counted is None else counted.last_day(now),
        rules_version=calling.lawyer.book.version,
        tz_version=TZ_VERSION,
    )


def edit_calling(
    change: Change,
    identity: Identity,
    campaign_id: Id | None,
    intent: EditCallingRules | None,
    now: Instant,
    reason: str,
) -> Outcome[None]:
    """Set what holds for a tenant, or for a campaign of it; None lets the campaign take its tenant's."""
    floor = change.floor
    if floor.lawful is None:
        return Conflict(sentence=NO_RULES)
    campaign = None if campaign_id is None else floor.campaign(identity.tenant_id, campaign_id)
    if campaign_id is not None and campaign is None:
        return Missing(what="campaign")
    calling = floor.lawful.calling
    before = calling.own_settings(identity.tenant_id, campaign_id)
    if (fault := _fault(calling, intent, before)) is not None:
        return fault
    after = None if intent is None else _settings(intent)
    _put(change, calling, identity.tenant_id, campaign_id, after)
    change.add(
        events.CallingSettingsEdited(
            tenant_id=identity.tenant_id, campaign_id=campaign_id, settings=after, by=identity.user, at=now
        )
    )
    change.add(
        events.DeedRecorded(
            tenant_id=identity.tenant_id,
            at=now,
            user=identity.user,
            action="calling.rules",
            subject="tenant" if campaign is None else campaign.name,
            before=None if before is None else _told(before),
            after=None if after is None else _told(after),
            reason=reason,
        )
    )
    return Done(None)


def _fault(
    calling: Calling, intent: EditCallingRules | None, before: CallingSettings | None
) -> Invalid | Missing | None:
    if intent is None:
        return None if before is not None else Missing(what="rule of the campaign's own")
    unknown = sorted(set(intent.emergencies) - calling.lawyer.book.jurisdictions)
    if not unknown:
        return None
    return Invalid(field="emergencies", sentence=f"emergencies: no rules are known of {', '.join(unknown)}")


def _put(
    change: Change, calling: Calling, tenant_id: Id, campaign_id: Id | None, settings: CallingSettings | None
) -> None:
    lawful, before = change.floor.lawful, calling.own_settings(tenant_id, campaign_id)
    if lawful is None:
        return
    calling.put_settings(tenant_id, campaign_id, settings)
    change.on_undo(lawful.forget)
    change.on_undo(lambda: calling.put_settings(tenant_id, campaign_id, before))
    lawful.forget()


def _settings(intent: EditCallingRules) -> CallingSettings:
    return CallingSettings(
        mode=RulesMode(intent.mode),
        purpose=intent.purpose,
        national=intent.national,
        consent=intent.consent,
        emergencies=tuple(sorted(set(intent.emergencies))),
    )


def _rules(settings: CallingSettings) -> CallingRules:
    return CallingRules(
        mode=settings.mode.value,
        purpose="debt" if settings.purpose == "debt" else "telemarketing",
        national=settings.national,
        consent=settings.consent,
        emergencies=list(settings.emergencies),
    )


def _told(settings: CallingSettings) -> dict[str, object]:
    return {
        "mode": settings.mode.value,
        "purpose": settings.purpose,
        "national": settings.national,
        "consent": settings.consent,
        "emergencies": list(settings.emergencies),
    }
