"""What the state hues mean: each state in its three steps of time, drawn from the same tokens as the table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.wording import STATES, StateWords, inside, stopwatch
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import label, paragraph
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.state_chip import StateChip

MEANINGS = {
    "waiting": marked("Has a session and may call; no call is out"),
    "dialing": marked("A call was handed out and rings"),
    "on_call": marked("Somebody answered"),
    "wrap_up": marked("The call ended; its disposition is awaited"),
    "paused": marked("The session is paused; it still counts to 8 h"),
    "blocked": marked("A limit refuses the next call until a slot frees"),
    "offline": marked("No session"),
}
STEPS = (marked("At first"), marked("Long"), marked("Very long"))


class LegendDialog(Sheet):
    """Rows of states, columns of time: the stronger the hue, the longer the state has lasted."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, tr("States and their colours"), tr("Close"), width=760)
        self.cancel.hide()
        self.go.clicked.connect(self.accept)
        self.chips: dict[tuple[str, int], StateChip] = {}
        words = tr("A state has an icon, a word and a hue. The longer it lasts the stronger the hue, in three steps.")
        self.body.addWidget(paragraph(look, words))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for step, text in enumerate(STEPS):
            grid.addWidget(label(look, tr(text), "caption", "muted"), 0, step)
        for row, (state, meaning) in enumerate(MEANINGS.items(), start=1):
            self._add(grid, row, state, meaning)
        grid.setColumnStretch(len(STEPS), 1)
        self.body.addLayout(grid)

    def _add(self, grid: QGridLayout, row: int, state: str, meaning: str) -> None:
        for step, seconds in enumerate(starts_of(STATES[state])):
            chip = StateChip(self._look)
            chip.show_state(state, seconds)
            chip.setAccessibleName(
                tr("{state}, {step}, from {time}").format(
                    state=STATES[state].said, step=inside(tr(STEPS[step])), time=stopwatch(seconds)
                )
            )
            self.chips[(state, step)] = chip
            grid.addWidget(chip, row, step, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(self._look, tr(meaning), "body", "muted"), row, len(STEPS))


def starts_of(words: StateWords) -> tuple[int, ...]:
    """The seconds at which a state's steps begin; a state that never grows strong has only the first."""
    # Offline is nobody's fault and never becomes urgent: its later steps lie beyond any day.
    return (0, words.long_s, words.very_long_s) if words.long_s < 86_400 else (0,)
