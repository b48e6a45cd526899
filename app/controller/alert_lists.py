"""The age of the national do-not-call list, as a matter for each tenant that asks for it."""

from collections.abc import Iterator

from app.controller.alert_subjects import tenant_subject
from app.controller.floor import Floor
from app.engine.alert_rules import national_list
from app.engine.alerts import AlertRule, Sign
from app.engine.value import Id, Instant


def look_at_lists(floor: Floor, now: Instant) -> Iterator[tuple[Id, Sign]]:
    """What the list in force is to every tenant of the floor; nothing on a floor without rules."""
    if floor.lawful is None:
        return
    calling = floor.lawful.calling
    age = None if calling.national is None else now - calling.national.oldest_taken_at
    for tenant_id in list(floor.tenants):
        alert = floor.alerts.latest(AlertRule.NATIONAL_LIST, tenant_id)
        said = alert.used if alert is not None and alert.standing else None
        subject = tenant_subject(floor, tenant_id)
        yield tenant_id, national_list(subject, age, said, is_asked=calling.asks_national(tenant_id))
