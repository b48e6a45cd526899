"""A newcomer's two dialogs: make a tenant, make a token that is shown once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.views.welcome_page import CopyBox
from app.ui.widgets.labels import label, paragraph
from app.ui.widgets.sheet import Sheet
from app.wire.operator import CreateToken, Role, TenantItem, TokenMade

LONGEST_NAME = 120
ROLES: tuple[tuple[Role, str], ...] = (
    ("dialer", "Dialer: asks for calls"),
    ("supervisor", "Supervisor: watches and acts"),
    ("compliance", "Compliance: reads and exports"),
    ("admin", "Admin: everything"),
)


class TenantDialog(Sheet):
    """Asks for a name and makes the tenant."""

    made = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(look, parent, "Make a tenant", "Make tenant")
        self._bridge = bridge
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText("For example: Northgate Collections")
        self.field("Name", self.name, "The company or team that this floor dials for")
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
        super().__init__(look, parent, "Make a token", "Make token")
        self._bridge = bridge
        self.user = QLineEdit("Dialer")
        self.user.setMaxLength(LONGEST_NAME)
        self.role = QComboBox()
        for role, words in ROLES:
            self.role.addItem(words, role)
        self.field("User", self.user, "API limits count per user: give each dialer its own")
        self.field("Role", self.role)
        self.shown = CopyBox(look, "the token", 1)
        self._once = label(look, "Copy it now: it is shown this once, and only its hash is kept.", "strong", "warn")
        self._thanks = paragraph(look, "")
        for widget in (self._once, self.shown, self._thanks):
            self.body.addWidget(widget)
            widget.hide()
        self.user.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.clicked.connect(self._press)
        self._token = ""

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
        self._thanks.setText(f"For {made.user}, who may act as {made.role}.")
        for widget in (self._once, self.shown, self._thanks):
            widget.show()
        self.user.setEnabled(False)
        self.role.setEnabled(False)
        self.cancel.hide()
        self.go.setText("Done")
        self.wait(False)
        self.shown.copy.setFocus()
        self.made.emit(made.token)

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self.say_trouble(str(trouble))
