"""A floor of any number of agents at work: each in a session, with calls and requests of the last hour behind it."""

import random
from pathlib import Path

from app.clock import read_wall
from app.engine.value import DAY, HOUR, MINUTE, SECOND
from app.ids import new_id
from db.folder import Folder
from db.open import connect
from db.packing import pack
from tests.bench.http_decisions import make_folder

CALLS = 4
CONTACTS = 20_000
CALLERS = 256
"""Those of them that ask, at most: what one of them pays is what the others make it pay."""


def make_crowd(root: Path, agents: int) -> tuple[Folder, list[str]]:
    """The folder and the callers' tokens; room in every limit."""
    folder, tokens = make_folder(root, min(agents, CALLERS), CONTACTS)
    chance, now = random.Random(3), read_wall()
    connection = connect(folder.database)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN")
    tenant = connection.execute("SELECT id FROM tenants").fetchone()[0]
    others = [(pack(new_id(now - DAY)), pack(new_id(now - DAY)), pack(new_id(now - HOUR))) for _ in range(agents)]
    others = others[len(tokens) :]
    connection.executemany(
        "INSERT INTO ai_agents VALUES (?, ?, ?, 'agent', 'power_dialer', 'active', '{}', ?)",
        [(agent, tenant, user, now - DAY) for agent, user, _ in others],
    )
    connection.executemany(
        "INSERT INTO power_dialer_sessions VALUES"
        " (?, ?, ?, ?, NULL, 'power', 'active', ?, ?, NULL, NULL, NULL, 0, 0, 0, 0, ?)",
        [(session, tenant, agent, user, now - HOUR, now + 7 * HOUR, now) for agent, user, session in others],
    )
    times = sorted(now - chance.randrange(MINUTE, HOUR) for _ in range(CALLS * len(others)))
    who = [others[place % len(others)] for place in range(len(times))]
    connection.executemany(
        "INSERT INTO api_rate_limits (tenant_id, user_id, endpoint, created_at) VALUES (?, ?, 'next-contact', ?)",
        ((tenant, user, at) for at, (_, user, _) in zip(times, who, strict=True)),
    )
    connection.executemany(
        "INSERT INTO call_logs (id, tenant_id, session_id, contact_id, phone_number, status, created_at, agent_id,"
        " user_id, ended_at) VALUES (?, ?, ?, ?, '+12125550100', 'no_answer', ?, ?, ?, ?)",
        (
            (pack(new_id(at)), tenant, session, bytes(16), at, agent, user, at + 20 * SECOND)
            for at, (agent, user, session) in zip(times, who, strict=True)
        ),
    )
    connection.execute("COMMIT")
    connection.close()
    return folder, tokens
