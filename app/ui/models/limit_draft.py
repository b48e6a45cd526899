"""Edits of limits that are not applied yet: collected, undone and redone, and held against what others do. No Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from app.ui.models.limit_values import Key, Setting, Value
from app.wire.feed import LimitChanged
from app.wire.limits import AgentChange, LimitChanges, PreviewLimits, SettingChange

_STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """One field that is to change: from what it was when it was edited, to what."""

    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Someone else changed a field that has an edit: what holds now, and their edit if it is known."""

    theirs: Value
    edit: LimitChanged | None


Revision = Callable[[Key], int]
"""The revision that an edit of a field builds on."""


class LimitDraft:
    """The edits by field. Each call of `set` is one step of undo; a field set back to what it was is no edit."""

    def __init__(self) -> None:
        self.pending: dict[Key, Pending] = {}
        self.clashes: dict[Key, Clash] = {}
        self._past: list[dict[Key, Pending]] = []
        self._future: list[dict[Key, Pending]] = []

    def __len__(self) -> int:
        return len(self.pending)

    @property
    def subjects(self) -> int:
        """How many agents the edits are of."""
        return len({scope_id for scope, scope_id, _ in self.pending if scope == "agent"})

    @property
    def can_undo(self) -> bool:
        """Whether a step can be taken back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step that was taken back can be made again."""
        return bool(self._future)

    def value(self, key: Key, current: Value) -> Value:
        """What a field will be: its edit's value, or what holds now."""
        found = self.pending.get(key)
        return current if found is None else found.after

    def set(self, edits: Iterable[tuple[Key, Value, Value]]) -> int:
        """Take edits in as one step: of what, what holds now, what is wanted. Returns how many fields changed."""
        changed = dict(self.pending)
        touched = 0
        for key, current, wanted in edits:
            known = changed.get(key)
            if wanted == (current if known is None else known.after):
                continue
            touched += 1
            if wanted == current:
                changed.pop(key, None)
            else:
                changed[key] = Pending(before=current, after=wanted)
        if touched:
            self._step(changed)
        return touched

    def drop(self, keys: Iterable[Key]) -> None:
        """Take edits of these fields back, as one step."""
        gone = set(keys) & self.pending.keys()
        if gone:
            self._step({key: edit for key, edit in self.pending.items() if key not in gone})

    def discard(self) -> None:
        """Take all edits back; one undo brings them again."""
        if self.pending:
            self._step({})

    def applied(self) -> None:
        """The engine took them: there is nothing to undo any more."""
        self.pending, self._past, self._future, self.clashes = {}, [], [], {}

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._future.append(self.pending)
            self._become(self._past.pop())

    def redo(self) -> None:
        """Make the last step that was taken back again."""
        if self._future:
            self._past.append(self.pending)
            self._become(self._future.pop())

    def _step(self, pending: dict[Key, Pending]) -> None:
        self._past = [*self._past, self.pending][-_STEPS:]
        self._future = []
        self._become(pending)

    def _become(self, pending: dict[Key, Pending]) -> None:
        self.pending = pending
        self.clashes = {key: clash for key, clash in self.clashes.items() if key in pending}

    def observe(self, current: Callable[[Key], Value], edits: Mapping[Key, LimitChanged]) -> bool:
        """Hold the edits against what holds now; True if what is in the way, or is left to do, changed.

        A field that someone else set to the very value that is wanted needs no edit any more; one that they set to
        another is a clash until it is decided.
        """
        kept: dict[Key, Pending] = {}
        clashes: dict[Key, Clash] = {}
        for key, edit in self.pending.items():
            now = current(key)
            if now == edit.after:
                continue
            kept[key] = edit
            if now != edit.before:
                known = self.clashes.get(key)
                their = edits.get(key) or (known.edit if known is not None else None)
                clashes[key] = Clash(theirs=now, edit=their)
        changed = kept.keys() != self.pending.keys() or clashes != self.clashes
        self.pending, self.clashes = kept, clashes
        return changed

    def keep_theirs(self, keys: Sequence[Key]) -> None:
        """Give up the edits of these fields, since others were quicker."""
        self.drop(keys)

    def apply_over(self, keys: Sequence[Key]) -> None:
        """Keep the edits of these fields: what is theirs becomes what was before."""
        rebased = dict(self.pending)
        for key in keys:
            clash, edit = self.clashes.get(key), self.pending.get(key)
            if clash is not None and edit is not None:
                rebased[key] = Pending(before=clash.theirs, after=edit.after)
        self._step(rebased)
        self.clashes = {key: clash for key, clash in self.clashes.items() if key not in keys}

    def changes(self, reason: str, revision: Revision) -> LimitChanges:
        """All edits as one request."""
        agents, settings = self._bodies(revision)
        return LimitChanges(reason=reason, agents=agents, settings=settings)

    def preview(self, revision: Revision) -> PreviewLimits:
        """All edits, to be tried on the log."""
        agents, settings = self._bodies(revision)
        return PreviewLimits(agents=agents, settings=settings)

    def _bodies(self, revision: Revision) -> tuple[list[AgentChange], list[SettingChange]]:
        agents: dict[str, dict[str, object]] = {}
        settings: list[SettingChange] = []
        for key, edit in self.pending.items():
            scope, scope_id, field = key
            if scope == "agent":
                wanted = agents.setdefault(scope_id or "", {"agentId": scope_id, "expectedRevision": revision(key)})
                wanted[field] = edit.after
            else:
                settings.append(_setting(key, edit.after, revision(key)))
        return [msgspec.convert(wanted, AgentChange) for wanted in agents.values()], settings


def _setting(key: Key, wanted: Value, revision: int) -> SettingChange:
    scope, scope_id, field = key
    setting = wanted if isinstance(wanted, Setting) else None
    return msgspec.convert(
        {
            "scope": scope,
            "scopeId": scope_id,
            "limitId": field,
            "expectedRevision": revision,
            "amount": None if setting is None else setting.amount,
            "enforcement": "enforce" if setting is None else setting.enforcement,
        },
        SettingChange,
    )
