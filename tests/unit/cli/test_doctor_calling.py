"""`dialfloor doctor` on calling: who is not bound by the rules, and how old the national list is."""

from pathlib import Path

import pytest

from app.bootstrap.finding import Health
from app.cli.doctor_calling import calling_findings, list_finding
from app.engine.calling import CallingSettings, RulesMode
from app.engine.events import CallingSettingsEdited
from app.engine.value import DAY
from db.national_lists import NationalLists
from tests.fakes.log_folder import T0, LogFolder
from tests.unit.db.test_national_lists import put


def test_a_tenant_whose_calls_go_out_at_any_hour_is_named_until_the_rules_are_enforced(tmp_path: Path) -> None:
    log = LogFolder(tmp_path / "floor")
    (told,) = calling_findings(log.connection, log.folder, T0)
    assert "NOT ENFORCED for Acme" in told.found
    enforce = CallingSettings(mode=RulesMode.ENFORCE)
    log.write(CallingSettingsEdited(tenant_id=log.tenant.id, campaign_id=None, settings=enforce, by="olga", at=T0))
    put(NationalLists(log.folder.root), "a", 2125550134, at=T0)
    told, national = calling_findings(log.connection, log.folder, T0 + 3 * DAY)
    assert told.found == "enforced for every tenant"
    assert national.found == "3 days old; it may be used for 31"
    log.close()


@pytest.mark.parametrize(
    ("age", "health"), [(0, Health.OK), (26 * DAY, Health.OK), (27 * DAY, Health.WARN), (31 * DAY + 1, Health.WARN)]
)
def test_an_aging_list_is_told_before_it_forbids_every_call(age: int, health: Health) -> None:
    assert list_finding(T0, T0 + age).health is health
