"""What `dialfloor doctor --data DIR` says of calling: whom the rules bind, and how old the national list is."""

import sqlite3
from collections.abc import Iterator

from app.bootstrap.finding import Finding, fail, warn, well
from app.engine.calling import RulesMode
from app.engine.ports import StoreUnavailable
from app.engine.value import DAY, Instant
from db.calling_store import load_calling_settings
from db.folder import Folder
from db.national_lists import OLDEST, NationalLists
from db.people_store import all_tenants

_SOON = 5 * DAY
_FETCH = "fetch the list anew and run: dialfloor dnc import FILE --kind national --taken-on DATE --data DIR"


def calling_findings(connection: sqlite3.Connection, folder: Folder, now: Instant) -> Iterator[Finding]:
    """Whether calls at forbidden hours are refused or only counted, and whether the national list may still be used."""
    yield _rules(connection)
    try:
        found = NationalLists(folder.root).open()
    except StoreUnavailable as fault:
        yield fail("National list", str(fault), _FETCH)
        return
    if found is not None:
        oldest = min((code.taken_at for code in found.manifest.codes), default=found.manifest.taken_at)
        found.close()
        yield list_finding(oldest, now)


def list_finding(oldest: Instant, now: Instant) -> Finding:
    """How long a national list whose oldest area code was taken at an instant may still be used."""
    age = (now - oldest) // DAY
    if now - oldest > OLDEST:
        return warn("National list", f"{age} days old: campaigns that need it are refused every call", _FETCH)
    if now - oldest > OLDEST - _SOON:
        return warn("National list", f"{age} days old; it may be used for 31", _FETCH)
    return well("National list", f"{age} days old; it may be used for 31")


def _rules(connection: sqlite3.Connection) -> Finding:
    settings = load_calling_settings(connection)
    lax = []
    for tenant in all_tenants(connection):
        own = settings.get((tenant.id, None))
        if own is None or own.mode is not RulesMode.ENFORCE:
            lax.append(tenant.name)
    if not lax:
        return well("Calling hours", "enforced for every tenant")
    shown = ", ".join(lax[:3]) + (f" and {len(lax) - 3} more" if len(lax) > 3 else "")
    return well(
        "Calling hours", f"NOT ENFORCED for {shown}: calls go out at any hour; PUT /v1/calling-rules enforces them"
    )
