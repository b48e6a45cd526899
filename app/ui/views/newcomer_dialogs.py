"""A newcomer's two dialogs: make a tenant, make a token that is shown once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.tongue import marked, tr
from app.ui.widgets.copy_box import CopyBox
from app.ui.widgets.labels import label, paragraph
from app.ui.widgets.sheet import Sheet
from app.wire.operator import CreateToken, Role, TenantItem, TokenMade

LONGEST_NAME = 120
ROLES: tuple[tuple[Role, str], ...] = (
    ("dialer", marked("Dialer: asks for calls")),
    ("supervisor", marked("Supervisor: watches and acts")),
    ("compliance", marked("Compliance: reads and exports")),
    ("admin", marked("Admin: everything")),
)


def role_words(role: str) -> str:
    """What a role is called, without what it does."""
    words = {
        "dialer": tr("dialer"),
        "supervisor": tr("supervisor"),
        "compliance": tr("compliance"),
        "admin": tr("admin"),
    }
    return words.get(role, role)


class TenantDialog(Sheet):
    """Asks for a name and makes the tenant."""

    made = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(look, parent, tr("Make a tenant"), tr("Make tenant"))
        self._bridge = bridge
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(tr("For example: Northgate Collections"))
        self.field(tr("Name"), self.name, tr("The company or team that this floor dials for"))
        self.name.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.setEnabled(False)
        self.go.clicked.connect(self._ask)
        self.name.setFocus()

    def _ask(self) -> None:
        self.wait(True)
        name = self.name.text().strip()
        self._bridge.ask(lambda gateway: gateway.create_tenant(name), self, self._made, self._refused)

    def _made(self, tenant: TenantItem) -> None:
        self.made.emit(tenant)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))


class TokenDialog(Sheet):
    """Asks whom the token is for, makes it, and shows it this once."""

    made = Signal(str)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(look, parent, tr("Make a token"), tr("Make token"))
        self._bridge = bridge
        self.user = QLineEdit("Dialer")
        self.user.selectAll()
        self.user.setMaxLength(LONGEST_NAME)
        self.role = QComboBox()
        for role, words in ROLES:
            self.role.addItem(tr(words), role)
        self.field(tr("User"), self.user, tr("API limits count per user: give each dialer its own"))
        self.field(tr("Role"), self.role)
        self.shown = CopyBox(look, tr("the token"), 1)
        self._once = label(look, tr("Copy it now: it is shown this once, and only its hash is kept."), "strong", "warn")
        self._thanks = paragraph(look, "")
        for widget in (self._once, self.shown, self._thanks):
            self.body.addWidget(widget)
            widget.hide()
        self.user.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.clicked.connect(self._press)
        self._token = ""

    def only_for(self, user: str, role: Role) -> None:
        """A token for a user that there is already, and its role."""
        self.user.setText(user)
        self.user.setReadOnly(True)
        self.role.setCurrentIndex(self.role.findData(role))
        self.role.setEnabled(False)
        self.go.setFocus()

    def _press(self) -> None:
        if self._token:
            self.accept()
            return
        self.wait(True)
        wanted = CreateToken(user=self.user.text().strip(), role=self.role.currentData())
        self._bridge.ask(lambda gateway: gateway.create_token(wanted), self, self._made, self._refused)

    def _made(self, made: TokenMade) -> None:
        self._token = made.token
        self.shown.show_text(made.token)
        self._thanks.setText(
            tr("For {user}, who may act as {role}.").format(user=made.user, role=role_words(made.role))
        )
        for widget in (self._once, self.shown, self._thanks):
            widget.show()
        self.user.setEnabled(False)
        self.role.setEnabled(False)
        self.cancel.hide()
        self.go.setText(tr("Done"))
        self.wait(False)
        self.shown.copy.setFocus()
        self.made.emit(made.token)

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))
