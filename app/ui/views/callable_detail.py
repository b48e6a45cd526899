"""The chosen state of the map: its zones, until when each stands so, which rules decide, who waits there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.callable_words import (
    ICONS,
    TONES,
    WORDS,
    change_words,
    countdown_words,
    local_clock,
    rule_words,
    since_words,
    standing_of,
    state_name,
    zone_name,
)
from app.ui.models.moment import Instant
from app.ui.tongue import tr
from app.ui.widgets.labels import ElidedLabel, label, paragraph, rule, set_tone
from app.wire.callable import CallableState, CallableZone, WaitingContacts

MOST_RULES = 4


class ZonePart(QWidget):
    """One zone of the state. Only its countdown moves by itself."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.head = ElidedLabel(look, "", "strong")
        self.icon = QLabel()
        self.word = label(look, "", "strong")
        self.count = label(look, "", "body", "muted")
        self.change = paragraph(look, "", "text")
        self.since = paragraph(look)
        self.rules = paragraph(look)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self.icon)
        said.addWidget(self.word)
        said.addStretch(1)
        said.addWidget(self.count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.head)
        box.addLayout(said)
        for words in (self.change, self.since, self.rules):
            box.addWidget(words)

    def show_zone(self, zone: CallableZone, asked_at: Instant, now: Instant) -> None:
        """Say how it stands."""
        standing = standing_of(zone, now)
        self.head.setText(f"{zone_name(zone.zone)}  {local_clock(zone, asked_at, now)}")
        self.icon.setPixmap(self._look.icon(ICONS[standing], TONES[standing]).pixmap(16, 16))
        self.word.setText(tr(WORDS[standing]))
        set_tone(self.word, TONES[standing])
        self.count.setText(countdown_words(zone, now))
        change = change_words(zone)
        self.change.setText(change[:1].upper() + change[1:])
        together = [zone_name(name) for name in zone.together if name != zone.zone]
        said = since_words(zone)
        also = tr("A number there counts in {zones} too").format(zones=", ".join(together)) if together else ""
        self.since.setText("\n".join(words for words in (said, also) if words))
        self.since.setVisible(bool(self.since.text()))
        self.rules.setText(_rules_words(zone))

    def count_on(self, zone: CallableZone, asked_at: Instant, now: Instant) -> None:
        """A second went by."""
        words = countdown_words(zone, now)
        if words != self.count.text():
            self.show_zone(zone, asked_at, now)


def _rules_words(zone: CallableZone) -> str:
    shown = [f"• {rule_words(one)} – {one.citation}" if one.citation else f"• {rule_words(one)}" for one in zone.rules]
    more = len(shown) - MOST_RULES
    lead = tr("Then these rules close it:") if zone.is_open else tr("These rules forbid it:")
    return "\n".join([lead, *shown[:MOST_RULES], *([tr("and %n more", "", more)] if more > 0 else [])])


class CallableDetail(QFrame):
    """Says what to do while nothing is chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "card")
        self.setMinimumWidth(256)
        self._state: CallableState | None = None
        self._asked_at: Instant | None = None
        self.name = ElidedLabel(look, "", "heading")
        self.waiting = paragraph(look)
        self.parts: list[ZonePart] = []
        self._inside = QVBoxLayout()
        self._inside.setSpacing(12)
        self._lay_out()
        self.show_state(None, None, None)

    def _lay_out(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.waiting)
        column.addWidget(rule())
        column.addLayout(self._inside)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setProperty("role", "bare")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("The chosen state"))
        self.area.setWidget(holder)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 8, 12)
        box.setSpacing(8)
        box.addWidget(self.name)
        box.addWidget(self.area, 1)

    def show_state(self, state: CallableState | None, asked_at: Instant | None, now: Instant | None) -> None:
        """Show a state as answered at an instant; None for none."""
        self._state, self._asked_at = state, asked_at
        if state is None or asked_at is None or now is None:
            self.name.setText(tr("No state chosen"))
            self.waiting.setText(tr("Click a state, or go to one with the arrow keys."))
            self._fit(0)
            return
        self.name.setText(state_name(state.jurisdiction))
        self.waiting.setText(waiting_words(state.contacts))
        self._fit(len(state.zones))
        for part, zone in zip(self.parts, state.zones, strict=True):
            part.show_zone(zone, asked_at, now)

    def _fit(self, count: int) -> None:
        while len(self.parts) < count:
            part = ZonePart(self._look)
            self.parts.append(part)
            self._inside.addWidget(part)
        while len(self.parts) > count:
            part = self.parts.pop()
            self._inside.removeWidget(part)
            part.hide()
            part.deleteLater()

    def count_on(self, now: Instant) -> None:
        """A second went by."""
        if self._state is not None and self._asked_at is not None:
            for part, zone in zip(self.parts, self._state.zones, strict=True):
                part.count_on(zone, self._asked_at, now)

    @property
    def words(self) -> str:
        """Everything it says."""
        said = [self.name.text(), self.waiting.text()]
        for part in self.parts:
            said += [part.head.text(), part.word.text(), part.count.text(), part.change.text(), part.rules.text()]
        return "\n".join(said)


def waiting_words(contacts: WaitingContacts) -> str:
    """How many contacts wait, and how many of them may be called."""
    if not contacts.due:
        return tr("No contact is due here")
    said = tr("%Ln contacts are due", "", contacts.due)
    now = tr("%Ln may be called now", "", contacts.callable_now)
    soon = tr("%Ln within the hour", "", contacts.within_hour)
    return f"{said}: {now}" + (f", {soon}" if contacts.within_hour else "")
