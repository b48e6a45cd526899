"""Abandoned calls on disk: an older folder counted anew by its tenants' days, and what was told of an answer kept."""

from pathlib import Path

import msgspec

from app.engine.abandonment import Tally
from app.engine.calls import Call, CallStatus
from app.engine.events import CallReported, LinesHeld
from app.engine.pickup import Answerer, Pickup
from app.engine.value import HOUR, MINUTE, SECOND
from app.ids import new_id
from db.abandonment_store import load_days, page_of_line_holds, with_pickups, write_line_holds, write_pickups
from db.evidence_leaves import Leaves
from db.folder import Folder
from db.open import connect, prepare
from db.packing import pack
from tests.unit.db.test_upgrade_of_lists import CAMPAIGN, TENANT, at_schema

NOON = 1_790_000_000 * SECOND
DAY_OF_NOON = 20_717


def test_an_older_folder_is_counted_anew_by_its_tenants_days(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "floor")
    old = at_schema(folder, "0013")
    old.execute(
        "INSERT INTO tenants (id, name, time_zone, dispositions, created_at) VALUES (?, 'A', ?, '{}', 0)",
        (TENANT, "Pacific/Auckland"),
    )
    for later, campaign, status in (
        (0, CAMPAIGN, "completed"),
        (1, CAMPAIGN, "abandoned"),
        (1, None, "answered"),
        (2, CAMPAIGN, "voicemail"),
        (24, CAMPAIGN, "completed"),
    ):
        old.execute(
            "INSERT INTO call_logs (id, tenant_id, session_id, agent_id, user_id, contact_id, campaign_id,"
            " phone_number, status, created_at, answered_at)"
            " VALUES (randomblob(16), ?, x'01', x'02', x'03', x'04', ?, '', ?, ?, ?)",
            (TENANT, campaign, status, NOON + later * HOUR, NOON + later * HOUR),
        )
    old.execute("INSERT INTO abandonment_days VALUES (?, ?, ?, 7, 7)", (TENANT, CAMPAIGN, DAY_OF_NOON))
    old.close()
    prepare(folder)
    new = connect(folder.database)
    found = {(pack(one.campaign_id), one.day): Tally(one.live, one.abandoned, one.greeted) for one in load_days(new)}
    new.close()
    # 13:46 UTC is 01:46 of the next day in Auckland.
    assert found == {
        (CAMPAIGN, DAY_OF_NOON + 1): (2, 1, 0),
        (TENANT, DAY_OF_NOON + 1): (1, 0, 0),
        (CAMPAIGN, DAY_OF_NOON + 2): (1, 0, 0),
    }


def test_the_last_word_on_an_answer_holds_and_an_old_one_is_not_written_again(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "floor")
    prepare(folder)
    connection = connect(folder.database)
    call = Call(
        id=new_id(NOON), tenant_id=new_id(NOON), session_id="", agent_id="", user_id="", contact_id="",
        campaign_id=None, phone_number="", created_at=NOON, status=CallStatus.ANSWERED,
    )  # fmt: skip
    first = msgspec.structs.replace(call, pickup=Pickup(answered_at=5, told_at=NOON))
    last = msgspec.structs.replace(
        call, pickup=Pickup(by=Answerer.PERSON, answered_at=5, greeting_ended_at=6, connected_at=7, told_at=NOON + 1)
    )
    leaves = Leaves()
    facts = [CallReported(call=one, at=at, by="dialer") for one, at in ((first, NOON), (last, NOON + 1))]
    write_pickups(connection, facts, leaves)
    assert with_pickups(connection, [call]) == [last]
    write_pickups(connection, [CallReported(call=last, at=NOON + 9, by="dialer")], leaves)
    assert len(leaves) == 1, "a later report that tells nothing of the answer adds nothing"
    connection.close()


def test_held_lines_are_folded_by_minute_agent_and_cause(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "floor")
    prepare(folder)
    connection = connect(folder.database)
    ids = [new_id(NOON + place) for place in range(4)]
    held = LinesHeld(
        tenant_id=ids[0], campaign_id=ids[1], agent_id=ids[2], session_id=ids[3], code="abandonment_one_line", asked=3,
        given=1, live=1_000, abandoned=25, in_flight=0, at=NOON,
    )  # fmt: skip
    again = msgspec.structs.replace(held, asked=4, at=NOON + SECOND)
    later = msgspec.structs.replace(held, at=NOON + MINUTE)
    write_line_holds(connection, [held, again, later])
    found = page_of_line_holds(connection, ids[0], ids[1], 10)
    assert [(one.last_at, one.times, one.asked) for one in found] == [(NOON + MINUTE, 1, 3), (NOON + SECOND, 2, 4)]
    assert page_of_line_holds(connection, ids[1], ids[1], 10) == []
    connection.close()
