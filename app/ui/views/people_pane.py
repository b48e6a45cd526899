"""Users: who may do what, added, given another role, disabled; their tokens are the next section's."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui.models.admin_rows import ROLE_WORDS, user_columns, user_state
from app.ui.models.rows_model import RowsModel
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.views.newcomer_dialogs import TokenDialog
from app.ui.views.people_dialogs import AddUserDialog, DisableDialog, RoleDialog
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.rows_table import RowsTable
from app.wire.admin import UserItem, UsersPage


class PeoplePane(SectionPane):
    """The list of users, and what is done with the chosen one."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            place,
            tr("People"),
            tr("Each person and each dialer is a user with one role. A role that is changed holds at once."),
        )
        self.users = RowsModel(place.look, user_columns(), lambda user: user.id)
        self.table = RowsTable(place.look, tr("Users"), self.users, tr("No user yet. Add one with “Add user…”."))
        self.add = self.button(tr("Add user…"), "account-plus-outline", self.make_new, "primary")
        self.token = self.button(tr("Make token…"), "key-plus", self._make_token)
        self.role = self.button(tr("Change role…"), "account-convert-outline", self.change_chosen)
        self.disable = self.button(tr("Disable…"), "account-cancel-outline", self.end_chosen)
        self.chosen = ElidedLabel(place.look, "", "body", "muted")
        self.buttons.addWidget(self.add)
        self._lay_out()
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _: self.change_chosen())
        self._show_chosen()

    def _lay_out(self) -> None:
        card = self.listed(self.table)
        self.acts = QFrame()
        row = QHBoxLayout(self.acts)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.chosen, 1)
        for button in (self.token, self.role, self.disable):
            row.addWidget(button)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.acts)
        self.body.addWidget(card, 1)
        room = self.acts.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.acts.setSizePolicy(room)

    def refresh(self) -> None:
        """Ask who there is."""
        self.ask(lambda gateway: gateway.admin.users(), self._show)

    def relink(self) -> None:
        """Another tenant's users."""
        super().relink()
        self.users.show_rows([])

    def _show(self, page: UsersPage) -> None:
        self.say_trouble("")
        self.users.show_rows(page.users)
        self._show_chosen()

    def _show_chosen(self) -> None:
        user = self.table.chosen_row
        self.acts.setVisible(user is not None)
        if user is None:
            return
        said = (user.name, tr(ROLE_WORDS[user.role]), user_state(user)[0])
        self.chosen.setText(" · ".join(said))
        disabled = user.disabled_at is not None
        self.disable.setText(tr("Enable…") if disabled else tr("Disable…"))
        self.token.setVisible(not disabled)

    def make_new(self) -> None:
        """Add a user."""
        dialog = AddUserDialog(self.look, self.place.window, self.place.bridge)
        dialog.answered.connect(self._changed)
        dialog.open()

    def change_chosen(self) -> None:
        """Another role for the chosen user."""
        user = self.table.chosen_row
        if user is not None:
            dialog = RoleDialog(self.look, self.place.window, self.place.bridge, user)
            dialog.answered.connect(self._changed)
            dialog.open()

    def end_chosen(self) -> None:
        """Disable or enable the chosen user."""
        user = self.table.chosen_row
        if user is not None:
            dialog = DisableDialog(self.look, self.place.window, self.place.bridge, user)
            dialog.answered.connect(self._changed)
            dialog.open()

    def _make_token(self) -> None:
        user = self.table.chosen_row
        if user is not None:
            dialog = TokenDialog(self.look, self.place.window, self.place.bridge)
            dialog.only_for(user.name, user.role)
            dialog.made.connect(lambda _: self.refresh())
            dialog.open()

    def _changed(self, user: UserItem) -> None:
        self.users.put_row(user)
        self.table.choose(user.id)
        self._show_chosen()
        self.refresh()
