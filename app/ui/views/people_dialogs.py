"""The dialogs of users: add one, give one another role, disable one. Each stays open with the engine's no."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.admin_rows import ROLE_DOES, ROLE_ICONS, ROLE_WORDS
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.reason_box import ReasonBox
from app.ui.widgets.sheet import Sheet
from app.wire.admin import AddUser, EditUser, UserItem
from app.wire.operator import Role

LONGEST_NAME = 120


def role_box(look: Look, now: Role) -> QComboBox:
    """The four roles, each with what it may do."""
    box = QComboBox()
    for role, words in ROLE_WORDS.items():
        box.addItem(look.icon(ROLE_ICONS[role]), f"{tr(words)}: {tr(ROLE_DOES[role])}", role)
    box.setCurrentIndex(box.findData(now))
    return box


class UserSheet(Sheet):
    """Asks the engine once; `answered` carries the user as it is then."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, title: str, go: str, kind: str = "primary") -> None:
        super().__init__(look, parent, title, go, kind=kind)
        self._bridge = bridge
        self._noted: dict[str, tuple[QWidget, QLabel, str]] = {}

    def note(self, name: str, widget: QWidget, line: QLabel) -> None:
        """Where the engine's no about a field of this name is said."""
        self._noted[name] = (widget, line, line.text())

    def clear_notes(self) -> None:
        """What was wrong with a field may be right now."""
        for widget, line, hint in self._noted.values():
            line.setText(hint)
            set_tone(line, "muted")
            set_flag(widget, "invalid", "false")

    def ask(self, question: Callable[[GatewayPort], UserItem]) -> None:
        """Ask; the button waits for the answer."""
        self.wait(True)
        self.say_trouble("")
        self._bridge.ask(question, self, self._done, self._refused)

    def _done(self, user: UserItem) -> None:
        self.answered.emit(user)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        field = trouble.body.field if isinstance(trouble, GatewayRefused) else None
        if isinstance(field, str) and field in self._noted:
            widget, line, _ = self._noted[field]
            line.setText(str(trouble))
            set_tone(line, "danger")
            set_flag(widget, "invalid", "true")
            widget.setFocus()
        else:
            self.say_trouble(str(trouble))


class AddUserDialog(UserSheet):
    """A new user by name and role."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(look, parent, bridge, tr("Add a user"), tr("Add user"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(tr("For example: Tom Weber, or Dialer 4"))
        hint = tr("A person, or one dialer: API limits count per user")
        self.note("name", self.name, self.field(tr("Name"), self.name, hint))
        self.role = role_box(look, "supervisor")
        self.field(tr("Role"), self.role, tr("The user can do nothing until you make a token for it"))
        self.name.textChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self._check()
        self.name.setFocus()

    def _check(self) -> None:
        self.clear_notes()
        self.go.setEnabled(bool(self.name.text().strip()))

    def _ask(self) -> None:
        wanted = AddUser(name=self.name.text().strip(), role=self.role.currentData())
        self.ask(lambda gateway: gateway.admin.add_user(wanted))


class ReasonedSheet(UserSheet):
    """A change of a user that is audited with its reason."""

    def ask_reason(self, usual: tuple[str, ...]) -> None:
        """Put the reason under what the subclass has laid out."""
        self.reason = ReasonBox(usual)
        self._reason_note = self.field(tr("Reason"), self.reason, tr("At least 3 letters; kept in the audit trail"))
        self.reason.currentTextChanged.connect(self.check)
        self.check()

    @property
    def ready(self) -> bool:
        """Whether there is something to ask for."""
        return True

    def check(self) -> None:
        """Offer it once it can be asked for."""
        self.clear_notes()
        fine = self.reason.good or not self.reason.currentText()
        set_tone(self._reason_note, "muted" if fine else "danger")
        self.go.setEnabled(self.reason.good and self.ready)


class RoleDialog(ReasonedSheet):
    """Another role, at once for every token of the user."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, user: UserItem) -> None:
        super().__init__(look, parent, bridge, tr("Role of {name}").format(name=user.name), tr("Change role"))
        self._user = user
        self.role = role_box(look, user.role)
        held = tr("It holds at once for %n tokens in force; windows that watch with them follow.", "", user.tokens)
        self.body.addWidget(paragraph(look, held))
        self.note("role", self.role, self.field(tr("Role"), self.role))
        self.role.currentIndexChanged.connect(self.check)
        self.go.clicked.connect(self._ask)
        self.ask_reason((tr("New duties"), tr("Left the team"), tr("Cover for a shift")))
        self.role.setFocus()

    @property
    def ready(self) -> bool:
        """Another role than now."""
        return bool(self.role.currentData() != self._user.role)

    def _ask(self) -> None:
        user_id, edit = self._user.id, EditUser(reason=self.reason.reason, role=self.role.currentData())
        self.ask(lambda gateway: gateway.admin.edit_user(user_id, edit))


class DisableDialog(ReasonedSheet):
    """Disable a user with all its tokens, or let it in again."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, user: UserItem) -> None:
        self._user, self._disable = user, user.disabled_at is None
        title = tr("Disable {name}") if self._disable else tr("Enable {name}")
        go = tr("Disable user") if self._disable else tr("Enable user")
        kind = "danger" if self._disable else "primary"
        super().__init__(look, parent, bridge, title.format(name=user.name), go, kind)
        cut = tr("%n tokens in force are revoked at once and cannot be brought back.", "", user.tokens)
        stays = tr("The user stays in the list, because the log names it.")
        again = tr("It may be given tokens again. Tokens that were revoked stay revoked.")
        self.body.addWidget(paragraph(look, f"{cut} {stays}" if self._disable else again, "text"))
        self.go.clicked.connect(self._ask)
        self.ask_reason((tr("Left the company"), tr("Lost token"), tr("Made by mistake")))
        self.reason.setFocus()

    def _ask(self) -> None:
        user_id, edit = self._user.id, EditUser(reason=self.reason.reason, disabled=self._disable)
        self.ask(lambda gateway: gateway.admin.edit_user(user_id, edit))
