"""How alerts call on this computer: sound and the desktop. It holds at once, and for this user only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPushButton, QRadioButton, QVBoxLayout, QWidget

from app.ui.alert_calls import AlertCalls
from app.ui.design.look import Look
from app.ui.models.calling import SoundChoice
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import label, paragraph
from app.ui.widgets.one_of import choose_one

SOUNDS: tuple[tuple[SoundChoice, str], ...] = (
    ("off", marked("No sound")),
    ("once", marked("Once for each call")),
    ("until_acknowledged", marked("Again and again until it is acknowledged")),
)


class AlertHerePane(QWidget):
    """Sound and notices of this machine."""

    def __init__(self, look: Look, calls: AlertCalls) -> None:
        super().__init__()
        self._calls = calls
        self._group = QButtonGroup(self)
        self.sounds: dict[SoundChoice, QRadioButton] = {}
        self.hear = QPushButton(tr("Hear it"))
        self.notices = QCheckBox(tr("Notices of the desktop while nobody looks at this window"))
        self.hear.setIcon(look.icon("volume-high"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(label(look, tr("Sound"), "strong"))
        for choice, words in SOUNDS:
            radio = self.sounds[choice] = QRadioButton(tr(words))
            self._group.addButton(radio)
            radio.clicked.connect(lambda _=False, choice=choice: calls.choose_sound(choice))
            box.addWidget(radio)
        choose_one(self._group, self.sounds[calls.sound_choice])
        box.addWidget(paragraph(look, tr("Played by {player}").format(player=calls.sound.name)))
        box.addWidget(self.hear, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(8)
        box.addWidget(label(look, tr("Desktop"), "strong"))
        box.addWidget(self.notices)
        if not calls.tray.can_notify:
            words = tr("This desktop shows no notices: toasts and sound remain.")
            box.addWidget(paragraph(look, words, "warn"))
        box.addStretch(1)
        box.addWidget(paragraph(look, tr("What is chosen here holds at once, for you on this computer.")))
        self.notices.setChecked(calls.notices)
        self.notices.toggled.connect(calls.choose_notices)
        self.hear.clicked.connect(calls.sound.play)
