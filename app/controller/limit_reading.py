"""What was edited of limits: pages of it, the difference of two revisions, and who was quicker in a lost race."""

from collections.abc import Sequence

import msgspec

from app.controller.archive import LimitArchive
from app.controller.board import limit_changed
from app.controller.floor import Floor
from app.engine.events import LimitEdited
from app.engine.people import Identity
from app.engine.records import EditsPage, LimitsSeen
from app.wire.base import utc
from app.wire.limits import ChangeConflict, LimitDifference, LimitHistoryPage, LimitsDiff

_MOST_BETWEEN = 20


def seen_by(floor: Floor, identity: Identity, *, operator: bool) -> LimitsSeen:
    """Whose limit edits a caller may see."""
    tier_id = floor.rulebook.tier_of(identity.tenant_id)
    return LimitsSeen(tenant_id=identity.tenant_id, tier_id=tier_id, all_tiers=operator)


def history_page(archive: LimitArchive, seen: LimitsSeen, page: EditsPage) -> LimitHistoryPage:
    """Edits, newest first; the cursor is the number of the last of a full page."""
    found = archive.limit_edits(seen, page)
    cursor = str(found[-1][0]) if len(found) == page.size else None
    return LimitHistoryPage(changes=[limit_changed(edit) for _, edit in found], cursor=cursor)


def limits_diff(archive: LimitArchive, seen: LimitsSeen, after: int, until: int) -> LimitsDiff:
    """What differs between two revisions: the first `before` against the last `after` of each field."""
    by_field: dict[tuple[str, str | None, str], list[LimitEdited]] = {}
    for edit in archive.edits_between(seen, after, until):
        by_field.setdefault((edit.scope.value, edit.scope_id, edit.field), []).append(edit)
    found = [_difference(edits) for edits in by_field.values() if edits[0].before != edits[-1].after]
    return LimitsDiff(from_=after, to=until, differences=found)


def _difference(edits: Sequence[LimitEdited]) -> LimitDifference:
    last = edits[-1]
    return LimitDifference(
        scope=last.scope.value,
        scope_id=last.scope_id,
        subject=last.subject,
        field=last.field,
        before=edits[0].before,
        after=last.after,
        edits=len(edits),
        last_by=last.by,
        last_reason=last.reason,
        last_at=utc(last.at),
    )


def with_rivals(archive: LimitArchive, seen: LimitsSeen, conflict: ChangeConflict, expected: int) -> ChangeConflict:
    """The conflict with the edits since the revision that was expected: who was quicker, when and why."""
    page = EditsPage(scope=conflict.scope, scope_id=conflict.scope_id, size=_MOST_BETWEEN)
    edits = [edit for _, edit in archive.limit_edits(seen, page) if edit.revision > expected]
    if conflict.field:
        edits = [edit for edit in edits if edit.field == conflict.field]
    return msgspec.structs.replace(conflict, edits=[limit_changed(edit) for edit in edits])
