"""A folder of before the lists: whoever was marked is on them after the upgrade, and contacts have their place."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

import db
from db.folder import Folder
from db.open import connect, prepare

TENANT, CAMPAIGN = b"t" * 16, b"c" * 16


def at_schema(folder: Folder, version: str) -> sqlite3.Connection:
    """A folder as the program of that schema left it."""
    folder.make()
    config = Config()
    config.set_main_option("script_location", str(Path(db.__file__).parent / "migrations"))
    engine = create_engine("sqlite://", creator=lambda: connect(folder.database), poolclass=NullPool)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()
    return connect(folder.database)


def add_contact(connection: sqlite3.Connection, phone: str, state: str = "open") -> None:
    connection.execute(
        "INSERT INTO contacts (id, tenant_id, campaign_id, list_id, first_name, last_name, phone, fields, state, rank,"
        " due_at, attempts) VALUES (randomblob(16), ?, ?, x'00', '', '', ?, '{}', ?, 1, 0, 0)",
        (TENANT, CAMPAIGN, phone, state),
    )


def add_call(connection: sqlite3.Connection, phone: str, disposition: str, at: int) -> None:
    connection.execute(
        "INSERT INTO call_logs (id, tenant_id, session_id, agent_id, user_id, contact_id, phone_number, status,"
        " disposition, created_at, ended_at) VALUES (randomblob(16), ?, x'01', x'02', x'03', x'04', ?, 'completed', ?,"
        " ?, ?)",
        (TENANT, phone, disposition, at, at + 5),
    )


def test_whom_agents_had_marked_is_listed_once_and_called_by_no_campaign(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "floor")
    old = at_schema(folder, "0004")
    for phone in ("+12125550134", "+12125550135", "+442071838750"):
        add_contact(old, phone)
    add_call(old, "+12125550134", "do_not_call", 200)
    add_call(old, "+12125550134", "do_not_call", 100)
    add_call(old, "+12125550136", "wrong_number", 300)
    add_call(old, "+12125550135", "interested", 400)
    old.close()
    prepare(folder)
    new = connect(folder.database)
    listed = new.execute("SELECT phone, kind, at, by, source, reason FROM suppressions ORDER BY phone").fetchall()
    contacts = new.execute("SELECT phone, state, place FROM contacts ORDER BY phone").fetchall()
    new.close()
    assert listed == [
        ("+12125550134", "internal", 105, "upgrade", "disposition", "do_not_call"),
        ("+12125550136", "wrong_number", 305, "upgrade", "disposition", "wrong_number"),
    ]
    assert contacts == [
        ("+12125550134", "do_not_call", "212"),
        ("+12125550135", "open", "212"),
        ("+442071838750", "open", ""),
    ]
