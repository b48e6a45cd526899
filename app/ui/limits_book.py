"""Everything the limits view shows and edits: agents from the feed, scopes from the engine, and the edits to come."""

import msgspec
from PySide6.QtCore import QObject, Signal

from app.ui.bridge import Trouble
from app.ui.models.limit_draft import LimitDraft
from app.ui.models.limit_sources import Sources, as_setting
from app.ui.models.limit_values import Key, Setting, Value
from app.ui.page import Place
from app.wire.feed import FloorAgent, LimitChanged
from app.wire.limits import ChangeConflict
from app.wire.operator import LimitSetting, LimitsPage
from app.wire.tiers import TiersPage

_AGENT_VALUES = {
    "mode": "mode",
    "maxCallsPerHour": "calls_per_hour",
    "callTimeout": "call_timeout",
    "autoDialDelay": "own_auto_dial_delay",
    "enforcement": "own_enforcement",
}
_KEEP_EDITS = 500


class LimitsBook(QObject):
    """Knows what holds, at which revision, who edited last, and holds the draft against it."""

    changed = Signal()
    """Agents, scopes or edits are others than before."""
    drafted = Signal()
    """The edits changed."""
    failed = Signal(str)

    def __init__(self, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self.draft = LimitDraft()
        self.sources = Sources()
        self.page: LimitsPage | None = None
        self.tiers: TiersPage | None = None
        self._settings: dict[Key, LimitSetting] = {}
        self._edits: dict[Key, LimitChanged] = {}
        # What a lost race told of an agent, until the feed has told it too.
        self._told: dict[str, tuple[int, dict[str, object]]] = {}
        self._asked = 0
        self._scopes = 0
        self._marks: dict[str | None, tuple[object, ...]] = {}
        place.watching.limit_edited.connect(self._hear)
        place.watching.applied.connect(self._look)

    @property
    def agents(self) -> dict[str, FloorAgent]:
        """Every agent of the tenant."""
        return self._place.agents.floor.agents

    def refresh(self) -> None:
        """Ask what the scopes set."""
        self._asked += 1
        turn = self._asked
        bridge = self._place.bridge
        bridge.ask(lambda gateway: gateway.rulebook.limits(), self, lambda page: self._take(turn, page), self._fail)
        bridge.ask(lambda gateway: gateway.rulebook.tiers(), self, self.show_tiers, self._fail)

    def relink(self) -> None:
        """Another tenant or user: nothing of the old one stays, its edits least of all."""
        self._asked += 1
        self.draft.applied()
        self.page = self.tiers = None
        self.sources = Sources()
        for held in (self._settings, self._edits, self._told):
            held.clear()
        self._redraw()

    def _fail(self, trouble: Trouble) -> None:
        self.failed.emit(str(trouble))

    def _take(self, turn: int, page: LimitsPage) -> None:
        if turn != self._asked:
            return
        self.page = page
        self.sources = Sources(page.settings)
        self._keep(page.settings)
        self._scopes += 1
        self._look()

    def show_tiers(self, page: TiersPage) -> None:
        """The tiers as they are now."""
        self.tiers = page
        for tier in page.tiers:
            self._keep(tier.settings)
        self._scopes += 1
        self._look()

    def _keep(self, settings: list[LimitSetting]) -> None:
        self._settings.update({(one.scope, one.scope_id, one.limit_id): one for one in settings})

    def _hear(self, edit: object) -> None:
        if not isinstance(edit, LimitChanged):
            return
        self._edits.pop((edit.scope, edit.scope_id, edit.field), None)
        self._edits[edit.scope, edit.scope_id, edit.field] = edit
        while len(self._edits) > _KEEP_EDITS:
            del self._edits[next(iter(self._edits))]
        if edit.scope != "agent":
            self.refresh()
        elif (edit.scope, edit.scope_id, edit.field) in self.draft.pending:
            # The row may have come before: now it is known whose edit that was.
            self._look()

    def _look(self) -> None:
        if self.draft.observe(self.current, self._edits):
            self._announce()
        self.changed.emit()

    def _announce(self) -> None:
        self._mark()
        self.drafted.emit()

    def _mark(self) -> None:
        """Edits by agent, those of scopes together: what was made of an agent stands while its marks are the same."""
        marks: dict[str | None, list[object]] = {}
        for key, edit in self.draft.pending.items():
            subject = key[1] if key[0] == "agent" else None
            marks.setdefault(subject, []).append((key, edit, self.draft.clashes.get(key)))
        self._marks = {subject: tuple(found) for subject, found in marks.items()}

    def mark(self, agent_id: str) -> tuple[object, ...]:
        """Equal as long as neither an edit of the agent nor anything of the scopes is another."""
        return (self._scopes, self._marks.get(None), self._marks.get(agent_id), self._told.get(agent_id))

    def agent_told(self, agent: FloorAgent) -> tuple[int, dict[str, object]] | None:
        """What is known of an agent beyond its row: only while the row is older."""
        told = self._told.get(agent.id)
        if told is not None and told[0] <= agent.revision:
            del self._told[agent.id]
            return None
        return told

    def current(self, key: Key) -> Value:
        """What a field is now; of an agent what it sets itself."""
        scope, scope_id, field = key
        if scope != "agent":
            return as_setting(self._settings.get(key))
        agent = self.agents.get(scope_id or "")
        if agent is None:
            pending = self.draft.pending.get(key)
            return None if pending is None else pending.before
        told = self.agent_told(agent)
        if told is not None:
            return _plain(told[1].get(field))
        return _plain(getattr(agent, _AGENT_VALUES[field]))

    def value(self, key: Key) -> Value:
        """What a field will be once the edits are applied."""
        return self.draft.value(key, self.current(key))

    def revision(self, key: Key) -> int:
        """The revision that an edit of a field builds on."""
        if key[0] != "agent":
            found = self._settings.get(key)
            return 0 if found is None else found.revision
        agent = self.agents.get(key[1] or "")
        if agent is None:
            return 0
        told = self.agent_told(agent)
        return agent.revision if told is None else told[0]

    def subject(self, key: Key) -> str:
        """What a key's subject is called."""
        scope, scope_id, _ = key
        if scope == "agent":
            agent = self.agents.get(scope_id or "")
            return agent.name if agent is not None else (scope_id or "")
        found = self._settings.get(key)
        return found.subject if found is not None else scope

    def setting(self, key: Key) -> LimitSetting | None:
        """What the engine told of a scope's limit."""
        return self._settings.get(key)

    def edit(self, wanted: dict[Key, Value]) -> int:
        """Take edits in as one step; returns how many fields they change."""
        touched = self.draft.set([(key, self.current(key), value) for key, value in wanted.items()])
        if touched:
            self._redraw()
        return touched

    def undo(self) -> None:
        """Take the last step back."""
        self.draft.undo()
        self._redraw()

    def redo(self) -> None:
        """Make it again."""
        self.draft.redo()
        self._redraw()

    def discard(self) -> None:
        """Take all edits back."""
        self.draft.discard()
        self._redraw()

    def drop(self, keys: list[Key]) -> None:
        """Take some edits back."""
        self.draft.drop(keys)
        self._redraw()

    def decide(self, keys: list[Key], *, theirs: bool) -> None:
        """Of fields that others changed too: keep theirs, or apply ours over it."""
        if theirs:
            self.draft.keep_theirs(keys)
        else:
            self.draft.apply_over(keys)
        self._redraw()

    def applied(self) -> None:
        """The engine took all edits."""
        self.draft.applied()
        self.refresh()
        self._redraw()

    def _redraw(self) -> None:
        self.draft.observe(self.current, self._edits)
        self._announce()
        self.changed.emit()

    def lost(self, conflicts: list[ChangeConflict]) -> None:
        """The engine said who was quicker: what holds now is known before the feed tells it."""
        for conflict in conflicts:
            for edit in reversed(conflict.edits):
                self._edits[edit.scope, edit.scope_id, edit.field] = edit
            if conflict.scope == "agent":
                self._told[conflict.scope_id or ""] = (conflict.revision, conflict.current)
            else:
                self._told_setting(conflict)
        self._redraw()

    def _told_setting(self, conflict: ChangeConflict) -> None:
        key = (conflict.scope, conflict.scope_id, conflict.field)
        known = self._settings.get(key)
        if known is None:
            return
        raw = {**msgspec.to_builtins(known), **conflict.current, "revision": conflict.revision}
        self._settings[key] = msgspec.convert(raw, LimitSetting)


def _plain(value: object) -> Value:
    return value if isinstance(value, str | int | Setting) else None
